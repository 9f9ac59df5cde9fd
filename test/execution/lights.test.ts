import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lightSpan, lightText, sayReasons } from '../../cards/light-words.ts'
import { type LightFacts, lightOf, weight } from '../../src/execution/lights/rules/light.ts'
import { reachedOf } from '../../src/execution/lights/rules/reached.ts'
import { type LocalDate, plusDays } from '../../src/kernel/time.ts'
import { EXECUTION_DEFAULTS } from '../../src/policy/rules/execution-policy.ts'
import { COUNTED, TABLE, tableText, verdictOf } from './lights-table.ts'

const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
const [, between] = /<!-- lights -->\n([\s\S]*?)\n<!-- \/lights -->/.exec(README) ?? []

describe('Rulebook 4: the light of a goal', () => {
  it.each(TABLE)('$when: $light', (row) => {
    const { light, why } = verdictOf(row)
    expect([light, ...why.map(({ code }) => code)]).toEqual([row.light, ...row.why])
  })

  it('the README says what the function does', () => {
    expect(between?.trim()).toBe(tableText())
  })

  it('follows the year’s policy', () => {
    const facts: LightFacts = { ...COUNTED, percent: 40, reportedOn: '2026-07-10', said: 'on-track' }
    const policy = { yellowAt: 60, orangeAt: 50, silentDays: 5 }
    expect(lightOf(facts, policy, '2026-07-11').light).toBe('yellow')
    expect(lightOf(facts, policy, '2026-07-15').why.map(({ code }) => code)).toEqual([
      'silent',
      'little-time',
    ])
    expect(lightOf(facts, policy, '2026-07-17').light).toBe('orange')
  })

  it('money over the budget is a mark beside the light, and says so', () => {
    const verdict = lightOf({ ...COUNTED, budget: 100, cost: 101 }, EXECUTION_DEFAULTS, '2026-03-03')
    expect(lightSpan(verdict)).toEqual({ text: '未报 超支', tone: 'muted' })
    expect(sayReasons(verdict)).toContain('累计支出超过经费预算')
    const within = lightOf({ ...COUNTED, budget: 100, cost: 100 }, EXECUTION_DEFAULTS, '2026-03-03')
    expect(within.overBudget).toBe(false)
  })

  it('a red goal that is not overdue is not called so', () => {
    const verdict = lightOf({ ...COUNTED, overdueRectification: true }, EXECUTION_DEFAULTS, '2026-04-01')
    expect([verdict.light, lightText(verdict)]).toEqual(['red', '严重'])
  })
})

describe('Rulebook 4: what counts as reached', () => {
  const reported = { percent: 95, value: 18_000 }
  it.each([
    ['the percent of what is only described', { reported, accepted: null, target: null }, 95],
    [
      'the value against the target, whatever percent was said',
      { reported, accepted: null, target: 20_000 },
      90,
    ],
    ['rounded down', { reported: { percent: 100, value: 19_999 }, accepted: null, target: 20_000 }, 99],
    [
      'never more than all',
      { reported: { percent: 10, value: 30_000 }, accepted: null, target: 20_000 },
      100,
    ],
    [
      'a target of nothing leaves the percent',
      { reported: { percent: 80, value: 0 }, accepted: null, target: 0 },
      80,
    ],
    ['what the group accepted', { reported, accepted: { percent: 60, value: null }, target: 20_000 }, 60],
    ['the accepted value', { reported, accepted: { percent: 95, value: 10_000 }, target: 20_000 }, 50],
    [
      'nothing where nothing was reported',
      { reported: { percent: null, value: null }, accepted: null, target: 5 },
      null,
    ],
  ] as const)('%s', (_, standing, reached) => {
    expect(reachedOf(standing)).toBe(reached)
  })
})

const FIRST: LocalDate = '2026-01-01'
const day = (from = 0, to = 400) => fc.integer({ min: from, max: to }).map((days) => plusDays(FIRST, days))
/** A goal at any time of its life; at 100 % it was completed when it was last reported. */
const anyFacts = fc
  .record({
    startsOn: fc.option(day(), { nil: null }),
    dueOn: day(),
    percent: fc.integer({ min: 0, max: 100 }),
    reportedOn: day(),
    said: fc.constantFrom('on-track' as const, 'at-risk' as const, 'behind' as const),
    overdueRectification: fc.boolean(),
  })
  .map((facts): LightFacts & { percent: number; reportedOn: LocalDate } => ({ ...COUNTED, ...facts }))

const at = (facts: LightFacts & { percent: number }, percent: number): LightFacts => ({
  ...facts,
  percent,
  completedOn: percent === 100 ? facts.reportedOn : null,
})
const heaviness = (facts: LightFacts, today: LocalDate): number =>
  weight(lightOf(facts, EXECUTION_DEFAULTS, today).light)

describe('Rulebook 4: lights, whatever happens', () => {
  it('more progress never worsens a light', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 100 }), day(), (facts, percent, today) => {
        const [less, more] = [Math.min(facts.percent, percent), Math.max(facts.percent, percent)]
        expect(heaviness(at(facts, more), today)).toBeLessThanOrEqual(heaviness(at(facts, less), today))
      }),
    )
  })

  it('less time left never improves a light: as days pass, and where the due date is earlier', () => {
    fc.assert(
      fc.property(anyFacts, day(), fc.integer({ min: 0, max: 90 }), (facts, today, days) => {
        const goal = at(facts, facts.percent)
        const now = heaviness(goal, today)
        expect(heaviness(goal, plusDays(today, days))).toBeGreaterThanOrEqual(now)
        expect(heaviness({ ...goal, dueOn: plusDays(goal.dueOn, -days) }, today)).toBeGreaterThanOrEqual(now)
      }),
    )
  })

  it('a missing report outranks a green one', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 30, max: 200 }), (facts, days) => {
        const goal = { ...at(facts, Math.min(facts.percent, 99)), startsOn: FIRST, said: 'on-track' as const }
        expect(heaviness(goal, plusDays(facts.reportedOn, days))).toBeGreaterThanOrEqual(weight('orange'))
      }),
    )
  })

  it('without a report no goal in its time is green or done, and time makes none better', () => {
    fc.assert(
      fc.property(anyFacts, day(), fc.integer({ min: 0, max: 90 }), (facts, today, days) => {
        const goal = { ...facts, percent: null, completedOn: null, reportedOn: null, said: null }
        const { light } = lightOf(goal, EXECUTION_DEFAULTS, today)
        expect(['green', 'done']).not.toContain(light)
        expect(heaviness(goal, plusDays(today, days))).toBeGreaterThanOrEqual(weight(light))
      }),
    )
  })

  it('there is always a reason, and a sentence for it', () => {
    fc.assert(
      fc.property(anyFacts, day(), (facts, today) => {
        const verdict = lightOf(at(facts, facts.percent), EXECUTION_DEFAULTS, today)
        expect(sayReasons(verdict)).not.toBe('')
      }),
    )
  })
})
