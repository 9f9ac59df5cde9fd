import type { Chapter } from '../kernel/chapter.ts'
import { agree, object } from './commands/answer.ts'
import { open } from './commands/open.ts'
import { propose } from './commands/propose.ts'
import { receive } from './commands/receive.ts'
import { reopen } from './commands/reopen.ts'
import { excuse, fill, send } from './commands/sheet.ts'
import { excuseForm } from './forms/excuse.ts'
import { proposalForm, sheetForm } from './forms/marks.ts'
import { objectionForm } from './forms/objection.ts'
import { reopenForm } from './forms/reopen.ts'
import { assessmentIntents } from './intents.ts'
import { assessmentTodo } from './todo.ts'
import { assess } from './views/assess.ts'
import { deliberation } from './views/deliberation.ts'
import { deliberationFindings } from './views/deliberation-findings.ts'
import { feedback, scoreDecided } from './views/feedback.ts'
import { myScore } from './views/my-score.ts'
import { proposalPage } from './views/proposal.ts'
import { scoreSheet } from './views/sheet.ts'
import { wording } from './wording.ts'

/** Sheets, deliberation, scores and feedback (Articles 21–24). */
export const assessment: Chapter = {
  name: 'assessment',
  commands: [fill, send, excuse, open, propose, agree, object, reopen, receive],
  views: [
    assess,
    scoreSheet,
    deliberation,
    deliberationFindings,
    proposalPage,
    feedback,
    scoreDecided,
    myScore,
  ],
  forms: [sheetForm, proposalForm, objectionForm, excuseForm, reopenForm],
  intents: assessmentIntents,
  todo: assessmentTodo,
  wording,
}
