import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesChanged } from '../../src/planning/adjustment/rules/effect.ts'
import { countWithinLimit } from '../../src/planning/rules/draft.ts'
import { counts, type Goal } from '../../src/planning/rules/goal.ts'
import { missingFields } from '../../src/planning/rules/missing.ts'
import type { PlanState } from '../../src/planning/rules/plan.ts'
import { versionsOf } from '../../src/planning/rules/versions.ts'
import { actorOf, CATALOGUE, commandOf, draws } from './adjustment-draws.ts'
import { type Bench, benchWith, SPECIAL_LIMIT, step } from './adjustment-rules-world.ts'

function checkPlan(plan: PlanState): void {
  expect(plan.status).toBe('in-force')
  for (const goal of plan.goals.filter(counts)) {
    expect(missingFields(goal.content)).toEqual([])
    expect(Number.isSafeInteger(goal.content.weight) && goal.content.weight > 0).toBe(true)
    expect(goal.status).toBe('in-force')
    if (goal.content.type !== 'special') expect('criterion' in goal && goal.criterion).not.toBe('')
    expect(versionsOf(goal).at(-1)?.content).toEqual(goal.content)
  }
  expect(countWithinLimit(plan.goals)).toBeLessThanOrEqual(SPECIAL_LIMIT)
  expect(plan.goals.some((goal) => counts(goal) && goal.drafter === 'group')).toBe(true)
  expect(new Set(plan.goals.map((goal) => goal.number)).size).toBe(plan.goals.length)
  expect(plan.lastNumber).toBe(Math.max(...plan.goals.map((goal) => goal.number)))
}

/** Nothing is taken from a goal's history, and the dead stay dead. */
function checkKept(before: PlanState, after: PlanState): void {
  for (const old of before.goals) {
    const now = after.goals.find((one) => one.id === old.id) as Goal
    expect(versionsOf(now).slice(0, versionsOf(old).length)).toEqual(versionsOf(old))
    expect(now.revision).toBeGreaterThanOrEqual(old.revision)
    if (old.status === 'cancelled') expect(now).toEqual(old)
  }
}

function checkRatified({ plan, adjustments }: Bench): number {
  const made = plan.goals.flatMap((goal) => [
    ...versionsOf(goal).flatMap((one) => (one.adjusted ? [one.adjusted.number] : [])),
    ...(goal.status === 'cancelled' ? [goal.cancelled.number] : []),
  ])
  const ratified = adjustments.flatMap((one, at) => (one.status === 'ratified' ? [at + 1] : []))
  expect(made.toSorted()).toEqual(ratified.toSorted())
  return ratified.length
}

describe('a plan in force under any run of adjustments', () => {
  it.each([['chair'], [{ mode: 'quorum', agree: 2 }]] as const)(
    'Articles 9-12, 17: never has a goal with a broken rule, and never loses a version (%j)',
    (ratification) => {
      let ratified = 0
      let refusedSpecials = 0
      const runs = fc.array(draws, { minLength: 40, maxLength: 120 })
      fc.assert(
        fc.property(runs, fc.integer({ min: 1, max: 3 }), (list, specials) => {
          let bench = benchWith(specials, CATALOGUE, ratification)
          for (const draw of list) {
            const command = commandOf(draw, bench)
            const next = step(bench, actorOf(draw, command), command)
            if (next.plan !== bench.plan) {
              checkPlan(next.plan)
              checkKept(bench.plan, next.plan)
            }
            bench = next
          }
          ratified += checkRatified(bench)
          refusedSpecials += countWithinLimit(bench.plan.goals) === SPECIAL_LIMIT ? 1 : 0
        }),
        { numRuns: 150, seed: 2026 },
      )
      expect(ratified).toBeGreaterThan(100)
      expect(refusedSpecials).toBeGreaterThan(10)
    },
  )
})

describe('the effect on the shares', () => {
  it('Article 8: after any adjustment the goals of the type share its ratio again, up to the rounding', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 100_000 }), fc.nat(), (list, weight, which) => {
        const base = benchWith(0, CATALOGUE, 'chair').plan
        const [key] = base.goals
        if (!key) throw new Error('no key goal')
        const goals = list.map(
          (own, at): Goal => ({
            ...key,
            id: `g${at}`,
            number: at + 1,
            content: { ...key.content, weight: own },
          }),
        )
        const target = goals[which % goals.length] as Goal
        const { id: goal, number, content: before } = target
        const wish = {
          goal,
          number,
          revision: 1,
          before,
          criterion: '',
          reason: 'urgent-task',
          why: '',
          effectiveOn: null,
          evidence: [],
        } as const
        const ratios = { key: 25, special: 15, routine: 60 }
        const plan = { goals, lastNumber: goals.length }
        const changed = sharesChanged(
          { ...wish, kind: 'change', content: { ...before, weight } },
          plan,
          ratios,
        )
        const moved = changed.reduce((sum, one) => sum + (one.after ?? 0) - (one.before ?? 0), 0)
        expect(Math.abs(moved)).toBeLessThanOrEqual(list.length)
        const cancelled = sharesChanged({ ...wish, kind: 'cancel' }, plan, ratios)
        expect(cancelled.find((one) => one.number === number)).toMatchObject({ after: null })
        if (list.length > 1) {
          const rest = cancelled.reduce((sum, one) => sum + (one.after ?? 0) - (one.before ?? 0), 0)
          expect(Math.abs(rest)).toBeLessThanOrEqual(list.length)
        }
      }),
    )
  })

  it('an adjustment that leaves the weights alone changes no share', () => {
    const { plan } = benchWith(2, CATALOGUE, 'chair')
    const [key] = plan.goals as [Goal]
    const wish = {
      goal: key.id,
      number: 1,
      revision: 1,
      before: key.content,
      criterion: '',
      reason: 'urgent-task',
      why: '',
      effectiveOn: null,
      evidence: [],
    } as const
    const changed = { ...wish, kind: 'change', content: { ...key.content, title: '改名' } } as const
    expect(sharesChanged(changed, plan, { key: 25, special: 15, routine: 60 })).toEqual([])
  })
})
