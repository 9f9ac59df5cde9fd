/** Whatever is merged or split, and whatever the office chooses: each goal is in exactly one plan, or cancelled (rulebook 1). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leavingGoals, moveGoals } from '../../../src/organization/units/rules/move-goals.ts'
import { type Choices, type GoalChoice, NO_CHOICES } from '../../../src/organization/units/rules/reform.ts'
import { endingOf, successorsOf, unitsOf, type Wish } from '../../../src/organization/units/rules/wish.ts'
import { evolvePlan } from '../../../src/planning/rules/evolve-plan.ts'
import type { Act, Goal, GoalContent } from '../../../src/planning/rules/goal.ts'
import { NEW_PLAN, type PlanEvent, type PlanState } from '../../../src/planning/rules/plan.ts'
import type { GoalType } from '../../../src/store/schema/planning.ts'

const ACT: Act = { by: 'OF1', name: '办公室', at: '2026-06-10T01:00:00.000Z' }
const NEW = (id: string) => ({ id, name: `新${id}`, kind: 'teaching', leader: null }) as const
const OLD = ['A', 'B', 'C'] as const

const contentOf = (type: GoalType, weight: number): GoalContent => {
  const common = {
    ...{ title: '目标', content: '', measure: null, weight, owner: '', budget: null, dueOn: null },
  }
  if (type === 'key') return { type, ...common, criterion: '', priority: null }
  if (type === 'routine') return { type, ...common, workItem: null }
  return { type, ...common, criterion: '', aim: null, justification: '' }
}

const aGoal = fc.record({
  type: fc.constantFrom<GoalType>('key', 'special', 'routine'),
  weight: fc.integer({ min: 1, max: 1000 }),
  status: fc.constantFrom('draft', 'sent', 'passed', 'in-force', 'cancelled'),
})

function goalOf(unit: string, at: number, one: { type: GoalType; weight: number; status: string }): Goal {
  const { type, weight, status } = one
  const base = {
    ...({ id: `2026-${unit}-${at + 1}`, number: at + 1, drafter: 'unit', revision: 1, returns: [] } as const),
    content: contentOf(type, weight),
  }
  const decided = { passed: ACT, ratified: ACT, criterion: '按期' }
  switch (status) {
    case 'sent':
      return { ...base, status, sent: ACT }
    case 'passed':
      return { ...base, status, passed: ACT }
    case 'in-force':
      return { ...base, ...decided, status }
    case 'cancelled': {
      const cancelled = {
        number: 1,
        reason: 'urgent-task',
        why: '',
        effectiveOn: '2026-05-01' as const,
        asked: ACT,
        act: ACT,
      } as const
      return { ...base, ...decided, status, cancelled }
    }
    default:
      return { ...base, status: 'draft' }
  }
}

const plans = fc.tuple(...OLD.map(() => fc.array(aGoal, { maxLength: 8 }))).map(
  (lists): ReadonlyMap<string, PlanState> =>
    new Map(
      lists.map((list, at) => {
        const unit = OLD[at] ?? 'A'
        const goals = list.map((one, number) => goalOf(unit, number, one))
        return [unit, { ...NEW_PLAN, goals, lastNumber: goals.length }]
      }),
    ),
)

const wishes: fc.Arbitrary<Wish> = fc.constantFrom<Wish>(
  { kind: 'merge', units: ['A', 'B'], into: { what: 'new', unit: NEW('N') } },
  { kind: 'merge', units: ['A', 'B', 'C'], into: { what: 'there', unit: 'C' } },
  { kind: 'split', unit: 'A', into: [NEW('N'), NEW('M')] },
)

/** What the office says of some of the goals. */
const choicesFor = (wish: Wish, state: ReadonlyMap<string, PlanState>) => {
  const successors = successorsOf(wish)
  const ids = endingOf(wish).flatMap((unit) => state.get(unit)?.goals.map(({ id }) => id) ?? [])
  const choice = fc.oneof(
    fc.constantFrom(...successors).map((to): GoalChoice => ({ to })),
    fc.constant<GoalChoice>({ drop: '职能取消' }),
  )
  return fc.tuple(fc.subarray(ids), fc.constantFrom(...successors)).chain(([some, other]) =>
    fc.array(choice, { minLength: some.length, maxLength: some.length }).map(
      (chosen): Choices => ({
        ...NO_CHOICES,
        otherGoals: other,
        goals: Object.fromEntries(some.map((id, at) => [id, chosen[at] ?? { drop: '—' }])),
      }),
    ),
  )
}

