/** Any of a unit's people, in the own name or in another's, does anything to its plan, right or wrong. */
import fc from 'fast-check'
import type { Drafter, GoalType } from '../../src/store/schema/planning.ts'
import { entrust, mergeAway, takeBack } from './delegated-world.ts'
import { ITEM, type StandardsWorld } from './standards-world.ts'
import { abstain } from './vote-world.ts'
import { entry, type Who } from './world.ts'

export type Act = (world: StandardsWorld) => Promise<unknown>

/** Of what is tried in vain by most people, what is right comes often enough to get somewhere. */
const isGraded = (unit: string): boolean => unit.startsWith('XZ')
export const leaderOf = (unit: string): string => (isGraded(unit) ? 'LD2' : 'LD1')
const otherLeader = (unit: string): string => (isGraded(unit) ? 'LD1' : 'LD2')

/** Who stands in for whom in these runs, the unit's own head among them. */
export const standIns = (unit: string): readonly (readonly [principal: string, delegate: string])[] => [
  [leaderOf(unit), otherLeader(unit)],
  [leaderOf(unit), `H-${unit}`],
  ['CH', 'LM1'],
  ['CH', `H-${unit}`],
  ['LM1', 'OF1'],
  [`H-${unit}`, 'WG2'],
]

function anybody(unit: string): fc.Arbitrary<Who> {
  const own = [`C-${unit}`, `H-${unit}`, 'WG1', 'WG2', 'LD1', 'LD2', 'CH', 'LM1', 'OF1']
  const named = standIns(unit).map(([principal, delegate]) => ({ by: delegate, for: principal }))
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Who>(...own) }, fc.constantFrom<Who>(...named))
}

const senderOf = (unit: string, drafter: Drafter): string =>
  ({ unit: `H-${unit}`, group: 'WG1', leader: leaderOf(unit) })[drafter]

const goalOf = (type: GoalType, whole = true) =>
  entry(type, {
    ...(type === 'routine' && { workItem: ITEM }),
    ...(!whole && { content: '' }),
  })

/** What changes a plan by itself: drafts, revisions, removals, assignments. */
function drafting(unit: string): fc.Arbitrary<Act> {
  const place = { year: 2026, unit }
  const type = fc.constantFrom<GoalType>('key', 'special', 'special', 'routine')
  const number = fc.integer({ min: 1, max: 8 })
  const who = anybody(unit)
  return fc.oneof(
    fc.tuple(who, type, fc.boolean()).map(
      ([by, one, whole]): Act =>
        (world) =>
          world.draft(by, unit, goalOf(one, whole)),
    ),
    fc.tuple(who, type, number, fc.integer({ min: 1, max: 3 }), fc.boolean()).map(
      ([by, one, n, revision, whole]): Act =>
        (world) =>
          world.do(by, 'goal.revise', {
            ...{ ...place, goal: `2026-${unit}-${n}`, revision, entry: { ...goalOf(one, whole) } },
          }),
    ),
    fc.tuple(who, fc.boolean()).map(
      ([by, whole]): Act =>
        (world) =>
          world.do(by, 'goal.assign', {
            ...{ year: 2026, units: [unit], entry: { ...entry('special', whole ? {} : { aim: null }) } },
          }),
    ),
    fc.tuple(who, number).map(
      ([by, n]): Act =>
        (world) =>
          world.do(by, 'goal.remove', { ...place, goal: `2026-${unit}-${n}` }),
    ),
  )
}

/** Sending, taking back, review, votes, ratification. */
function deciding(unit: string): fc.Arbitrary<Act> {
  const who = anybody(unit)
  const part = fc.constantFrom('unit' as const, 'group' as const, 'leader' as const)
  const returns = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom('再改', ''), { maxKeys: 2 })
  return fc.oneof(
    fc.tuple(who, part).map(
      ([by, one]): Act =>
        (world) =>
          world.send(by, unit, one),
    ),
    fc.tuple(fc.option(who, { freq: 2 }), part).map(
      ([somebody, drafter]): Act =>
        async (world) => {
          const by = somebody ?? senderOf(unit, drafter)
          const sentAt = (await world.plan(unit)).sent.find((one) => one.drafter === drafter)?.act.at ?? ''
          return world.do(by, 'plan.withdraw', { year: 2026, unit, drafter, sentAt })
        },
    ),
    fc.tuple(who, returns).map(
      ([by, back]): Act =>
        (world) =>
          world.review(by, unit, back),
    ),
    fc.tuple(who, returns).map(
      ([by, back]): Act =>
        (world) =>
          world.ratify(by, unit, back),
    ),
    who.map(
      (by): Act =>
        (world) =>
          abstain(world, by, unit),
    ),
  )
}

/** What happens around the plan: a standard changes, duties are given and taken back. */
function around(unit: string): fc.Arbitrary<Act> {
  return fc.oneof(
    fc.constantFrom('甲', '乙', '丙').map(
      (text): Act =>
        (world) =>
          world.change('OF1', ITEM, text),
    ),
    fc.constantFrom(...standIns(unit)).map(
      ([principal, delegate]): Act =>
        (world) =>
          entrust(world, principal, delegate).catch(() => undefined),
    ),
    fc.constantFrom(...standIns(unit)).map(
      ([principal]): Act =>
        (world) =>
          takeBack(world, principal).catch(() => undefined),
    ),
  )
}

/** The right people do what is right, up to the leading group; the leader, or who was given the leader's duties, reviews. */
const wholeRound =
  (unit: string, reviewer: Who = leaderOf(unit)): Act =>
  async (world) => {
    const leader = leaderOf(unit)
    await world.draft(isGraded(unit) ? leader : 'WG1', unit, goalOf('key'))
    await world.draft(isGraded(unit) ? `C-${unit}` : 'WG2', unit, goalOf('routine'))
    await world.send('WG1', unit, 'group')
    await world.send(leader, unit, 'leader')
    await world.send(`H-${unit}`, unit, 'unit')
    await world.review(reviewer, unit)
  }

/** The first goal that waits comes back to its drafter, with words. */
const givesBack =
  (unit: string, stage: 'review' | 'ratify'): Act =>
  async (world) => {
    const waits = stage === 'review' ? 'sent' : 'passed'
    const goal = (await world.plan(unit)).goals.find((one) => one.status === waits)
    return goal && world[stage](stage === 'review' ? leaderOf(unit) : 'CH', unit, { [goal.number]: '再改' })
  }

export function anyAct(unit: string): fc.Arbitrary<Act> {
  const plain = fc.oneof(
    { weight: 4, arbitrary: drafting(unit) },
    { weight: 5, arbitrary: deciding(unit) },
    { weight: 2, arbitrary: around(unit) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        wholeRound(unit),
        wholeRound(unit, { by: otherLeader(unit), for: leaderOf(unit) }),
        wholeRound(unit, { by: `H-${unit}`, for: leaderOf(unit) }),
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(givesBack(unit, 'review'), givesBack(unit, 'ratify')) },
  )
  return fc.oneof(
    { weight: 12, arbitrary: plain },
    plain.map((act) => whileAbsent(unit, act)),
  )
}

/** Somebody acts while the unit takes no part; then it is back, as when a roster was wrong. */
const whileAbsent =
  (unit: string, act: Act): Act =>
  async (world) => {
    const before = await world.plan(unit)
    mergeAway(world, unit)
    await act(world)
    world.db.exec(`UPDATE unit SET active = 1 WHERE id = '${unit}'`)
    if (JSON.stringify(await world.plan(unit)) !== JSON.stringify(before))
      throw new Error('the plan of an absent unit has moved')
  }
