import type { Chapter, SentFile } from '../kernel/chapter.ts'
import type { Viewer } from '../kernel/view.ts'
import { findActor } from '../organization/queries.ts'
import { holds, scopesOf } from '../organization/rules/actor.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import { evidenceKeep, evidenceReceive } from './commands/evidence.ts'
import { progressReport } from './commands/report.ts'
import { progressForm } from './form.ts'
import { executionIntents } from './intents.ts'
import { silentGoals } from './todo.ts'
import { executionViews } from './views.ts'
import { executionWording } from './wording.ts'

/** Chapter 5 of the regulation: goals are realised (Articles 18-20). `blobs` keeps the bytes of evidence. */
export function execution(deps: { readonly blobs: Blobs }): Chapter {
  return {
    name: 'execution',
    commands: [progressReport, evidenceReceive, evidenceKeep],
    views: executionViews(deps.blobs),
    forms: [progressForm],
    intents: executionIntents,
    todo: silentGoals,
    takesFile,
    wording: executionWording,
  }
}

/** Evidence comes from a unit's contact or head; a workbook from the office is left to the roster. */
async function takesFile(db: Database, viewer: Viewer, file: SentFile) {
  const actor = await findActor(db, viewer)
  if (!actor || scopesOf(actor, 'contact', 'head').length === 0) return undefined
  if (holds(actor, 'office') && /\.xlsx$/i.test(file.name)) return undefined
  const { key, messageId, kind, name } = file
  return { command: 'evidence.receive', with: { id: `${messageId}:${key}`, key, messageId, kind, name } }
}
