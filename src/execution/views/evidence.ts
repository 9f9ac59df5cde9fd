import * as z from 'zod'
import {
  type EvidenceGoal,
  type EvidenceReceivedFacts,
  evidenceReceivedCard,
} from '../../../cards/evidence-received.ts'
import { never } from '../../kernel/decision.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { localDateOf } from '../../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import { findGoal } from '../../planning/queries.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { findSeenGoal, listGoalsOf, listOwnUnits } from '../access.ts'
import { returnName, sayFile } from '../file-names.ts'
import { findEvidence, isLost, latestProgress } from '../queries.ts'
import { type EvidenceState, MAX_EVIDENCE_BYTES } from '../rules/evidence.ts'
import { evidence, evidenceId } from '../subject.ts'
import { reportOn } from './list.ts'
import { asCard, told } from './told.ts'

const MEGABYTE = 1024 * 1024
const TITLE = '佐证材料'

/** A file as it stands: offered for a goal, used, or refused. For whoever sent it. */
export const evidenceReceivedView = viewOf({
  name: 'evidence-received',
  params: z.object({ id: z.string() }),
  about: ({ id }) => evidenceId(id),
  async render(db, { id }, viewer) {
    const { state } = await foldSubject(db, evidence, evidenceId(id))
    return asCard(evidenceReceivedCard(await factsOf(db, id, state, viewer)))
  },
})

async function factsOf(
  db: Database,
  id: string,
  state: EvidenceState,
  viewer: Viewer,
): Promise<EvidenceReceivedFacts> {
  if (state.status === 'unknown' || state.person !== viewer.inNameOf) return { name: '', status: 'gone' }
  const name = sayFile(state)
  switch (state.status) {
    case 'refused': {
      const size = (state.size / MEGABYTE).toFixed(1)
      return { name, status: 'refused', empty: state.size === 0, size, limit: MAX_EVIDENCE_BYTES / MEGABYTE }
    }
    case 'awaited':
    case 'kept': {
      const kept = state.status === 'kept'
      if (!kept && (await isLost(db, id)))
        return { name, status: 'lost', limit: MAX_EVIDENCE_BYTES / MEGABYTE }
      if (state.goal === null)
        return { name, kind: state.kind, status: 'unused', kept, goals: await goalsFor(db, viewer) }
      const goal = await findGoal(db, state.goal)
      const open = { send: 'evidence-file', with: { id } } as const
      return { name, status: 'used', kept, goal: goal ? `目标${goal.number} ${goal.title}` : '目标', open }
    }
    default:
      return never(state)
  }
}

/** The goals that the viewer can report on now, with the one of the viewer's last report of the day marked. */
async function goalsFor(db: Database, viewer: Viewer): Promise<EvidenceGoal[]> {
  const [year, units] = await Promise.all([findCurrentYear(db), listOwnUnits(db, viewer)])
  if (year?.phase !== 'execution') return []
  const goals = await listGoalsOf(db, units)
  const latest = await latestProgress(
    db,
    goals.map((goal) => goal.id),
  )
  const own = [...latest.values()].filter(
    (report) => report.by_person === viewer.inNameOf && localDateOf(report.at) === viewer.today,
  )
  const recent = own.reduce<string | undefined>(
    (newest, { at }) => (newest === undefined || at > newest ? at : newest),
    undefined,
  )
  return goals.map((goal) => ({
    number: goal.number,
    title: goal.title,
    unit: goal.unit.name,
    report: reportOn(goal),
    recent: own.find((report) => report.at === recent)?.goal === goal.id,
  }))
}

const HIDDEN = '您无法查看这份材料。如职责有变，请联系领导小组办公室。'
const ON_ITS_WAY = '这份材料正在保存，请稍后再取。如一直取不到，请让报送人重新发送。'

/** The file itself: for whoever sent it, and whoever may see the progress that it supports. */
export const evidenceFileView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: 'evidence-file',
    params: z.object({ id: z.string() }),
    async render(db, { id }, viewer) {
      const file = await findEvidence(db, id)
      const own = file?.person === viewer.inNameOf
      const seen = own || (file?.goal ? await findSeenGoal(db, viewer, file.goal) : undefined)
      if (!file || !seen) return told(TITLE, HIDDEN)
      const bytes = file.sha256 === null ? undefined : await blobs.get(file.sha256)
      return bytes ? { kind: 'file', name: returnName(file, bytes), bytes } : told(TITLE, ON_ITS_WAY)
    },
  })
