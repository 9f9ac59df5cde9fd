/** Two years in a row, with reforms of the units in the middle of the first and between the two (rulebook 1, 2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { gradedCast, shortPlan, specialGoal, standardCast } from './cast.ts'
import { announces, chooses, confirmsPolicy, reportsGates, setsCoefficients } from './results-steps.ts'
import { assesses, brings, enters, proposes } from './steps.ts'

const OFFICE = '办公室 工作人员'
const CHAIR = '领导小组 组长'
const COLLEGES = [standardCast('药学院'), standardCast('护理学院'), standardCast('附属医院')]
const ACADEMIC = gradedCast('教务处')
const SCIENCE = gradedCast('科技处')

/** Article 24: the first level for each goal, with these points. */
const firstLevel = (points: readonly string[]) =>
  Object.fromEntries(
    points.flatMap((one, at) => [
      [`目标${at + 1} 等级`, '一级'],
      [`目标${at + 1} 得分`, one],
    ]),
  )

let w: World
beforeAll(async () => {
  w = await world()
}, 120_000)
afterAll(() => w.stop())
const person = (name: string) => w.person(name)

describe('2026', { timeout: 180_000 }, () => {
  it('five units bring their plans into force', async () => {
    for (const cast of [...COLLEGES, ACADEMIC]) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    await proposes(w, SCIENCE, [...shortPlan(2026), specialGoal('建成科研共享平台')])
    await brings(w, SCIENCE)
    await enters(w, '实现目标')
  })

  it('in mid-year one office goes into another, by a document: its goals go along with their reports', async () => {
    await person(SCIENCE.contact).says('进展 2 已完成30%，平台选型完成')
    await person(SCIENCE.contact).taps('保存进展')
    const office = person(OFFICE)
    await office.says('合并 科技处、教务处 为 教务处')
    await office.taps('预览', { 发文号: '校发〔2026〕30号' })
    office.sees('3 项转入教务处', '科技处 目标3 建成科研共享平台 → 教务处')
    await office.taps('角色与小组')
    await office.taps('保存', { '科技处 负责人': '结束' })
    await office.taps('确认生效')
    office.sees('校发〔2026〕30号')
    await person(ACADEMIC.contact).says('我的目标')
    person(ACADEMIC.contact).sees('建成科研共享平台', '完成年度重点任务')
    await person(ACADEMIC.contact).says('进展记录 4')
    person(ACADEMIC.contact).sees('平台选型完成', '30%')
    await person(SCIENCE.contact).says('进展 5 已完成60%，平台上线试运行')
    await person(SCIENCE.contact).taps('保存进展')
    person(SCIENCE.contact).sees('教务处', '60%')
    await office.says('单位 科技处')
    office.sees('已并入教务处（校发〔2026〕30号）', '目标3 建成科研共享平台 → 教务处 目标5')
  })

  it('the merged office is assessed as one; the results are those of four units', async () => {
    await enters(w, '考核')
    for (const [at, cast] of COLLEGES.entries())
      await assesses(w, cast, at === 0 ? {} : { '目标1 扣分': `${at * 10} 推迟` })
    await assesses(w, ACADEMIC, firstLevel(['95', '95', '90', '90', '92']))
    await setsCoefficients(w, '教务处', ['1', '1', '1'])
    await confirmsPolicy(w)
    await reportsGates(w)
    await enters(w, '结果')
    await chooses(w, { 教学单位及直属附属医院: '40', '党群、行政部门及其他非教学单位': '0' })
    await announces(w)
    await person(OFFICE).says('结果')
    person(OFFICE).sees('共4个单位', '教务处')
    person(OFFICE).seesNo('科技处')
    await enters(w, '结束')
  })
})

