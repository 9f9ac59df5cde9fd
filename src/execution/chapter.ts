import type { Chapter, SentFile } from '../kernel/chapter.ts'
import type { Viewer } from '../kernel/view.ts'
import { findActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import { maySendEvidence } from './access.ts'
import { answersProgress } from './answers.ts'
import { evidenceKeep, evidenceReceive } from './commands/evidence.ts'
import { progressJudge } from './commands/judge.ts'
import { progressReport } from './commands/report.ts'
import { progressReportMany } from './commands/report-many.ts'
import { progressForm } from './form.ts'
import { executionIntents } from './intents.ts'
import { acceptForm, queryForm } from './judge-forms.ts'
import { executionTodo } from './todo.ts'
import { executionViews } from './views.ts'
import { executionWording } from './wording.ts'

/** Chapter 5 of the regulation: goals are realised (Articles 18-20). `blobs` keeps the bytes of evidence. */
export function execution(deps: { readonly blobs: Blobs }): Chapter {
  return {
    name: 'execution',
    commands: [progressReport, progressReportMany, progressJudge, evidenceReceive, evidenceKeep],
    views: executionViews(deps.blobs),
    forms: [progressForm, acceptForm, queryForm],
    intents: executionIntents,
    todo: executionTodo,
    takesFile,
    answers: answersProgress,
    wording: executionWording,
  }
}

/** Evidence comes from whoever reports: a unit's contact or head, a task's owner. A workbook from the office is left to the roster. */
async function takesFile(db: Database, viewer: Viewer, file: SentFile) {
  const actor = await findActor(db, viewer)
  if (!actor || !(await maySendEvidence(db, viewer))) return undefined
  if (holds(actor, 'office') && /\.xlsx$/i.test(file.name)) return undefined
  const { key, messageId, kind, name } = file
  return { command: 'evidence.receive', with: { id: `${messageId}:${key}`, key, messageId, kind, name } }
}
