/** `finding`: what was published, for those who may see it; a note that was not, for its author alone. */
import * as z from 'zod'
import {
  type InspectionNoteFacts,
  inspectionFindingCard,
  inspectionNoteCard,
} from '../../../../cards/inspection-finding.ts'
import { inspectionName } from '../../../../cards/inspection-words.ts'
import type { Message } from '../../../../cards/kit.ts'
import { sayDate } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { asCard, told } from '../../views/told.ts'
import { noteHash } from '../draw.ts'
import { namedFiles } from '../files.ts'
import { findInspection } from '../queries/inspections.ts'
import { findFinding, findNote, type KeptNote } from '../queries/notes.ts'
import { seesFinding } from '../reach.ts'
import { isPublished } from '../rules/finding.ts'
import { missingIn } from '../rules/note.ts'
import { MISSING } from '../wording.ts'
import { findingFacts } from './finding-facts.ts'

const TITLE = '督查发现'
const HIDDEN = '没有找到可由您查看的这条记录。发送「督查发现」可查看列表。'

export const findingView = viewOf({
  name: 'finding',
  params: z.object({
    finding: z.templateLiteral(['finding:', z.int(), ':', z.int()]),
    page: z.int().min(0).default(0),
  }),
  about: ({ finding }) => finding,
  async render(db, { finding, page }, viewer): Promise<Message> {
    const state = await findFinding(db, finding)
    if (isPublished(state)) {
      if (!(await seesFinding(db, state.finding, viewer))) return told(TITLE, HIDDEN)
      return asCard(inspectionFindingCard(await findingFacts(db, finding, state, { viewer, page })))
    }
    // Whoever else asks learns nothing, not even whether there is a note.
    if (state.status === 'none' || state.author !== viewer.by) return told(TITLE, HIDDEN)
    const kept = await findNote(db, finding, viewer.by)
    if (!kept) return told('督查记录', '这条记录已删除。')
    return asCard(inspectionNoteCard(await noteFacts(db, finding, kept, viewer)))
  },
})

async function noteFacts(
  db: Database,
  finding: string,
  { note, text }: KeptNote,
  { today }: Viewer,
): Promise<InspectionNoteFacts> {
  const { inspection, unit, unitName, goal, kind, severity, fact, demand, dueOn, evidence } = note
  const [state, files] = await Promise.all([findInspection(db, inspection), namedFiles(db, evidence)])
  const demanded = kind === 'rectification'
  const overdue = demanded && dueOn !== null && dueOn < today
  return {
    ...{ unit: unitName, kind, severity: kind === 'good' ? null : severity, fact },
    goal: goal ? `目标${goal.number} ${goal.title}` : '',
    inspection: {
      name:
        state.status === 'none' ? '' : inspectionName(state.plan.kind, state.plan.year, state.plan.number),
      open: { show: 'inspection', with: { inspection } },
    },
    demand: demanded ? demand : '',
    due: demanded && dueOn !== null ? sayDate(dueOn) : '',
    files: files.map((one) => one.name),
    missing: [
      ...missingIn(note).map((one) => MISSING[one]),
      ...(overdue ? ['新的整改期限（原期限已过）'] : []),
    ],
    publish: { do: 'finding.publish', with: { finding, seen: noteHash(text) } },
    change: { show: 'form', with: { form: 'finding_note', params: { inspection, unit, finding } } },
    drop: { finding },
  }
}
