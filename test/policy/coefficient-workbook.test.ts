import exceljs, { type CellValue, type Worksheet } from 'exceljs'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { setCoefficientsCommand } from '../../src/policy/coefficients/commands.ts'
import { coefficientWorkbook } from '../../src/policy/coefficients/workbook/chapter.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { evolveYear, UNOPENED } from '../../src/policy/rules/year.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { evolveSent } from '../../src/workbook/sent/rules/sent-workbook.ts'
import { memoryBlobs } from '../organization/world.ts'
import { act, codeOf, confirmedCampus, foldAndState, viewer } from './campus.ts'
import { isRatified } from './milestones.ts'

const blobs = memoryBlobs()
const chapter = coefficientWorkbook({ blobs })
const command = (type: string) => {
  const found = chapter.commands.find((one) => one.type === type)
  if (!found) throw new Error(`no command ${type}`)
  return found
}

async function show(db: SqliteDatabase, name: string, params: JsonObject, person = 'OF1') {
  const message = await chapter.views.find((one) => one.name === name)?.render(db, params, viewer(person))
  if (message?.kind === 'card') expect(validateCard(renderCard(message.card))).toEqual([])
  if (!message) throw new Error(`no view ${name}`)
  return message
}
const textOf = async (db: SqliteDatabase, file: string, page = 0, person = 'OF1'): Promise<string> =>
  JSON.stringify(await show(db, 'coefficient-workbook', { by: 'OF1', file, page }, person))

