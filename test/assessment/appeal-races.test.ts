import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import {
  code,
  decidedTime,
  decides,
  does,
  drafting,
  ONE,
  put,
  scores,
  sees,
  sent,
  state,
  verdict,
  withLeaders,
} from './appeal-world.ts'

const keptBoth = [verdict('1.1', null), verdict('2.1', null)]
const changedOne = [verdict('1.1', 3_00), verdict('2.1', null)]
const wins = (outcomes: readonly Outcome[]): number => outcomes.filter((one) => one.ok).length

describe('at the same time', () => {
  it('of two decisions at once one wins, and the other sees by whom and the present card', async () => {
    const db = await decidedTime()
    await sent(db)
    await withLeaders(db, changedOne)
    const both = await Promise.all([decides(db), decides(db)])
    expect(wins(both)).toBe(1)
    const lost = both.find((one) => !one.ok)
    expect(lost).toMatchObject({ refusal: { code: 'moved-appeal', status: 'decided', by: '领导小组 组长' } })
    expect(lost?.show).toMatchObject({ name: 'appeal', params: ONE })
    expect(db.raw('SELECT version FROM score_version')).toHaveLength(2)
  })

  it('of a withdrawal and a decision at once one wins', async () => {
    const db = await decidedTime()
    await sent(db)
    await withLeaders(db, changedOne)
    const both = await Promise.all([decides(db), does(db, 'H-JX01', 'appeal.withdraw', ONE)])
    expect(wins(both)).toBe(1)
    const { status } = await state(db)
    expect((await scores(db)).final).toBe(status === 'withdrawn' ? 89_05 : 89_88)
  })

  it('of two last agreements at once both count, and it is decided once', async () => {
    const db = await decidedTime()
    await sent(db)
    await put(db, keptBoth)
    const both = await Promise.all(
      ['WG2', 'WG3'].map((one) => does(db, one, 'appeal.second', { ...ONE, round: 1 })),
    )
    expect(both.map(code).toSorted()).toEqual(['appeal-decided', 'outcome-seconded'])
  })

  it('contact and head who send at once make one appeal', async () => {
    const db = await decidedTime()
    await does(db, 'C-JX01', 'appeal.draft', drafting(['1.1']))
    const both = await Promise.all([
      does(db, 'H-JX01', 'appeal.send', ONE),
      does(db, 'H-JX01', 'appeal.send', ONE),
    ])
    expect(wins(both)).toBe(1)
    expect(db.raw('SELECT number FROM appeal')).toEqual([{ number: 1 }])
  })

  it('the chair’s card is stale once another unit’s score, or the outcome, has changed', async () => {
    const db = await decidedTime()
    await sent(db)
    await withLeaders(db, changedOne)
    const seen = /"seen":"([^"]+)"/.exec(await sees(db, 'CH', 'appeal', ONE))?.[1]
    await does(db, 'CH', 'appeal.weigh', { ...ONE, page: 0, verdicts: [verdict('2.1', 19_00)] })
    expect(code(await does(db, 'CH', 'appeal.decide', { ...ONE, seen }))).toBe('stale-appeal')
  })
})
