/** 看板, 经费 and 导出 in the chat, over the wire: lights from reports that were made in the chat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook, recordsOf } from '../execution/workbook-reader.ts'
import { seedGoal } from '../world/goals.ts'
import { type World, world } from '../world/people.ts'
import { refused } from './refused.ts'
import { enters } from './steps.ts'

const OFFICE = '办公室 工作人员'
const LEADER = '分管教学副校长'
const CONTACT = '药学院 联络员'
const DAY_MS = 86_400_000

let w: World
beforeAll(async () => {
  w = await world()
  seedGoal(w.db, 'JX01', 1, { title: '课程建设' })
  seedGoal(w.db, 'JX01', 2)
  seedGoal(w.db, 'XZ01', 1, { title: '教务系统升级' })
  w.db.exec(`UPDATE goal SET budget = 10000 WHERE id = '2026-JX01-2';
    UPDATE goal SET due_on = '2026-03-31' WHERE id = '2026-XZ01-1'`)
  await enters(w, '实现目标')
})
afterAll(() => w.stop())

async function reports(words: string, cost?: string): Promise<void> {
  const contact = w.person(CONTACT)
  await contact.says(words)
  await contact.taps('补充修改')
  await contact.taps('报送进展', cost === undefined ? {} : { 累计支出: cost })
}

function lastFile(openId: string) {
  const { content = '{}' } = w.campus.chat.messages(openId).at(-1) ?? {}
  return w.campus.chat.file(JSON.parse(content).file_key)
}

describe('those in charge see where help is needed', () => {
  it('the leader’s board follows what the contact reports', async () => {
    const leader = w.person(LEADER)
    await leader.says('看板')
    leader.sees('分管单位 2026年度目标看板', '3 个单位，2 项目标', '灰\u00a02', '药学院')
    await reports('进展 1 完成40%，开出两门课')
    await reports('进展 2 完成60%，教材初稿完成', '150')
    await leader.taps('刷新')
    leader.sees('绿\u00a02', '平均进度 50%', '超预算的目标 1 项', '超支1')
  })

  it('school → unit → goal → report history, and back, by tapping', async () => {
    const office = w.person(OFFICE)
    await w.passes(35 * DAY_MS)
    await office.says('看板')
    office.sees('全校 2026年度目标看板', '红\u00a01', '橙\u00a02')
    expect(w.campus.chat.messages(office.openId).at(-1)?.content).toContain('各月末进度')
    await office.taps('药学院')
    office.sees('药学院 2026年度目标看板', '预警', '4月', '60%')
    await office.taps('目标2')
    office.sees('目标2 建设精品教材', '天没有报送进展', '超预算 50 元', '60%')
    const goal = office.lastCard()
    await office.taps('进展记录')
    office.sees('进展记录', '教材初稿完成')
    await office.tapsOld(goal, '返回看板')
    office.shown('药学院 2026年度目标看板')
    await office.taps('返回各单位', {}, '药学院 2026年度目标看板')
    office.shown('全校 2026年度目标看板')
    await office.taps('逾期 1', {}, '全校 2026年度目标看板')
    office.shown('全校 逾期目标')
    expect(office.shown('全校 逾期目标').text).toContain('教务系统升级')
  })

  it('a goal’s card follows the next report', async () => {
    const leader = w.person(LEADER)
    await leader.says('看板')
    await leader.taps('药学院', {}, '分管单位')
    await leader.taps('目标1')
    leader.sees('天没有报送进展')
    await reports('进展 1 完成80%，开出四门课')
    expect(leader.shown('目标1 课程建设').text).toContain('80%')
    expect(leader.shown('目标1 课程建设').text).toContain('正常')
  })

  it('Article 19: an open request for help is found, opened and answered from the board', async () => {
    const convenor = w.person('第一工作组 组长')
    await w.person(CONTACT).says('求助 1 缺少实验场地')
    await w.person(CONTACT).taps('发出求助')
    await convenor.says('看板')
    convenor.sees('第一目标管理工作组 2026年度目标看板', '求助 1', '求助1')
    await convenor.taps('求助 1')
    convenor.shown('第一目标管理工作组 待答复求助')
    await convenor.taps('药学院目标1')
    convenor.sees('缺少实验场地', '待答复')
    await convenor.taps('答复')
    await convenor.taps('发出答复', { 答复: '调配东区三楼实验室' })
    await convenor.says('看板')
    convenor.seesNo('求助1')
  })

  it('Article 30: 经费 adds up, what is over stands out', async () => {
    const leader = w.person(LEADER)
    await leader.says('经费')
    leader.sees('分管单位 2026年度经费', '超支目标 1', '药学院 | 超 50 | 150 | 100')
    await leader.taps('药学院')
    leader.sees('药学院 2026年度经费', '2. 建设精品教材 | 超 50')
  })

  it('导出看板 sends a workbook of what the asker may see', async () => {
    const leader = w.person(LEADER)
    await leader.says('导出看板')
    const file = lastFile(leader.openId)
    expect(file?.name).toMatch(/^目标看板-分管单位-2026-04-\d\d\.xlsx$/)
    const workbook = await openWorkbook(file?.bytes ?? new Uint8Array())
    expect(recordsOf(workbook, '目标').map((one) => [one.目标名称, one['累计支出（元）']])).toEqual([
      ['课程建设', undefined],
      ['建设精品教材', 150],
    ])
    expect(recordsOf(workbook, '进展')).toHaveLength(3)
    await leader.taps('导出表格', {}, '药学院 2026年度经费')
    expect(lastFile(leader.openId)?.name).toMatch(/^目标看板-药学院-/)
  })

  it('a forwarded board shows nothing to whom it does not concern', async () => {
    const contact = w.person('教务处 联络员')
    await w.person(OFFICE).says('看板')
    const board = w.person(OFFICE).lastCard()
    expect(await refused(w, '教务处 联络员', board, '药学院')).toContain('您现在不能查看这个范围')
    expect(await refused(w, '宣传部 联络员', board, '经费')).toContain('您现在不能查看这个范围')
    await contact.says('看板')
    contact.sees('教务处 2026年度目标看板', '教务系统升级')
    contact.seesNo('药学院')
    await w.person('药学院 教师').says('看板')
    w.person('药学院 教师').sees('药学院 2026年度目标看板')
    await w.person('宣传部 联络员').says('看板')
    w.person('宣传部 联络员').sees('没有由您负责或查看的单位')
  })
})
