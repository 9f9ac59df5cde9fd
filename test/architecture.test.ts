import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LONGEST_FILE = 250

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

describe('architecture', () => {
  it('lets dependencies point one way', () => {
    const cruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const run = (): string =>
      execFileSync(
        process.execPath,
        [cruise, '--config', 'test/dependency-cruiser.cjs', '--output-type', 'json', 'src', 'cards'],
        { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] },
      )
    let output: string
    try {
      output = run()
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string }
      // Without a report it is no violation but a broken rule of its own, or a file that cannot be read.
      if (stdout.trim() === '') throw new Error(stderr)
      output = stdout
    }
    const { summary } = JSON.parse(output) as {
      summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] }
    }
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
    expect(summary.totalCruised).toBeGreaterThan(sources('src').filter((file) => file.endsWith('.ts')).length)
  }, 60_000)

  it('keeps the pages of the sandbox to the sandbox', () => {
    const strays = sources('src')
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        [...read(file).matchAll(/from '(\.[^']+)'/g)].map(([, target]) => ({
          file,
          to: join(file, '..', target ?? ''),
        })),
      )
      .filter(({ to }) => !to.startsWith('src/sandbox/'))
    expect(strays).toEqual([])
  })

  it('keeps every file to one thing', () => {
    const long = [...sources('src'), ...sources('cards'), ...sources('test')].filter(
      (file) => read(file).split('\n').length > LONGEST_FILE,
    )
    expect(long).toEqual([])
  })

  it('takes the time and random ids only at the edge', () => {
    const taken = [...sources('src'), ...sources('cards')]
      .filter((file) => !/^src\/(main|worker)\.ts$|^src\/(admin|start)\/|^src\/sandbox\//.test(file))
      .filter((file) => /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|randomBytes/.test(read(file)))
    expect(taken).toEqual([])
  })

  it('reads the environment only at the edge', () => {
    const readers = [...sources('src'), ...sources('cards')].filter(
      (file) => /\bprocess\./.test(read(file)) && !/^src\/(main\.ts|admin\/main\.ts)$/.test(file),
    )
    expect(readers).toEqual([])
  })

  it('keeps SQL in the store, in queries and in rows', () => {
    const writers = sources('src')
      .filter((file) => !/^src\/store\/|\/(queries|[a-z-]*rows)(\/|\.ts$)/.test(file))
      .filter((file) =>
        /\bsql[<`]|\.selectFrom\(|\.insertInto\(|\.updateTable\(|\.deleteFrom\(/.test(read(file)),
      )
    expect(writers).toEqual([])
  })
})
