import { createHash } from 'node:crypto'
import exceljs, { type CellValue, type Worksheet } from 'exceljs'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { reportGateCommand } from '../../src/results/commands/report-gate.ts'
import { gateWorkbook } from '../../src/results/gates/workbook/chapter.ts'
import type { GateCounts } from '../../src/results/rules/gate.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { evolveSent } from '../../src/workbook/sent/rules/sent-workbook.ts'
import { memoryBlobs } from '../organization/world.ts'
import { act, codeOf, foldAndState, viewer } from '../policy/campus.ts'
import { AREAS, campusInResults, passGates } from './year-in-results.ts'

const LEAD = 'GA-ethics'
const blobs = memoryBlobs()
const chapter = gateWorkbook({ blobs })
const command = (type: string) => {
  const found = chapter.commands.find((one) => one.type === type)
  if (!found) throw new Error(`no command ${type}`)
  return found
}

async function show(db: SqliteDatabase, name: string, params: JsonObject, person: string) {
  const message = await chapter.views.find((one) => one.name === name)?.render(db, params, viewer(person))
  if (message?.kind === 'card') expect(validateCard(renderCard(message.card))).toEqual([])
  if (!message) throw new Error(`no view ${name}`)
  return message
}
const textOf = async (db: SqliteDatabase, file: string, page = 0, person = LEAD): Promise<string> =>
  JSON.stringify(await show(db, 'gate-workbook', { by: LEAD, file, page }, person))

