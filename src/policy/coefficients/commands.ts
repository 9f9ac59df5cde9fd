/** The coefficients of one unit, and last year's taken over (Article 24). */
import * as z from 'zod'
import { command } from '../../kernel/command.ts'
import { findUnit, getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { isRatified } from '../../results/queries.ts'
import { findYear, isScored } from '../queries.ts'
import {
  adoptSuggested,
  type CoefficientFacts,
  type ListFacts,
  setCoefficients,
} from '../rules/set-coefficients.ts'
import type { YearEvent, YearRefusal, YearState } from '../rules/year.ts'
import { yearId, yearSubject } from '../subject.ts'
import { coefficientUnits } from './list.ts'
import { assessmentOf, completedNotices, type Waiting, waitingUnit, waitingUnits } from './notices.ts'

export type CoefficientsDone =
  | { readonly code: 'coefficients-set'; readonly unit: string }
  | { readonly code: 'coefficients-adopted'; readonly units: number }

const aYear = z.int().min(2000).max(2100)
/** Ten-thousandths: 0.0001 to 9.9999. */
const aCoefficient = z.int().min(1).max(9_9999)

interface Acting {
  readonly by: Actor
  readonly waiting: readonly Waiting[]
}

const setPayload = z.object({
  year: aYear,
  unit: z.string(),
  coefficients: z.object({ key: aCoefficient, special: aCoefficient, routine: aCoefficient }),
})

export const setCoefficientsCommand = command<
  z.infer<typeof setPayload>,
  YearState,
  YearEvent,
  YearRefusal,
  CoefficientFacts & Acting,
  CoefficientsDone
>({
  type: 'coefficients.set',
  payload: setPayload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year, unit }, meta) => ({
    by: await getActor(db, meta),
    unit: (await findUnit(db, unit)) ?? { name: unit, kind: 'support' as const, active: 0 as const },
    scored: await isScored(db, year, unit),
    ratified: await isRatified(db, year),
    waiting: await waitingUnit(db, year, unit, meta),
  }),
  decide: (state, payload, { by, ...facts }) => setCoefficients(state, payload, by, facts),
  tell: ({ payload: { year, unit: id }, context: { unit, waiting }, version }) => ({
    notices: completedNotices(year, waiting, version),
    touches: [assessmentOf(year, id)],
    answer: {
      done: { code: 'coefficients-set', unit: unit.name },
      show: { name: 'coefficients', params: { year } },
    },
  }),
})

const adoptPayload = z.object({ year: aYear, notice: z.string().trim().min(1).max(60), seen: z.string() })

export const adoptCoefficientsCommand = command<
  z.infer<typeof adoptPayload>,
  YearState,
  YearEvent,
  YearRefusal,
  ListFacts & Acting,
  CoefficientsDone
>({
  type: 'coefficients.adopt',
  payload: adoptPayload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year }, meta) => {
    const suggested = (await findYear(db, year))?.suggested ?? {}
    return {
      by: await getActor(db, meta),
      units: await coefficientUnits(db, year),
      ratified: await isRatified(db, year),
      waiting: await waitingUnits(db, year, new Set(Object.keys(suggested)), meta),
    }
  },
  decide: (state, payload, { by, ...facts }) => adoptSuggested(state, payload, by, facts),
  tell: ({ payload: { year }, events, context: { waiting }, version }) => ({
    notices: completedNotices(year, waiting, version),
    touches: waiting.map(({ unit }) => assessmentOf(year, unit)),
    answer: {
      done: { code: 'coefficients-adopted', units: countListed(events) },
      show: { name: 'coefficients', params: { year } },
    },
  }),
  onRefusal: ({ code }, { year }) =>
    code === 'office-only' || code === 'unopened-year'
      ? undefined
      : { name: 'coefficients', params: { year } },
})

const countListed = (events: readonly YearEvent[]): number =>
  events.reduce(
    (sum, event) =>
      event.type === 'coefficients.listed' ? sum + Object.keys(event.coefficients).length : sum,
    0,
  )
