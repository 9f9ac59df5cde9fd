/** The office makes the year's policy: values, gate areas, coefficients by workbook; the chair confirms it by the notice. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { lastFile } from './realising-deeds.ts'
import { refused } from './refused.ts'
import { changesPolicy, confirmsPolicy } from './results-steps.ts'
import { waitingFor } from './steps.ts'

const [OFFICE, CHAIR] = ['办公室 工作人员', '领导小组 组长'] as const

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string) => w.person(name)

/** The 权重系数表 that came last, with these figures in its rows. */
async function filled(rows: { readonly [row: number]: readonly (number | string)[] }): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(lastFile(w, person(OFFICE)).bytes) as never)
  const sheet = workbook.getWorksheet('权重系数')
  for (const [row, cells] of Object.entries(rows))
    cells.forEach((value, position) => {
      if (sheet) sheet.getRow(Number(row)).getCell(3 + position).value = value
    })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

describe('the policy of a year', () => {
  it('rulebook, preface: is one card with what it lacks, and a card for each subject', async () => {
    const office = person(OFFICE)
    await office.says('年度政策')
    office.sees('第1版', '2个单位的权重系数', '绩效工资比例', '重点25%', '执行与提醒')
    await office.taps('查看说明')
    office.sees('何时生效', '影响：', '待确认')
    await office.taps('返回政策')
    office.sees('各项政策')
  })

  it('Article 8: a contradiction stays in the form with a sentence, a good value is kept', async () => {
    const office = person(OFFICE)
    await office.says('年度政策 订立目标')
    await office.taps('修改')
    await office.taps('保存', { '重点工作目标（%）': '30' })
    office.sees('三类目标的比例之和须为100%')
    await office.taps('保存', { '重点工作目标（%）': '30', '常规工作目标（%）': '55' })
    office.sees('重点30%、专项15%、常规55%', '第2版')
  })

  it('Article 27: an area is added, given to another unit, and taken off again', async () => {
    const office = person(OFFICE)
    await office.says('年度政策 关口')
    await office.taps('增加一项')
    await office.taps('保存', { 工作: '实验室安全', 牵头部门: '实验室处' })
    office.sees('实验室安全', '还没有报告人')
    const before = office.lastCard()
    await office.taps('不再列入', {}, '实验室安全')
    office.seesNo('实验室处')
    expect(await refused(w, OFFICE, before, '不再列入')).toContain('请在新卡片上')
  })

  it('Article 24: coefficients come back in the workbook: faults by cell, a preview, one tap', async () => {
    const office = person(OFFICE)
    await office.says('权重系数')
    await office.taps('系数表')
    const wrong = await filled({ 2: ['一点零五', 1, 1] })
    await office.sends({ name: '权重系数表.xlsx', type: 'file', bytes: wrong })
    office.sees('系数表有误，没有导入', '第2行「重点」：“一点零五”不是数字')
    const right = await filled({ 2: [1.05, 1, 0.98], 3: [1, 1, 1] })
    await office.sends({ name: '权重系数表.xlsx', type: 'file', bytes: right })
    office.sees('请确认导入', '新设2个', '1.0500')
    const preview = office.lastCard()
    await office.taps('确认导入')
    office.sees('新设2个、更改0个单位')
    await office.tapsOld(preview, '确认导入')
    office.sees('不必再次确认')
    expect(await waitingFor(w, OFFICE)).not.toContain('没有权重系数')
  })

  it('rulebook, preface: the chair confirms what stands; every change since is told, and asks again', async () => {
    expect(await waitingFor(w, CHAIR)).toContain('2026年度政策待确认')
    await confirmsPolicy(w)
    await person(CHAIR).says('政策版本')
    person(CHAIR).sees('三类目标比例', '增加实验室安全（实验室处）', '教务处系数：1.0500/1.0000/0.9800')
    await changesPolicy(w, '执行与提醒', { '久未报送天数（天）': '45' })
    person(OFFICE).sees('45天', '待确认')
    expect(await waitingFor(w, CHAIR)).toContain('2026年度政策待确认')
    await journalEqualsState(w.db)
    expect(await deadButtons(w)).toEqual([])
  })
})
