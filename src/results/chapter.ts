import type { Chapter } from '../kernel/chapter.ts'
import { announceCommand } from './commands/announce-results.ts'
import { proposeCommand, ratifyCommand } from './commands/decide-results.ts'
import { passGateCommand, reportGateCommand } from './commands/report-gate.ts'
import { namingForm, quotaForm } from './forms/excellence-forms.ts'
import { gateForm } from './forms/gate-form.ts'
import { resultsIntents } from './intents.ts'
import { resultsTodo } from './todo.ts'
import { excellenceViews } from './views/excellence-views.ts'
import { gateViews } from './views/gate-views.ts'
import { resultViews } from './views/result-views.ts'
import { resultsWording } from './wording.ts'

/** Gate areas, excellence, grades and the announcement (Articles 25–27, 31). */
export const results: Chapter = {
  name: 'results',
  commands: [reportGateCommand, passGateCommand, proposeCommand, ratifyCommand, announceCommand],
  views: [...gateViews, ...excellenceViews, ...resultViews],
  forms: [gateForm, quotaForm, namingForm],
  intents: resultsIntents,
  todo: resultsTodo,
  wording: resultsWording,
}
