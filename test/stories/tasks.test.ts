/** Article 18: a goal in force is split into tasks, whose owners report; in the chat, over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'
import { standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const PHARMACY = standardCast('药学院')
const CONTACT = PHARMACY.contact
const HEAD = PHARMACY.head
const TEACHER = '药学院 教师'

describe('a goal is split into tasks', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    await proposes(w, PHARMACY)
    await brings(w, PHARMACY)
  })
  afterAll(() => w.stop())

  it('not before the year is in execution', async () => {
    await w.person(CONTACT).says('任务 1\n编写教材初稿 药学院 教师 6月30日 40%')
    w.person(CONTACT).sees('任务在「实现目标」阶段分解')
    await enters(w, '实现目标')
  })

  it('by a typed list, shown back as understood and saved on a tap; its owners are told once each', async () => {
    const contact = w.person(CONTACT)
    await contact.says(
      '任务 1\n编写教材初稿 药学院 教师 6月30日 40%\n2. 审校 T-JX01 9月底 20%\n印制，C-JX01，11月30日',
    )
    contact.sees(
      '请确认任务',
      '编写教材初稿 | 药学院 教师 | 6月30日 | 40',
      '印制 | 药学院 联络员 | 11月30日 | 40',
    )
    expect(count(w.db, 'task')).toBe(0)
    await contact.taps('保存任务')
    contact.sees('已添加 3 个任务', '1.1 编写教材初稿 | 0% | 药学院 教师 | 未开始 | 6月30日 | 40%')
    const teacher = w.person(TEACHER)
    teacher.sees('您负责的任务', '2 项未完成', '任务1.1 编写教材初稿', '任务1.2 审校', '6月30日前完成')
    expect(teacher.messages().filter((one) => one.text.includes('编写教材初稿'))).toHaveLength(1)
  })

  it('a second tap on the old list adds nothing', async () => {
    const contact = w.person(CONTACT)
    await contact.says('任务 1\n复核 T-JX01 12月1日')
    const old = contact.lastCard()
    await contact.taps('保存任务')
    await contact.tapsOld(old, '保存任务')
    contact.sees('任务已有变动')
    expect(count(w.db, 'task')).toBe(4)
    await contact.taps('任务1.4')
    await contact.taps('结束任务', {}, '目标任务')
    await contact.taps('结束任务', { 结束原因: '与审校合并' })
    contact.sees('任务1.4已结束', '已结束的任务（1 个）', '与审校合并')
    w.person(TEACHER).sees('已结束', '与审校合并')
  })

  it('every fault of a list is named at once, and nothing is saved', async () => {
    const contact = w.person(CONTACT)
    await contact.says('任务 1\n写论文 张无名 6月30日\n排版 药学院 教师\n校对 药学院 教师 6月31日')
    contact.sees('没有叫「张无名」的人', '「排版 药学院 教师」没有写完成日期', '日期不对', '没有保存')
    expect(contact.lastCard().buttons).toEqual([])
  })

  it('a name that two have asks which of them', async () => {
    w.db.exec("UPDATE person SET name = '药学院 教师', unit = 'JX01', title = '讲师' WHERE id = 'GA-energy'")
    const contact = w.person(CONTACT)
    await contact.says('任务 1\n送审 药学院 教师 12月20日 10%')
    contact.sees('请选定是哪一位', '药学院 教师 GA-energy 讲师')
    await contact.taps('保存任务', { '药学院 教师': '药学院 教师 GA-energy 讲师' })
    contact.sees('已添加 1 个任务', '1.5 送审')
    expect(w.db.raw("SELECT owner FROM task WHERE title = '送审'")).toEqual([{ owner: 'GA-energy' }])
    await contact.says('任务 1')
    await contact.taps('任务1.5')
    await contact.taps('结束任务', {}, '目标任务')
    await contact.taps('结束任务', { 结束原因: '无需送审' })
    w.db.exec("UPDATE person SET name = '后勤管理处 联络员', unit = NULL WHERE id = 'GA-energy'")
  })

  it('the owner, who is neither contact nor head, sees and reports the own tasks; the goal follows', async () => {
    const teacher = w.person(TEACHER)
    expect(await waitingFor(w, TEACHER)).toContain('您负责的任务有 2 个未完成')
    await teacher.taps('看任务')
    teacher.sees('我的任务', '任务1.1 编写教材初稿', '任务1.2 审校')
    await teacher.says('任务 1.1 完成50%，写完前三章')
    teacher.sees('请确认任务进展', '50%（上次 0%）', '写完前三章', '报后为 20%')
    await teacher.taps('保存进展')
    teacher.sees('任务1.1的进展已报送（50%），目标1现为 20%')
    await teacher.says('任务2 完成')
    await teacher.taps('保存进展')
    teacher.sees('目标1现为 40%')
    await w.person(CONTACT).says('任务 1')
    w.person(CONTACT).sees('目标进度 40%', '1.2 审校 | 100% | 药学院 教师 | 已完成')
  })

  it('进展 with the two numbers is the task’s, too; it falls only with a reason', async () => {
    const teacher = w.person(TEACHER)
    await teacher.says('进展 1.1 40% 返工一章')
    teacher.sees('请确认任务进展', '上次已报 50%，这次是 40%')
    await teacher.taps('补充修改')
    await teacher.taps('报送进展', { 调整原因: '专家意见' })
    teacher.sees('任务1.1的进展已报送（40%），目标1现为 36%')
  })

  it('one tap ends what is done, a second changes nothing', async () => {
    const teacher = w.person(TEACHER)
    await teacher.says('我的任务')
    const list = teacher.lastCard()
    await teacher.taps('已完成')
    teacher.sees('任务1.1的进展已报送（100%）')
    const reports = count(w.db, 'progress')
    await teacher.tapsOld(list, '已完成')
    teacher.sees('同样进展已于')
    expect(count(w.db, 'progress')).toBe(reports)
  })

  it('the contact states another percent only with a reason', async () => {
    const contact = w.person(CONTACT)
    await contact.says('进展 1 80% 提前准备印制')
    contact.sees('按任务加权是 60%')
    expect(count(w.db, 'progress WHERE percent = 80')).toBe(0)
    await contact.taps('补充修改')
    await contact.taps('报送进展', { 调整原因: '印制已签约' })
    contact.sees('80%', '任务加权 60%')
    await contact.says('任务 1')
    contact.sees('目标进度 80%（任务加权 60%）')
  })

  it('a task is given to another by form: both are told, and only the new owner may report', async () => {
    const head = w.person(HEAD)
    await head.says('任务 1')
    await head.taps('任务1.3')
    await head.taps('修改任务', {}, '目标任务')
    await head.taps('保存任务', { 负责人: '药学院 教师', 修改原因: '分工调整' })
    head.sees('任务1.3已修改', '1.3 印制 | 0% | 药学院 教师')
    w.person(TEACHER).sees('您负责的任务', '任务1.3 印制')
    w.person(CONTACT).sees('目标任务', '任务1.3 印制', '药学院 教师')
  })

  it('a stranger to the unit gets nothing of it', async () => {
    const card = w.person(TEACHER).shown('任务1.3 印制')
    expect(await refused(w, '护理学院 联络员', card, '已完成')).toContain('这是药学院的目标')
    await w.person('护理学院 联络员').says('任务 1')
    w.person('护理学院 联络员').sees('还没有生效的目标')
  })

  it('who has no unit and no task is told so', async () => {
    await w.person(OFFICE).says('任务')
    w.person(OFFICE).sees('没有负责的任务')
  })

  it('the journal holds every task', async () => {
    expect(await journalEqualsState(w.db)).toContain('execution')
    expect(w.db.raw('SELECT number, owner, percent, status FROM task ORDER BY number')).toEqual([
      { number: 1, owner: 'T-JX01', percent: 100, status: 'open' },
      { number: 2, owner: 'T-JX01', percent: 100, status: 'open' },
      { number: 3, owner: 'T-JX01', percent: 0, status: 'open' },
      { number: 4, owner: 'T-JX01', percent: 0, status: 'ended' },
      { number: 5, owner: 'GA-energy', percent: 0, status: 'ended' },
    ])
  })
})
