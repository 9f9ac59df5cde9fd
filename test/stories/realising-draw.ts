/** A draw repeated by somebody who has nothing but the card and the file: a shell, and a few lines of another program. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Repeated {
  /** SHA-256 of the file, in hex. */
  readonly listHash: string
  readonly byShell: readonly string[]
  readonly byProgram: readonly string[]
}

const PROGRAM = `const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const [seed, places] = process.argv.slice(1)
const rank = (id) => createHash('sha256').update(seed + '\\n' + id).digest('hex')
const ids = readFileSync('名单.txt', 'utf8').trim().split('\\n')
console.log(ids.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, Number(places)).join('\\n'))`

/** `card`: the words of the check's card; `list`: the file that it hands out. */
export function repeatsDraw(card: string, list: Uint8Array, places: number): Repeated {
  const folder = mkdtempSync(join(tmpdir(), 'draw-'))
  const run = (program: string, words: readonly string[]): string[] =>
    execFileSync(program, words, { cwd: folder, encoding: 'utf8' }).trim().split('\n')
  try {
    writeFileSync(join(folder, '名单.txt'), list)
    const [command = ''] = /while IFS=.*/.exec(card) ?? []
    const [, seed = ''] = /种子：([0-9a-f]{64})/.exec(card) ?? []
    const [sum = ''] = run('sha256sum', ['名单.txt'])
    return {
      listHash: sum.slice(0, 64),
      byShell: run('bash', ['-c', command]).map((line) => line.split(' ')[1] ?? ''),
      byProgram: run(process.execPath, ['-e', PROGRAM, seed, String(places)]),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
