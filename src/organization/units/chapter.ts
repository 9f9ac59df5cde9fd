import type { Chapter } from '../../kernel/chapter.ts'
import { assignReformCommand, dropReformCommand } from './commands/choose.ts'
import { confirmReformCommands } from './commands/confirm.ts'
import { prepareReformCommand } from './commands/prepare.ts'
import { goalsForm, placesForm } from './forms/choices.ts'
import { addForm, mergeForm, splitForm } from './forms/new-units.ts'
import { exemptForm, kindForm, leaderForm, renameForm, restoreForm } from './forms/one-unit.ts'
import { unitsIntents } from './intents.ts'
import { openReforms } from './todo.ts'
import { reformView } from './views/reform.ts'
import { unitView } from './views/unit.ts'
import { unitsView } from './views/units.ts'
import { unitsWording } from './wording.ts'

/** The list of units and what reforms make of it (rulebook 1): added, merged, split, renamed, exempted, by a document. */
export const units: Chapter = {
  name: 'units',
  commands: [prepareReformCommand, assignReformCommand, dropReformCommand, ...confirmReformCommands],
  views: [unitsView, unitView, reformView],
  forms: [
    ...[addForm, mergeForm, splitForm, renameForm, exemptForm, restoreForm, leaderForm, kindForm],
    ...[goalsForm, placesForm],
  ],
  intents: unitsIntents,
  todo: openReforms,
  wording: unitsWording,
}
