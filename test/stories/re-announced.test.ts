/** Articles 21, 26, 29: after the announcement a late appeal is let in, the results are corrected and announced anew; over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type Shown, type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { announces, chooses, confirmsPolicy, reportsGates, setsCoefficients } from './results-steps.ts'
import { assesses, brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const CHAIR = '领导小组 组长'
const DAY_MS = 86_400_000
const RATIOS = { 教学单位及直属附属医院: '34', '党群、行政部门及其他非教学单位': '50' }

const COLLEGES = ['药学院', '护理学院', '附属医院'].map(standardCast)
const DEPARTMENTS = ['教务处', '科技处'].map(gradedCast)
/** 药学院 90.59, 护理学院 93.41 and the only place of three, 附属医院 80. */
const MARKS: { readonly [unit: string]: { readonly [label: string]: string } } = {
  药学院: { '目标1 扣分': '8 任务迟报', '目标2 扣分': '10 办结率不足' },
  护理学院: { '目标1 扣分': '8 进度滞后', '目标2 扣分': '6 台账不全' },
  附属医院: { '目标1 扣分': '20 未完成', '目标2 扣分': '20 多次超期' },
  教务处: { '目标1 等级': '一级', '目标1 得分': '95', '目标2 等级': '一级', '目标2 得分': '95' },
  科技处: { '目标1 等级': '一级', '目标1 得分': '91', '目标2 等级': '一级', '目标2 得分': '91' },
}

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string) => w.person(name)

/** The unit's own results that its contact was sent, as they stand now. */
const ownResults = (unit: string): Shown[] =>
  person(`${unit} 联络员`)
    .messages()
    .filter((one) => one.text.startsWith(`${unit} 2026年度考核结果`))

const workbooks = (name: string): number =>
  person(name)
    .messages()
    .filter((one) => one.type === 'file').length

describe('results that are corrected after they were announced', { timeout: 240_000 }, () => {
  it('the year is announced: 护理学院 has the only place of the colleges', async () => {
    for (const cast of [...COLLEGES, ...DEPARTMENTS]) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    await enters(w, '实现目标')
    await enters(w, '考核')
    for (const cast of [...COLLEGES, ...DEPARTMENTS]) await assesses(w, cast, MARKS[cast.unit] ?? {})
    for (const { unit } of DEPARTMENTS) await setsCoefficients(w, unit, ['1', '1', '1'])
    await confirmsPolicy(w)
    await reportsGates(w)
    await enters(w, '结果')
    await w.passes(8 * DAY_MS)
    await chooses(w, RATIOS)
    await announces(w)
    for (const { unit } of [...COLLEGES, ...DEPARTMENTS]) expect(ownResults(unit)).toHaveLength(1)
    expect(ownResults('护理学院')[0]?.text).toContain('优秀')
    expect(workbooks(OFFICE)).toBe(2)
  })

  it('Article 29: the chair lets a late appeal in, the head sends it, and it goes to the leading group', async () => {
    const head = person('药学院 负责人')
    await head.says('我的得分')
    head.sees('未答复')
    await person(CHAIR).says('我的得分')
    await person(CHAIR).taps('药学院', {}, '考核得分')
    await person(CHAIR).taps('同意申诉', { 同意逾期申诉的理由: '公布后发现差错' }, '考核反馈：药学院')
    await head.taps('提出申诉', {}, '考核反馈：药学院')
    await head.taps('加入申诉', { 申诉的扣分: ['目标1第1条', '目标2第1条'], 申诉理由: '两项均已完成' })
    await head.taps('报送申诉', {}, '药学院 第1件申诉')
    await person(OFFICE).taps('分办', { 送交: '领导小组决定' }, '药学院 第1件申诉')
  })

  it('Article 29: the decision changes the score, never the results by itself; its card leads to the correction', async () => {
    const chair = person(CHAIR)
    await chair.taps('填写处理意见', {}, '药学院 第1件申诉')
    await chair.taps(
      '保存本页',
      {
        ...{ '目标1第1条 改扣': '0', '目标1第1条 理由': '已按期报送' },
        ...{ '目标2第1条 改扣': '0', '目标2第1条 理由': '口径有误' },
      },
      '处理意见',
    )
    await chair.taps('返回申诉')
    chair.sees('90.59 → 100.00', '药学院：等次 合格 → 优秀', '护理学院：等次 优秀 → 合格')
    await chair.taps('确认决定')
    chair.sees('已更改得分')
    expect(await waitingFor(w, CHAIR)).toContain('待按申诉决定更正')
    for (const { unit } of [...COLLEGES, ...DEPARTMENTS]) expect(ownResults(unit)).toHaveLength(1)
    expect(ownResults('护理学院')[0]?.text).toContain('优秀')
    await chair.taps('更正结果', {}, '药学院 第1件申诉')
    chair.sees('90.59→100.00', '让位于药学院')
  })

  it('Article 29: the chair alone corrects, once', async () => {
    const chair = person(CHAIR)
    const card = chair.lastCard()
    expect(await refused(w, OFFICE, card, '更正结果')).toContain('领导小组组长')
    await chair.tapsOld(card, '更正结果')
    chair.sees('更正')
    await chair.tapsOld(card, '更正结果')
    chair.sees('不再更改')
    expect(w.db.raw("SELECT count(*) AS n FROM journal WHERE type = 'results.corrected'")).toEqual([{ n: 1 }])
  })

  it('Article 29: each unit that moved gets its new result, a third unit too; one that did not move gets none', async () => {
    expect(ownResults('药学院')).toHaveLength(2)
    expect(ownResults('药学院').at(-1)?.text).toContain('90.59→100.00')
    expect(ownResults('护理学院')).toHaveLength(2)
    const third = ownResults('护理学院').at(-1)?.text
    expect(third).toContain('优秀→合格')
    expect(third).toContain('护理学院的得分没有降低，因优秀名额有限，让位于药学院')
    for (const unit of ['附属医院', '教务处', '科技处']) {
      expect(ownResults(unit), unit).toHaveLength(1)
      expect(ownResults(unit)[0]?.text, unit).not.toContain('更正')
    }
  })

  it('Article 21: everybody is sent the list anew, and it says first what changed', async () => {
    for (const name of ['附属医院 联络员', '科技处 联络员', '药学院 负责人']) {
      const list = person(name)
        .messages()
        .findLast((one) => one.text.startsWith('2026年度考核结果'))
      const text = list?.text ?? ''
      expect(text, name).toContain('已更正')
      expect(text.indexOf('按申诉决定更正，变动如下'), name).toBeLessThan(text.indexOf('共5个单位'))
      expect(text, name).toContain('护理学院：93.41分，第1→2名，优秀→合格')
    }
    await person('药学院 教师').says('结果')
    person('药学院 教师').sees('按申诉决定更正，变动如下')
  })

  it('Article 26: the office gets both workbooks anew', () => {
    expect(workbooks(OFFICE)).toBe(4)
  })

  it('every act is in the journal, and no button is left on what is decided', async () => {
    const kinds = await journalEqualsState(w.db)
    for (const kind of ['appeal', 'results']) expect(kinds).toContain(kind)
    expect(await deadButtons(w)).toEqual([])
  })
})
