/** `visit.plan` and `check.state`: what will be inspected, by whom and why, on record before anything is looked at. */
import * as z from 'zod'
import type { AskedDuty, Command, Meta, Notice, Prepared } from '../../../kernel/command.ts'
import type { Decision } from '../../../kernel/decision.ts'
import type { PersonId, SubjectId } from '../../../kernel/ids.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { isLocalDate } from '../../../kernel/time.ts'
import { listHolders } from '../../../organization/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import type { InspectionDone } from '../done.ts'
import { listHash } from '../draw.ts'
import { askedBody, inspectionNotices, listUnitPeople } from '../notices.ts'
import { getInspecting, listBodies, listBodyUnits, listInspectors } from '../queries/bodies.ts'
import { isVisitPlanned, nextNumber } from '../queries/inspections.ts'
import { listCandidateGoals } from '../queries/targets.ts'
import type { Candidate, InspectionEvent } from '../rules/inspection.ts'
import {
  type CheckPlan,
  MAX_PURPOSE,
  MOST_PLACES,
  type PlanContext,
  type PlanRefusal,
  planVisit,
  stateCheck,
} from '../rules/plan.ts'
import { inspectionId, inspectionSubject } from '../subjects.ts'

const words = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length <= most)

const team = {
  body: z.string(),
  inspectors: z.array(z.string()).max(50),
  purpose: words(MAX_PURPOSE),
}

const visit = z.object({ ...team, unit: z.string(), on: z.string().refine(isLocalDate) })

export const visitPlan: Command = {
  type: 'visit.plan',
  payload: visit,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { unit: wanted, on, ...asked } = visit.parse(raw)
    const context = await planContext(db, asked.body, meta)
    if (!context) return { refusal: { code: 'unknown-body' } satisfies PlanRefusal }
    const [units, planned] = await Promise.all([
      listBodyUnits(db, context.body),
      isVisitPlanned(db, asked.body, wanted, on),
    ])
    const unit = units.find((one) => one.id === wanted)
    const told = [...asked.inspectors, ...(await listUnitPeople(db, [wanted], meta.today))]
    return recording(db, planVisit({ ...asked, unit, on, planned }, context), context, meta, {
      done: { code: 'visit-planned', unit: unit?.name ?? wanted },
      told,
      asks: askedBody(context.body),
    })
  },
}

const check = z.object({
  ...team,
  of: z.enum(['units', 'goals']),
  types: z.array(z.enum(['key', 'special', 'routine'])).default([]),
  kinds: z.array(z.enum(['teaching', 'hospital', 'party', 'administrative', 'support'])).default([]),
  places: z.int().min(1).max(MOST_PLACES),
})

export const checkState: Command = {
  type: 'check.state',
  payload: check,
  async prepare(db, raw, meta): Promise<Prepared> {
    const plan = check.parse(raw)
    const context = await planContext(db, plan.body, meta)
    if (!context) return { refusal: { code: 'unknown-body' } satisfies PlanRefusal }
    const candidates = await candidatesFor(db, context, plan)
    const decision = stateCheck(plan, candidates, listHash, context)
    const [event] = 'events' in decision ? decision.events : []
    const population = event?.type === 'check.stated' ? event.plan.population.length : 0
    const office = await listHolders(db, 'office', '', meta.today)
    return recording(db, decision, context, meta, {
      done: { code: 'check-stated', population },
      told: [...plan.inspectors, ...office.map((one) => one.id)],
      asks: [{ role: 'office' }],
    })
  },
}

/** All goals where no type is chosen, all of the body's units where no kind is. */
async function candidatesFor(
  db: Database,
  { body, year }: PlanContext,
  { of, kinds, types }: CheckPlan,
): Promise<Candidate[]> {
  const units = (await listBodyUnits(db, body)).filter(
    (unit) => kinds.length === 0 || kinds.includes(unit.kind),
  )
  const ids = units.map((unit) => unit.id)
  if (of === 'units') return ids.map((id) => ({ id, unit: id }))
  return listCandidateGoals(db, year, ids, types.length === 0 ? ['key', 'special', 'routine'] : types)
}

async function planContext(db: Database, wanted: string, meta: Meta): Promise<PlanContext | undefined> {
  const [open, [body], inspecting] = await Promise.all([
    findCurrentYear(db),
    listBodies(db, [wanted]),
    getInspecting(db, meta),
  ])
  if (!open || !body) return undefined
  const { year, phase } = open
  const [number, people] = await Promise.all([
    nextNumber(db, 'inspection', year),
    listInspectors(db, body, meta.today),
  ])
  return { year, phase, number, body, ...inspecting, people, at: meta.at, today: meta.today }
}

interface Telling {
  readonly done: InspectionDone
  readonly told: readonly PersonId[]
  readonly asks: readonly AskedDuty[]
}

async function recording(
  db: Database,
  decision: Decision<InspectionEvent, PlanRefusal>,
  { year, number }: PlanContext,
  meta: Meta,
  { done, told, asks }: Telling,
): Promise<Prepared> {
  if ('refusal' in decision) return { refusal: decision.refusal }
  const id: SubjectId = inspectionId(year, number)
  const head = await foldSubject(db, inspectionSubject, id)
  const notices: Notice[] = inspectionNotices(id, 'planned', told, meta.by, asks)
  return {
    change: {
      subjects: [inspectionSubject.change(id, head, decision.events)],
      notices,
      answer: { done, show: { name: 'inspection', params: { inspection: id } } },
    },
  }
}
