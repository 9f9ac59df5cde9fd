/** Articles 22, 29: a college appeals, its score becomes a new version, and a third unit loses its place; over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, standardCast } from './cast.ts'
import { PICTURE } from './pharmacy.ts'
import { refused } from './refused.ts'
import { announces, confirmsPolicy, reportsGates, setsCoefficients } from './results-steps.ts'
import { assesses, brings, enters, proposes, waitingFor } from './steps.ts'

const PHARMACY = standardCast('药学院')
const NURSING = standardCast('护理学院')
const HOSPITAL = standardCast('附属医院')
const DEPARTMENTS = [
  [gradedCast('教务处'), '95'],
  [gradedCast('科技处'), '91'],
] as const
const [CONVENOR, FIRST, SECOND] = PHARMACY.assessors
const CHAIR = '领导小组 组长'
const OFFICE = '办公室 工作人员'
const DAY_MS = 86_400_000

/** 25 % key and 60 % routine: 药学院 (25 × 92 + 60 × 90) / 85 = 90.59, 护理学院 92 and 94: 93.41. */
const MARKS: { readonly [unit: string]: { readonly [label: string]: string } } = {
  药学院: { '目标1 扣分': '8 任务迟报', '目标2 扣分': '10 办结率不足' },
  护理学院: { '目标1 扣分': '8 进度滞后', '目标2 扣分': '6 台账不全' },
  附属医院: { '目标1 扣分': '20 未完成', '目标2 扣分': '20 多次超期' },
}

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string | undefined) => w.person(name ?? '')

