import type { Chapter } from '../kernel/chapter.ts'
import { chooseAgreementCommand } from './choose-agreement.ts'
import { choosePayCommand } from './choose-pay.ts'
import { chooseRatificationCommand } from './choose-ratification.ts'
import { chooseValuesCommand } from './choose-values.ts'
import { policyCommands } from './commands.ts'
import { policyForms } from './forms.ts'
import { policyIntents } from './intents.ts'
import { policyTodo } from './todo.ts'
import { policyViews } from './views.ts'
import { policyWording } from './wording.ts'

/** The year, its phases and its policy (rulebook 2; Articles 8, 10, 24–27, 31). */
export const policy: Chapter = {
  name: 'policy',
  commands: [
    ...policyCommands,
    chooseRatificationCommand,
    chooseAgreementCommand,
    choosePayCommand,
    chooseValuesCommand,
  ],
  views: policyViews,
  forms: policyForms,
  intents: policyIntents,
  todo: policyTodo,
  wording: policyWording,
}
