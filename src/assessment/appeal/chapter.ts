import type { Chapter } from '../../kernel/chapter.ts'
import type { Blobs } from '../../store/blobs.ts'
import { decideCommand, lapseCommand, reopenCommand } from './commands/decide.ts'
import { objectCommand, putCommand, secondCommand, weighCommand } from './commands/hear.ts'
import { routeCommand, takeOverCommand } from './commands/route.ts'
import { askHeadCommand, draftCommand, dropCommand, sendCommand, withdrawCommand } from './commands/unit.ts'
import { silenceDue } from './due.ts'
import { pickForm } from './forms/pick.ts'
import { putForm } from './forms/put.ts'
import { verdictsForm } from './forms/verdicts.ts'
import { objectForm, reopenForm, routeForm, takeOverForm } from './forms/words.ts'
import { appealIntents } from './intents.ts'
import { appealTodo } from './todo.ts'
import { appealViewDefinition } from './views/appeal.ts'
import { appealEvidenceView, appealFileView } from './views/evidence.ts'
import { appealListView } from './views/list.ts'
import { appealPickView } from './views/pick.ts'
import { scoreRecordView } from './views/record.ts'
import { appealWeighView } from './views/weigh.ts'
import { appealWording } from './wording.ts'

/** Units appeal against deductions, and every version of a score is kept (Articles 22, 29). `blobs` keeps the bytes of evidence. */
export const appeal = ({ blobs }: { readonly blobs: Blobs }): Chapter => ({
  name: 'appeal',
  commands: [
    ...[draftCommand, dropCommand, askHeadCommand, sendCommand, withdrawCommand],
    ...[routeCommand, takeOverCommand, weighCommand, putCommand, secondCommand, objectCommand],
    ...[decideCommand, reopenCommand, lapseCommand],
  ],
  views: [
    ...[appealViewDefinition, appealPickView, appealWeighView, appealListView],
    ...[appealEvidenceView, appealFileView(blobs), scoreRecordView],
  ],
  forms: [pickForm, verdictsForm, putForm, routeForm, takeOverForm, objectForm, reopenForm],
  intents: appealIntents,
  todo: appealTodo,
  due: silenceDue,
  wording: appealWording,
})
