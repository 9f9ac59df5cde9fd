import { beforeEach, describe, expect, it } from 'vitest'
import type { LocalDate } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { seedGoal } from '../world/goals.ts'
import { calculated } from '../world/libreoffice.ts'
import { boardWorld, look, onDay, seedFinding, seedHelp } from './board-world.ts'
import { seedPlan, seedReport } from './lights-world.ts'
import { openWorkbook, recordsOf } from './workbook-reader.ts'

const TODAY: LocalDate = '2026-05-10'
const GOAL = '2026-JX01-1'
/** What a spreadsheet would run, were it no text. */
const FORMULAS = ['=1+1', '=HYPERLINK("http://127.0.0.1/","x")', '+1+1', '-2+3', '@SUM(1,1)', '\t=1+1']

let db: SqliteDatabase
beforeEach(async () => {
  db = await boardWorld()
  seedGoal(db, 'JX01', 1, { title: FORMULAS[0] ?? '' })
  seedGoal(db, 'JX02', 1, { title: FORMULAS[2] ?? '' })
  db.exec(`UPDATE goal SET budget = 1000050 WHERE id = '${GOAL}'`)
  seedPlan(db, 'JX01', '2026-02-01T02:00:00.000Z', [
    { id: GOAL, ratifiedAt: '2026-02-01T02:00:00.000Z', target: 30_000 },
  ])
  seedReport(db, GOAL, 1, { percent: 20, value: 5000, at: '2026-03-31T16:30:00.000Z' })
  seedReport(db, GOAL, 2, { percent: 60, value: 18_050, cost: 1_200_075, at: '2026-05-01T02:00:00.000Z' })
  db.exec(`UPDATE person SET name = '${FORMULAS[4]}' WHERE id = 'C-JX01';
    INSERT INTO judgement (report, goal, unit, verdict, percent, value, words, by_person, by_name, at)
      VALUES ('execution:${GOAL}:000002', '${GOAL}', 'JX01', 'accepted', 50, 15000, '${FORMULAS[3]}', 'WG1', '组长', '2026-05-02T02:00:00.000Z')`)
  seedHelp(db, GOAL, '2026-05-20')
  seedFinding(db, 1, 'JX01', { goal: GOAL, dueOn: '2026-05-01', fact: FORMULAS[1] ?? '' })
  seedFinding(db, 2, 'XZ01', { fact: '教务处的问题', body: 'IG' })
  seedFinding(db, 3, 'JX01', { fact: '误记', status: 'withdrawn', dueOn: '2026-05-01' })
})

async function exported(person: string, scope: string): Promise<Uint8Array> {
  const message = await look(db, onDay(person, TODAY), 'board-export', { scope })
  if (message.kind !== 'file') throw new Error(`a ${message.kind}`)
  return message.bytes
}

describe('导出看板: the board as a workbook, read back', () => {
  it('has units, goals, reports and findings, frozen and wide enough, with an explanation', async () => {
    const message = await look(db, onDay('OF1', TODAY), 'board-export', { scope: 'school' })
    expect(message).toMatchObject({ kind: 'file', name: '目标看板-全校-2026-05-10.xlsx' })
    const workbook = await openWorkbook(await exported('OF1', 'school'))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['单位', '目标', '进展', '检查发现', '说明'])
    for (const sheet of workbook.worksheets.slice(0, 4)) {
      expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
      expect(sheet.columns.every(({ width = 0 }) => width >= 8)).toBe(true)
      expect(sheet.autoFilter).toBeTruthy()
    }
    expect(recordsOf(workbook, '单位').map((one) => one.单位)).toEqual([
      ...['附属医院', '药学院', '护理学院', '教务处', '科技处'],
    ])
  })

  it('numbers are numbers, days are days, and reported and accepted stand side by side', async () => {
    const workbook = await openWorkbook(await exported('OF1', 'school'))
    expect(recordsOf(workbook, '目标')[0]).toMatchObject({
      ...{
        单位: '药学院',
        目标序号: 1,
        灯: '关注',
        '进度（%）': 50,
        '自报进度（%）': 60,
        '认可进度（%）': 50,
      },
      ...{ 认可情况: '已认可', 目标值: 300, 自报值: 180.5, 认可值: 150 },
      ...{ 完成时限: new Date('2026-11-30T00:00:00Z'), 最近报送: new Date('2026-05-01T00:00:00Z') },
      ...{
        '经费预算（元）': 10_000.5,
        '累计支出（元）': 12_000.75,
        '超预算（元）': 2000.25,
        待答复求助: 1,
        未完成整改: 1,
      },
    })
    expect(recordsOf(workbook, '单位')[1]).toMatchObject({
      ...{
        目标数: 1,
        黄灯: 1,
        绿灯: 0,
        '平均进度（%）': 50,
        '经费预算（元）': 10_000.5,
        '结余（元）': -2000.25,
      },
      ...{ 超预算目标数: 1, 待答复求助: 1, 未完成整改: 1 },
    })
    // The first report was made at half past midnight of April in Shanghai.
    expect(recordsOf(workbook, '进展').map((one) => one.报送时间)).toEqual([
      new Date('2026-05-01T10:00:00Z'),
      new Date('2026-04-01T00:30:00Z'),
    ])
  })

  it('what looks like a formula stays a text', async () => {
    const workbook = await openWorkbook(await exported('OF1', 'school'))
    expect(recordsOf(workbook, '目标').map((one) => one.目标名称)).toEqual(['=1+1', '+1+1'])
    expect(recordsOf(workbook, '进展')[0]).toMatchObject({ 报送人: '@SUM(1,1)', 认可意见: '-2+3' })
    expect(recordsOf(workbook, '检查发现')[0]).toMatchObject({ 事实: FORMULAS[1], 状态: '整改逾期' })
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()))
  })

  it('LibreOffice opens it, and calculates with its numbers and nothing else', async () => {
    const [goals = []] = calculated(await exported('OF1', 'school'), ['目标'])
    const [headers = [], first = []] = goals
    const cell = (header: string) => first[headers.indexOf(`"${header}"`)]
    expect(cell('目标名称')).toBe('"=1+1"')
    expect(cell('完成时限')).toBe('2026-11-30')
    expect(cell('累计支出（元）')).toBe('12000.75')
    expect(cell('目标值')).toBe('300')
  })

  it('only what the asker may see: no other unit, no unpublished note, nothing withdrawn, no petition', async () => {
    db.exec(`INSERT INTO finding_note (id, author, inspection, note, at)
      VALUES ('finding:2026:9', 'WG1', 'inspection:2026:1', '{"fact":"未发布的记录"}', '2026-03-11T02:00:00.000Z')`)
    const everything = async (person: string, scope: string): Promise<string> => {
      const workbook = await openWorkbook(await exported(person, scope))
      return JSON.stringify(workbook.worksheets.map((sheet) => recordsOf(workbook, sheet.name)))
    }
    const office = await everything('OF1', 'school')
    expect(office).toContain('教务处的问题')
    for (const hidden of ['未发布的记录', '误记', '反映', 'FY2026']) expect(office).not.toContain(hidden)
    const unit = await everything('H-JX01', 'unit:JX01')
    expect(unit).toContain('药学院')
    for (const hidden of ['护理学院', '教务处', '未发布的记录']) expect(unit).not.toContain(hidden)
    expect(await everything('AG1', 'group:AG')).toContain('教务处的问题')
    expect(await everything('WG1', 'group:WG')).not.toContain('教务处')
  })
})
