import type { Action } from '../../../cards/kit.ts'
import type { Intent } from '../../kernel/view.ts'
import { MAX_WORDS } from '../rules/progress.ts'
import { LONGEST_LIST } from './rules/list.ts'
import { readTaskWords, type TaskWords } from './rules/task-words.ts'

/** One character more than is taken, so that the view can say that it was too long. */
const cut = (text: string, most: number): string => [...text].slice(0, most + 1).join('')

const EXCESSIVE =
  '任务进度应在 0% 到 100% 之间，没有保存。请改正后重新发送，例如：任务 2.1 完成100%，已验收。'

function openTask(words: TaskWords): Action | undefined {
  switch (words.kind) {
    case 'goal':
      return { show: 'task-goals', with: { number: words.number } }
    case 'list':
      return { show: 'tasks-understood', with: { number: words.number, text: cut(words.text, LONGEST_LIST) } }
    case 'report': {
      const { goal, task, percent, done } = words
      return { show: 'task-understood', with: { goal, task, percent, done: cut(done, MAX_WORDS) } }
    }
    case 'excessive-percent':
      return { show: 'said', with: { text: EXCESSIVE } }
    case 'unread':
      return undefined
  }
}

/** `2.1 60%` after 进展: the report of a task; undefined for a goal's. */
export function taskReport(said: string): Action | undefined {
  const words = readTaskWords(said)
  return words.kind === 'report' && words.goal !== null ? openTask(words) : undefined
}

export const taskIntents: readonly Intent[] = [
  {
    words: ['我的任务'],
    help: '查看您负责的任务，报任务进展',
    opens: (rest) => (rest === '' ? { show: 'my-tasks', with: {} } : undefined),
  },
  {
    words: ['任务', '任务分解', '分解任务', '目标任务'],
    help: '把目标分解到人，如：任务 2；报任务进展，如：任务 2.1 完成60%',
    opens: (rest) => (rest === '' ? { show: 'task-goals', with: {} } : openTask(readTaskWords(rest))),
  },
]
