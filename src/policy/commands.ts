import * as z from 'zod'
import { findAssessment, listFeedbackReaders } from '../assessment/queries.ts'
import { type Command, command, type Meta, type Notice, type View } from '../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../kernel/ids.ts'
import { findUnit, getActor } from '../organization/queries.ts'
import type { Actor } from '../organization/rules/actor.ts'
import { isAnnounced, isRatified, listGateReporters } from '../results/queries.ts'
import type { Database } from '../store/database.ts'
import type { Phase } from '../store/schema/policy.ts'
import { findCurrentYear, isScored, listPeopleInScheme, type OpenYear } from './queries.ts'
import { REGULATION_DEFAULTS } from './rules/policy.ts'
import {
  type CoefficientFacts,
  confirmPolicy,
  enterPhase,
  openYear,
  setCoefficients,
  type YearEvent,
  type YearRefusal,
  type YearState,
} from './rules/year.ts'
import { yearId, yearSubject } from './subject.ts'

export type PolicyDone =
  | { readonly code: 'year-opened'; readonly year: Year }
  | { readonly code: 'phase-entered'; readonly phase: Phase; readonly told: number }
  | { readonly code: 'coefficients-set'; readonly unit: string }
  | { readonly code: 'ratification-chosen' }
  | { readonly code: 'agreement-chosen' }
  | { readonly code: 'pay-chosen' }
  | { readonly code: 'values-chosen' }
  | { readonly code: 'policy-confirmed'; readonly notice: string }

const aYear = z.int().min(2000).max(2100)
const aPhase = z.enum(['setting', 'execution', 'assessment', 'results', 'closed'])
/** Ten-thousandths: 0.0001 to 9.9999. */
const aCoefficient = z.int().min(1).max(9_9999)

const actorOf = (db: Database, meta: Meta): Promise<Actor> => getActor(db, meta)
const phaseView = (year: Year): View => ({ name: 'phase', params: { year } })
const policyView = (year: Year): View => ({ name: 'policy', params: { year } })

export const openYearCommand = command<
  { year: number },
  YearState,
  YearEvent,
  YearRefusal,
  { by: Actor; last: OpenYear | undefined },
  PolicyDone
>({
  type: 'year.open',
  payload: z.object({ year: aYear }),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, _, meta) => ({ by: await actorOf(db, meta), last: await findCurrentYear(db) }),
  decide: (state, { year }, { by, last }) =>
    openYear(state, { year, policy: last?.policy ?? REGULATION_DEFAULTS }, by, last),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'year-opened', year }, show: phaseView(year) },
  }),
})

export const enterPhaseCommand = command<
  { year: number; phase: Phase; from: Phase },
  YearState,
  YearEvent,
  YearRefusal,
  { by: Actor; announced: boolean; people: readonly PersonId[]; reporters: readonly Reporter[] },
  PolicyDone
>({
  type: 'phase.enter',
  payload: z.object({ year: aYear, phase: aPhase, from: aPhase }),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year }, meta) => ({
    by: await actorOf(db, meta),
    announced: await isAnnounced(db, year),
    people: await listPeopleInScheme(db, meta.today),
    reporters: await listGateReporters(db, meta.today),
  }),
  decide: (state, payload, { by, announced }) => enterPhase(state, payload, by, announced),
  tell: ({ payload, after, context: { people, reporters }, version, meta }) => {
    const notices = phaseNotices(
      payload,
      version,
      people.filter((person) => person !== meta.by),
    )
    return {
      notices: [...notices, ...gateLists(payload, after, reporters)],
      answer: {
        done: { code: 'phase-entered', phase: payload.phase, told: notices.length },
        show: phaseView(payload.year),
      },
    }
  },
  onRefusal: ({ code }, { year }) =>
    code === 'same-phase' || code === 'stale-phase' ? phaseView(year) : undefined,
})

type Reporter = Awaited<ReturnType<typeof listGateReporters>>[number]

