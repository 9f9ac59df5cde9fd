import type { Chapter } from '../kernel/chapter.ts'
import { announceCommand } from './commands/announce-results.ts'
import { answerCommand, proposeCommand, ratifyCommand } from './commands/decide-results.ts'
import { failGateCommand, passGateCommand, reportGateCommand } from './commands/report-gate.ts'
import { exportViews } from './exports/views.ts'
import { returnForm } from './forms/ballot-form.ts'
import { failForm, gateForm } from './forms/gate-form.ts'
import { namingForm } from './forms/naming-form.ts'
import { quotaForm } from './forms/quota-form.ts'
import { chaseGatesCommand } from './gates/chase.ts'
import { chaseViews } from './gates/chase-views.ts'
import { resultsIntents } from './intents.ts'
import { resultsTodo } from './todo.ts'
import { excellenceViews } from './views/excellence-views.ts'
import { gateViews } from './views/gate-views.ts'
import { resultViews } from './views/result-views.ts'
import { resultsWording } from './wording.ts'

/** Gate areas, excellence, grades and the announcement (Articles 25–27, 31). */
export const results: Chapter = {
  name: 'results',
  commands: [
    ...[reportGateCommand, passGateCommand, failGateCommand, chaseGatesCommand],
    ...[proposeCommand, ratifyCommand, answerCommand, announceCommand],
  ],
  views: [...gateViews, ...chaseViews, ...excellenceViews, ...resultViews, ...exportViews],
  forms: [gateForm, failForm, quotaForm, namingForm, returnForm],
  intents: resultsIntents,
  todo: resultsTodo,
  wording: resultsWording,
}
