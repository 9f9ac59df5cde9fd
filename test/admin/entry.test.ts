import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'mubiao-admin-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As `npm run admin -- …` runs it. */
function admin(...words: string[]): { readonly code: number | null; readonly said: string } {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const { PATH = '' } = process.env
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/admin/main.ts', ...words], {
    cwd: root,
    env: { PATH, DATA_DIR: folder },
    encoding: 'utf8',
  })
  return { code: run.status, said: run.stdout + run.stderr }
}

describe('the command line itself, on a folder of its own', { timeout: 120_000 }, () => {
  it('verifies the journal', () => {
    expect(admin('verify-journal')).toEqual({ code: 0, said: expect.stringContaining('日志完好') })
  })

  it('makes an account a member of the office, and exports and checks a year that is not there with a sentence', () => {
    expect(admin('office', 'ou_first')).toEqual({
      code: 0,
      said: expect.stringContaining('已登记为办公室成员'),
    })
    const { code, said } = admin('export-year', '2026', join(folder, 'out'))
    expect(code).toBe(1)
    expect(said).not.toContain('Error')
  })

  it('backs up, and needs the app to read the directory', () => {
    expect(admin('backup', join(folder, 'backups'))).toEqual({
      code: 0,
      said: expect.stringContaining('备份已完成'),
    })
    expect(admin('sync')).toEqual({ code: 1, said: expect.stringContaining('FEISHU_APP_ID') })
  })

  it('says what it understands', () => {
    expect(admin('verify')).toEqual({ code: 2, said: expect.stringContaining('用法：npm run admin') })
  })
})
