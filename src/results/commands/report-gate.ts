import * as z from 'zod'
import { command, type Meta, type Notice, type View } from '../../kernel/command.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { getActor, listHolders, listUnits } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { listGates } from '../queries.ts'
import {
  failNamed,
  type GateEvent,
  type GateFacts,
  type GateRefusal,
  type GateState,
  passRest,
  reportGate,
  type Said,
} from '../rules/gate.ts'
import { gateId, gateSubject } from '../subjects.ts'

export type GateDone = {
  readonly code: 'gate-reported'
  readonly area: string
  readonly reported: number
  /** Units of the area without an answer. */
  readonly silent: number
}

interface GateContext extends GateFacts {
  readonly by: Actor
  /** Whether every other area has an answer for every unit. */
  readonly othersComplete: boolean
  readonly office: readonly string[]
}

interface OfGate {
  readonly year: number
  readonly area: string
  /** The card's page, to come back to. */
  readonly page?: number
}

const ofGate = { year: z.int(), area: z.string(), page: z.int().min(1).exactOptional() }
const aVerdict = z.object({
  unit: z.string(),
  verdict: z.enum(['pass', 'fail']).nullable(),
  reason: z.string().trim().max(500),
})

export const reportGateCommand = command<
  OfGate & { readonly verdicts: readonly Said[] },
  GateState,
  GateEvent,
  GateRefusal,
  GateContext,
  GateDone
>({
  type: 'gate.report',
  payload: z.object({ ...ofGate, verdicts: z.array(aVerdict) }),
  on: gateSubject,
  id: ({ year, area }) => gateId(year, area),
  context: gateContext,
  decide: (state, payload, context, meta) => reportGate(state, payload, context.by, meta.at, context),
  tell: ({ payload, before, after, events, version, context }) =>
    tellGate(payload, before, after, events, version, context),
  onRefusal: ({ code }, payload) => (code === 'closed-gate' ? gateView(payload) : undefined),
})

export const passGateCommand = command<
  OfGate & { readonly units: readonly UnitId[] },
  GateState,
  GateEvent,
  GateRefusal,
  GateContext,
  GateDone
>({
  type: 'gate.pass',
  payload: z.object({ ...ofGate, units: z.array(z.string()) }),
  on: gateSubject,
  id: ({ year, area }) => gateId(year, area),
  context: gateContext,
  decide: (state, payload, context, meta) => passRest(state, payload, context.by, meta.at, context),
  tell: ({ payload, before, after, events, version, context }) =>
    tellGate(payload, before, after, events, version, context),
  onRefusal: ({ code }, payload) =>
    code === 'closed-gate' || code === 'empty-report' ? gateView(payload) : undefined,
})

export const failGateCommand = command<
  OfGate & { readonly text: string },
  GateState,
  GateEvent,
  GateRefusal,
  GateContext,
  GateDone
>({
  type: 'gate.fail',
  payload: z.object({ ...ofGate, text: z.string().max(20_000) }),
  on: gateSubject,
  id: ({ year, area }) => gateId(year, area),
  context: gateContext,
  decide: (state, payload, context, meta) => failNamed(state, payload, context.by, meta.at, context),
  tell: ({ payload, before, after, events, version, context }) =>
    tellGate(payload, before, after, events, version, context),
  onRefusal: ({ code }, payload) => (code === 'closed-gate' ? gateView(payload) : undefined),
})

async function gateContext(db: Database, { year, area }: OfGate, meta: Meta): Promise<GateContext> {
  const [by, open, units, gates, office] = await Promise.all([
    getActor(db, meta),
    findYear(db, year),
    listUnits(db),
    listGates(db, year),
    listHolders(db, 'office', '', meta.today),
  ])
  const areas = open?.policy.gateAreas ?? []
  const answered = new Set(gates.map((gate) => `${gate.area}:${gate.unit}`))
  const others = areas.filter((one) => one.key !== area)
  return {
    by,
    area: areas.find((one) => one.key === area),
    phase: open?.phase ?? 'setting',
    units: new Map(units.map((unit) => [unit.id, unit.name])),
    othersComplete: others.every((one) => units.every((unit) => answered.has(`${one.key}:${unit.id}`))),
    office: office.map((person) => person.id),
  }
}

function tellGate(
  payload: OfGate,
  before: GateState,
  after: GateState,
  events: readonly GateEvent[],
  version: number,
  { area, units, othersComplete, office }: GateContext,
) {
  const silentIn = (state: GateState): number =>
    [...units.keys()].filter((unit) => state.verdicts[unit] === undefined).length
  const completed = othersComplete && silentIn(before) > 0 && silentIn(after) === 0
  const reported = events.flatMap((event) => (event.type === 'gate.reported' ? event.verdicts : [])).length
  return {
    notices: completed ? office.map((to) => completeNotice(payload.year, version, to)) : [],
    answer: {
      done: {
        code: 'gate-reported' as const,
        area: area?.name ?? payload.area,
        reported,
        silent: silentIn(after),
      },
      show: gateView(payload),
    },
  }
}

/** The office learns that every area is in. */
const completeNotice = (year: Year, version: number, to: string): Notice => ({
  to,
  view: { name: 'results-gate', params: { year } },
  about: `results:${year}`,
  key: `gates-complete:${year}:${version}:${to}`,
})

/** As a report's own notices, for one that says something of several areas at once. */
export async function completedNotices(
  db: Database,
  year: Year,
  reported: readonly { readonly area: string; readonly state: GateState }[],
  { today, at }: Pick<Meta, 'today' | 'at'>,
): Promise<Notice[]> {
  const [open, units, gates, office] = await Promise.all([
    findYear(db, year),
    listUnits(db),
    listGates(db, year),
    listHolders(db, 'office', '', today),
  ])
  const before = new Set(gates.map((gate) => `${gate.area}:${gate.unit}`))
  const after = new Set([
    ...before,
    ...reported.flatMap(({ area, state }) => Object.keys(state.verdicts).map((unit) => `${area}:${unit}`)),
  ])
  const isComplete = (answers: ReadonlySet<string>): boolean =>
    (open?.policy.gateAreas ?? []).every(({ key }) => units.every(({ id }) => answers.has(`${key}:${id}`)))
  if (isComplete(before) || !isComplete(after)) return []
  return office.map(({ id: to }) => ({
    ...{ to, about: `results:${year}` as const, view: { name: 'results-gate', params: { year } } },
    key: `gates-complete:${year}:${at}:${to}`,
  }))
}

const gateView = ({ year, area, page }: OfGate): View => ({
  name: 'gate-report',
  params: { year, area, page: page ?? 1 },
})
