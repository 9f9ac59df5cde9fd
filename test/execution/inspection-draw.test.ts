/** Rulebook 4: a spot check is drawn fairly, nobody chooses its seed, and anyone can repeat it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repeatCommand } from '../../cards/inspection-check.ts'
import { runCommand } from '../../src/admin/run-command.ts'
import { drawIds, listHash } from '../../src/execution/inspection/draw.ts'
import { populationOf } from '../../src/execution/inspection/rules/plan.ts'
import { depsOf, metaOf } from '../organization/world.ts'
import { journalEqualsState } from '../world/journal.ts'
import { CHECK, type InspectionWorld, inspectionWorld, seedDelegation } from './inspection-world.ts'

const list = (size: number): string[] => Array.from({ length: size }, (_, n) => `2026-JX01-${n + 1}`)
const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 60 })
const seeds = fc.string({ minLength: 64, maxLength: 64 })

describe('the draw', () => {
  it('gives every candidate the same chance', () => {
    const [size, places, draws] = [20, 5, 4000]
    const drawn = new Map(list(size).map((id) => [id, 0]))
    for (let seed = 0; seed < draws; seed++)
      for (const id of drawIds(list(size), `seed ${seed}`, places)) drawn.set(id, (drawn.get(id) ?? 0) + 1)
    const expected = (draws * places) / size
    const deviation = Math.sqrt(expected * (1 - places / size))
    for (const [id, times] of drawn) expect(Math.abs(times - expected), id).toBeLessThan(4 * deviation)
  })

  it('takes as many as there are places, each once, from the list and nowhere else', () => {
    fc.assert(
      fc.property(ids, seeds, fc.integer({ min: 1, max: 80 }), (all, seed, places) => {
        const drawn = drawIds(all, seed, places)
        expect(new Set(drawn).size).toBe(Math.min(places, all.length))
        for (const id of drawn) expect(all).toContain(id)
      }),
    )
  })

  it('does not depend on the order of the list, nor does the list’s hash', () => {
    fc.assert(
      fc.property(ids, seeds, fc.integer({ min: 1, max: 20 }), (all, seed, places) => {
        expect(drawIds(all.toReversed(), seed, places)).toEqual(drawIds(all, seed, places))
        expect(listHash(all.toReversed())).toBe(listHash(all))
      }),
    )
  })

  it('has no unit of an inspector in its list, whoever inspects', () => {
    const units = ['A', 'B', 'C', 'D', 'E']
    const inspector = fc.record({ id: fc.string(), name: fc.string(), own: fc.subarray(units) })
    const candidates = fc.array(fc.record({ id: fc.string(), unit: fc.constantFrom(...units) }))
    fc.assert(
      fc.property(candidates, fc.array(inspector), (all, inspectors) => {
        const own = inspectors.flatMap((one) => one.own)
        const { population, excluded } = populationOf(all, inspectors)
        expect(population.filter((one) => own.includes(one.unit))).toEqual([])
        const left = new Set(excluded.map((one) => one.unit))
        expect(all.filter((one) => !left.has(one.unit))).toHaveLength(population.length)
      }),
    )
  })
})

interface Drawn {
  readonly listHash: string
  readonly seed: string
  readonly picked: readonly string[]
}

function drawOf({ db }: InspectionWorld, inspection: string): Drawn {
  const [row] = db.raw(`SELECT state FROM subject WHERE id = '${inspection}'`)
  const { plan, draw } = JSON.parse(String(Reflect.get(row as object, 'state')))
  const picked = draw.picked.map((one: { id: string }) => one.id)
  return { listHash: plan.listHash, seed: draw.seed, picked }
}

async function drawnCheck(): Promise<{ w: InspectionWorld; inspection: string }> {
  const w = await inspectionWorld()
  const inspection = await w.does('WG1', 'check.state', { ...CHECK, places: 3 })
  await w.does('OF1', 'check.draw', { inspection, said: '八百二十七' })
  return { w, inspection }
}

describe('a draw on record', () => {
  it('is repeated by a shell that knows nothing of the program, as its card says', async () => {
    const { w, inspection } = await drawnCheck()
    const folder = mkdtempSync(join(tmpdir(), 'draw-'))
    try {
      writeFileSync(join(folder, '名单.txt'), await w.read('C-JX02', 'check-list', { inspection }))
      const { listHash: stated, seed, picked } = drawOf(w, inspection)
      const shell = (command: string) =>
        execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' })
      expect(shell('sha256sum 名单.txt')).toContain(stated)
      const command = repeatCommand(seed, 3)
      expect(await w.read('C-JX02', 'inspection', { inspection })).toContain(
        JSON.stringify(command).slice(1, -1),
      )
      const lines = shell(command).trim().split('\n')
      expect(lines.map((line) => line.split(' ')[1])).toEqual(picked)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is repeated by a few lines of another program', async () => {
    const { w, inspection } = await drawnCheck()
    const text = await w.read('OF1', 'check-list', { inspection })
    const { seed, picked } = drawOf(w, inspection)
    const script = `const { createHash } = require('node:crypto')
      const [seed, text] = process.argv.slice(1)
      const rank = (id) => createHash('sha256').update(seed + '\\n' + id).digest('hex')
      const all = text.split('\\n').filter((id) => id !== '').sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      console.log(all.slice(0, 3).join(' '))`
    const out = execFileSync(process.execPath, ['-e', script, seed, text], { encoding: 'utf8' })
    expect(out.trim().split(' ')).toEqual(picked)
  })

  it('is repeated by the operator’s command, which finds what was tampered with', async () => {
    const { w, inspection } = await drawnCheck()
    const run = async (...words: string[]) => {
      const printed: string[] = []
      const machine = {
        ...{ db: w.db, deps: depsOf(), print: (text: string) => void printed.push(text) },
        ...{ ask: async () => '', act: () => metaOf('console', 'console:1') },
      }
      return { code: await runCommand(machine, words), text: printed.join('\n') }
    }
    const good = await run('draw', '2026-1')
    expect(good).toMatchObject({ code: 0, text: expect.stringContaining('重算结果与日志一致') })
    for (const id of drawOf(w, inspection).picked) expect(good.text).toContain(id)
    expect(await run('draw', '2026-9')).toMatchObject({ code: 1 })
    expect(await run('draw')).toMatchObject({ code: 2 })
    w.db.exec(
      `UPDATE subject SET state = json_set(state, '$.draw.picked[0].id', '2026-JX01-9') WHERE id = '${inspection}'`,
    )
    expect(await run('draw', '2026-1')).toMatchObject({ code: 1, text: expect.stringContaining('不一致') })
  })

  it('states list, number and method first, then the seed, then the result', async () => {
    const { w, inspection } = await drawnCheck()
    const journal = w.db.raw(
      `SELECT version, type, by_person, hash, body FROM journal WHERE subject = '${inspection}' ORDER BY version`,
    )
    expect(journal).toMatchObject([
      { type: 'check.stated', by_person: 'WG1' },
      { type: 'check.witnessed', by_person: 'OF1' },
      { type: 'check.drawn', by_person: 'OF1' },
    ])
    const [, witnessed, drawn] = journal as { hash: string; body: string }[]
    expect(JSON.parse(drawn?.body ?? '').draw.seed).toBe(witnessed?.hash)
    expect(witnessed?.body).toContain('八百二十七')
    await journalEqualsState(w.db)
  })
})

describe('nobody chooses the seed', () => {
  it('for no inspector draws: neither in the own name, nor as a delegate of the office', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'check.state', CHECK)
    for (const role of ['office', 'leading-member'])
      w.db.exec(
        `INSERT INTO role_held (person, role, scope, from_on) VALUES ('WG3', '${role}', '', '2026-01-01')`,
      )
    seedDelegation(w.db, 'OF1', 'WG1')
    seedDelegation(w.db, 'CH', 'WG3')
    const draw = { inspection, said: '1' }
    for (const by of ['WG1', 'C-JX01', 'AG1', 'LD1'])
      expect(await w.refusal(by, 'check.draw', draw)).toBe('unfit-witness')
    for (const by of ['WG3', 'WG1 for OF1', 'WG3 for CH'])
      expect(await w.refusal(by, 'check.draw', draw), by).toBe('own-witness')
    expect(await w.read('WG3', 'inspection', { inspection })).not.toContain('请报一个号')
    expect(await w.read('OF1', 'inspection', { inspection })).toContain('请报一个号')
  })

  it('the same number at another moment draws another seed', async () => {
    const seeds = []
    for (const ms of [0, 1]) {
      const w = await inspectionWorld()
      const inspection = await w.does('WG1', 'check.state', CHECK)
      w.pass(ms)
      await w.does('OF1', 'check.draw', { inspection, said: '1' })
      seeds.push(drawOf(w, inspection).seed)
    }
    expect(new Set(seeds).size).toBe(2)
  })

  it('and nobody draws twice, two at once included', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'check.state', CHECK)
    const draw = (by: string, said: string) => w.do(by, 'check.draw', { inspection, said })
    const outcomes = await Promise.all([draw('OF1', '1'), draw('CH', '2'), draw('LM1', '3')])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    const first = drawOf(w, inspection)
    expect(await draw('OF1', '4')).toMatchObject({
      refusal: { code: 'drawn-check' },
      show: { name: 'inspection' },
    })
    expect(await w.refusal('WG1', 'inspection.end', { inspection, how: 'cancelled', words: '不合意' })).toBe(
      'drawn-check',
    )
    expect(drawOf(w, inspection)).toEqual(first)
  })

  it('a visit is not drawn, an empty number is no number', async () => {
    const w = await inspectionWorld()
    const visit = await w.does('WG1', 'visit.plan', {
      ...{ body: 'WG', unit: 'JX01', on: '2026-03-05', inspectors: ['WG1'], purpose: '看' },
    })
    expect(await w.refusal('OF1', 'check.draw', { inspection: visit, said: '1' })).toBe('undrawn-kind')
    const check = await w.does('WG1', 'check.state', CHECK)
    expect(await w.refusal('OF1', 'check.draw', { inspection: check, said: ' ' })).toBe('empty-number')
  })
})

describe('who is drawn', () => {
  it('learns it at once, with the inspectors; the office had been asked', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'check.state', { ...CHECK, of: 'units', places: 1 })
    expect(await w.todos('OF1')).toEqual(['第一目标管理工作组抽查（1号）待见证抽取：核实进展真实性'])
    await w.does('OF1', 'check.draw', { inspection, said: '7' })
    const [unit] = drawOf(w, inspection).picked
    const told = w.db.raw(
      "SELECT person FROM outbox WHERE key LIKE 'send:inspection-drawn:%' ORDER BY person",
    )
    expect(told.map((row) => Reflect.get(row as object, 'person'))).toEqual([
      `C-${unit}`,
      `H-${unit}`,
      'WG1',
      'WG2',
    ])
    expect(await w.todos('OF1')).toEqual([])
    expect(await w.todos('WG2')).toEqual(['抽查（1号）已抽取，待检查办结：核实进展真实性'])
  })
})