/** The 权重系数表, filled in. */
async function filled(db: SqliteDatabase, fill: (sheet: Worksheet) => void): Promise<Uint8Array> {
  const message = await show(db, 'coefficient-template', {})
  if (message.kind !== 'file') throw new Error('no file')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(message.bytes) as never)
  const sheet = workbook.getWorksheet('权重系数')
  if (!sheet) throw new Error('no sheet')
  fill(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function sends(db: SqliteDatabase, bytes: Uint8Array): Promise<string> {
  const sha256 = await blobs.put(bytes)
  const payload = { name: '权重系数表.xlsx', sha256, size: bytes.length }
  expect(codeOf(await act(db, command('coefficients.read'), 'OF1', payload))).toBe('workbook-read')
  return sha256
}
const seenOn = (text: string): string => /"seen":"([0-9a-f]+)"/.exec(text)?.[1] ?? 'none'
const apply = async (db: SqliteDatabase, file: string, seen?: string) =>
  codeOf(
    await act(db, command('coefficients.apply'), 'OF1', {
      file,
      seen: seen ?? seenOn(await textOf(db, file)),
    }),
  )

/** Key, special and routine of a row; the units stand in the order of their ids: XZ01, XZ02. */
const set = (sheet: Worksheet, row: number, cells: readonly CellValue[]): void =>
  cells.forEach((value, position) => {
    sheet.getRow(row).getCell(3 + position).value = value
  })
const FIGURES = {
  XZ01: { key: 1_0500, special: 1_0000, routine: 9800 },
  XZ02: { key: 1, special: 9_9999, routine: 1_1000 },
}
const fillBoth = (sheet: Worksheet): void => {
  set(sheet, 2, [1.05, 1, 0.98])
  set(sheet, 3, ['0.0001', '9.9999', '1.10000'])
}

describe('the 权重系数表', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await confirmedCampus()
  })

  it('Article 24: holds every graded unit, and is the office’s', async () => {
    await filled(db, (sheet) => {
      expect(sheet.rowCount).toBe(3)
      expect(sheet.getRow(2).values).toEqual([undefined, 'XZ01', '教务处'])
    })
    expect(JSON.stringify(await show(db, 'coefficient-template', {}, 'CH'))).toContain('请联系办公室')
  })

  it('Article 24: is shown as it would be applied, and applied whole on a tap, once', async () => {
    const file = await sends(db, await filled(db, fillBoth))
    const card = await textOf(db, file)
    for (const words of ['新设2个', '1.0500', '9.9999', '政策须由组长重新确认']) expect(card).toContain(words)
    expect(await apply(db, file)).toBe('workbook-applied')
    expect(await getCurrentYear(db)).toMatchObject({ coefficients: FIGURES, notice: null, edition: 2 })
    expect(db.raw('SELECT unit, key, special, routine FROM coefficient ORDER BY unit')).toEqual([
      { unit: 'XZ01', ...FIGURES.XZ01 },
      { unit: 'XZ02', ...FIGURES.XZ02 },
    ])
    expect(await apply(db, file, seenOn(card))).toBe('refused: applied-workbook')
    expect(await textOf(db, file)).toContain('新设2个、更改0个单位')
    for (const [subject, evolve, initial] of [
      ['year:2026', evolveYear, UNOPENED],
      [`coefficient-workbook:OF1:${file}`, evolveSent, { status: 'unread' }],
    ] as const) {
      const { fold, state } = await foldAndState(db, subject, evolve as never, initial as never)
      expect(fold).toEqual(state)
    }
  })

  it('taps at once: it is applied once', async () => {
    const file = await sends(db, await filled(db, fillBoth))
    const codes = await Promise.all([apply(db, file), apply(db, file)])
    expect(codes.toSorted()).toEqual(['refused: applied-workbook', 'workbook-applied'])
    expect((await getCurrentYear(db)).edition).toBe(2)
  })

  it('the same file again brings nothing new; the template then holds what is set', async () => {
    const file = await sends(db, await filled(db, fillBoth))
    await apply(db, file)
    const again = await filled(db, (sheet) => expect(sheet.getRow(2).getCell(3).value).toBe(1.05))
    const second = await sends(db, again)
    expect(await textOf(db, second)).toContain('与现有系数一致')
    expect(await textOf(db, second)).not.toContain('确认导入"')
    expect(await apply(db, second, 'x')).toBe('refused: stale-workbook')
  })

  it('every wrong cell is named at once, and nothing is changed', async () => {
    const bytes = await filled(db, (sheet) => {
      set(sheet, 2, ['1，05', 1.23456, ''])
      sheet.addRow(['XZ02', '教务处', 10, 0, 1])
      sheet.addRow(['XZ02', '科技处', 1, 1, 1])
      sheet.addRow(['NO', '某处', 1, 1, 1])
      sheet.addRow(['JX01', '药学院', 1, 1, 1])
      sheet.addRow([null, null, 1, 1, 1])
    })
    const file = await sends(db, bytes)
    const card = await textOf(db, file)
    for (const words of [
      '「权重系数」第2行「重点」：“1，05”不是数字',
      '第2行「专项」：“1.23456”超过四位小数',
      '第2行「常规」：不能为空',
      '第4行「单位」：“教务处”与单位编号不符，该编号是科技处',
      '第4行「重点」：“10”超出范围',
      '第4行「专项」：“0”超出范围',
      '第6行「单位编号」：“NO”不在本年度考核单位中',
      '第7行「单位编号」：“JX01”不设权重系数',
      '第8行「单位编号」：不能为空',
    ])
      expect(card).toContain(words)
    expect(await apply(db, file, 'x')).toBe('refused: faulty-workbook')
    expect((await getCurrentYear(db)).coefficients).toEqual({})
  })

  it('a preview that another change has overtaken is refused and shown anew', async () => {
    const file = await sends(db, await filled(db, fillBoth))
    const old = seenOn(await textOf(db, file))
    const coefficients = { key: 1_2000, special: 1_0000, routine: 1_0000 }
    await act(db, setCoefficientsCommand, 'OF1', { year: 2026, unit: 'XZ01', coefficients })
    expect(await apply(db, file, old)).toBe('refused: stale-workbook')
    expect(await textOf(db, file)).toContain('1.2000→1.0500')
    expect(await apply(db, file)).toBe('workbook-applied')
  })

  it('what is set is not emptied; what belongs to a score is not changed; ratified results end it', async () => {
    const file = await sends(db, await filled(db, fillBoth))
    await apply(db, file)
    const emptied = await sends(db, await filled(db, (sheet) => set(sheet, 2, [null, null, null])))
    expect(await textOf(db, emptied)).toContain('该单位已设置系数，不能清空')
    db.exec(
      `INSERT INTO score (year, unit, assessment, status, final, answer)
       VALUES (2026, 'XZ02', 'assessment:2026:XZ02', 'decided', 9000, 'unanswered')`,
    )
    const late = await sends(db, await filled(db, (sheet) => set(sheet, 3, [1, 1, 1])))
    expect(await textOf(db, late)).toContain('的得分已经确定，系数不能再改')
    const fine = await sends(db, await filled(db, (sheet) => set(sheet, 2, [1, 1, 1])))
    isRatified(db)
    expect(await textOf(db, fine)).toContain('考核结果已经审定')
    expect(await apply(db, fine, 'x')).toBe('refused: frozen-year')
  })

  it('is dropped by its sender, seen by nobody else, and read by the office only', async () => {
    const bytes = await filled(db, fillBoth)
    const file = await sends(db, bytes)
    expect(await textOf(db, file, 0, 'CH')).toContain('由发送它的人处理')
    expect(codeOf(await act(db, command('coefficients.drop'), 'OF1', { file }))).toBe('workbook-dropped')
    expect(await apply(db, file, 'x')).toBe('refused: dropped-workbook')
    const takes = (person: string, name: string) =>
      chapter.takesFile?.(db, viewer(person), { messageId: 'm', key: 'k', name, kind: 'file' })
    expect(await takes('OF1', '权重系数表(1).xlsx')).toMatchObject({ command: 'coefficients.read' })
    for (const [person, name] of [
      ['CH', '权重系数表.xlsx'],
      ['OF1', '名册.xlsx'],
      ['NOBODY', '系数.xlsx'],
    ] as const)
      expect(await takes(person, name)).toBeUndefined()
  })

  it('no workbook at all is said with what to do', async () => {
    const file = await sends(db, new TextEncoder().encode('not a workbook'))
    expect(await textOf(db, file)).toContain('不是 .xlsx 工作簿')
  })

  it('holds a thousand units: every fault paged, every change applied in one go', async () => {
    for (let i = 1; i <= 998; i++)
      db.exec(
        `INSERT INTO unit (id, name, kind, leader, active) VALUES ('Z${i}', '党委教师工作部办公室${i}', 'support', 'LD2', 1)`,
      )
    const wrong = await sends(
      db,
      await filled(db, (sheet) => {
        for (let row = 2; row <= 1001; row++) set(sheet, row, ['一', '1.00001', 99])
      }),
    )
    const faults = await textOf(db, wrong, 59)
    expect(faults).toContain('有3000处错误')
    const file = await sends(
      db,
      await filled(db, (sheet) => {
        for (let row = 2; row <= 1001; row++) set(sheet, row, [1 + row / 10_000, 1, 1])
      }),
    )
    const began = performance.now()
    expect((await textOf(db, file, 19)).length).toBeLessThan(30_000)
    expect(await apply(db, file)).toBe('workbook-applied')
    expect(performance.now() - began).toBeLessThan(5000)
    const { coefficients, edition } = await getCurrentYear(db)
    expect([Object.keys(coefficients).length, edition]).toEqual([1000, 2])
    expect(db.raw('SELECT count(*) AS n FROM coefficient')).toEqual([{ n: 1000 }])
  }, 60_000)
})
