import type { Chapter } from '../kernel/chapter.ts'
import { adoptCoefficientsCommand, setCoefficientsCommand } from './coefficients/commands.ts'
import { adoptCoefficientsForm, coefficientsForm } from './coefficients/forms.ts'
import { policyCommands } from './commands.ts'
import { policyConfirmForm } from './confirm-form.ts'
import { endGateAreaCommand, keepGateAreaCommand } from './gates/commands.ts'
import { gateAreaForm } from './gates/form.ts'
import { policyIntents } from './intents.ts'
import { phaseInGroupView } from './phase-in-group.ts'
import { policyTodo } from './todo.ts'
import { chooseValuesCommand } from './values/commands.ts'
import { valuesForm } from './values/form.ts'
import { policyViews } from './views.ts'
import { policyWording } from './wording.ts'

/** The year, its phases and its policy (rulebook 2; Articles 8, 10, 24–27, 31). */
export const policy: Chapter = {
  name: 'policy',
  commands: [
    ...policyCommands,
    setCoefficientsCommand,
    adoptCoefficientsCommand,
    chooseValuesCommand,
    keepGateAreaCommand,
    endGateAreaCommand,
  ],
  views: [...policyViews, phaseInGroupView],
  forms: [policyConfirmForm, coefficientsForm, adoptCoefficientsForm, valuesForm, gateAreaForm],
  intents: policyIntents,
  todo: policyTodo,
  wording: policyWording,
}
