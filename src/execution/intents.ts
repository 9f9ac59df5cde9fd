import type { Intent } from '../kernel/view.ts'
import { MAX_WORDS } from './rules/progress.ts'
import { readProgressLine } from './rules/progress-line.ts'

/** One character more than a report takes, so that the view can say that it was too long. */
const LONGEST = MAX_WORDS + 1

const cut = (text: string): string => [...text].slice(0, LONGEST).join('')

const understood = (text: string) => ({ show: 'progress-understood', with: { text: cut(text) } }) as const

/** 目标2 完成60%: only what surely is a report; the rest belongs to other words. */
function isReport(text: string): boolean {
  const read = readProgressLine(cut(text))
  switch (read.kind) {
    case 'read':
      return read.percent !== undefined
    case 'several-goals':
    case 'excessive-percent':
      return true
    case 'unnumbered':
      return false
  }
}

export const executionIntents: readonly Intent[] = [
  {
    words: ['进展', '报进展', '填报进展', '目标进展'],
    help: '报送进展，如：进展 2 已完成60%，教材初稿完成',
    opens: (rest) => (rest === '' ? { show: 'progress', with: {} } : understood(rest)),
  },
  {
    words: ['进展记录'],
    help: '查看目标的历次进展，如：进展记录 2',
    opens: (rest) =>
      rest === ''
        ? { show: 'progress', with: {} }
        : { show: 'progress-history-asked', with: { text: rest.slice(0, 100) } },
  },
  {
    words: ['目标'],
    help: '报送进展，如：目标2 完成60%，教材初稿完成',
    opens: (rest) => (isReport(rest) ? understood(rest) : undefined),
  },
]