/** Article 31: with the assessment each lead unit gets its list, once a year. */
function gateLists(
  { year, phase }: { readonly year: Year; readonly phase: Phase },
  state: YearState,
  reporters: readonly Reporter[],
): Notice[] {
  if (phase !== 'assessment' || state.status === 'unopened') return []
  const areas = new Set(state.policy.gateAreas.map((area) => area.key))
  return reporters
    .filter(({ area }) => areas.has(area))
    .map(({ area, person: to }) => ({
      to,
      view: { name: 'gate-report', params: { year, area, page: 1 } },
      about: `gate:${year}:${area}`,
      key: `gate-list:${year}:${area}:${to}`,
      asks: [{ role: 'lead-unit', scope: area }],
    }))
}

function phaseNotices(
  { year, phase }: { readonly year: Year; readonly phase: Phase },
  version: number,
  people: readonly PersonId[],
): Notice[] {
  return people.map((to) => ({
    to,
    view: { name: 'phase-notice', params: { year, phase } },
    about: null,
    key: `phase:${year}:${version}:${to}`,
  }))
}

const assessmentOf = (year: Year, unit: UnitId): SubjectId => `assessment:${year}:${unit}`

/** Those of a unit that was assessed before its coefficients came, and has waited for its final score since. */
async function waitingReaders(
  db: Database,
  year: Year,
  unit: UnitId,
  { today }: Meta,
): Promise<readonly PersonId[]> {
  const { status } = await findAssessment(db, year, unit)
  return status === 'decided' ? listFeedbackReaders(db, unit, today) : []
}

export const setCoefficientsCommand = command<
  { year: number; unit: string; coefficients: { key: number; special: number; routine: number } },
  YearState,
  YearEvent,
  YearRefusal,
  CoefficientFacts & { readonly by: Actor; readonly readers: readonly PersonId[] },
  PolicyDone
>({
  type: 'coefficients.set',
  payload: z.object({
    year: aYear,
    unit: z.string(),
    coefficients: z.object({ key: aCoefficient, special: aCoefficient, routine: aCoefficient }),
  }),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year, unit }, meta) => ({
    by: await actorOf(db, meta),
    unit: (await findUnit(db, unit)) ?? { name: unit, kind: 'support' as const, active: 0 as const },
    scored: await isScored(db, year, unit),
    ratified: await isRatified(db, year),
    readers: await waitingReaders(db, year, unit, meta),
  }),
  decide: (state, payload, { by, ...facts }) => setCoefficients(state, payload, by, facts),
  tell: ({ payload: { year, unit: id }, context: { unit, readers }, version }) => ({
    notices: readers.map((to) => ({
      to,
      view: { name: 'feedback', params: { year, unit: id } },
      about: assessmentOf(year, id),
      key: `final-score:${year}:${id}:${version}:${to}`,
    })),
    touches: [assessmentOf(year, id)],
    answer: {
      done: { code: 'coefficients-set', unit: unit.name },
      show: { name: 'coefficients', params: { year } },
    },
  }),
})

export const confirmPolicyCommand = command<
  { year: number; notice: string; seen: string },
  YearState,
  YearEvent,
  YearRefusal,
  { by: Actor },
  PolicyDone
>({
  type: 'policy.confirm',
  payload: z.object({ year: aYear, notice: z.string().trim().min(1).max(60), seen: z.string() }),
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, _, meta) => ({ by: await actorOf(db, meta) }),
  decide: (state, payload, { by }, meta) => confirmPolicy(state, payload, by, meta.at),
  tell: ({ payload: { year, notice } }) => ({
    answer: { done: { code: 'policy-confirmed', notice }, show: policyView(year) },
  }),
  onRefusal: ({ code }, { year }) =>
    code === 'stale-policy' || code === 'confirmed-policy' ? policyView(year) : undefined,
})

export const policyCommands: readonly Command[] = [
  openYearCommand,
  enterPhaseCommand,
  setCoefficientsCommand,
  confirmPolicyCommand,
]
