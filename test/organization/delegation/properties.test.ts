/** Any run of giving, ending and days passing: what a delegate may do never goes beyond what was given, and to one at a time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/kernel/ids.ts'
import { type LocalDate, plusDays } from '../../../src/kernel/time.ts'
import { beginDelegation } from '../../../src/organization/delegation/rules/begin.ts'
import {
  type DelegationEvent,
  type DelegationState,
  evolveDelegation,
  isOpen,
  NONE_GIVEN,
} from '../../../src/organization/delegation/rules/delegation.ts'
import { type Duty, keyOf, overlap } from '../../../src/organization/delegation/rules/duty.ts'
import { endDelegation, expireDelegation } from '../../../src/organization/delegation/rules/end.ts'
import { giveDelegation } from '../../../src/organization/delegation/rules/give.ts'
import type { Actor } from '../../../src/organization/rules/actor.ts'

const FIRST: LocalDate = '2026-03-02'
const HELD: readonly Duty[] = [
  { role: 'leader', scope: '' },
  { role: 'head', scope: 'JX01' },
  { role: 'head', scope: 'JX02' },
]
const principal = { id: 'A', name: '张明' }

const actor = (id: PersonId, more: Partial<Actor> = {}): Actor => ({
  ...{ id, name: id, title: '', unit: null, roles: [], leads: [] },
  ...more,
})
const PEOPLE: readonly Actor[] = [
  actor('A'),
  actor('B'),
  actor('C'),
  actor('O', { roles: [{ role: 'office', scope: '' }] }),
  actor('A', { delegate: { id: 'B', name: 'B', unit: null, own: [] } }),
]

interface World {
  readonly state: DelegationState
  readonly today: LocalDate
}
type Act = (world: World) => readonly DelegationEvent[]

const eventsOf = (
  decision: { readonly events: readonly DelegationEvent[] } | object,
): readonly DelegationEvent[] => ('events' in decision ? decision.events : [])
const at = (today: LocalDate) => `${today}T01:00:00.000Z` as const
const day = fc.integer({ min: -1, max: 6 })
const by = fc.constantFrom(...PEOPLE, ...PEOPLE.slice(0, 1))
const number = fc.integer({ min: 1, max: 6 })

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        by,
        delegate: fc.constantFrom('A', 'B', 'C'),
        duties: fc.uniqueArray(fc.constantFrom('all', ...HELD.map(keyOf), 'head:*', 'chair:'), {
          maxLength: 3,
        }),
        from: day,
        days: day,
      })
      .map(
        ({ by, delegate, duties, from, days }): Act =>
          ({ state, today }) => {
            const first = plusDays(today, from)
            const wish = { duties, from: first, to: plusDays(first, days) }
            const facts = { by, held: HELD, holding: 0, today, at: at(today) }
            const people = {
              principal: { person: principal },
              delegate: { person: { id: delegate, name: delegate } },
            }
            return eventsOf(giveDelegation(state, wish, { ...facts, ...people }))
          },
      ),
  },
  fc.tuple(by, number).map(
    ([by, number]): Act =>
      ({ state, today }) =>
        eventsOf(endDelegation(state, { number }, by, at(today))),
  ),
  number.map(
    (number): Act =>
      ({ state, today }) => [
        ...eventsOf(beginDelegation(state, { number }, { today, at: at(today) })),
        ...eventsOf(expireDelegation(state, { number }, { today, at: at(today) })),
      ],
  ),
)

/** Every pair of open ones has no duty and day in common; each is given to another, for days in order, of what is held. */
function expectSound({ given }: DelegationState): void {
  const open = given.filter(isOpen)
  for (const [at, one] of open.entries()) {
    expect(one.delegate.id).not.toBe(one.principal.id)
    expect(one.from <= one.to).toBe(true)
    if (one.duties !== 'all') expect(HELD.map(keyOf)).toEqual(expect.arrayContaining(one.duties.map(keyOf)))
    for (const other of open.slice(at + 1))
      expect(one.from <= other.to && other.from <= one.to && overlap(one.duties, other.duties)).toBe(false)
  }
}

describe('delegations of one person under any run of acts', () => {
  it('give no duty to two at once, nothing that is not held, and end for good', () => {
    let [given, ended, several] = [0, 0, 0]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyAct, fc.integer({ min: 0, max: 2 })), { minLength: 10, maxLength: 40 }),
        (acts) => {
          let world: World = { state: NONE_GIVEN, today: FIRST }
          for (const [act, days] of acts) {
            const events = act(world)
            const state = events.reduce(evolveDelegation, world.state)
            expectSound(state)
            for (const [at, one] of world.state.given.entries())
              if (!isOpen(one)) expect(state.given[at]).toEqual(one)
            given += events.filter((one) => one.type === 'delegation.given').length
            ended += events.filter((one) => one.type === 'delegation.ended').length
            if (state.given.filter(isOpen).length > 1) several += 1
            world = { state, today: plusDays(world.today, days) }
          }
        },
      ),
      { numRuns: 500, seed: 2026 },
    )
    expect(given).toBeGreaterThan(500)
    expect(ended).toBeGreaterThan(50)
    expect(several).toBeGreaterThan(100)
  })
})
