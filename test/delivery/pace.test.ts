import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace, type Limits, type Pace } from '../../src/delivery/pace.ts'

/** The most moments that fall into any window of `span` ms. */
function densest(moments: readonly number[], span: number): number {
  const sorted = [...moments].sort((a, b) => a - b)
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + span).length))
}

/** Asks until the message may leave, as delivery does; each wait is late by `lateMs`, as in a program that is held up. */
function leaves(pace: Pace, person: string, now: number, lateMs: number): number {
  let at = now
  for (;;) {
    const waitMs = pace.ask(person, at)
    if (waitMs === 0) return at
    at += waitMs + lateMs
  }
}

const limits: Limits = { perSecond: 10, perMinute: 100, perPersonPerSecond: 2 }
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'] as const

describe('the pace', () => {
  it('keeps every window of the app and of each person, whoever is written to, when, and however late the program wakes', () => {
    const asks = fc.array(
      fc.record({
        person: fc.constantFrom(...PEOPLE),
        laterMs: fc.integer({ min: 0, max: 400 }),
        lateMs: fc.integer({ min: 0, max: 700 }),
      }),
      { maxLength: 300 },
    )
    fc.assert(
      fc.property(asks, (list) => {
        const pace = createPace(limits)
        const left: { person: string; at: number }[] = []
        let now = 0
        for (const { person, laterMs, lateMs } of list) {
          now += laterMs
          const at = leaves(pace, person, now, lateMs)
          left.push({ person, at })
          now = at
        }
        const all = left.map((one) => one.at)
        expect(densest(all, 1000)).toBeLessThanOrEqual(limits.perSecond)
        expect(densest(all, 60_000)).toBeLessThanOrEqual(limits.perMinute)
        for (const person of PEOPLE) {
          const own = left.filter((one) => one.person === person).map((one) => one.at)
          expect(densest(own, 1000)).toBeLessThanOrEqual(limits.perPersonPerSecond)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reserves nothing: one who waits for a person does not hold up the others', () => {
    const pace = createPace(limits)
    expect([pace.ask('a', 0), pace.ask('a', 100)]).toEqual([0, 0])
    expect(pace.ask('a', 200)).toBe(800)
    expect(pace.ask('b', 200)).toBe(0)
  })

  it('lets nothing leave while the platform asks for silence', () => {
    const pace = createPace(limits)
    pace.holdUntil(5000)
    expect(pace.ask('a', 1000)).toBe(4000)
    expect(pace.ask('a', 5000)).toBe(0)
  })
})
