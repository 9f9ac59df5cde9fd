import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'

const NEW = '教学事故为零；评教良好率不低于95%'

describe('a standard is changed in the chat while its goals are under review', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.stop())

  it('Article 11: the group drafts and sends; the leader has the old standard on the card', async () => {
    const member = w.person('第一工作组 成员甲')
    await member.says('填报目标')
    await member.taps('药学院')
    await member.taps('填报常规目标')
    await member.taps('保存目标', { 工作项目: '教学运行', 目标内容: '按计划完成全年教学任务' })
    const convenor = w.person('第一工作组 组长')
    await convenor.says('报送')
    await convenor.taps('药学院')
    await convenor.taps('报送', {}, '药学院 2026年度目标填报')
    w.person('分管教学副校长').sees('目标审核', '评教良好率不低于90%')
  })

  it('the office changes it with the form behind 修改, and is told how many were told', async () => {
    const [office, leader] = [w.person('办公室 工作人员'), w.person('分管教学副校长')]
    const old = leader.lastCard()
    await office.says('衡量标准')
    await office.taps('修改', {}, '教学运行')
    office.sees('工作项目「教学运行」，1个单位的目标随之变动并收到通知')
    await office.taps('保存修改', { 衡量标准: NEW })
    office.sees('「教学运行」的衡量标准已修改，已通知有关的4人', NEW)
    for (const who of ['药学院 联络员', '药学院 负责人', '第一工作组 组长', '分管教学副校长'])
      w.person(who).sees('衡量标准有变动', '评教良好率不低于90%', NEW)
    w.person('护理学院 联络员').seesNo('衡量标准有变动')
    expect(leader.shown('目标审核').text).toContain(NEW)
    await leader.tapsOld(old, '全部通过')
    leader.sees('目标在您查看后有改动，请按最新卡片重新处理')
  })

  it('the leader passes on the new card, by way of the message that told of the change', async () => {
    const leader = w.person('分管教学副校长')
    await leader.taps('去审核', {}, '衡量标准有变动')
    await leader.taps('药学院')
    await leader.taps('全部通过')
    leader.sees('已通过1项')
  })

  it('Article 28: the office adds a priority, and the chair is pointed to what no goal serves', async () => {
    const [office, chair] = [w.person('办公室 工作人员'), w.person('领导小组 组长')]
    await office.says('工作要点')
    await office.taps('新增要点')
    await office.taps('保存', { 编号: 'YD9', 工作要点: '建设智慧校园' })
    office.sees('工作要点 YD9 已新增', '建设智慧校园', '尚无目标承接')
    await chair.says('审定')
    await chair.taps('查看要点')
    chair.sees('尚无目标承接的要点：5项')
    chair.seesNo('新增要点')
  })

  it('those who do not keep them see the standards without a button', async () => {
    const contact = w.person('护理学院 联络员')
    await contact.says('衡量标准')
    contact.sees('教学运行', NEW)
    contact.seesNo('新增项目')
  })

  it('keeps journal and state equal', async () => {
    expect(await journalEqualsState(w.db)).toContain('work-item')
  })
})
