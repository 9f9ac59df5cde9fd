import type { Chapter } from '../../kernel/chapter.ts'
import { beginYearCommand } from './command.ts'
import { newYearTodo } from './todo.ts'
import { newYearView } from './view.ts'
import { newYearWording } from './wording.ts'

/** A new year starts from the last one (rulebook 2). */
export const newYear: Chapter = {
  name: 'new-year',
  commands: [beginYearCommand],
  views: [newYearView],
  forms: [],
  intents: [
    {
      words: ['新年度', '开启新年度', '下一年度'],
      only: 'office',
      help: '核对后开启新年度',
      opens: (rest) => (rest === '' ? { send: 'new-year', with: {} } : undefined),
    },
  ],
  todo: newYearTodo,
  wording: newYearWording,
}
