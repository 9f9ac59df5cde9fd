import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import exceljs from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/admin/run-command.ts'
import { hashOf } from '../../src/kernel/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { depsOf, metaOf } from '../organization/world.ts'
import { livedYear } from '../stories/chosen-year.ts'
import { append } from './world.ts'

const JOURNAL = '2026年度日志.jsonl.gz'
const WORKBOOK = '2026年度数据.xlsx'
const SECRET = '只写在打分表里的话'

let folder = ''
let db: SqliteDatabase
let whole: readonly string[] = []
let workbook: Uint8Array
const printed: string[] = []

const run = (...words: string[]) =>
  runCommand(
    {
      ...{ db, deps: depsOf(), ask: async () => '', act: () => metaOf('console', 'console:1') },
      print: (text: string) => void printed.push(text),
    },
    words,
  )

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'))
  db = (await livedYear({})).db
  await append(db, 'plan:2025:JX01', [{ type: 'goal.removed' }])
  await append(db, 'petition:2026-001', [{ type: 'petition.written' }], {}, 'writer')
  await append(db, 'sheet:2026:JX01:ZZ', [{ type: 'sheet.filled', reason: SECRET }])
  await append(db, 'assessment:2026:XX', [{ type: 'deliberation.opened', sheets: { WG2: SECRET } }])
  await append(db, 'person:P9', [
    { type: 'person.recorded', record: { name: '=1+1', unit: null, title: '', mobile: null, email: null } },
  ])
  db.exec("INSERT INTO person (id, name, unit, title) VALUES ('P9', '=HYPERLINK(\"http://x\")', NULL, '+1')")
  expect(await run('export-year', '2026', folder)).toBe(0)
  whole = gunzipSync(readFileSync(join(folder, JOURNAL)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
  workbook = new Uint8Array(readFileSync(join(folder, WORKBOOK)))
})
afterAll(() => {
  db.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  printed.length = 0
  keep(whole)
  writeFileSync(join(folder, WORKBOOK), workbook)
})

function keep(lines: readonly string[]): void {
  writeFileSync(join(folder, JOURNAL), gzipSync(`${lines.join('\n')}\n`))
}
const check = async (): Promise<string> => `${await run('check-export', folder)} ${printed.join('\n')}`
/** Place in the file, from 0, of the nth entry of a subject. */
const placeOf = (subject: string, version: number): number =>
  whole.findIndex((line) => line.includes(`"subject":"${subject}","version":${version},`))

