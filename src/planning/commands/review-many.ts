/** 批量通过: several units' goals passed at once by their leader in charge, each unit with its own result. */
import * as z from 'zod'
import type { Command, Meta, Notice } from '../../kernel/command.ts'
import type { Decision } from '../../kernel/decision.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { getActor, listWorkItems } from '../../organization/queries.ts'
import { findYear } from '../../policy/queries.ts'
import { type Phases, phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import type { Audience } from '../context.ts'
import { listRatifiers, ratifiersOf } from '../leading-group.ts'
import { noticesOf } from '../notices.ts'
import { listVisibleSeats, type Seat } from '../places.ts'
import { findPlanHeads, headIn, type PlanHeads } from '../plan-heads.ts'
import { type BatchRefusal, goalsToReview, passWhole } from '../rules/batch.ts'
import type { Deciding } from '../rules/decide.ts'
import type { PlanEvent } from '../rules/plan.ts'
import { planId, planSubject } from '../subject.ts'
import type { BatchResult } from '../views/reviewed.ts'

const payload = z.object({
  year: z.int(),
  units: z.array(z.string().max(100)).max(100),
  /** By unit the mark of what the leader saw. */
  marks: z.record(z.string(), z.string().max(100)),
})
type Payload = z.infer<typeof payload>

interface UnitReview {
  readonly seat: Seat
  readonly decision: Decision<PlanEvent, BatchRefusal>
}

export const reviewPlansCommand: Command = {
  type: 'plans.review',
  payload,
  async prepare(db, raw, meta) {
    const wish = payload.parse(raw)
    if (wish.units.length === 0) return { refusal: { code: 'unchosen-units' } }
    const scene = await findScene(db, wish, meta)
    if (!scene) return { refusal: { code: 'unopened-plans' } }
    const reviews = scene.seats.map((seat) => reviewOf(wish, seat, scene))
    const absent = wish.units.filter((unit) => !scene.seats.some((seat) => seat.unit === unit))
    const results = [
      ...reviews.map((one) => resultOf(one, scene.heads)),
      ...absent.map((unit): BatchResult => ({ unit, goals: 0, why: 'absent', numbers: [] })),
    ]
    const show = {
      name: 'plans-reviewed',
      params: { year: wish.year, results: results.map((one) => ({ ...one })) },
    }
    const steps = reviews.flatMap((one) => stepOf(wish, one, scene))
    if (steps.length === 0) return { refusal: { code: 'nothing-passed' }, show }
    const passed = results.filter((one) => one.why === null)
    const goals = passed.reduce((sum, one) => sum + one.goals, 0)
    const done = { code: 'plans-reviewed', units: passed.length, goals, left: results.length - passed.length }
    return {
      change: {
        subjects: steps.map((step) => step.change),
        notices: steps.flatMap((step) => step.notices),
        answer: { done, show },
      },
    }
  },
}

interface Scene extends Omit<Deciding, 'place'> {
  readonly phases: Phases
  readonly seats: readonly Seat[]
  readonly heads: PlanHeads
  readonly audienceOf: (unit: UnitId) => Audience
}

/** Nothing is returned and nothing comes into force: only those who ratify are told. */
const NOBODY = { contacts: [], heads: [], convenors: [], members: [], leader: null }

async function findScene(db: Database, { year, units }: Payload, meta: Meta): Promise<Scene | undefined> {
  const [by, open, workItems] = await Promise.all([getActor(db, meta), findYear(db, year), listWorkItems(db)])
  if (!open) return undefined
  const [seats, heads, ratifiers] = await Promise.all([
    listVisibleSeats(db, by),
    findPlanHeads(db, year, units),
    listRatifiers(db, open.policy.ratification, meta.today),
  ])
  return {
    by,
    act: { by: by.id, name: by.name, at: meta.at },
    workItems,
    phases: open,
    seats: seats.filter((seat) => units.includes(seat.unit)),
    heads,
    audienceOf: (unit) => ({
      ...NOBODY,
      ratifiers: ratifiersOf(unit, open.policy.ratification, ratifiers),
    }),
  }
}

function reviewOf({ year, marks }: Payload, seat: Seat, { heads, phases, ...scene }: Scene): UnitReview {
  const { unit, kind, leader, group } = seat
  const place = { year, phase: phaseFor(phases, unit), unit, kind, leader, group }
  return { seat, decision: passWhole(headIn(heads, unit).state, marks[unit] ?? '', { ...scene, place }) }
}

function stepOf({ year }: Payload, { seat, decision }: UnitReview, { heads, audienceOf }: Scene) {
  if ('refusal' in decision) return []
  const { unit } = seat
  const subject = planId(year, unit)
  const head = headIn(heads, unit)
  const change = planSubject.change(subject, head, decision.events)
  const { version, state: after, events } = change
  const notices: Notice[] = noticesOf({
    ...{ year, unit, subject, version, before: head.state, after, audience: audienceOf(unit) },
    events: decision.events,
  })
  return events.length > 0 ? [{ change, notices }] : []
}

function resultOf({ seat, decision }: UnitReview, heads: PlanHeads): BatchResult {
  const goals = goalsToReview(headIn(heads, seat.unit).state).length
  if ('events' in decision) return { unit: seat.unit, goals, why: null, numbers: [] }
  const { refusal } = decision
  if (refusal.code === 'exceptional-goals')
    return { unit: seat.unit, goals, why: 'exceptional', numbers: [...refusal.numbers] }
  return { unit: seat.unit, goals, why: WHY[refusal.code] ?? 'closed', numbers: [] }
}

const WHY: { readonly [code: string]: 'changed' | 'decided' | 'absent' } = {
  'other-leader': 'absent',
  'own-unit-plan': 'absent',
  'stale-plan': 'changed',
  'empty-ballot': 'decided',
  'already-decided': 'decided',
  'ratified-plan': 'decided',
}
