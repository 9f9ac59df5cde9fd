/** A plan in force and its adjustments as the rules alone move them: no database, no clock. */
import type { Actor } from '../../src/organization/rules/actor.ts'
import type { AdjustmentEvent, AdjustmentState } from '../../src/planning/adjustment/rules/adjustment.ts'
import { isPending, NOT_ASKED } from '../../src/planning/adjustment/rules/adjustment.ts'
import {
  type Asking,
  askAdjustment,
  reviseAdjustment,
  sendAdjustment,
  targetOf,
  withdrawAdjustment,
} from '../../src/planning/adjustment/rules/ask.ts'
import {
  type Ratified,
  type Ratifying,
  ratifyAdjustment,
  reviewAdjustment,
  type Verdict,
} from '../../src/planning/adjustment/rules/decide-adjustment.ts'
import { evolveAdjustment } from '../../src/planning/adjustment/rules/evolve-adjustment.ts'
import type { AdjustmentEntry } from '../../src/planning/adjustment/rules/request.ts'
import type { Catalogue } from '../../src/planning/rules/entry.ts'
import { evolvePlan } from '../../src/planning/rules/evolve-plan.ts'
import type { Act, Goal } from '../../src/planning/rules/goal.ts'
import { NEW_PLAN, type PlanState } from '../../src/planning/rules/plan.ts'
import type { Ratification } from '../../src/policy/rules/policy.ts'

export const PLACE = {
  year: 2026,
  phase: 'execution',
  unit: 'U',
  kind: 'teaching',
  leader: 'LD',
  group: 'G',
} as const
export const SPECIAL_LIMIT = 3
const MEMBERS = ['CH', 'LM1', 'LM2'] as const

const person = (id: string, more: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  title: '',
  unit: null,
  roles: [],
  leads: [],
  ...more,
})

export const PEOPLE: readonly Actor[] = [
  person('C', { roles: [{ role: 'contact', scope: 'U' }] }),
  person('H', { roles: [{ role: 'head', scope: 'U' }] }),
  person('WG', { roles: [{ role: 'working-convenor', scope: 'G' }] }),
  person('LD', { leads: ['U'] }),
  person('OF', { roles: [{ role: 'office', scope: '' }] }),
  person('CH', { roles: [{ role: 'chair', scope: '' }] }),
  person('LM1', { roles: [{ role: 'leading-member', scope: '' }] }),
  person('LM2', { roles: [{ role: 'leading-member', scope: '' }] }),
  person('X'),
]

export interface Bench {
  readonly plan: PlanState
  readonly adjustments: readonly AdjustmentState[]
  readonly catalogue: Catalogue
  readonly ratification: Ratification
  /** Rises with every act. */
  readonly minute: number
}

export type Command =
  | { readonly do: 'ask'; readonly typed: AdjustmentEntry }
  | { readonly do: 'revise'; readonly number: number; readonly typed: AdjustmentEntry }
  | { readonly do: 'send' | 'withdraw'; readonly number: number }
  | {
      readonly do: 'review' | 'ratify'
      readonly number: number
      readonly verdict: Omit<Verdict, 'revision' | 'standard'>
      readonly standard: string
    }

const actOf = (by: string, minute: number): Act => ({
  by,
  name: by,
  at: `2026-05-01T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`,
})

function askingOf(bench: Bench, by: Actor, goal: string | null): Asking & Omit<Ratifying, 'adjustment'> {
  const open = bench.adjustments.findIndex(
    (one) => goal !== null && one.status !== 'none' && isPending(one) && targetOf(one.request) === goal,
  )
  return {
    ...{ place: PLACE, plan: bench.plan, catalogue: bench.catalogue, specialLimit: SPECIAL_LIMIT },
    ...{ by, act: actOf(by.id, bench.minute), today: '2026-05-01', until: null, begun: false },
    open: open < 0 ? null : { number: open + 1, by: 'H' },
    ...{
      ratification: bench.ratification,
      confirmed: true,
      members: MEMBERS,
      ratios: { key: 25, special: 15, routine: 60 },
    },
  }
}

/** What the rules make of the command; the bench as it was where they refuse it. */
export function step(bench: Bench, by: Actor, command: Command): Bench {
  const next = { ...bench, minute: bench.minute + 1 }
  const { number, decision } = decide(next, by, command)
  if ('refusal' in decision) return next
  const before = bench.adjustments[number - 1] ?? NOT_ASKED
  const adjustments = [...bench.adjustments]
  adjustments[number - 1] = decision.events.reduce<AdjustmentState>(evolveAdjustment, before)
  return { ...next, adjustments, plan: decision.ofPlan.reduce<PlanState>(evolvePlan, bench.plan) }
}

type Decided = Ratified | { readonly refusal: unknown }
const alone = (
  decision: { readonly events: readonly AdjustmentEvent[] } | { readonly refusal: unknown },
): Decided => ('refusal' in decision ? decision : { events: decision.events, ofPlan: [] })

function decide(
  bench: Bench,
  by: Actor,
  command: Command,
): { readonly number: number; readonly decision: Decided } {
  if (command.do === 'ask') {
    const number = bench.adjustments.length + 1
    return { number, decision: alone(askAdjustment(command.typed, askingOf(bench, by, command.typed.goal))) }
  }
  const { number } = command
  const state = bench.adjustments[number - 1] ?? NOT_ASKED
  const asking = askingOf(bench, by, null)
  const revision = state.status === 'none' ? 0 : state.revision
  switch (command.do) {
    case 'revise':
      return { number, decision: alone(reviseAdjustment(state, command.typed, revision, asking)) }
    case 'send':
      return { number, decision: alone(sendAdjustment(state, revision, asking)) }
    case 'withdraw':
      return { number, decision: alone(withdrawAdjustment(state, revision, asking)) }
    case 'review':
    case 'ratify': {
      const verdict = { ...command.verdict, revision, standard: command.standard }
      const deciding = { ...asking, adjustment: number }
      return {
        number,
        decision:
          command.do === 'review'
            ? alone(reviewAdjustment(state, verdict, deciding))
            : ratifyAdjustment(state, verdict, deciding),
      }
    }
  }
}

/** One key, one routine and `specials` special goals in force. */
export function benchWith(specials: number, catalogue: Catalogue, ratification: Ratification): Bench {
  const act = actOf('H', 0)
  const common = {
    content: '内容',
    measure: { kind: 'qualitative', seen: '通过验收' },
    weight: 100,
    owner: '',
    budget: null,
    dueOn: '2026-11-30',
  } as const
  const contents = [
    { type: 'key', title: '重点', ...common, criterion: '按期', priority: 'P1' },
    { type: 'routine', title: '常规', ...common, workItem: 'W1' },
    ...Array.from(
      { length: specials },
      () =>
        ({
          type: 'special',
          title: '专项',
          ...common,
          criterion: '',
          aim: 'method',
          justification: '',
        }) as const,
    ),
  ] as const
  const goals = contents.map(
    (content, at): Goal => ({
      ...{
        id: `2026-U-${at + 1}`,
        number: at + 1,
        drafter: content.type === 'special' ? 'unit' : 'group',
        revision: 1,
      },
      ...{ content, returns: [], status: 'in-force', passed: act, ratified: act },
      criterion: content.type === 'routine' ? '标准' : content.criterion,
    }),
  )
  const plan: PlanState = { ...NEW_PLAN, goals, lastNumber: goals.length, status: 'in-force', inForce: act }
  return { plan, adjustments: [], catalogue, ratification, minute: 1 }
}