describe('between the years', { timeout: 180_000 }, () => {
  it('a college is renamed, the hospital exempted, the office split in two; each by its document', async () => {
    const office = person(OFFICE)
    await office.says('更名 药学院 为 药学与生命科学学院')
    await office.taps('预览', { 发文号: '校发〔2026〕51号' })
    await office.taps('确认生效')
    await office.says('豁免 附属医院')
    await office.taps('预览', { 豁免原因: '迁建期间', 发文号: '校发〔2026〕52号' })
    await office.taps('确认生效')
    await office.says('拆分 教务处')
    await office.taps('预览', { 新单位: 'XZ11 本科生院\nXZ12 研究生院', 发文号: '校发〔2026〕53号' })
    await office.taps('角色与小组')
    await office.taps('保存', {
      其余人员归入: '本科生院',
      '教务处 联络员': '本科生院',
      '科技处 联络员': '研究生院',
      '教务处 负责人': '本科生院',
    })
    await office.taps('确认生效')
    await office.says('单位')
    office.sees('参加 4 个，豁免 1 个，已结束 2 个', '药学与生命科学学院', '研究生院')
  })

  it('what is still open of the old year holds the new one up; time passes, and it begins', async () => {
    const office = person(OFFICE)
    await office.says('新年度')
    office.sees('还不能开启', '反馈还在答复期内')
    w.clock.moveDays(310)
    await w.passes(60_000)
    await office.says('新年度')
    office.sees('可以开启', '4个', '上年4项结束')
    await office.taps('开启2027年度')
    person('护理学院 联络员').shown('2027年度进入「订立目标」阶段')
  })

  it('体检 finds what the reforms left open', async () => {
    const office = person(OFFICE)
    await office.says('体检')
    office.sees('研究生院没有负责人')
    await office.taps('指定负责人', {}, '研究生院没有负责人')
    await office.taps('授予单位负责人', { 人员: '科技处 负责人' })
    if (office.lastCard().buttons.some(({ text }) => text === '仍然授予')) await office.taps('仍然授予')
    await office.says('体检')
    office.seesNo('研究生院没有负责人')
  })

  it('last year stays readable under the names that it had', async () => {
    const office = person(OFFICE)
    await office.says('去年 结果')
    office.sees('2026年度考核结果', '药学院', '附属医院', '教务处')
    office.seesNo('药学与生命科学学院', '本科生院')
    await person('药学院 联络员').says('去年 我的得分')
    person('药学院 联络员').sees('100', '2026')
    await office.says('历史 教务处')
    office.sees('历史：教务处', '2026年度')
    await office.says('去年 看板')
    office.sees('全校 2026年度目标看板', '药学院', '附属医院', '教务处')
    office.seesNo('药学与生命科学学院', '本科生院')
    await office.taps('教务处')
    office.sees('建成科研共享平台', '60%')
  })
})

describe('2027', { timeout: 180_000 }, () => {
  const casts = [
    { ...standardCast('药学与生命科学学院'), contact: '药学院 联络员', head: '药学院 负责人' },
    standardCast('护理学院'),
    { ...gradedCast('本科生院'), contact: '教务处 联络员', head: '教务处 负责人' },
    { ...gradedCast('研究生院'), contact: '科技处 联络员', head: '科技处 负责人' },
  ] as const

  it('four units set their goals; the office publishes the priorities first', async () => {
    const office = person(OFFICE)
    await office.says('工作要点')
    await office.taps('新增')
    await office.taps('保存', { 编号: 'YD1', 工作要点: '提高人才培养质量' })
    for (const cast of casts) {
      await proposes(w, cast, undefined, 2027)
      await brings(w, cast, 2027)
    }
    await person('科技处 联络员').says('我的目标')
    person('科技处 联络员').sees('研究生院', '2027')
  })

  it('all four are assessed, graded and announced; each new office by coefficients of its own', async () => {
    await enters(w, '实现目标')
    await enters(w, '考核')
    const [pharmacy, nursing, undergraduates, graduates] = casts
    await assesses(w, pharmacy, { '目标1 扣分': '5 推迟' })
    await assesses(w, nursing, { '目标1 扣分': '9 推迟' })
    await assesses(w, undergraduates, firstLevel(['96', '96']))
    await assesses(w, graduates, firstLevel(['92', '92']))
    await reportsGates(w)
    await enters(w, '结果')
    await person(CHAIR).says('评优')
    person(CHAIR).sees('本科生院', '权重系数')
    await setsCoefficients(w, '本科生院', ['1', '1', '1'])
    await setsCoefficients(w, '研究生院', ['1', '1', '1'])
    await confirmsPolicy(w)
    await chooses(w, { 教学单位及直属附属医院: '50', '党群、行政部门及其他非教学单位': '50' })
    await announces(w)
    await person(OFFICE).says('结果')
    person(OFFICE).sees('2027年度考核结果', '共4个单位', '药学与生命科学学院', '研究生院')
    person(OFFICE).seesNo('| 附属医院', '科技处', '教务处')
  })

  it('every act of both years is in the journal, and the tables are what it says', async () => {
    const kinds = await journalEqualsState(w.db)
    expect(kinds).toContain('reform')
    expect(w.db.raw('SELECT year, count(*) AS units FROM result GROUP BY year')).toEqual([
      { year: 2026, units: 4 },
      { year: 2027, units: 4 },
    ])
  })
})
