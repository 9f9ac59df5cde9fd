import type { Chapter } from '../../kernel/chapter.ts'
import type { Blobs } from '../../store/blobs.ts'
import { askAdjustmentCommand } from './commands/ask.ts'
import {
  reviseAdjustmentCommand,
  sendAdjustmentCommand,
  withdrawAdjustmentCommand,
} from './commands/change.ts'
import { ratifyAdjustmentCommand, reviewAdjustmentCommand } from './commands/decide.ts'
import { adjustAddForm, adjustCancelForm, adjustChangeForm } from './forms/ask.ts'
import { adjustReviseForm } from './forms/revise.ts'
import { adjustmentRatifyForm, adjustmentReviewForm } from './forms/verdict.ts'
import { adjustmentIntents } from './intents.ts'
import { adjustmentTodo } from './todo.ts'
import { adjustmentView } from './views/adjustment.ts'
import { adjustmentFileView } from './views/file.ts'
import { goalHistoryView } from './views/history.ts'
import { adjustmentsView } from './views/list.ts'
import { adjustmentStartView, goalAdjustView } from './views/start.ts'
import { adjustmentTextView } from './views/text.ts'
import { goalVersionsView } from './views/versions.ts'
import { adjustmentWording } from './wording.ts'

/** Goals in force are added, changed and cancelled (Article 17). `blobs` keeps the bytes of evidence. */
export const adjustment = ({ blobs }: { readonly blobs: Blobs }): Chapter => ({
  name: 'adjustment',
  commands: [
    ...[askAdjustmentCommand, reviseAdjustmentCommand, sendAdjustmentCommand, withdrawAdjustmentCommand],
    ...[reviewAdjustmentCommand, ratifyAdjustmentCommand],
  ],
  views: [
    ...[adjustmentsView, adjustmentStartView, goalAdjustView, adjustmentView],
    ...[adjustmentTextView, adjustmentFileView(blobs), goalVersionsView, goalHistoryView],
  ],
  forms: [
    ...[adjustAddForm, adjustChangeForm, adjustCancelForm, adjustReviseForm],
    ...[adjustmentReviewForm, adjustmentRatifyForm],
  ],
  intents: adjustmentIntents,
  todo: adjustmentTodo,
  wording: adjustmentWording,
})