/** The person's own 报告表, filled in. */
async function filled(
  db: SqliteDatabase,
  fill: (sheet: Worksheet) => void,
  person = LEAD,
): Promise<Uint8Array> {
  const message = await show(db, 'gate-template', {}, person)
  if (message.kind !== 'file') throw new Error('no file')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(message.bytes) as never)
  const sheet = workbook.getWorksheet('一票否决')
  if (!sheet) throw new Error('no sheet')
  fill(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Sent in the chat; answers what its commands name it by. */
async function sends(db: SqliteDatabase, bytes: Uint8Array, person = LEAD): Promise<string> {
  const sha256 = await blobs.put(bytes)
  const payload = { name: '一票否决报告表.xlsx', sha256, size: bytes.length }
  expect(codeOf(await act(db, command('gates.read'), person, payload))).toBe('workbook-read')
  return sha256
}
const seenOn = (text: string): string => /"seen":"([0-9a-f]+)"/.exec(text)?.[1] ?? 'none'
const apply = async (db: SqliteDatabase, file: string, seen?: string) =>
  codeOf(await act(db, command('gates.apply'), LEAD, { file, seen: seen ?? seenOn(await textOf(db, file)) }))

/** Rows in the order of the units: FY01, JX01, JX02, XZ01, XZ02. */
const set = (sheet: Worksheet, row: number, cells: readonly (readonly [number, CellValue])[]): void => {
  for (const [column, value] of cells) sheet.getRow(row).getCell(column).value = value
}
const [VERDICT, REASON] = [4, 5]

describe('the 一票否决报告表', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await campusInResults()
  })

  it('is made for one lead unit: its area, every unit, drop-down verdicts', async () => {
    await filled(db, (sheet) => {
      expect(sheet.rowCount).toBe(6)
      expect(sheet.getRow(3).values).toEqual([undefined, '师德师风评价', 'JX01', '药学院'])
      expect(sheet.getCell('D3').dataValidation).toMatchObject({ type: 'list', formulae: ['"合格,不合格"'] })
    })
    expect(JSON.stringify(await show(db, 'gate-template', {}, 'C-JX01'))).toContain('没有要办理的事项')
  })

  it('Articles 27, 31: is shown as it would be reported, and reported whole on a tap; empty cells stay unanswered', async () => {
    const bytes = await filled(db, (sheet) => {
      for (const row of [2, 4, 5]) set(sheet, row, [[VERDICT, '合格']])
      set(sheet, 3, [
        [VERDICT, '不合格'],
        [REASON, '师德投诉属实'],
      ])
    })
    const file = await sends(db, bytes)
    const card = await textOf(db, file)
    for (const words of ['新报告合格3个', '药学院：师德投诉属实', '还有1个单位未报告', '确认导入'])
      expect(card).toContain(words)
    expect(db.raw('SELECT 1 FROM gate')).toEqual([])
    expect(await apply(db, file)).toBe('workbook-applied')
    expect(db.raw('SELECT unit, verdict FROM gate ORDER BY unit')).toEqual([
      { unit: 'FY01', verdict: 'pass' },
      { unit: 'JX01', verdict: 'fail' },
      { unit: 'JX02', verdict: 'pass' },
      { unit: 'XZ01', verdict: 'pass' },
    ])
    expect(await apply(db, file)).toBe('refused: applied-workbook')
    const { fold, state } = await foldAndState(db, `gate-workbook:${LEAD}:${file}`, evolveSent<GateCounts>, {
      status: 'unread',
    })
    expect(fold).toEqual(state)
  })

  it('names every wrong cell at once, and reports nothing', async () => {
    await act(db, reportGateCommand, LEAD, {
      ...{ year: 2026, area: 'ethics' },
      verdicts: [
        { unit: 'FY01', verdict: 'pass', reason: '' },
        { unit: 'XZ02', verdict: 'fail', reason: '师德投诉属实' },
      ],
    })
    const bytes = await filled(db, (sheet) => {
      set(sheet, 2, [[VERDICT, null]])
      set(sheet, 3, [[VERDICT, '不合格']])
      set(sheet, 4, [[VERDICT, '通过']])
      set(sheet, 5, [
        [3, '科技处'],
        [REASON, '有投诉'],
      ])
      set(sheet, 6, [[VERDICT, '合格']])
      sheet.addRow(['节能减排', 'JX01', '药学院', '合格', ''])
      sheet.addRow(['师德师风评价', 'JX01', '药学院', '合格', ''])
      sheet.addRow(['师德师风评价', 'ZZ99', '', '合格', ''])
      sheet.addRow(['师德师风评价', '', '', '合格', ''])
      sheet.addRow(['', 'JX01', '', '不合格', '长'.repeat(501)])
    })
    const file = await sends(db, bytes)
    const card = await textOf(db, file)
    for (const words of [
      '有11处错误',
      '第2行「结论」：该单位已经报告，不能清空',
      '第3行「原因」：不合格须写明原因',
      '第4行「结论」：“通过”不在可选范围内',
      '第5行「单位」：“科技处”与单位编号不符，该编号是教务处',
      '第5行「结论」：写了原因但没有结论',
      '第6行「原因」：“师德投诉属实”由不合格改为合格，须另写更正的理由',
      '第7行「工作」：“节能减排”不是由您报告的工作',
      '第8行「单位编号」：“JX01”与第3行是同一单位',
      '第9行「单位编号」：“ZZ99”不在本年度考核单位中',
      '第10行「单位编号」：不能为空',
      '第11行「工作」：不能为空',
    ])
      expect(card).toContain(words)
    expect(await apply(db, file, 'x')).toBe('refused: faulty-workbook')
    expect(db.raw('SELECT 1 FROM gate')).toHaveLength(2)
  })

  it('is not reported on another state than its card showed', async () => {
    const file = await sends(db, await filled(db, (sheet) => set(sheet, 3, [[VERDICT, '合格']])))
    const seen = seenOn(await textOf(db, file))
    const fail = { unit: 'JX01', verdict: 'fail', reason: '师德投诉属实' }
    await act(db, reportGateCommand, LEAD, { year: 2026, area: 'ethics', verdicts: [fail] })
    expect(await apply(db, file, seen)).toMatch(/refused: (stale|faulty)-workbook/)
    expect(db.raw('SELECT verdict FROM gate')).toEqual([{ verdict: 'fail' }])
  })

  it('two taps in the same moment report it once', async () => {
    const file = await sends(db, await filled(db, (sheet) => set(sheet, 3, [[VERDICT, '合格']])))
    const seen = seenOn(await textOf(db, file))
    const both = await Promise.all([1, 2].map(() => apply(db, file, seen)))
    expect(both.sort()).toEqual(['refused: applied-workbook', 'workbook-applied'])
  })

  it('can be dropped, and is nobody else’s to see', async () => {
    const file = await sends(db, await filled(db, (sheet) => set(sheet, 3, [[VERDICT, '合格']])))
    expect(await textOf(db, file, 0, 'GA-energy')).toContain('由发送它的人处理')
    expect(codeOf(await act(db, command('gates.drop'), LEAD, { file }))).toBe('workbook-dropped')
    expect(await apply(db, file, 'x')).toBe('refused: dropped-workbook')
  })

  it('what is no such workbook is answered with what to do', async () => {
    const file = await sends(db, new TextEncoder().encode('no workbook'))
    expect(await textOf(db, file)).toContain('不是 .xlsx 工作簿')
    const other = new exceljs.Workbook()
    other.addWorksheet('Sheet1')
    const empty = await sends(db, new Uint8Array(await other.xlsx.writeBuffer()))
    expect(await textOf(db, empty)).toContain('没有「一票否决」工作表')
  })

  it('tells the office once, when it brings the last answers', async () => {
    await passGates(
      db,
      AREAS.filter((area) => area !== 'ethics'),
    )
    const bytes = await filled(db, (sheet) => {
      for (const row of [2, 3, 4, 5, 6]) set(sheet, row, [[VERDICT, '合格']])
    })
    await apply(db, await sends(db, bytes))
    expect(db.raw("SELECT person FROM outbox WHERE view = 'results-gate'")).toEqual([{ person: 'OF1' }])
  })

  it('is taken from a lead unit while gates are reported, by its name or where it can be nothing else', async () => {
    const taken = async (person: string, name: string) =>
      (await chapter.takesFile?.(db, viewer(person), { messageId: 'm', key: 'k', kind: 'file', name }))
        ?.command
    expect(await taken(LEAD, '一票否决报告表 (2).xlsx')).toBe('gates.read')
    expect(await taken(LEAD, '表.xlsx')).toBe('gates.read')
    expect(await taken(LEAD, '照片.png')).toBeUndefined()
    expect(await taken('C-JX01', '一票否决报告表.xlsx')).toBeUndefined()
    db.exec(
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('GA-ethics', 'contact', 'JX01', '2026-01-01')",
    )
    expect(await taken(LEAD, '佐证.xlsx')).toBeUndefined()
    expect(await taken(LEAD, '关口.xlsx')).toBe('gates.read')
  })
})

describe('at the size of a large university', () => {
  it('300 units are read, shown and reported', async () => {
    const db = await campusInResults()
    for (let i = 0; i < 295; i++)
      db.exec(
        `INSERT INTO unit (id, name, kind, leader, active) VALUES ('U${i}', '第${i}研究院', 'teaching', 'LD1', 1)`,
      )
    const bytes = await filled(db, (sheet) => {
      for (let row = 2; row <= 301; row++)
        set(
          sheet,
          row,
          row % 3 === 0
            ? [
                [VERDICT, '不合格'],
                [REASON, '原因'],
              ]
            : [[VERDICT, '合格']],
        )
    })
    const file = await sends(db, bytes)
    expect(await apply(db, file)).toBe('workbook-applied')
    expect(db.raw('SELECT count(*) AS n FROM gate')).toEqual([{ n: 300 }])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file)
  })
})
