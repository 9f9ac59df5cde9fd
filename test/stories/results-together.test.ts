/** Results decided together: gates by workbook and by name, a quorum of the leading group, a correction after an appeal. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseJson, textAt } from '../../src/chat/feishu/json.ts'
import { giveScores } from '../results/year-in-results.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type Person, type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { refused } from './refused.ts'
import { announces, changesPolicy, confirmsPolicy, LEAD_UNITS, setsCoefficients } from './results-steps.ts'
import { enters, waitingFor } from './steps.ts'

const [OFFICE, CHAIR, MEMBER] = ['办公室 工作人员', '领导小组 组长', '领导小组 成员'] as const
const COHORTS = { 教学单位及直属附属医院: '70', '党群、行政部门及其他非教学单位': '50' }

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string) => w.person(name)

/** The workbook that the bot sent last, filled in: verdict and reason by row. */
async function fill(
  who: Person,
  rows: { readonly [row: number]: readonly [string, string] },
): Promise<Uint8Array> {
  const file = w.campus.chat.messages(who.openId).findLast((one) => one.type === 'file')
  const key = file && textAt(parseJson(file.content), 'file_key')
  const kept = key === undefined ? undefined : w.campus.chat.file(key)
  if (!kept) throw new Error(`${who.name} got no file`)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(kept.bytes) as never)
  for (const [row, [verdict, reason]] of Object.entries(rows)) {
    const sheet = workbook.getWorksheet('一票否决')
    if (sheet) [sheet.getCell(`D${row}`).value, sheet.getCell(`E${row}`).value] = [verdict, reason]
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
const files = (name: string): (string | undefined)[] =>
  w.campus.chat
    .messages(person(name).openId)
    .filter((one) => one.type === 'file')
    .map((one) => w.campus.chat.file(textAt(parseJson(one.content), 'file_key') ?? '')?.name)

describe('the gates', () => {
  it('Article 31: each lead unit gets its list when the assessment is opened, and the office chases', async () => {
    await enters(w, '实现目标')
    await enters(w, '考核')
    for (const unit of LEAD_UNITS) person(`${unit} 联络员`).shown('共5个单位：合格0，不合格0，未报告5')
    await person(OFFICE).says('催办关口')
    person(OFFICE).sees('师德师风评价', '宣传部 联络员')
    const chase = person(OFFICE).lastCard()
    expect(await refused(w, '宣传部 联络员', chase, '发送催办')).toContain('办公室')
    await person(OFFICE).taps('发送催办')
    person('宣传部 联络员').sees('领导小组办公室提醒您', '师德师风评价：', '药学院')
    await person(OFFICE).tapsOld(chase, '发送催办')
    person(OFFICE).sees('同一人一天只提醒一次')
  })

  it('Article 27: a lead unit reports by workbook; every wrong cell is named, then all is imported on a tap', async () => {
    const lead = person('宣传部 联络员')
    await lead.taps('下载工作簿')
    const wrong = await fill(lead, { 2: ['通过', ''], 3: ['不合格', ''] })
    await lead.sends({ name: '一票否决报告表.xlsx', type: 'file', bytes: wrong })
    lead.sees('报告表有误，没有导入', '“通过”不在可选范围内', '不合格须写明原因')
    const right = await fill(lead, {
      ...{ 2: ['合格', ''], 3: ['合格', ''], 4: ['不合格', '师德失范一起'] },
      ...{ 5: ['合格', ''], 6: ['合格', ''] },
    })
    await lead.sends({ name: '一票否决报告表.xlsx', type: 'file', bytes: right })
    lead.sees('请确认导入', '护理学院：师德失范一起')
    const summary = lead.lastCard()
    await lead.taps('确认导入')
    lead.sees('合格4个，不合格1个')
    await lead.tapsOld(summary, '确认导入')
    lead.sees('不必再次确认')
    expect(await waitingFor(w, lead.name)).toContain('没有待办')
  })

  it('Article 27: the others by name and one button; a fail is taken back with a reason only', async () => {
    const guard = person('保卫处 联络员')
    await guard.says('关口')
    await guard.taps('报不合格', { 不合格的单位: '药学院\n不存在的学院 原因' })
    guard.sees('第1行没有写原因', '第2行不是参加考核的单位')
    await guard.taps('报不合格', { 不合格的单位: '药学院 消防隐患' })
    await guard.taps('提交本页', { 药学院: '合格' })
    guard.sees('由不合格改为合格须另写更正理由')
    await guard.taps('提交本页', { 药学院: '合格', 药学院不合格原因: '隐患已查明不属该院' })
    await guard.taps('其余合格')
    for (const unit of ['纪检监察审计处', '学生处', '后勤管理处']) {
      await person(`${unit} 联络员`).says('关口')
      await person(`${unit} 联络员`).taps('全部合格')
    }
  })
})

describe('the decision', () => {
  it('rulebook 6: everything missing is listed, each with a button that leads there', async () => {
    await enters(w, '结果')
    await person(OFFICE).says('公布结果')
    person(OFFICE).sees('年度政策未确认', '没有权重系数', '药学院（未开始打分）', '优秀比例未确定')
    const gate = person(OFFICE).lastCard()
    await person(OFFICE).tapsOld(gate, '教务处')
    person(OFFICE).sees('重点工作目标系数')
    await person(OFFICE).tapsOld(gate, '年度政策')
    person(OFFICE).sees('2026年度政策')
    await person(OFFICE).tapsOld(gate, '优秀比例')
    person(OFFICE).sees('按现有得分试算')
  })

  it('Article 25: the chair puts a naming, the member sends it back, then agrees: it is ratified', async () => {
    for (const unit of ['教务处', '科技处']) await setsCoefficients(w, unit, ['1', '1', '1'])
    await changesPolicy(w, '订立目标', { 审定方式: '领导小组成员表决审定', '同意人数（人）': '2' })
    const pay = { '优秀增加（%）': '10', '合格增加（%）': '5', '不合格减少（%）': '10' }
    await changesPolicy(w, '绩效工资', pay)
    await confirmsPolicy(w)
    giveScores(w.db, { JX01: 95_00, JX02: 99_00, FY01: 93_00, XZ01: 91_00, XZ02: 69_99 })
    const [chair, member] = [person(CHAIR), person(MEMBER)]
    await chair.says('评优')
    await chair.taps('确定比例', COHORTS)
    chair.sees('入围：药学院、附属医院', '护理学院：师德师风评价不合格')
    const naming = chair.lastCard()
    await chair.taps('提交表决')
    expect(await waitingFor(w, MEMBER)).toContain('2026年度优秀单位名单待您表态')
    const ballot = member.shown('2026年度评优表决')
    expect(await refused(w, OFFICE, ballot, '同意')).toContain('领导小组成员表决')
    await member.taps('退回名单', { 退回意见: '附属医院宜再议' }, '2026年度评优表决')
    chair.sees('附属医院宜再议')
    await member.tapsOld(ballot, '同意')
    member.sees('请按新卡片办理')
    await chair.tapsOld(naming, '提交表决', { 教学单位及直属附属医院优秀单位: '药学院' })
    await member.taps('同意', {}, '2026年度评优表决')
    member.sees('优秀：药学院', '由成员表决：2人中2人同意即审定')
    expect(await waitingFor(w, OFFICE)).toContain('2026年度考核结果待公布')
  })

  it('Articles 21, 26: the office announces, and gets the workbook of everything and the pay list', async () => {
    await announces(w)
    expect(files(OFFICE).toSorted()).toEqual(['2026年度绩效工资表.xlsx', '2026年度考核结果总表.xlsx'])
    person('护理学院 联络员').shown('护理学院 2026年度考核结果')
    await person('药学院 教师').says('结果总表')
    person('药学院 教师').sees('由领导小组办公室使用')
    expect(await deadButtons(w)).toEqual([])
  })

  it('Article 29: an appeal moves another unit; the members agree to the correction, and all see what changed', async () => {
    giveScores(w.db, { XZ02: 92_00 })
    expect(await waitingFor(w, CHAIR)).toContain('待按申诉决定更正')
    await person(CHAIR).taps('去更正')
    person(CHAIR).sees('69.99→92.00', '让位于科技处')
    await person(CHAIR).taps('提交表决')
    person(MEMBER).sees('结果更正表决', '69.99→92.00')
    await person(MEMBER).taps('同意')
    for (const name of ['药学院 教师', '科技处 联络员']) {
      await person(name).says('结果')
      person(name).sees('已更正', '按申诉决定更正', '科技处', '92.00')
    }
    person('教务处 联络员').shown('教务处的得分没有降低，因优秀名额有限，让位于科技处')
    expect(files(OFFICE)).toHaveLength(4)
  })

  it('every act is in the journal, and no button is left on what is decided', async () => {
    const kinds = await journalEqualsState(w.db)
    for (const kind of ['gate', 'gate-workbook', 'gate-reminder', 'results', 'year'])
      expect(kinds).toContain(kind)
    expect(await deadButtons(w)).toEqual([])
  })
})
