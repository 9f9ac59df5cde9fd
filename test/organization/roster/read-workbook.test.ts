import { deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src/organization/roster/read-workbook.ts'
import { blankRoster } from '../../../src/organization/roster/template.ts'
import { demoRoster } from '../../../src/sandbox/university.ts'
import { workbookOf } from './workbook.ts'
import { zipOf } from './zip.ts'

async function sheetsOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes)
  if ('unreadable' in read) throw new Error(read.unreadable)
  return read.sheets
}

const reasonOf = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes)
  return 'unreadable' in read ? read.unreadable : 'readable'
}

describe('a roster workbook', () => {
  it('is read cell by cell as it was written', async () => {
    const sheets = await sheetsOf(await workbookOf(demoRoster()))
    expect(sheets.people?.rows).toEqual(demoRoster().people?.rows)
    expect(sheets.roles?.rows[0]).toEqual(demoRoster().roles?.rows[0])
  })

  it('is read alike whether numbers and dates are typed as such or as text', async () => {
    const bytes = await workbookOf(demoRoster(), (cell) => {
      cell('people', 'A2', 20230001)
      cell('people', 'A3', 7, '00000')
      cell('people', 'F2', 13800000001)
      cell('roles', 'D2', new Date(Date.UTC(2026, 2, 1)), 'yyyy/m/d')
      cell('roles', 'D3', '2026/3/1')
      cell('people', 'A4', { formula: '1+1', result: 2 })
    })
    const { people, roles } = await sheetsOf(bytes)
    expect(people?.rows.slice(0, 3).map((row) => row.cells.id)).toEqual(['20230001', '00007', '2'])
    expect(people?.rows[0]?.cells.mobile).toBe('13800000001')
    expect(roles?.rows.slice(0, 2).map((row) => row.cells.from)).toEqual(['2026-03-01', '2026/3/1'])
  })

  it('is read without full-width digits and spaces, line breaks, and marks that nobody sees', async () => {
    const bytes = await workbookOf(demoRoster(), (cell) => {
      cell('people', 'A2', '　２０２３ａ＿１　')
      cell('people', 'B2', '药学院\n\u200b　 教师 ')
      cell('people', 'G2', { text: 'a@x.edu.cn', hyperlink: 'mailto:a@x.edu.cn' })
      cell('people', 'D2', { richText: [{ text: '副' }, { text: '教授' }] })
    })
    expect((await sheetsOf(bytes)).people?.rows[0]?.cells).toMatchObject({
      id: '2023a_1',
      name: '药学院 教师',
      email: 'a@x.edu.cn',
      title: '副教授',
    })
  })

  it('may have its columns in any order, others between them, empty rows, and rows counted as in the sheet', async () => {
    const workbook = new exceljs.Workbook()
    const worksheet = workbook.addWorksheet('工作要点')
    worksheet.getRow(1).values = ['备注', '内容', ' 编号 ']
    worksheet.getRow(4).values = ['x', '内容一', 'YD1']
    const sheets = await sheetsOf(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(sheets.priorities).toEqual({
      columns: ['text', 'id'],
      rows: [{ row: 4, cells: { id: 'YD1', text: '内容一' } }],
    })
  })

  it('begins as a template with every sheet, header and list of words, and an explanation', async () => {
    const bytes = await blankRoster()
    const sheets = await sheetsOf(bytes)
    expect(Object.values(sheets).every((sheet) => sheet.rows.length === 0)).toBe(true)
    expect(sheets.people?.columns).toEqual(['id', 'name', 'unit', 'title', 'openId', 'mobile', 'email'])
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(Buffer.from(bytes) as Buffer & ArrayBuffer)
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      '单位',
      '人员',
      '角色',
      '小组',
      '工作要点',
      '工作项目',
      '说明',
    ])
    expect(workbook.getWorksheet('角色')?.getCell('B100').dataValidation?.formulae?.[0]).toContain('牵头部门')
    expect(workbook.getWorksheet('单位')?.getCell('C2').dataValidation?.formulae?.[0]).toContain(
      '直属附属医院',
    )
  })
})

describe('what is no roster workbook', () => {
  it('is said to be of another kind, encrypted, or cut off', async () => {
    const bytes = await workbookOf(demoRoster())
    expect(await reasonOf(new TextEncoder().encode('工号,姓名'))).toBe('not-xlsx')
    expect(await reasonOf(new Uint8Array())).toBe('not-xlsx')
    expect(await reasonOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toBe('encrypted')
    expect(await reasonOf(bytes.slice(0, bytes.length / 2))).toBe('truncated')
    expect(await reasonOf(zipOf([{ name: 'word/document.xml', content: '<w/>' }]))).toBe('not-xlsx')
  })

  it('is said to be damaged when a part of it is', async () => {
    const bytes = await workbookOf(demoRoster())
    const damaged = bytes.slice()
    damaged.fill(0x55, 60, 200)
    expect(await reasonOf(damaged)).toBe('truncated')
    expect(await reasonOf(zipOf([{ name: 'xl/workbook.xml', content: '<workbook' }]))).not.toBe('readable')
  })

  it('is said to lack the sheets when it is some other workbook', async () => {
    const workbook = new exceljs.Workbook()
    workbook.addWorksheet('Sheet1').addRow(['工资'])
    expect(await reasonOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).toBe('no-sheet')
  })

  it('is refused before it is parsed when it unfolds to more than 50 MB, whatever its directory claims', async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024)
    const packed = deflateRawSync(zeros)
    const honest = zipOf([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', packed, size: zeros.length },
    ])
    const lying = zipOf([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', packed, size: 1000 },
    ])
    expect(await reasonOf(honest)).toBe('too-large')
    expect(await reasonOf(lying)).toBe('truncated')
  })

  it('is refused with more than 20,000 rows', async () => {
    const rows = '<row r="1"/>'.repeat(20_001)
    const bytes = zipOf([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    ])
    expect(await reasonOf(bytes)).toBe('too-many-rows')
  })

  it('does not unfold a list or a merged range over a million rows', async () => {
    const started = performance.now()
    const sheets = await sheetsOf(withHugeRanges())
    expect(performance.now() - started).toBeLessThan(2000)
    expect(sheets.units).toEqual({ columns: ['id'], rows: [{ row: 2, cells: { id: 'JX01' } }] })
  })
})

/** A small workbook by hand, with a drop-down list and a merged range over everything. */
function withHugeRanges(): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1">${text('A1', '单位编号')}</row><row r="2">${text('A2', 'JX01')}</row></sheetData><mergeCells count="1"><mergeCell ref="F5:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="C2:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations></worksheet>`
  return zipOf([
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="单位" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ])
}
