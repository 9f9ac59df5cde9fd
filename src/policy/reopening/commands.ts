/** `phase.reopen` and `phase.reclose`: a late unit finishes what the others have finished (rulebook 2). */
import * as z from 'zod'
import { type Command, command, type Meta, type Notice, type View } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import { findUnit, getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import {
  type ReopeningEvent,
  type ReopeningFacts,
  type ReopeningRefusal,
  reclosePhase,
  reopenPhase,
  type UnitPhase,
} from '../rules/reopening.ts'
import type { YearEvent, YearState } from '../rules/year.ts'
import { yearId, yearSubject } from '../subject.ts'
import type { ReopeningDone } from './done.ts'
import { listConcerned, loadReopeningFacts } from './queries.ts'

const aPlace = {
  year: z.int(),
  unit: z.string().max(100),
  phase: z.enum(['setting', 'execution', 'assessment']),
}
const aDay = z.custom<LocalDate>((text) => typeof text === 'string' && isLocalDate(text))

const openOf = (state: YearState) => (state.status === 'open' ? state : undefined)
const listView = (year: Year): View => ({ name: 'reopenings', params: { year } })

/** What of the unit is shown by its phase, and follows. */
const touched = (year: Year, unit: UnitId): SubjectId[] => [
  `plan:${year}:${unit}`,
  `account:${year}:${unit}`,
  `assessment:${year}:${unit}`,
]

export const reopenPhaseCommand = command<
  { year: number; unit: string; phase: UnitPhase; reason: string; until: LocalDate | null },
  YearState,
  YearEvent,
  ReopeningRefusal,
  { readonly by: Actor; readonly facts: ReopeningFacts; readonly people: readonly PersonId[] },
  ReopeningDone
>({
  type: 'phase.reopen',
  payload: z.object({
    ...aPlace,
    reason: z.string().trim().min(1).max(200),
    until: aDay.nullable().default(null),
  }),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year, unit }, meta) => ({
    by: await getActor(db, meta),
    facts: await loadReopeningFacts(db, year, unit),
    people: await listConcerned(db, unit, meta.today),
  }),
  decide: (state, { year: _, ...wish }, { by, facts }, { at, today }) =>
    reopenPhase(openOf(state), wish, by, { facts, at, today }),
  tell: ({ payload, context: { facts, people }, events, version, meta }) => {
    const { year, unit, phase } = payload
    const notices = tellPeople({ people, meta, year, version, event: eventIn(events) })
    const name = facts.unit?.name ?? unit
    return {
      notices,
      touches: touched(year, unit),
      answer: {
        done: { code: 'phase-reopened', unit: name, phase, told: notices.length },
        show: listView(year),
      },
    }
  },
  onRefusal: ({ code }, { year }) => (code === 'reopened-unit' ? listView(year) : undefined),
})

export const reclosePhaseCommand = command<
  { year: number; unit: string; phase: UnitPhase },
  YearState,
  YearEvent,
  ReopeningRefusal,
  { readonly by: Actor; readonly name: string; readonly people: readonly PersonId[] },
  ReopeningDone
>({
  type: 'phase.reclose',
  payload: z.object(aPlace),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { unit }, meta) => ({
    by: await getActor(db, meta),
    name: (await findUnit(db, unit))?.name ?? unit,
    people: await listConcerned(db, unit, meta.today),
  }),
  decide: (state, { unit, phase }, { by, name }, { at }) =>
    reclosePhase(openOf(state), { unit, phase }, by, { name, at }),
  tell: ({ payload: { year, unit, phase }, context: { name, people }, events, version, meta }) => ({
    notices: tellPeople({ people, meta, year, version, event: eventIn(events) }),
    touches: touched(year, unit),
    answer: { done: { code: 'phase-reclosed', unit: name, phase }, show: listView(year) },
  }),
  onRefusal: ({ code }, { year }) => (code === 'reclosed-unit' ? listView(year) : undefined),
})

export const reopeningCommands: readonly Command[] = [reopenPhaseCommand, reclosePhaseCommand]

const eventIn = (events: readonly YearEvent[]): ReopeningEvent | undefined =>
  events.find((event) => event.type === 'phase.reopened' || event.type === 'phase.reclosed')

interface Telling {
  readonly people: readonly PersonId[]
  readonly meta: Meta
  readonly year: Year
  readonly version: number
  readonly event: ReopeningEvent | undefined
}

/** The unit's own people, its leader in charge and its groups, but not who did it. */
function tellPeople({ people, meta, year, version, event }: Telling): Notice[] {
  if (!event) return []
  const { unit, phase } = event
  const words = event.type === 'phase.reopened' ? { reason: event.reason, until: event.until } : {}
  return people
    .filter((person) => person !== meta.by)
    .map((to) => ({
      to,
      view: { name: 'phase-reopened', params: { year, unit, phase, by: event.signed.name, ...words } },
      about: null,
      key: `reopening:${year}:${version}:${to}`,
    }))
}
