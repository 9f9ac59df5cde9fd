/** Anybody does anything in any order, by the rules alone: for properties of appeals. */
import fc from 'fast-check'
import {
  type AppealState,
  liveRound,
  NO_APPEAL,
  unweighed,
} from '../../src/assessment/appeal/rules/appeal.ts'
import { decideAppeal, finalNow } from '../../src/assessment/appeal/rules/decide.ts'
import { standingDeductions } from '../../src/assessment/appeal/rules/deductions.ts'
import {
  type Both,
  draftAppeal,
  type Moving,
  sendAppeal,
  withdrawAppeal,
} from '../../src/assessment/appeal/rules/draft.ts'
import { evolveAppeal } from '../../src/assessment/appeal/rules/evolve-appeal.ts'
import { objectToOutcome, putOutcome, secondOutcome } from '../../src/assessment/appeal/rules/group.ts'
import type { Hearing, Who } from '../../src/assessment/appeal/rules/hearing.ts'
import { routeAppeal, takeOver } from '../../src/assessment/appeal/rules/route.ts'
import { weighAppeal } from '../../src/assessment/appeal/rules/weigh.ts'
import { noteSilence, reopenAnswering } from '../../src/assessment/appeal/rules/window.ts'
import { versionsOf } from '../../src/assessment/rules/answering.ts'
import { type Decided, evolveAssessment } from '../../src/assessment/rules/assessment.ts'
import type { Entries } from '../../src/assessment/rules/entry.ts'
import type { Instant } from '../../src/kernel/time.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { goalsOf } from './world.ts'

const GROUP = ['W1', 'W2', 'W3'].map((id) => ({ id, name: id }))
const PANEL = { group: 'WG', name: '工作组', assessors: GROUP, convenors: ['W1'], recused: [] }

export function decided(deductions: readonly (readonly number[])[]): Decided {
  const goals = goalsOf('JX01')
  const agreed: Entries = Object.fromEntries(
    goals.map((goal, at) => [
      goal.id,
      {
        kind: 'deductions' as const,
        deductions: (deductions[at] ?? []).map((points, n) => ({
          points,
          reason: `原因${n}`,
          criterion: '标准',
        })),
      },
    ]),
  )
  return {
    status: 'decided',
    regime: 'standard',
    goals,
    present: GROUP,
    excused: [],
    recused: [],
    quorum: 2,
    sheets: {},
    openedBy: { id: 'W1', name: 'W1' },
    openedAt: '2026-12-01T00:00:00.000Z',
    rounds: [],
    decidedAt: '2026-12-01T02:00:00.000Z',
    agreed,
    final: 100_00,
    received: null,
  }
}

const nobody: Omit<Who, 'signed'> = {
  inUnit: null,
  routes: false,
  decides: false,
  seat: null,
  convenes: false,
  barred: false,
  leads: false,
  office: false,
  leader: false,
}
const PEOPLE: { readonly [id: string]: Partial<Who> } = {
  H: { inUnit: 'head' },
  C: { inUnit: 'contact' },
  O: { routes: true, office: true },
  L: { decides: true, leader: true },
  X: {},
  ...Object.fromEntries(GROUP.map((one) => [one.id, { seat: one, convenes: one.id === 'W1' }])),
}

export interface Model {
  readonly scores: Decided
  readonly appeals: readonly AppealState[]
}

type Act = (facts: Hearing, pick: number) => Moving

const alone = (decision: { readonly events: Both['ofAppeal'] } | { readonly refusal: never }): Moving =>
  'refusal' in decision ? decision : { ofAppeal: decision.events, ofScores: [] }
const ofScores = (decision: { readonly events: Both['ofScores'] } | { readonly refusal: never }): Moving =>
  'refusal' in decision ? decision : { ofAppeal: [], ofScores: decision.events }

const ACTS: { readonly [name: string]: Act } = {
  draft: (facts, pick) => {
    const { assessment } = facts
    const all = assessment.status === 'decided' ? standingDeductions(assessment) : []
    const places = all.filter((_, at) => (pick >> at) & 1).map((one) => one.place)
    const version = assessment.status === 'decided' ? versionsOf(assessment).length : 1
    return alone(draftAppeal({ places, why: '理由', evidence: [], version }, facts) as never)
  },
  send: sendAppeal,
  withdraw: withdrawAppeal,
  route: (facts, pick) => alone(routeAppeal(pick % 2 === 0 ? 'group' : 'leaders', '', facts) as never),
  takeOver: (facts) => alone(takeOver('理由', facts) as never),
  weigh: (facts, pick) => {
    const items = 'items' in facts.appeal ? facts.appeal.items : []
    const typed = items.map(({ place, points }, at) => ({
      place,
      points: (pick >> at) & 1 ? Math.floor(points / ((pick % 3) + 1)) - (pick % 7 === 0 ? -1_00 : 0) : null,
      reason: '理由',
    }))
    return alone(weighAppeal(typed, facts) as never)
  },
  put: (facts) => alone(putOutcome({ absent: [], excused: '' }, facts) as never),
  second: (facts) => secondOutcome('rounds' in facts.appeal ? (facts.appeal.rounds?.length ?? 0) : 0, facts),
  object: (facts) => {
    const round = 'rounds' in facts.appeal ? (facts.appeal.rounds?.length ?? 0) : 0
    return alone(objectToOutcome({ round, words: '异议' }, facts) as never)
  },
  decide: (facts) => decideAppeal({ seen: 'same', present: 'same' }, facts),
  silence: (facts) => ofScores(noteSilence(facts, true) as never),
  reopen: (facts) => ofScores(reopenAnswering('理由', facts) as never),
}

