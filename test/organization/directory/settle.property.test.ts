/** Whatever the two sides know: a confirmation settles all that it shows, ends nobody with duties, and gives no account twice. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openIdOf, type PersonState } from '../../../src/organization/rules/person.ts'
import { CONTACT, compared, confirmed, known, listed } from './facts.ts'

const NAMES = ['张明', '李华', '张明（药学院）', '王 芳', '']
const NUMBERS = ['T1', 'T2', 'T3', 'N1', 'N2', 'bad number']
const MOBILES = ['13800000001', '+8613800000001', '13800000002']
const OPEN_IDS = ['ou_1', 'ou_2', 'ou_3', 'ou_4', 'ou_5', 'ou_6']
const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null })

const person = fc.record({
  name: fc.constantFrom(...NAMES.slice(0, 4)),
  unit: maybe(['JX01', 'JX02', 'OLD']),
  mobile: maybe(MOBILES),
  email: maybe(['a@b.cn', 'A@b.cn']),
  openId: maybe(OPEN_IDS),
  held: fc.boolean(),
  ended: fc.boolean(),
})

const people = fc
  .uniqueArray(fc.tuple(fc.constantFrom('T1', 'T2', 'T3', 'T4'), person), { selector: ([id]) => id })
  .map((all) => {
    const taken = new Set<string>()
    return Object.fromEntries(
      all.map(([id, { name, openId, held, ended, ...record }]): [string, PersonState] => {
        const own = openId !== null && !taken.has(openId) ? openId : null
        if (own !== null) taken.add(own)
        const state = known(name, { ...record, openId: own, roles: held ? [CONTACT] : [] })
        if (!ended) return [id, state]
        const roles = state.roles.map((one) => ({ ...one, to: '2026-01-02' as const }))
        return [id, { status: 'ended', record: state.record, roles, endedOn: '2026-01-02' }]
      }),
    )
  })

const directory = fc.uniqueArray(
  fc.record({
    openId: fc.constantFrom(...OPEN_IDS),
    name: maybe(NAMES),
    number: maybe(NUMBERS),
    mobile: maybe(MOBILES),
    email: maybe(['a@b.cn', 'c@d.cn']),
    title: maybe(['讲师']),
    departments: fc.subarray(['od-1', 'od-2', 'od-1a', 'od-9', 'od-unknown']),
    status: fc.constantFrom('active', 'unactivated', 'frozen', 'resigned', null),
  }),
  { selector: (one) => one.openId },
)

const school = fc.record({ people, listed: directory, whole: fc.boolean(), toldLeft: fc.subarray(OPEN_IDS) })

describe('comparing and confirming', () => {
  it('a second reading of the same directory finds nothing more to do', () => {
    fc.assert(
      fc.property(school, (one) => {
        const after = confirmed(new Map(Object.entries(one.people)), compared(one), true)
        const again = compared({ ...one, people: Object.fromEntries(after) })
        const { links, changed, movers, joiners } = again
        expect({ links, changed, movers, joiners }).toEqual({
          links: [],
          changed: [],
          movers: [],
          joiners: [],
        })
        const free = again.tooMany ? [] : again.leavers.filter((leaver) => leaver.duties.length === 0)
        expect(free).toEqual([])
      }),
      { numRuns: 4000 },
    )
  })

  it('nobody with duties is ended, no role is touched, and no account is given to two', () => {
    fc.assert(
      fc.property(school, fc.boolean(), (one, join) => {
        const before = new Map(Object.entries(one.people))
        const after = confirmed(before, compared(one), join)
        for (const [id, state] of before) {
          const now = after.get(id)
          if (state.status !== 'active') continue
          expect(now?.status === 'ended' ? [] : now && 'roles' in now && now.roles).toEqual(state.roles)
        }
        const accounts = [...after.values()].flatMap((state) => openIdOf(state) ?? [])
        expect(new Set(accounts).size).toBe(accounts.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('everybody of both sides is somewhere, and in one place', () => {
    fc.assert(
      fc.property(school, (one) => {
        const found = compared(one)
        const listedIds = [
          ...found.links.map((link) => link.listed.openId),
          ...found.joiners.map((joiner) => joiner.listed.openId),
          ...found.strangers.map((stranger) => stranger.listed.openId),
          ...found.doubts.flatMap((doubt) => doubt.listed.map((each) => each.openId)),
        ]
        expect(new Set(listedIds).size).toBe(listedIds.length)
        const absent = [...found.outside, ...found.unfound, ...found.leavers.map((leaver) => leaver.person)]
        expect(new Set(absent).size).toBe(absent.length)
      }),
      { numRuns: 1000 },
    )
  })
})

it('the sides differ only by what is typed', () => {
  expect(
    compared({
      people: { T1: known('张明', { openId: 'ou_1' }) },
      listed: [listed('ou_1', { number: 'T1' })],
    }),
  ).toMatchObject({
    ...{ links: [], changed: [], movers: [], leavers: [], joiners: [], strangers: [], doubts: [] },
  })
})
