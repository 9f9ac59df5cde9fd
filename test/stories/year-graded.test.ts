/** An administrative department's year (教务处, graded regime), and how the results of all units come about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Values } from '../world/fill.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, keyGoal, routineGoal, specialGoal, standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { announces, confirmsPolicy, LEAD_UNITS, reportsGates, setsCoefficients } from './results-steps.ts'
import { assesses, brings, drafts, enters, proposes, sends, waitingFor } from './steps.ts'

const ACADEMIC = gradedCast('教务处')
const SCIENCE = gradedCast('科技处')
const COLLEGES = [standardCast('药学院'), standardCast('护理学院'), standardCast('附属医院')]
const CHAIR = '领导小组 组长'
const OFFICE = '办公室 工作人员'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string) => w.person(name)

describe('goals are set', () => {
  it('Article 13: the leader in charge drafts the key goals, which need no second review by him', async () => {
    const leader = person('分管行政副校长')
    expect(await waitingFor(w, leader.name)).toContain('教务处：重点目标待填报')
    await drafts(w, leader.name, '教务处', [keyGoal('推进专业认证', '2'), keyGoal('建设智慧教室')])
    await sends(w, leader.name, '教务处')
    leader.sees('已报送', '推进专业认证', '待审定')
    expect(await waitingFor(w, leader.name)).not.toContain('教务处')
  })

  it('Articles 14, 15: the department drafts the others, as many as it likes, and its head sends them', async () => {
    const goals = [
      specialGoal('推行一站式服务'),
      routineGoal('教学运行'),
      routineGoal('公文办理'),
      routineGoal('科研管理'),
    ]
    await drafts(w, '教务处 联络员', '教务处', goals)
    await sends(w, '教务处 负责人', '教务处')
    expect(await waitingFor(w, '分管行政副校长')).toContain('教务处：4项目标待审核')
    await brings(w, ACADEMIC)
    person('教务处 联络员').shown('教务处 2026年度工作目标')
  })

  it('the other units bring their plans into force', async () => {
    for (const cast of [SCIENCE, ...COLLEGES]) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    expect(await waitingFor(w, CHAIR)).not.toContain('审定')
  })
})

describe('the department is assessed', () => {
  it('Article 24: an assessment group gives levels; a level below the first needs a reason', async () => {
    await enters(w, '实现目标')
    await enters(w, '考核')
    const convenor = person('考核组 组长')
    expect(await waitingFor(w, convenor.name)).toContain('给教务处考核打分')
    await convenor.taps('去打分', {}, '教务处')
    await convenor.taps('保存本页', { ...MARKS, '目标2 扣分理由': '' }, '考核打分：教务处')
    convenor.sees('目标2', '理由')
    await convenor.taps('保存本页', { ...MARKS, '目标2 得分': '95' }, '考核打分：教务处')
    convenor.sees('目标2', '70–89')
    await assesses(w, ACADEMIC, MARKS)
    await assesses(w, SCIENCE, FIRST_LEVEL)
    for (const cast of COLLEGES) await assesses(w, cast, COLLEGE_MARKS[cast.unit] ?? {})
  })

  it('Article 24: without coefficients from the notice there is no total', async () => {
    expect(await waitingFor(w, OFFICE)).toContain('2个单位没有权重系数')
    await person('教务处 联络员').says('我的得分')
    person('教务处 联络员').seesNo('89.09')
    await person(OFFICE).taps('去设置')
    const list = person(OFFICE).lastCard()
    expect(await refused(w, '教务处 负责人', list, '设置系数')).toContain('办公室')
    await setsCoefficients(w, '教务处', ['1.05', '1', '0.98'])
    await setsCoefficients(w, '科技处', ['1', '1', '1'])
    expect(await waitingFor(w, OFFICE)).not.toContain('权重系数')
  })

  it('Article 24: the unit is shown its total, worked out exactly, with every reason', async () => {
    const contact = person('教务处 联络员')
    await contact.says('我的得分')
    // 0.25·1.05·88 + 0.15·1·95 + 0.60·0.98·88 = 23.1 + 14.25 + 51.744 = 89.094
    contact.sees(
      '89.09',
      '88.00分',
      '95.00分',
      '智慧教室只建成八成',
      '教学事故一起',
      '公文超期',
      '结题率不足',
    )
    contact.sees('1.0500', '0.9800')
    await contact.taps('确认收到')
    contact.sees('教务处 联络员已于3月2日 10:00确认收到')
  })

  it('rulebook 5.1: the score explains itself line by line, to those whom it concerns', async () => {
    const contact = person('教务处 联络员')
    await contact.taps('得分解释')
    contact.sees('25% × 1.05 × 88 = 23.1', '23.1 + 14.25 + 51.744 = 89.094', '等次在结果公布后显示')
    await contact.taps('下一页（2/2）')
    contact.sees('100 − 20 = 80分', '智慧教室只建成八成')
    await person('科技处 负责人').says('解释 教务处')
    person('科技处 负责人').seesNo('89.09')
  })
})

describe('the results are decided and announced', () => {
  it('rulebook 6: nothing can be proposed while anything is missing; all of it is listed at once', async () => {
    await enters(w, '结果')
    await person(CHAIR).says('优秀比例')
    person(CHAIR).sees('年度政策未确认', '一票否决未报齐', ...LEAD_UNITS)
    expect(await waitingFor(w, OFFICE)).toContain('结果审定还缺')
  })

  it('Article 31: each lead unit reports its own area; no answer is not a pass', async () => {
    const ethics = person('宣传部 联络员')
    expect(await waitingFor(w, ethics.name)).toContain('师德师风评价：5个单位未报告')
    await ethics.says('关口')
    const card = ethics.lastCard()
    expect(await refused(w, '保卫处 联络员', card, '提交本页')).toContain('宣传部')
    await ethics.taps('提交本页', { 护理学院: '不合格' })
    ethics.sees('护理学院', '原因')
    await reportsGates(w, { 宣传部: { 护理学院: '不合格', 护理学院不合格原因: '师德失范一起' } })
    for (const unit of LEAD_UNITS) expect(await waitingFor(w, `${unit} 联络员`)).toContain('没有待办')
  })

  it('rulebook: the chair confirms the year’s policy with the number of its notice', async () => {
    expect(await waitingFor(w, CHAIR)).toContain('2026年度政策待确认')
    await person(CHAIR).says('年度政策')
    const policy = person(CHAIR).lastCard()
    expect(await refused(w, OFFICE, policy, '确认政策')).toContain('领导小组组长')
    await confirmsPolicy(w)
    person(CHAIR).sees('校发〔2026〕12号', CHAIR)
    expect(await waitingFor(w, CHAIR)).not.toContain('政策')
  })

  it('Article 25: the chair sees what each ratio would do, sets it, names and ratifies', async () => {
    const chair = person(CHAIR)
    expect(await waitingFor(w, CHAIR)).toContain('优秀比例待确定')
    await chair.taps('去确定')
    chair.sees('名额', '末位得分', '附属医院')
    const quota = chair.lastCard()
    expect(await refused(w, OFFICE, quota, '确定比例')).toContain('领导小组组长')
    await chair.taps('确定比例', { 教学单位及直属附属医院: '40', '党群、行政部门及其他非教学单位': '50' })
    chair.sees(
      '入围：附属医院',
      '入围：科技处',
      '得分达到优秀线但被一票否决的1个单位',
      '护理学院：师德师风评价不合格',
    )
    expect(await waitingFor(w, CHAIR)).toContain('考核结果待审定')
    const naming = chair.shown('2026年度评优审定')
    await chair.taps('审定结果', {}, '2026年度评优审定')
    await chair.tapsOld(naming, '审定结果')
    chair.sees('结果已由 领导小组 组长 于 3月2日 10:00 审定')
    expect(await waitingFor(w, CHAIR)).toContain('没有待办')
  })

  it('Article 21: the office announces; each unit is told its own, everyone may read the whole list', async () => {
    const office = person(OFFICE)
    await person('教务处 联络员').says('结果')
    person('教务处 联络员').sees('还没有公布')
    expect(await waitingFor(w, OFFICE)).toContain('2026年度考核结果待公布')
    await office.taps('去公布')
    const gate = office.lastCard()
    expect(await refused(w, '教务处 联络员', gate, '公布结果')).toContain('办公室')
    await announces(w)
    await office.tapsOld(gate, '公布结果')
    office.sees('结果已由 办公室 工作人员 于 3月2日 10:00 公布')
    person('教务处 联络员').sees('教务处', '89.09', '合格')
    person('科技处 负责人').sees('科技处', '优秀')
    person('护理学院 联络员').sees('护理学院', '合格', '师德师风评价')
    await person('护理学院 联络员').says('解释')
    person('护理学院 联络员').sees('等次：合格。因师德师风评价不合格，不能评为优秀')
    await person('药学院 教师').says('结果')
    person('药学院 教师').sees('教务处', '89.09', '科技处', '附属医院', '护理学院', '药学院')
  })

  it('rulebook 2: the office closes the year, and what belongs to it is refused from then on', async () => {
    expect(await waitingFor(w, OFFICE)).toContain('可以结束年度')
    await enters(w, '结束')
    person('教务处 联络员').sees('结束')
    await person('教务处 联络员').says('填报目标')
    person('教务处 联络员').seesNo('保存')
    expect(await waitingFor(w, '教务处 联络员')).toContain('没有待办')
  })

  it('every act is in the journal, and no button is left on what is decided', async () => {
    await journalEqualsState(w.db)
    expect(await deadButtons(w)).toEqual([])
  })
})

/** Key 92 (weight 2) and 80, special 95, routine 88, 90 and 86: the example of rulebook 5.2. */
const MARKS: Values = {
  '目标1 等级': '一级',
  '目标1 得分': '92',
  '目标2 等级': '二级',
  '目标2 得分': '80',
  '目标2 扣分理由': '智慧教室只建成八成',
  '目标3 等级': '一级',
  '目标3 得分': '95',
  '目标4 等级': '二级',
  '目标4 得分': '88',
  '目标4 扣分理由': '教学事故一起',
  '目标5 等级': '一级',
  '目标5 得分': '90',
  '目标5 扣分理由': '公文超期',
  '目标6 等级': '二级',
  '目标6 得分': '86',
  '目标6 扣分理由': '结题率不足',
}

const FIRST_LEVEL: Values = {
  '目标1 等级': '一级',
  '目标1 得分': '96',
  '目标2 等级': '一级',
  '目标2 得分': '94',
}

/** 护理学院 stays whole but fails a gate area; 药学院 falls under the line of the excellent. */
const COLLEGE_MARKS: { readonly [unit: string]: Values } = {
  药学院: { '目标1 扣分': '20 没有完成', '目标2 扣分': '12 差错较多' },
  附属医院: { '目标1 扣分': '4 推迟一个月' },
}
