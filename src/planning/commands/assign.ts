/** A special goal assigned by the school to one unit or to many at once, each unit with its own result (Article 14). */
import * as z from 'zod'
import type { Command, Meta } from '../../kernel/command.ts'
import type { Decision } from '../../kernel/decision.ts'
import { getActor } from '../../organization/queries.ts'
import { findYear } from '../../policy/queries.ts'
import { type Phases, phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import { chosenSeats, listAssignableSeats } from '../assign-form.ts'
import { type Audience, loadCatalogue } from '../context.ts'
import { noticesOf } from '../notices.ts'
import type { Seat } from '../places.ts'
import { findPlanHeads, headIn, type PlanHeads } from '../plan-heads.ts'
import { listUnitPeople } from '../queries/assigned.ts'
import { assignGoal } from '../rules/assign.ts'
import type { Drafting } from '../rules/draft.ts'
import type { GoalEntry } from '../rules/entry.ts'
import type { PlanEvent } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { planId, planSubject } from '../subject.ts'
import type { AssignedResult } from '../views/assigned.ts'
import { anEntry } from './draft.ts'

const payload = z.object({ year: z.int(), units: z.array(z.string().max(100)).max(1000), entry: anEntry })

interface Scene extends Omit<Drafting, 'place'> {
  readonly year: number
  readonly phases: Phases
  readonly seats: readonly Seat[]
  readonly heads: PlanHeads
  readonly people: Awaited<ReturnType<typeof listUnitPeople>>
}

interface Assignment {
  readonly seat: Seat
  readonly decision: Decision<PlanEvent, PlanningRefusal>
}

export const assignGoalCommand: Command = {
  type: 'goal.assign',
  payload,
  async prepare(db, raw, meta) {
    const { year, units, entry } = payload.parse(raw)
    if (units.length === 0) return { refusal: { code: 'unchosen-units' } }
    const scene = await findScene(db, year, units, meta)
    if ('refusal' in scene) return scene
    const assignments = scene.seats.map((seat) => assign(scene, seat, entry))
    const steps = assignments.flatMap((one) => stepOf(scene, one))
    const results = assignments.map(resultOf)
    const show = { name: 'goals-assigned', params: { year, results: results.map((one) => ({ ...one })) } }
    if (steps.length === 0) return { refusal: firstRefusal(assignments) }
    const left = results.length - steps.length
    return {
      change: {
        subjects: steps.map((step) => step.change),
        notices: steps.flatMap((step) => step.notices),
        answer: { done: { code: 'goals-assigned', units: steps.length, left }, show },
      },
    }
  },
}

async function findScene(
  db: Database,
  year: number,
  chosen: readonly string[],
  meta: Meta,
): Promise<Scene | { readonly refusal: PlanningRefusal }> {
  const [by, open, catalogue] = await Promise.all([
    getActor(db, meta),
    findYear(db, year),
    loadCatalogue(db, year),
  ])
  if (!open) return { refusal: { code: 'unopened-plans' } }
  const seats = chosenSeats(await listAssignableSeats(db, by), chosen)
  if (seats.length === 0) return { refusal: { code: 'other-assigner' } }
  const units = seats.map((seat) => seat.unit)
  const [heads, people] = await Promise.all([
    findPlanHeads(db, year, units),
    listUnitPeople(db, units, meta.today),
  ])
  const act = { by: by.id, name: by.name, at: meta.at }
  const { specialLimit } = open.policy
  return { by, act, catalogue, specialLimit, year, phases: open, seats, heads, people }
}

function assign(scene: Scene, seat: Seat, entry: GoalEntry): Assignment {
  const { heads, year, phases } = scene
  const { unit, kind, leader, group } = seat
  const drafting = { ...scene, place: { year, phase: phaseFor(phases, unit), unit, kind, leader, group } }
  return { seat, decision: assignGoal(headIn(heads, unit).state, entry, drafting) }
}

function stepOf(scene: Scene, { seat, decision }: Assignment) {
  if ('refusal' in decision) return []
  const { year, heads } = scene
  const subject = planId(year, seat.unit)
  const head = headIn(heads, seat.unit)
  const change = planSubject.change(subject, head, decision.events)
  const { version, state: after } = change
  const notices = noticesOf({
    ...{ year, unit: seat.unit, subject, version, before: head.state, after },
    events: decision.events,
    audience: audienceOf(scene, seat),
  })
  return [{ change, notices }]
}

function audienceOf({ people }: Scene, { unit, leader }: Seat): Audience {
  const ofUnit = people.filter((one) => one.unit === unit)
  const holding = (role: 'contact' | 'head') =>
    ofUnit.filter((one) => one.role === role).map((one) => one.person)
  return {
    contacts: holding('contact'),
    heads: holding('head'),
    ...{ convenors: [], members: [], ratifiers: [], leader },
  }
}

function resultOf({ seat: { unit }, decision }: Assignment): AssignedResult {
  if ('events' in decision) {
    const [event] = decision.events
    return { unit, goal: event?.type === 'goal.assigned' ? event.goal : null, why: null }
  }
  return { unit, goal: null, why: decision.refusal.code === 'ratified-plan' ? 'in-force' : 'closed' }
}

/** A fault of the goal is the same for every unit. */
function firstRefusal(assignments: readonly Assignment[]): PlanningRefusal {
  for (const { decision } of assignments) if ('refusal' in decision) return decision.refusal
  return { code: 'other-assigner' }
}