const cases = fc
  .tuple(wishes, plans)
  .chain(([wish, before]) => choicesFor(wish, before).map((choices) => ({ wish, before, choices })))

function reformed({
  wish,
  before,
  choices,
}: {
  wish: Wish
  before: ReadonlyMap<string, PlanState>
  choices: Choices
}) {
  const moved = moveGoals({
    ...{ reform: 1, wish, paper: { document: '1号', on: '2026-06-01' }, choices, year: 2026, plans: before },
    ...{ specialLimit: 3, act: ACT, nameOf: (unit: string) => unit, kindOf: () => 'teaching' as const },
  })
  const fold = (unit: string): PlanState =>
    (moved.plans.get(unit) ?? []).reduce<PlanState>(
      (state, event: PlanEvent) => evolvePlan(state, event),
      before.get(unit) ?? NEW_PLAN,
    )
  return { moved, plans: new Map([...new Set([...OLD, ...unitsOf(wish)])].map((unit) => [unit, fold(unit)])) }
}

describe('goals are conserved', () => {
  it('each is in exactly one plan afterwards, cancelled, or named among those that were dropped', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { plans: now } = reformed(one)
        const where = new Map<string, string[]>()
        for (const [unit, { goals }] of now) {
          for (const { id } of goals) where.set(id, [...(where.get(id) ?? []), unit])
        }
        for (const [unit, { goals }] of one.before) {
          for (const goal of goals) {
            const dropped = now.get(unit)?.left?.some(({ goal: id, to }) => id === goal.id && to === null)
            const places = where.get(goal.id) ?? []
            expect(places.length === 1 || (places.length === 0 && dropped)).toBe(true)
          }
        }
        expect(now.get('N')?.goals.every(({ origins }) => origins?.length === 1) ?? true).toBe(true)
      }),
    )
  })

  it('an ending unit keeps nothing but what is cancelled; what was in force stays in force, with weight and criterion', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { plans: now } = reformed(one)
        for (const unit of endingOf(one.wish)) {
          expect(now.get(unit)?.goals.every(({ status }) => status === 'cancelled')).toBe(true)
        }
        const all = [...now.values()].flatMap(({ goals }) => goals)
        for (const { goal, choice } of leavingGoals({
          wish: one.wish,
          choices: one.choices,
          plans: one.before,
        })) {
          if (!choice || 'drop' in choice) continue
          const there = all.find(({ id }) => id === goal.id)
          expect(there?.content.weight).toBe(goal.content.weight)
          expect(there?.status).toBe(goal.status === 'in-force' ? 'in-force' : 'draft')
        }
      }),
    )
  })

  it('numbers in a plan are given once, and those that were there keep theirs', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const [unit, { goals, lastNumber }] of reformed(one).plans) {
          const numbers = goals.map(({ number }) => number)
          expect(new Set(numbers).size).toBe(numbers.length)
          expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(lastNumber)
          const kept = new Map(one.before.get(unit)?.goals.map(({ id, number }) => [id, number]))
          for (const { id, number, origins } of goals) {
            if (!origins) expect(number).toBe(kept.get(id))
          }
        }
      }),
    )
  })

  it('Article 10: no more than the limit of unmarked special goals, unless there were more before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const [unit, { goals }] of reformed(one).plans) {
          const unmarked = (list: readonly Goal[]) =>
            list.filter(
              ({ content, status, origins }) =>
                content.type === 'special' && status !== 'cancelled' && !origins?.at(-1)?.exception,
            ).length
          expect(unmarked(goals)).toBeLessThanOrEqual(
            Math.max(3, unmarked(one.before.get(unit)?.goals ?? [])),
          )
        }
      }),
    )
  })
})
