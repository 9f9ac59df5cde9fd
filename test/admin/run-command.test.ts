import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../src/admin/run-command.ts'
import { findPersonOf, listUnits } from '../../src/organization/queries.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { workbookOf } from '../organization/roster/workbook.ts'
import { depsOf, editSheet, metaOf } from '../organization/world.ts'
import { freshDatabase } from '../world/database.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A machine whose terminal answers `answer`, and remembers what was printed. */
function machineOf(answer = '', path = ':memory:') {
  const db = freshDatabase(path)
  const printed: string[] = []
  let acts = 0
  const machine = {
    db,
    deps: depsOf(),
    print: (text: string) => void printed.push(text),
    ask: async () => answer,
    act: () => metaOf('console', `console:${++acts}`),
  }
  const run = (...words: string[]) => runCommand(machine, words)
  return { db, run, text: () => printed.join('\n') }
}

async function fileOf(sheets = demoRoster()): Promise<string> {
  const path = join(folder, '名册.xlsx')
  writeFileSync(path, await workbookOf(sheets))
  return path
}

describe('admin import', () => {
  it('prints what it will do, and applies it with --yes', async () => {
    const { db, run, text } = machineOf()
    expect(await run('import', await fileOf(), '--yes')).toBe(0)
    expect(text()).toContain('单位：新增 5，变更 0，将结束 0')
    expect(text()).toContain('已导入')
    expect(await listUnits(db)).toHaveLength(5)
  })

  it('asks first, and does nothing without a yes', async () => {
    const no = machineOf('n')
    expect(await no.run('import', await fileOf())).toBe(1)
    expect(await listUnits(no.db)).toEqual([])
    const yes = machineOf('y')
    expect(await yes.run('import', await fileOf())).toBe(0)
    expect(await listUnits(yes.db)).toHaveLength(5)
  })

  it('prints every fault and fails, with nothing changed', async () => {
    const { db, run, text } = machineOf()
    const wrong = editSheet(demoRoster(), 'units', (cells) => ({ ...cells, leader: 'X' }))
    expect(await run('import', await fileOf(wrong), '--yes')).toBe(1)
    expect(text()).toContain('「单位」第2行「分管校领导工号」：“X”在「人员」表中没有这个工号')
    expect(text()).toContain('共 5 处错误，没有导入')
    expect(await listUnits(db)).toEqual([])
  })

  it('says that the second import of a file changes nothing', async () => {
    const { run, text } = machineOf()
    const file = await fileOf()
    await run('import', file, '--yes')
    expect(await run('import', file, '--yes')).toBe(0)
    expect(text()).toContain('名册与现有组织完全一致')
  })

  it('says what is wrong with a file that is not there or is no workbook', async () => {
    const { run, text } = machineOf()
    expect(await run('import', join(folder, 'nothing.xlsx'))).toBe(1)
    const path = join(folder, 'a.xlsx')
    writeFileSync(path, '工号,姓名')
    expect(await run('import', path)).toBe(1)
    expect(text()).toContain('读不到文件')
    expect(text()).toContain('「a.xlsx」不是 .xlsx 工作簿')
  })
})

describe('admin verify-journal', () => {
  it('counts what it found whole', async () => {
    const { run, text } = machineOf()
    await run('import', await fileOf(), '--yes')
    expect(await run('verify-journal')).toBe(0)
    expect(text()).toMatch(/日志完好：\d+ 个事项，\d+ 条记录。$/)
  })

  it.each([
    [
      'an altered entry',
      "UPDATE journal SET body = '{}' WHERE subject = 'unit:JX01'",
      'unit:JX01 第 1 条：内容与校验值不符',
    ],
    [
      'a deleted entry',
      "DELETE FROM journal WHERE subject = 'person:CH' AND version = 1",
      'person:CH 第 1 条：缺少这一条记录',
    ],
    [
      'a deleted subject',
      "DELETE FROM subject WHERE id = 'unit:JX02'",
      'unit:JX02 第 1 条：与事项的现状不符',
    ],
  ])('names %s as the first broken one', async (_, tampering, said) => {
    const path = join(folder, 'db.sqlite')
    const { db, run, text } = machineOf('', path)
    await run('import', await fileOf(), '--yes')
    const other = openSqlite(path)
    other.exec('DROP TRIGGER journal_is_never_updated; DROP TRIGGER journal_is_never_deleted')
    other.exec(tampering)
    other.close()
    expect(await run('verify-journal')).toBe(1)
    expect(text()).toContain(said)
    db.close()
  })
})

describe('admin', () => {
  it('makes an account a member of the office', async () => {
    const { db, run } = machineOf()
    expect(await run('office', 'ou_abc')).toBe(0)
    expect(await findPersonOf(db, 'feishu', 'ou_abc')).toBe('office-1')
    expect(await run('office', 'abc')).toBe(1)
  })

  it('writes the template once, and never over a file', async () => {
    const { run, text } = machineOf()
    const path = join(folder, 't.xlsx')
    expect(await run('template', path)).toBe(0)
    expect(await run('template', path)).toBe(1)
    expect(text()).toContain('文件已存在')
  })

  it('explains itself when it is not understood', async () => {
    const { run, text } = machineOf()
    expect(await run()).toBe(2)
    expect(await run('import')).toBe(2)
    expect(await run('verify-journal', '--yes')).toBe(2)
    expect(text()).toContain('用法：npm run admin')
  })
})
