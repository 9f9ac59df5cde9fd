import * as z from 'zod'
import { type Command, command, type Meta, type Notice, type View } from '../kernel/command.ts'
import type { PersonId, Year } from '../kernel/ids.ts'
import { getActor } from '../organization/queries.ts'
import type { Actor } from '../organization/rules/actor.ts'
import { isAnnounced, listGateReporters } from '../results/queries.ts'
import type { Database } from '../store/database.ts'
import type { Phase } from '../store/schema/policy.ts'
import { findCurrentYear, listPeopleInScheme, type OpenYear } from './queries.ts'
import { confirmPolicy } from './rules/confirm.ts'
import { REGULATION_DEFAULTS } from './rules/policy.ts'
import { enterPhase, openYear, type YearEvent, type YearRefusal, type YearState } from './rules/year.ts'
import { yearId, yearSubject } from './subject.ts'

export type PolicyDone =
  | { readonly code: 'year-opened'; readonly year: Year }
  | { readonly code: 'phase-entered'; readonly phase: Phase; readonly told: number }
  | { readonly code: 'policy-confirmed'; readonly notice: string }

const aYear = z.int().min(2000).max(2100)
const aPhase = z.enum(['setting', 'execution', 'assessment', 'results', 'closed'])

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

export const policyCommands: readonly Command[] = [openYearCommand, enterPhaseCommand, confirmPolicyCommand]
