/** Two colleges are merged in mid-year with their goals in force (rulebook 1); reports go on, and they are assessed as one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { gradedCast, keyGoal, routineGoal, standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { announces, chooses, confirmsPolicy, reportsGates, setsCoefficients } from './results-steps.ts'
import { assesses, brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const NEW = '健康学院'
const DOCUMENT = '校发〔2026〕18号'

describe('the units are reformed in mid-year', { timeout: 240_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.stop())
  const office = () => w.person(OFFICE)

  it('two colleges, a hospital and two offices have their plans in force', async () => {
    const plan = [keyGoal('获批国家级课程'), routineGoal('教学运行')]
    for (const unit of ['药学院', '护理学院']) {
      await proposes(w, standardCast(unit), plan)
      await brings(w, standardCast(unit))
    }
    for (const cast of [standardCast('附属医院'), gradedCast('教务处'), gradedCast('科技处')]) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    await enters(w, '实现目标')
    await w.person('药学院 联络员').says('进展 1 已完成40%，申报材料完成')
    await w.person('药学院 联络员').taps('保存进展')
  })

  it('the office says 合并 and sees all that it touches before anything changes', async () => {
    await office().says(`合并 药学院、护理学院 为 ${NEW}`)
    office().sees('合并单位')
    await office().taps('预览', { 新编号: 'JX09', 发文号: DOCUMENT })
    office().sees('单位合并 预览', '4 项转入健康学院', '药学院 目标1', '护理学院 目标2', '关口报告')
    office().sees('药学院 联络员 药学院联络员 → 健康学院')
    const preview = office().lastCard()
    expect(await refused(w, '药学院 负责人', preview, '确认生效')).toContain('办公室')
    expect(await waitingFor(w, OFFICE)).toContain('单位合并')
    await office().says('单位')
    office().sees('药学院', '护理学院')
  })

  it('one goal is given up with its reason; the rest go on in the new college', async () => {
    await office().says('待办')
    await office().taps('查看预览')
    await office().taps('选择去向')
    await office().taps('保存', { '护理学院 目标1 获批国家级课程': '不再执行' })
    office().sees('请写明原因')
    await office().taps('保存', { 不再执行的原因: '与药学院目标重复' })
    office().sees('不再执行（与药学院目标重复）')
    const preview = office().lastCard()
    await office().taps('确认生效')
    office().sees('已生效', '3 项目标连同进展')
    await office().tapsOld(preview, '确认生效')
    office().sees('不必再办')
    for (const told of ['药学院 联络员', '护理学院 负责人', '分管教学副校长', '第一工作组 组长'])
      w.person(told).sees('单位合并', NEW, DOCUMENT)
    await journalEqualsState(w.db)
  })

  it('the contact sees the goals with where they came from, and reports on', async () => {
    const contact = w.person('药学院 联络员')
    await contact.says('我的目标')
    contact.sees(NEW, '获批国家级课程')
    await contact.says('进展 1 已完成70%，通过初评')
    await contact.taps('保存进展')
    contact.sees('70%')
    await contact.says('进展记录 1')
    contact.sees('申报材料完成', '通过初评')
    await contact.says('历史 目标1')
    await contact.says('单位 药学院')
    contact.sees(`已并入${NEW}（${DOCUMENT}）`, `${NEW} 目标1`)
  })

  it('a renamed office is shown under its new name; an exempt hospital is asked for nothing', async () => {
    await office().says('更名 教务处 为 教学事务部')
    await office().taps('预览', { 发文号: '校发〔2026〕20号' })
    await office().taps('确认生效')
    await w.person('教务处 联络员').says('我的目标')
    w.person('教务处 联络员').sees('教学事务部')
    await office().says('豁免 附属医院')
    await office().taps('预览', { 豁免原因: '承担专项任务', 发文号: '校发〔2026〕21号' })
    office().sees('不参加排名')
    await office().taps('确认生效')
    expect(await waitingFor(w, '附属医院 联络员')).toContain('没有待办')
    await w.person('附属医院 联络员').says('进展 1 已完成50%，推进中')
    w.person('附属医院 联络员').sees('进展由各单位联络员或负责人报送')
    await office().says('单位')
    office().sees('教学事务部', '已豁免')
    expect(await deadButtons(w)).toEqual([])
  })

  it('the new college is assessed as one, and ranked; the ended and the exempt ones are not', async () => {
    await enters(w, '考核')
    await assesses(w, standardCast(NEW), {})
    for (const [unit, cast, score] of [
      ['教学事务部', gradedCast('教务处'), '95'],
      ['科技处', gradedCast('科技处'), '92'],
    ] as const) {
      await setsCoefficients(w, unit, ['1', '1', '1'])
      const level = { '目标1 等级': '一级', '目标1 得分': score, '目标2 等级': '一级', '目标2 得分': score }
      await assesses(w, { ...cast, unit }, level)
    }
    await confirmsPolicy(w)
    await reportsGates(w)
    await enters(w, '结果')
    await w.passes(8 * 86_400_000)
    await chooses(w, {
      教学单位及直属附属医院优秀比例: '100',
      '党群、行政部门及其他非教学单位优秀比例': '50',
    })
    await announces(w)
    await office().says('结果总表')
    expect(w.db.raw(`SELECT unit, name FROM result ORDER BY unit`)).toEqual([
      { unit: 'JX09', name: NEW },
      { unit: 'XZ01', name: '教学事务部' },
      { unit: 'XZ02', name: '科技处' },
    ])
    await journalEqualsState(w.db)
  })
})
