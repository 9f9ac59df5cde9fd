import type { Intent } from '../kernel/view.ts'
import { MAX_WORDS } from './rules/progress.ts'
import { saysProgress } from './rules/progress-line.ts'
import { readProgressLines } from './rules/progress-lines.ts'
import { taskReport } from './tasks/intents.ts'

/** One character more than a report takes, so that the view can say that it was too long. */
const LONGEST = MAX_WORDS + 1

const cut = (text: string): string => [...text].slice(0, LONGEST).join('')

const understood = (text: string) => ({ show: 'progress-understood', with: { text: cut(text) } }) as const

/** 目标2 完成60%: only what surely is a report, of one goal or of several; the rest belongs to other words. */
function isReport(text: string): boolean {
  return readProgressLines(cut(text)).some(({ line }) =>
    line.kind === 'read' ? line.percent !== undefined || /\d/.test(line.rest) : line.kind !== 'unnumbered',
  )
}

/** 3号目标完成了: a goal is named. */
const NAMED = /^(?:第|目标)|^[^\s，,。；;]{1,4}(?:号目标|项目标)/

/** What was typed without 进展, as after a reminder: with a goal's name, or with a figure. */
const isSentence = (sentence: string): boolean =>
  saysProgress(cut(sentence)) || (NAMED.test(sentence) && isReport(sentence))

export const executionIntents: readonly Intent[] = [
  {
    words: ['进展', '报进展', '填报进展', '目标进展'],
    help: '报送进展，如：进展 2 已完成60%，教材初稿完成；几项目标可分行写',
    opens: (rest) => (rest === '' ? { show: 'progress', with: {} } : (taskReport(rest) ?? understood(rest))),
    reads: (sentence) => (isSentence(sentence) ? understood(sentence) : undefined),
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
    words: ['核实进展', '认可进展', '待核实'],
    help: '认可或质疑各单位报送的进展（工作组、督查组、分管校领导）',
    opens: (rest) => (rest === '' ? { show: 'progress-judging', with: {} } : undefined),
  },
  {
    words: ['目标'],
    help: '报送进展，如：目标2 完成60%，教材初稿完成',
    opens: (rest) => (isReport(rest) ? understood(rest) : undefined),
  },
]
