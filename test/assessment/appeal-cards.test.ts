/** The cards of feedback and appeal at their largest: nothing that was written is lost, on however many pages. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  DEDUCTIONS,
  GOALS,
  largeTime,
  longReason,
  longVerdict,
  longWhy,
  pages,
  places,
  unfilled,
} from './appeal-large.ts'
import { chapter, code, decides, does, JX, LAST_DAY, ONE, sees, state } from './appeal-world.ts'

/** The first fifty, a goal's ten at a time. */
const tens = [1, 2, 3, 4, 5].map((goal) => places.slice(goal * 10 - 10, goal * 10))

describe.each([['国'], ['*'], ['"']])('thirty goals with ten deductions each, of long words (%s)', (sign) => {
  let large: Awaited<ReturnType<typeof largeTime>>
  beforeAll(async () => {
    large = await largeTime(sign)
  }, 60_000)

  it('Article 22: the feedback shows every deduction with its whole reason and criterion, on pages', async () => {
    const all = await pages(large, 'C-JX01', 'feedback', JX)
    const words = all.join('\n')
    for (const [goal, index] of [
      [1, 1],
      [15, 10],
      [GOALS, DEDUCTIONS],
    ] as const)
      expect(words).toContain(`${index}. 扣1.5分：${longReason(sign, goal, index)}`)
    expect(words.match(/扣1\.5分/g)).toHaveLength(GOALS * DEDUCTIONS)
    expect(all[0]).toContain('扣分情况（300条）')
  })

  it('the choice of deductions, twenty a page', async () => {
    const all = await pages(large, 'H-JX01', 'appeal-pick', { ...JX, version: 1, page: 0 })
    expect(all).toHaveLength(15)
  })

  it('an appeal of fifty, each with a long reason and files; and its outcome', async () => {
    for (const ten of tens) {
      const why = longWhy(sign, ten[0] ?? '')
      const draft = { ...JX, version: 1, places: ten, why, evidence: large.files }
      expect(code(await does(large.db, 'H-JX01', 'appeal.draft', draft))).toBe('appeal-drafted')
    }
    const drafted = await pages(large, 'H-JX01', 'appeal', ONE)
    expect(drafted.join('\n').match(/申诉理由：/g)).toHaveLength(50)
    await does(large.db, 'H-JX01', 'appeal.send', ONE)
    await pages(large, 'OF1', 'appeal', ONE)
    await does(large.db, 'OF1', 'appeal.route', { ...ONE, to: 'leaders', words: sign.repeat(500) })
    const weighing = await pages(large, 'CH', 'appeal-weigh', { ...ONE, page: 0 })
    expect(weighing.join('\n')).toContain(longWhy(sign, '5.1'))
    for (const ten of tens) {
      const verdicts = ten.map((place) => ({ place, points: 50, reason: longVerdict(sign, place) }))
      expect(code(await does(large.db, 'CH', 'appeal.weigh', { ...ONE, page: 0, verdicts }))).toBe(
        'verdicts-kept',
      )
    }
    expect(unfilled(await state(large.db))).toBe(0)
    const before = (await pages(large, 'CH', 'appeal', ONE)).join('\n')
    expect(before).toContain('确认前请看影响')
    expect(code(await decides(large.db))).toBe('appeal-decided')
    const after = (await pages(large, 'C-JX01', 'appeal', ONE)).join('\n')
    for (const place of ['1.1', '3.7', '5.10']) {
      expect(after).toContain(longWhy(sign, `${place.split('.')[0]}.1`))
      expect(after).toContain(longVerdict(sign, place))
    }
    await sees(large.db, 'C-JX01', 'appeal-evidence', { ...ONE, place: '1.1' })
    const record = (await pages(large, 'C-JX01', 'score-record', JX)).join('\n')
    expect(record.match(/1\.5→0\.5分/g)).toHaveLength(50)
    expect(record).toContain(longVerdict(sign, '5.10'))
    expect((await pages(large, 'C-JX01', 'feedback', JX)).join('\n').match(/扣0\.5分/g)).toHaveLength(50)
  }, 60_000)
})

describe('every card of an ordinary appeal', () => {
  it('is one that Feishu takes, for everybody, with nothing left to tap on what is decided', async () => {
    const { db } = await largeTime('国', 2, 2)
    const everybody = ['H-JX01', 'C-JX01', 'LD1', 'OF1', 'CH', 'LM1', 'WG1', 'WG2', 'C-JX02']
    const look = async () => {
      for (const person of everybody)
        for (const [name, params] of [
          ['appeal', ONE],
          ['appeals', {}],
          ['feedback', JX],
          ['score-record', JX],
          ['appeal-pick', { ...JX, version: 1, page: 0 }],
          ['appeal-weigh', { ...ONE, page: 0 }],
        ] as const)
          await sees(db, person, name, params)
    }
    await look()
    await does(db, 'H-JX01', 'appeal.draft', { ...JX, version: 1, places: ['1.1'], why: '理由' })
    await look()
    await does(db, 'H-JX01', 'appeal.send', ONE)
    await look()
    await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group', words: '请复核' })
    await does(db, 'WG1', 'appeal.weigh', {
      ...ONE,
      page: 0,
      verdicts: [{ place: '1.1', points: 0, reason: '属实' }],
    })
    await look()
    await does(db, 'WG1', 'appeal.put', ONE)
    await look()
    for (const member of ['WG2', 'WG3']) await does(db, member, 'appeal.second', { ...ONE, round: 1 })
    await look()
    await decides(db)
    await look()
    for (const person of everybody)
      expect(await sees(db, person, 'appeal', ONE), person).not.toMatch(/"do":|"submit":/)
    // The days are over, and the chair may let the unit appeal.
    await sees(db, 'CH', 'feedback', JX, { on: '2026-12-20' })
    expect(LAST_DAY).toBe('2026-12-08')
  })

  it('a form has no fields of the same name on one card, and asks what its command takes', async () => {
    for (const form of chapter.forms) {
      expect(chapter.commands.map((one) => one.type)).toContain(form.command)
    }
  })
})
