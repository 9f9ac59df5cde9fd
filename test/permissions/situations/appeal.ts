/** The appeal of 药学院 against two deductions, at every place that it comes to. */
import type { JsonObject } from '../../../src/kernel/decision.ts'
import type { Instant } from '../../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import {
  chapter,
  decidedTime,
  does,
  drafting,
  JX,
  ONE,
  put,
  sees,
  sent,
  verdict,
  withLeaders,
} from '../../assessment/appeal-world.ts'
import { appeal } from '../rights/appeal.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

/** The second day of five, and long after the last. */
const AT = '2026-12-02T02:00:00.000Z'
const LATE = '2026-12-20T02:00:00.000Z'
const RIGHTS = {
  commands: chapter.commands,
  byRight: [
    ...['appellants-only', 'appealing-head-only', 'routers-only', 'deciders-only', 'hearing-convenor-only'],
    ...['hearing-member-only', 'barred-hearing', 'repeated-second', 'clock-only', 'unknown-appeal'],
  ],
  byPhase: ['closed-appeals'],
}
const PLACES = ['1.1', '2.1']
const KEPT = PLACES.map((place) => verdict(place, null))

const decided = once(async () => everybodyIn(await decidedTime()))
const drafted = once(async () => {
  const db = await decidedTime()
  await does(db, 'C-JX01', 'appeal.draft', drafting(PLACES))
  return everybodyIn(db)
})
const open = once(async () => {
  const db = await decidedTime()
  await sent(db, PLACES)
  return everybodyIn(db)
})
const withGroup = once(async () => {
  const db = await decidedTime()
  await sent(db, PLACES)
  await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group', words: '请复核' })
  await does(db, 'WG1', 'appeal.weigh', { ...ONE, page: 0, verdicts: KEPT })
  return everybodyIn(db)
})
const outcomePut = once(async () => {
  const db = await decidedTime()
  await sent(db, PLACES)
  await put(db, KEPT)
  return everybodyIn(db)
})
const before = once(async () => {
  const db = await decidedTime()
  await sent(db, PLACES)
  await withLeaders(db, KEPT)
  return everybodyIn(db)
})

const of =
  (
    name: string,
    make: () => Promise<SqliteDatabase>,
    payload: JsonObject | ((db: SqliteDatabase) => Promise<JsonObject>),
    at: Instant = AT,
  ) =>
  async () => {
    const db = await make()
    const given = typeof payload === 'function' ? await payload(db) : payload
    return situation(appeal, name, { db, at, ...RIGHTS }, 'JX01', given)
  }

const weighing: JsonObject = { ...ONE, page: 0, verdicts: KEPT }

async function deciding(db: SqliteDatabase): Promise<JsonObject> {
  const card = await sees(db, 'CH', 'appeal', ONE)
  return { ...ONE, seen: /"seen":"([^"]+)"/.exec(card)?.[1] ?? '' }
}

export const appealSituations: Situations = new Map([
  ['draft', of('draft', decided, { ...drafting(PLACES) })],
  ['drop', of('drop', drafted, { ...ONE, place: '2.1' })],
  ['ask head', of('ask head', drafted, ONE)],
  ['send', of('send', drafted, ONE)],
  ['withdraw', of('withdraw', open, ONE)],
  ['route', of('route', open, { ...ONE, to: 'group' })],
  ['take over', of('take over', open, { ...ONE, words: '事关全校' })],
  ['weigh, group', of('weigh, group', withGroup, weighing)],
  ['weigh, leaders', of('weigh, leaders', before, weighing)],
  ['put', of('put', withGroup, ONE)],
  ['second', of('second', outcomePut, { ...ONE, round: 1 })],
  ['object', of('object', outcomePut, { ...ONE, round: 1, words: '材料不足' })],
  ['decide', of('decide', before, deciding)],
  ['reopen answering', of('reopen answering', decided, { ...JX, reason: '联络员住院' }, LATE)],
  ['lapse', of('lapse', decided, JX, LATE)],
])
