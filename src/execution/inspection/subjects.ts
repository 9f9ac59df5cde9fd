import type { SubjectId, Year } from '../../kernel/ids.ts'
import { type Subject, subjectOf } from '../../kernel/subject.ts'
import { deleteNote, insertInspectedUnits, upsertFinding, upsertInspection } from './rows.ts'
import {
  evolveFinding,
  type FindingEvent,
  type FindingState,
  isPublished,
  movedAt,
  UNKNOWN_FINDING,
} from './rules/finding.ts'
import {
  evolveInspection,
  type InspectionEvent,
  type InspectionState,
  inspectedUnits,
  UNPLANNED,
} from './rules/inspection.ts'

export const inspectionId = (year: Year, number: number): SubjectId => `inspection:${year}:${number}`
export const findingId = (year: Year, number: number): SubjectId => `finding:${year}:${number}`

/** `inspection:<year>:<number>` */
export const inspectionSubject: Subject<InspectionState, InspectionEvent> = subjectOf({
  kind: 'inspection',
  initial: UNPLANNED,
  evolve: evolveInspection,
  rows({ subject: id, after }) {
    if (after.status === 'none' || after.status === 'witnessed') return []
    const { plan, status } = after
    const held_on = plan.kind === 'visit' ? plan.on : null
    const { at: moved_at } =
      ('end' in after && after.end.act) || ('witness' in after && after.witness.act) || plan.act
    const { year, number, kind, purpose } = plan
    return [
      upsertInspection({ id, year, number, body: plan.body.id, kind, status, purpose, held_on, moved_at }),
      insertInspectedUnits({ inspection: id, units: JSON.stringify(inspectedUnits(after)) }),
    ]
  },
})

/** `finding:<year>:<number>`. A note leaves no row here; its own table is written beside the journal, and cleared by it. */
export const findingSubject: Subject<FindingState, FindingEvent> = subjectOf({
  kind: 'finding',
  initial: UNKNOWN_FINDING,
  evolve: evolveFinding,
  rows({ subject: id, after }) {
    if (after.status === 'dropped') return [deleteNote({ id })]
    if (!isPublished(after)) return []
    const { year, number, inspection, unit, goal, kind, severity, fact, body, act } = after.finding
    const row = { id, year, number, inspection, unit, kind, severity, fact, status: after.status }
    const due_on = 'dueOn' in after ? after.dueOn : null
    const published = { published_by: act.by, published_at: act.at }
    return [
      deleteNote({ id }),
      upsertFinding({
        ...row,
        ...published,
        moved_at: movedAt(after),
        body: body.id,
        goal: goal?.id ?? null,
        due_on,
      }),
    ]
  },
})
