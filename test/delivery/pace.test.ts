import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace, type Limits } from '../../src/delivery/pace.ts'

/** The most moments that fall into any window of `span` ms. */
function densest(moments: readonly number[], span: number): number {
  const sorted = [...moments].sort((a, b) => a - b)
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + span).length))
}

const limits: Limits = { perSecond: 10, perMinute: 100, perPersonPerSecond: 2 }

describe('the pace', () => {
  it('keeps every window of the app and of each person, whoever is written to and when', () => {
    const asks = fc.array(
      fc.record({
        person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        later: fc.integer({ min: 0, max: 400 }),
      }),
      { maxLength: 300 },
    )
    fc.assert(
      fc.property(asks, (list) => {
        const pace = createPace(limits)
        const taken: { person: string; at: number }[] = []
        let now = 0
        for (const { person, later } of list) {
          now += later
          const waitMs = pace.reserve(person, now)
          if (waitMs !== undefined) taken.push({ person, at: now + waitMs })
        }
        const all = taken.map((one) => one.at)
        expect(densest(all, 1000)).toBeLessThanOrEqual(limits.perSecond)
        expect(densest(all, 60_000)).toBeLessThanOrEqual(limits.perMinute)
        for (const person of ['a', 'b', 'c', 'd', 'e', 'f']) {
          expect(
            densest(
              taken.filter((one) => one.person === person).map((one) => one.at),
              1000,
            ),
          ).toBeLessThanOrEqual(limits.perPersonPerSecond)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('lets nothing leave while the platform asks for silence', () => {
    const pace = createPace(limits)
    pace.holdUntil(5000)
    expect(pace.reserve('a', 1000)).toBe(4000)
  })

  it('tells a sender to come back for a person who has had enough for a second', () => {
    const pace = createPace(limits)
    expect([
      pace.reserve('a', 0),
      pace.reserve('a', 0),
      pace.reserve('a', 0),
      pace.reserve('a', 0),
      pace.reserve('a', 0),
    ]).toEqual([0, 0, 1000, 1000, undefined])
    expect(pace.reserve('b', 0)).toBe(0)
  })
})
