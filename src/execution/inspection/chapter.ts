import type { Chapter } from '../../kernel/chapter.ts'
import type { Blobs } from '../../store/blobs.ts'
import { checkDraw, inspectionEnd } from './commands/end.ts'
import { findingDrop, findingNote, findingPublish, findingWithdraw } from './commands/note.ts'
import { checkState, visitPlan } from './commands/plan.ts'
import { rectificationAnswer, rectificationJudge } from './commands/rectify.ts'
import { drawForm, endForm } from './forms/end.ts'
import { noteForm, withdrawForm } from './forms/note.ts'
import { checkForm, visitForm } from './forms/plan.ts'
import { answerForm, judgeForm } from './forms/rectify.ts'
import { inspectionIntents } from './intents.ts'
import { waitingInspections } from './todo.ts'
import { beginView, noteTargetView } from './views/choose.ts'
import { checkListView, findingFileView } from './views/files.ts'
import { findingView } from './views/finding.ts'
import { findingNotesView, findingsView } from './views/findings.ts'
import { askedView, inspectionView } from './views/inspection.ts'
import { inspectionsView } from './views/list.ts'
import { inspectionWording } from './wording.ts'

/** Visits, spot checks, findings and rectification (Articles 19, 20). `blobs` has the bytes of evidence. */
export const inspection = (deps: { readonly blobs: Blobs }): Chapter => ({
  name: 'inspection',
  commands: [
    ...[visitPlan, checkState, checkDraw, inspectionEnd],
    ...[findingNote, findingDrop, findingPublish, findingWithdraw],
    ...[rectificationAnswer, rectificationJudge],
  ],
  views: [
    ...[inspectionsView, inspectionView, askedView, beginView, noteTargetView, checkListView],
    ...[findingView, findingsView, findingNotesView, findingFileView(deps.blobs)],
  ],
  forms: [visitForm, checkForm, drawForm, endForm, noteForm, withdrawForm, answerForm, judgeForm],
  intents: inspectionIntents,
  todo: waitingInspections,
  wording: inspectionWording,
})
