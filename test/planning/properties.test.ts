import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOf } from '../../src/planning/rules/shares.ts'
import type { Ratification } from '../../src/policy/rules/policy.ts'
import { anyAct, leaderOf, standIns } from './any-act.ts'
import { entrust } from './delegated-world.ts'
import { expectLawful } from './lawful.ts'
import { standardsWorld } from './standards-world.ts'
import { ratifyBy } from './vote-world.ts'
import { expectWhole } from './whole.ts'

const RUNS = 60

/** How often the runs came where the law could have been broken. */
function tally() {
  const found = { inForce: 0, returned: 0, withdrawn: 0, assigned: 0, byDelegate: 0, restated: 0, voted: 0 }
  return {
    found,
    add(journal: readonly { type: string; by_person: string; in_name_of: string }[]): void {
      const has = (type: string): number => Number(journal.some((one) => one.type === type))
      found.withdrawn += has('part.withdrawn')
      found.assigned += has('goal.assigned')
      found.voted += has('plan.voted')
      found.byDelegate += Number(journal.some((one) => one.by_person !== one.in_name_of))
    },
  }
}

const MODES: readonly (readonly [unit: string, ratification: Ratification])[] = [
  ['JX01', 'chair'],
  ['XZ01', 'chair'],
  ['JX01', { mode: 'quorum', agree: 2 }],
  ['XZ01', { mode: 'quorum', agree: null }],
]

describe('a plan under any run of commands, standards and delegations', () => {
  it.each(MODES)(
    'Articles 8-16: comes into force only whole, sent, passed and ratified by whom it must be, with every rule kept on the way (%s, %j)',
    async (unit, ratification) => {
      const { found, add } = tally()
      const property = fc.asyncProperty(
        fc.array(anyAct(unit), { minLength: 6, maxLength: 24 }),
        fc.subarray([...standIns(unit)]),
        async (acts, given) => {
          const world = await standardsWorld()
          for (const [principal, delegate] of given)
            await entrust(world, principal, delegate).catch(() => undefined)
          ratifyBy(world, ratification, true)
          const run = { world, unit, ratification }
          for (const act of acts) {
            await act(world)
            await expectLawful(run)
          }
          await world.send('WG1', unit, 'group')
          await world.send(leaderOf(unit), unit, 'leader')
          await world.send(`H-${unit}`, unit, 'unit')
          for (const [by, type] of [
            [leaderOf(unit), 'review'],
            ['CH', 'ratify'],
            ['LM1', 'ratify'],
          ] as const) {
            await world[type](by, unit)
            await expectLawful(run)
          }
          const plan = await expectWhole(world, unit)
          found.inForce += Number(plan.status === 'in-force')
          found.returned += Number(
            plan.status === 'in-force' && plan.goals.some((goal) => goal.returns.length > 0),
          )
          found.restated += Number(await world.version('实验室安全')) > 1 ? 1 : 0
          add(
            world.db.raw(
              `SELECT type, by_person, in_name_of FROM journal WHERE subject = 'plan:2026:${unit}'`,
            ) as never,
          )
        },
      )
      await fc.assert(property, { numRuns: RUNS, seed: 2026 })
      expect(found.inForce).toBeGreaterThan(RUNS / 3)
      for (const [what, times] of Object.entries(found))
        if (what !== 'voted' || ratification !== 'chair') expect(times, what).toBeGreaterThan(2)
    },
  )
})

describe('shares', () => {
  it('Article 8: the goals of a type share its ratio by their weights, up to the rounding', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(weights, (list) => {
        const goals = list.map((weight, n) => ({ id: String(n), type: 'routine' as const, weight }))
        const shares = [...sharesOf(goals, { key: 25, special: 15, routine: 60 }).values()]
        const sum = shares.reduce((total, one) => total + one, 0)
        expect(Math.abs(sum - 60_00)).toBeLessThanOrEqual(list.length / 2)
      }),
    )
  })
})
