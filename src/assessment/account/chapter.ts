import type { Chapter } from '../../kernel/chapter.ts'
import { signCommand, takeBackCommand } from './commands/sign.ts'
import { stateCommand } from './commands/state.ts'
import { accountForm } from './forms/goals.ts'
import { accountIntents } from './intents.ts'
import { accountTodo } from './todo.ts'
import { accountView } from './views/account.ts'
import { accountEvidenceView } from './views/evidence.ts'
import { accountPageView } from './views/page.ts'
import { accountProgressView } from './views/progress.ts'
import { accountWording } from './wording.ts'

/** Before its assessment each unit gives its own account (rulebook 5). */
export const account: Chapter = {
  name: 'account',
  commands: [stateCommand, signCommand, takeBackCommand],
  views: [accountView, accountPageView, accountEvidenceView, accountProgressView],
  forms: [accountForm],
  intents: accountIntents,
  todo: accountTodo,
  wording: accountWording,
}