describe('an appeal that moves a third unit', { timeout: 240_000 }, () => {
  it('the year comes to its results: every unit is assessed, the ratio is set, one place for three colleges', async () => {
    for (const cast of [PHARMACY, NURSING, HOSPITAL, ...DEPARTMENTS.map(([cast]) => cast)]) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    await enters(w, '实现目标')
    await enters(w, '考核')
    for (const cast of [PHARMACY, NURSING, HOSPITAL]) await assesses(w, cast, MARKS[cast.unit] ?? {})
    for (const [cast, score] of DEPARTMENTS) {
      const first = { '目标1 等级': '一级', '目标1 得分': score, '目标2 等级': '一级', '目标2 得分': score }
      await assesses(w, cast, first)
      await setsCoefficients(w, cast.unit, ['1', '1', '1'])
    }
    await confirmsPolicy(w)
    await reportsGates(w)
    await enters(w, '结果')
    await person(CHAIR).says('评优')
    await person(CHAIR).taps('确定比例', {
      教学单位及直属附属医院: '34',
      '党群、行政部门及其他非教学单位': '50',
    })
    person(CHAIR).sees('护理学院')
  })

  it('Article 22: the feedback says until when, and offers both answers; confirming is not agreeing', async () => {
    const contact = person('药学院 联络员')
    await contact.says('我的得分')
    contact.sees('得分：90.59', '待答复', '3月9日前', '确认收到不等于认可', '1. 扣8分：任务迟报')
    await contact.taps('确认收到')
    contact.sees('药学院 联络员已于', '确认收到', '已收到')
  })

  it('the contact ticks a deduction, writes why, adds a picture, and asks the head', async () => {
    const contact = person('药学院 联络员')
    await contact.sends(PICTURE)
    await contact.says('我的得分')
    await contact.taps('提出申诉', {}, '考核反馈：药学院')
    contact.sees('提出申诉：药学院', '申诉的扣分')
    await contact.taps('加入申诉', {
      申诉的扣分: ['目标1第1条'],
      申诉理由: '任务按期报送，见截图',
      佐证材料: ['图片'],
    })
    contact.sees('第1件申诉', '任务按期报送，见截图', '佐证材料（1份）')
    await contact.taps('继续添加')
    await contact.taps('加入申诉', { 申诉的扣分: ['目标2第1条'], 申诉理由: '统计口径有误' })
    contact.sees('申诉的扣分（2条）')
    await contact.taps('请负责人报送', {}, '药学院 第1件申诉')
    expect(await waitingFor(w, '药学院 负责人')).toContain('药学院第1件申诉待报送')
    const draft = contact.shown('药学院 第1件申诉')
    expect(await refused(w, '护理学院 负责人', draft, '请负责人报送')).toContain('药学院')
  })

  it('the head sends it; until it is decided the results cannot be ratified', async () => {
    const head = person('药学院 负责人')
    const draft = head.shown('药学院 第1件申诉')
    await head.taps('报送申诉', {}, '药学院 第1件申诉')
    await head.tapsOld(draft, '报送申诉')
    head.sees('已报送办公室')
    await person(CHAIR).says('评优')
    person(CHAIR).sees('申诉未办结', '药学院')
    person(OFFICE).shown('药学院 第1件申诉')
  })

  it('the office sends it back to the group; 待办 tells for how long it has waited', async () => {
    await w.passes(DAY_MS)
    const office = person(OFFICE)
    expect(await waitingFor(w, OFFICE)).toContain('药学院第1件申诉待分办（已1天）')
    await office.taps('去分办')
    await office.taps('分办', { 送交: '第一目标管理工作组重新合议', 附言: '请核对截图' }, '药学院 第1件申诉')
    office.sees('工作组合议中', '请核对截图')
    expect(await waitingFor(w, CONVENOR)).toContain('药学院第1件申诉待提出处理意见')
  })

  it('Article 22: the group deliberates once more: one deduction is lowered, the other kept, each with a reason', async () => {
    const convenor = person(CONVENOR)
    await convenor.taps('去办理', {}, '药学院第1件申诉')
    await convenor.taps('填写处理意见', {}, '药学院 第1件申诉')
    await convenor.taps('保存本页', { '目标1第1条 改扣': '0', '目标1第1条 理由': '截图属实' }, '处理意见')
    convenor.sees('还有1条')
    await convenor.taps(
      '保存本页',
      { '目标2第1条 改扣': '3', '目标2第1条 理由': '口径更正后不足三分' },
      '处理意见',
    )
    await convenor.taps('返回申诉')
    await convenor.taps('提交成员表态', {}, '药学院 第1件申诉')
    await person(FIRST).taps('同意', {}, '药学院 第1件申诉')
    person('药学院 负责人').seesNo('截图属实')
    await person(SECOND).taps('同意', {}, '药学院 第1件申诉')
    person(SECOND).sees('待领导小组确认')
  })

  it('before it is confirmed the chair sees whose grade, rank and pay would move: a third unit’s', async () => {
    const chair = person(CHAIR)
    expect(await waitingFor(w, CHAIR)).toContain('药学院第1件申诉更改得分待确认')
    await chair.taps('去确认')
    // (25 × 100 + 60 × 97) / 85 = 97.88
    chair.sees(
      '确认前请看影响',
      '90.59 → 97.88',
      '药学院：等次 合格 → 优秀',
      '护理学院：等次 优秀 → 合格',
      '2→1',
      '1→2',
    )
    const card = chair.lastCard()
    expect(await refused(w, '领导小组 成员', card, '确认更改')).toContain('领导小组组长')
    await chair.taps('确认更改')
    chair.sees('已更改得分')
    await chair.tapsOld(card, '确认更改')
    chair.sees('已经办结')
  })

  it('the unit is told the outcome with each reason, and has a new version; both are kept', async () => {
    const contact = person('药学院 联络员')
    contact.shown('处理：撤销扣分（原扣8分）。截图属实')
    contact.shown('处理：改为扣3分（原扣10分）。口径更正后不足三分')
    await contact.says('我的得分')
    contact.sees('得分：97.88', '第2版', '待答复')
    await contact.says('评分记录')
    contact.sees('第1版　90.59', '第2版　97.88', '8→0分', '10→3分')
    await contact.says('申诉')
    contact.sees('药学院第1件，2条扣分：已更改得分')
  })

  it('the results follow the new version: the place is the appellant’s now', async () => {
    const chair = person(CHAIR)
    await chair.says('评优')
    chair.sees('药学院')
    chair.seesNo('申诉未办结')
  })

  it('Article 22: who said nothing within the days is marked so, and the score stands; the chair may let it appeal', async () => {
    await w.passes(8 * DAY_MS)
    const head = person('附属医院 负责人')
    await head.says('我的得分')
    head.sees('未答复', '得分有效')
    expect(
      w.db.raw(
        "SELECT count(*) AS n FROM journal WHERE type = 'feedback.unanswered' AND subject = 'assessment:2026:FY01'",
      ),
    ).toEqual([{ n: 1 }])
    await person(CHAIR).says('我的得分')
    await person(CHAIR).taps('附属医院', {}, '考核得分')
    await person(CHAIR).taps('同意申诉', { 同意逾期申诉的理由: '联络员病假' }, '考核反馈：附属医院')
    head.sees('待答复')
  })

  it('a withdrawn appeal ends, and the score stands', async () => {
    const head = person('附属医院 负责人')
    await head.taps('提出申诉', {}, '考核反馈：附属医院')
    await head.taps('加入申诉', { 申诉的扣分: ['目标1第1条'], 申诉理由: '已补办' })
    await head.taps('报送申诉', {}, '附属医院 第1件申诉')
    await head.taps('撤回申诉', {}, '附属医院 第1件申诉')
    head.sees('已撤回')
    expect(await waitingFor(w, OFFICE)).not.toContain('附属医院第1件申诉')
  })

  it('after the announcement only the leading group hears an appeal; the results are corrected by its own decision', async () => {
    await person(CHAIR).says('评优')
    await person(CHAIR).taps('审定结果')
    await announces(w)
    person('护理学院 联络员').sees('护理学院', '合格')
    await person(CHAIR).says('我的得分')
    await person(CHAIR).taps('护理学院', {}, '考核得分')
    await person(CHAIR).taps('同意申诉', { 同意逾期申诉的理由: '公布后发现差错' }, '考核反馈：护理学院')
    const head = person('护理学院 负责人')
    await head.taps('提出申诉', {}, '考核反馈：护理学院')
    await head.taps('加入申诉', { 申诉的扣分: ['目标1第1条', '目标2第1条'], 申诉理由: '两项均已完成' })
    await head.taps('报送申诉', {}, '护理学院 第1件申诉')
    const office = person(OFFICE)
    office.seesNo('重新合议')
    await office.taps('分办', { 送交: '领导小组决定' }, '护理学院 第1件申诉')
    const chair = person(CHAIR)
    await chair.taps('填写处理意见', {}, '护理学院 第1件申诉')
    await chair.taps(
      '保存本页',
      {
        '目标1第1条 改扣': '0',
        '目标1第1条 理由': '已完成',
        '目标2第1条 改扣': '0',
        '目标2第1条 理由': '已完成',
      },
      '处理意见',
    )
    await chair.taps('返回申诉')
    chair.sees('93.41 → 100.00', '护理学院：等次 合格 → 优秀', '药学院：等次 优秀 → 合格', '按已审定的结果')
    await chair.taps('确认决定')
    chair.sees('已更改得分', '更正结果')
    await chair.taps('更正结果', {}, '护理学院 第1件申诉')
    chair.sees('护理学院', '药学院')
  })

  it('every act is in the journal, and no button is left on what is decided', async () => {
    expect(await journalEqualsState(w.db)).toContain('appeal')
    expect(await deadButtons(w)).toEqual([])
  })
})
