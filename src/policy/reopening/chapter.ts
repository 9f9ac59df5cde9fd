import type { Chapter } from '../../kernel/chapter.ts'
import { reopeningCommands } from './commands.ts'
import { reopenForm } from './form.ts'
import { reopeningTodo } from './todo.ts'
import { reopeningViews } from './views.ts'
import { reopeningWording } from './wording.ts'

/** A phase that is over, opened again for one unit (rulebook 2). */
export const reopening: Chapter = {
  name: 'reopening',
  commands: reopeningCommands,
  views: reopeningViews,
  forms: [reopenForm],
  intents: [
    {
      words: ['重新开放', '补办'],
      only: 'office',
      help: '为个别单位重新开放已过的阶段',
      opens: (rest) => ({ send: 'reopenings', with: rest === '' ? {} : { words: rest.slice(0, 60) } }),
    },
  ],
  todo: reopeningTodo,
  wording: reopeningWording,
}
