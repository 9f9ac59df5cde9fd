/** `check.draw` and `inspection.end`. */
import * as z from 'zod'
import { type Command, command, type Meta, type Notice, type Prepared } from '../../../kernel/command.ts'
import type { SubjectId } from '../../../kernel/ids.ts'
import { journalEntries } from '../../../kernel/journal.ts'
import { foldSubject, type Head } from '../../../kernel/subject.ts'
import { getActor } from '../../../organization/queries.ts'
import { findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { countFindingsFrom } from '../../queries/findings.ts'
import { actingOn } from '../acting.ts'
import type { InspectionDone } from '../done.ts'
import { drawIds } from '../draw.ts'
import { askedBody, inspectionNotices, listUnitPeople } from '../notices.ts'
import { listPeopleOf } from '../queries/bodies.ts'
import {
  evolveInspection,
  type InspectionEvent,
  type InspectionState,
  inspectedUnits,
} from '../rules/inspection.ts'
import { drawCheck, endInspection, type WitnessRefusal, witnessCheck } from '../rules/witness.ts'
import { inspectionSubject } from '../subjects.ts'

const id = z.templateLiteral(['inspection:', z.int(), ':', z.int()])
const shown = (inspection: SubjectId) => ({ name: 'inspection', params: { inspection } })

const draw = z.object({ inspection: id, said: z.string().trim().max(40) })

/**
 * The witness names a number, and the check is drawn in the same commit. The seed is the hash of the witness's own
 * journal entry: it holds the number, the moment and the delivery's id, so that neither inspector nor witness can
 * choose it, and the chain keeps it.
 */
export const checkDraw: Command = {
  type: 'check.draw',
  payload: draw,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { inspection, said } = draw.parse(raw)
    const [head, by, phase] = await Promise.all([
      foldSubject(db, inspectionSubject, inspection),
      getActor(db, meta),
      phaseOf(db, inspection),
    ])
    const people = await listPeopleOf(db, head.state, meta.today)
    const decision = witnessCheck(head.state, said, { by, at: meta.at, phase, people })
    if ('refusal' in decision) return refusing(decision.refusal, inspection)
    return { change: await drawn(db, inspection, head, decision.events, meta) }
  },
}

async function drawn(
  db: Database,
  inspection: SubjectId,
  head: Head<InspectionState>,
  witnessed: readonly InspectionEvent[],
  meta: Meta,
) {
  const spoken = witnessed.reduce(evolveInspection, head.state)
  if (spoken.status !== 'witnessed') throw new Error(`${inspection} was witnessed and is ${spoken.status}`)
  const { plan } = spoken
  const seed = journalEntries(inspection, head, witnessed, meta).at(-1)?.hash ?? ''
  const ids = drawIds(
    plan.population.map((one) => one.id),
    seed,
    plan.places,
  )
  const change = inspectionSubject.change(inspection, head, [...witnessed, ...drawCheck(spoken, seed, ids)])
  const units = await listUnitPeople(db, inspectedUnits(change.state), meta.today)
  const told = [...plan.inspectors.map((one) => one.id), ...units]
  const done: InspectionDone = { code: 'check-drawn', picked: ids.length }
  return {
    subjects: [change],
    notices: inspectionNotices(inspection, 'drawn', told, meta.by, askedBody(plan.body)),
    answer: { done, show: shown(inspection) },
  }
}

/** Where somebody was faster, the present card stands in the place of the tapped one. */
function refusing(refusal: WitnessRefusal, inspection: SubjectId): Prepared {
  const over = refusal.code === 'drawn-check' || refusal.code === 'ended-inspection'
  return over ? { refusal, show: shown(inspection) } : { refusal }
}

async function phaseOf(db: Database, inspection: string) {
  return (await findYear(db, Number(inspection.split(':')[1])))?.phase ?? 'closed'
}

/** Done, with a summary; or cancelled, with a reason. Units and inspectors who were told of it are told of its end. */
export const inspectionEnd = command({
  type: 'inspection.end',
  payload: z.object({
    inspection: id,
    how: z.enum(['done', 'cancelled']),
    words: z.string().trim().max(1000),
  }),
  on: inspectionSubject,
  id: ({ inspection }) => inspection,
  async context(db, { inspection }, meta, state) {
    const [inspecting, findings, units] = await Promise.all([
      actingOn(db, inspection, meta),
      countFindingsFrom(db, inspection),
      listUnitPeople(db, inspectedUnits(state), meta.today),
    ])
    const inspectors = state.status === 'none' ? [] : state.plan.inspectors.map((one) => one.id)
    return { inspecting, findings, told: [...units, ...inspectors] }
  },
  decide: (state, { how, words }, { inspecting, findings }) =>
    endInspection(state, how, words, { ...inspecting, findings }),
  tell: ({ payload: { how }, subject, context: { told }, meta }) => {
    const notices: Notice[] = inspectionNotices(subject, how, told, meta.by)
    const done: InspectionDone = { code: 'inspection-ended', how }
    return { notices, answer: { done, show: shown(subject) } }
  },
  onRefusal: (refusal, { inspection }) =>
    refusal.code === 'ended-inspection' || refusal.code === 'drawn-check' ? shown(inspection) : undefined,
})