interface Step {
  readonly act: string
  readonly person: string
  readonly pick: number
  readonly late: boolean
}

const aStep = fc.record({
  act: fc.oneof({ weight: 5, arbitrary: fc.constant('next') }, fc.constantFrom(...Object.keys(ACTS))),
  person: fc.constantFrom(...Object.keys(PEOPLE), 'H', 'W1', 'L'),
  pick: fc.integer({ min: 0, max: 255 }),
  late: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
})

/** The person who may do it, more often than chance. */
const RIGHT: { readonly [act: string]: readonly string[] } = {
  draft: ['H', 'C'],
  send: ['H'],
  route: ['O'],
  weigh: ['W1', 'L'],
  put: ['W1'],
  second: ['W2', 'W3'],
  decide: ['L'],
}

/** What an appeal that goes its way comes to next. */
function nextAct(state: AppealState): string {
  switch (state.status) {
    case 'none':
    case 'decided':
    case 'withdrawn':
      return 'draft'
    case 'draft':
      return 'send'
    case 'sent':
      return 'route'
    case 'agreed':
      return 'decide'
    case 'with-leaders':
      return unweighed(state.items, state.verdicts).length > 0 ? 'weigh' : 'decide'
    case 'with-group':
      if (liveRound(state)) return 'second'
      return unweighed(state.items, state.verdicts).length > 0 ? 'weigh' : 'put'
  }
}

export function after(model: Model, step: Step, at: Instant): Model {
  const { person, pick, late } = step
  const act = step.act === 'next' ? nextAct(model.appeals.at(-1) ?? NO_APPEAL) : step.act
  const likely = RIGHT[act]
  const id = likely && pick % 4 !== 0 ? (likely[pick % likely.length] ?? person) : person
  const last = model.appeals.at(-1)
  const ended = last === undefined || last.status === 'decided' || last.status === 'withdrawn'
  const number = ended ? model.appeals.length + 1 : model.appeals.length
  const appeal: AppealState = ended ? NO_APPEAL : last
  const facts: Hearing = {
    ...{
      year: 2026,
      unit: 'JX01',
      unitName: '药学院',
      number,
      phase: 'assessment',
      policy: REGULATION_DEFAULTS,
    },
    ...{ coefficients: null, panel: PANEL, assessment: model.scores, appeal, at, ratified: false },
    who: { ...nobody, ...PEOPLE[id], signed: { by: id, name: id, at } },
    today: late ? '2026-12-20' : '2026-12-02',
    lastDay: '2026-12-08',
  }
  const moving = ACTS[act]?.(facts, pick)
  if (!moving || 'refusal' in moving) return model
  const moved = moving.ofAppeal.reduce(evolveAppeal, appeal)
  const scores = moving.ofScores.reduce(evolveAssessment, model.scores) as Decided
  const appeals =
    moving.ofAppeal.length === 0 ? model.appeals : [...model.appeals.slice(0, number - 1), moved]
  return { scores, appeals }
}

const points = fc.array(fc.array(fc.integer({ min: 1, max: 30_00 }), { maxLength: 3 }), {
  minLength: 6,
  maxLength: 6,
})

export const run = (check: (before: Model, now: Model, all: readonly Model[]) => void): void =>
  fc.assert(
    fc.property(points, fc.array(aStep, { maxLength: 60 }), (deductions, steps) => {
      const all: Model[] = [{ scores: decided(deductions), appeals: [] }]
      for (const [at, step] of steps.entries()) {
        const before = all.at(-1) as Model
        const now = after(before, step, `2026-12-02T0${Math.floor(at / 10)}:0${at % 10}:00.000Z`)
        all.push(now)
        check(before, now, all)
      }
    }),
    { numRuns: 300 },
  )

export const finalOfModel = ({ scores }: Model) =>
  finalNow(scores, { policy: REGULATION_DEFAULTS, coefficients: null })