describe('export-year and check-export (rulebook 7)', () => {
  it('a year that was lived comes back whole, entry by entry, with each hash to be recomputed', async () => {
    expect(await check()).toMatch(
      /^0 日志完好：2026 年度，\d+ 个事项，\d+ 条记录，其中 \d+ 条只有校验值。\n数据表「2026年度数据.xlsx」与日志所记一致/,
    )
    const entries = whole.flatMap((line) => {
      const read = JSON.parse(line) as Parameters<typeof hashOf>[0] & { hash?: string; type?: string }
      return read.type === undefined ? [] : [read]
    })
    expect(entries.length).toBeGreaterThan(9)
    for (const entry of entries) expect(hashOf(entry)).toBe(entry.hash)
    const [{ count }] = db.raw(
      "SELECT count(*) AS count FROM journal WHERE subject NOT LIKE 'plan:2025%'",
    ) as [{ count: number }]
    expect(JSON.parse(whole.at(-1) ?? '')).toMatchObject({ end: { entries: count } })
  })

  it('other years are left out; people and units go along', () => {
    expect(placeOf('plan:2025:JX01', 1)).toBe(-1)
    expect(placeOf('person:P9', 1)).toBeGreaterThan(0)
  })

  it('petitions, sheets and who gave what leave with their hashes alone', () => {
    for (const subject of ['petition:2026-001', 'sheet:2026:JX01:ZZ', 'assessment:2026:XX']) {
      const line = whole[placeOf(subject, 1)]
      expect(Object.keys(JSON.parse(line ?? '{}'))).toEqual([
        ...['sealed', 'subject', 'version', 'previous_hash', 'hash'],
      ])
    }
    expect(whole.join('\n')).not.toContain(SECRET)
  })

  it('the workbook has everything of the year, and no text becomes a formula', async () => {
    const read = new exceljs.Workbook()
    await read.xlsx.load(workbook.buffer as ArrayBuffer)
    expect(read.worksheets.map(({ name }) => name)).toEqual([
      ...[
        '单位',
        '人员角色',
        '目标',
        '任务',
        '进展',
        '督查与整改',
        '求助',
        '调整',
        '评分',
        '申诉',
        '关口',
        '结果',
      ],
      ...['政策与版本', '系数'],
    ])
    const cells: unknown[] = []
    for (const sheet of read.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell.value)))
    expect(cells).toContain('=HYPERLINK("http://x")')
    expect(
      cells.filter((value) => typeof value === 'object' && value !== null && 'formula' in value),
    ).toEqual([])
    expect(cells).not.toContain(SECRET)
    expect(read.getWorksheet('单位')?.rowCount).toBe(6)
    expect(read.getWorksheet('评分')?.rowCount).toBeGreaterThan(20)
    expect(read.getWorksheet('政策与版本')?.rowCount).toBeGreaterThan(20)
    expect(read.getWorksheet('系数')?.getRow(2).values).toEqual([
      undefined,
      'XZ01',
      '教务处',
      '1.0500',
      '1.0000',
      '0.9800',
    ])
  })

  it.each([
    [
      'an altered body',
      (lines: string[], at: number) => lines.with(at, (lines[at] ?? '').replace('"at":"2026', '"at":"2025')),
      '内容与校验值不符',
    ],
    ['a removed entry', (lines: string[], at: number) => lines.toSpliced(at, 1), '缺少'],
    [
      'swapped entries',
      (lines: string[], at: number) => lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? ''),
      '次序颠倒',
    ],
    ['a doubled entry', (lines: string[], at: number) => lines.toSpliced(at, 0, lines[at] ?? ''), '次序颠倒'],
    ['a line that is none', (lines: string[], at: number) => lines.with(at, '{'), '不是完整的记录'],
  ])('%s is found at its line', async (_, tamper, words) => {
    const at = placeOf('year:2026', 2)
    keep(tamper([...whole], at))
    const said = await check()
    expect(said).toMatch(/^1 /)
    expect(said).toContain(words)
    const line = Number(/第 (\d+) 行异常/.exec(said)?.[1])
    expect([at + 1, at + 2]).toContain(line)
  })

  it('an altered body is found even where its own hash was made to fit, by the next entry', async () => {
    const at = placeOf('year:2026', 2)
    const entry = JSON.parse(whole[at] ?? '') as Parameters<typeof hashOf>[0]
    const forged = { ...entry, body: entry.body.replace('{', '{"forged":true,') }
    keep([...whole].with(at, JSON.stringify({ ...forged, hash: hashOf(forged) })))
    expect(await check()).toContain(`第 ${at + 2} 行异常：year:2026 第 3 条：与前一条记录没有衔接`)
  })

  it('the last entry of a subject cannot be taken away with nobody noticing', async () => {
    const head = whole.findIndex((line) => line.includes('"head":{"subject":"year:2026"'))
    keep([...whole].toSpliced(head - 1, 1))
    expect(await check()).toMatch(new RegExp(`^1 日志第 ${head} 行异常：year:2026：缺少第 \\d+ 条记录`))
  })

  it('a subject that was taken away whole is missed by the counts', async () => {
    const at = placeOf('person:P9', 1)
    keep([...whole].toSpliced(at, 2))
    expect(await check()).toContain(`第 ${whole.length - 2} 行异常：统计为`)
  })

  it('a content that was only hidden is found, too', async () => {
    const at = placeOf('year:2026', 2)
    const { subject, version, previous_hash, hash } = JSON.parse(whole[at] ?? '{}')
    keep([...whole].with(at, JSON.stringify({ sealed: true, subject, version, previous_hash, hash })))
    expect(await check()).toContain(`第 ${at + 1} 行异常：year:2026 第 2 条：这类记录不应隐去内容`)
  })

  it('what was appended, and a file that was cut off, are found', async () => {
    keep([...whole, whole[1] ?? ''])
    expect(await check()).toContain(`第 ${whole.length + 1} 行异常：统计行之后还有内容`)
    printed.length = 0
    keep(whole.slice(0, -1))
    expect(await check()).toContain(`第 ${whole.length} 行异常：文件不完整`)
    printed.length = 0
    const packed = readFileSync(join(folder, JOURNAL))
    writeFileSync(join(folder, JOURNAL), packed.subarray(0, packed.length / 2))
    expect(await check()).toMatch(/^1 日志第 \d+ 行异常/)
  })

  it('an altered workbook is told by its SHA-256, and a missing one by its name', async () => {
    writeFileSync(join(folder, WORKBOOK), workbook.with(99, ((workbook[99] ?? 0) + 1) % 256))
    expect(await check()).toMatch(/^1 [\s\S]*数据表「2026年度数据.xlsx」与日志第 1 行所记的校验值不符/)
    printed.length = 0
    rmSync(join(folder, WORKBOOK))
    expect(await check()).toContain('没有找到数据表')
  })

  it('the files’ own hashes are printed, so that they can be compared with what was kept elsewhere', async () => {
    await run('export-year', '2026', folder)
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, JOURNAL)))
      .digest('hex')
    expect(printed.join('\n')).toContain(sha256)
  })

  it('says what it cannot do', async () => {
    expect(await run('export-year', '2031', folder)).toBe(1)
    expect(await run('export-year', '2026')).toBe(2)
    expect(await run('check-export', join(folder, 'nothing'))).toBe(1)
    expect(await run('check-export')).toBe(2)
    expect(printed.join('\n')).toContain('没有「2031」年度')
  })
})
