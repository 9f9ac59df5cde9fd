/** Rulebook 4: an inspector's notes are the inspector's own until they are published to the unit. */
import { describe, expect, it } from 'vitest'
import { inspection as chapterOf } from '../../src/execution/inspection/chapter.ts'
import { listFindingsOfGoal, listFindingsOfUnit } from '../../src/execution/queries/findings.ts'
import { memoryBlobs } from '../organization/world.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import {
  CHECK,
  demanded,
  inspectionWorld,
  NOTE,
  publishes,
  seedDelegation,
  seenOf,
  VISIT,
} from './inspection-world.ts'

const SECRET = '实验室台账缺失七页'
const EVERYBODY = ['WG2', 'WG3', 'IT1', 'C-JX01', 'H-JX01', 'LD1', 'OF1', 'CH', 'LM1', 'AG1', 'C-JX02']

async function noted() {
  const w = await inspectionWorld()
  const inspection = await w.does('WG1', 'visit.plan', VISIT)
  const finding = await w.does('WG1', 'finding.note', { ...NOTE, inspection, fact: SECRET })
  return { w, inspection, finding }
}

describe('a note', () => {
  it('stands in no journal row, subject, receipt, outbox row or list: only its hash does', async () => {
    const { w, finding } = await noted()
    const tables = w.db.raw("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    const holding = tables
      .map((row) => String(Reflect.get(row as object, 'name')))
      .filter((table) => JSON.stringify(w.db.raw(`SELECT * FROM ${table}`)).includes(SECRET))
    expect(holding).toEqual(['finding_note'])
    const [entry] = w.db.raw(`SELECT body FROM journal WHERE subject = '${finding}'`)
    expect(String(Reflect.get(entry as object, 'body'))).toContain(await seenOf(w, finding))
    expect(count(w.db, 'finding')).toBe(0)
    await journalEqualsState(w.db)
  })

  it('is shown by no view to anyone but its author', async () => {
    const { w, inspection, finding } = await noted()
    expect(await w.read('WG1', 'finding', { finding })).toContain(SECRET)
    expect(await w.read('WG1', 'finding-notes')).toContain(SECRET)
    seedDelegation(w.db, 'WG1', 'AG2')
    const params = [
      {},
      { inspection },
      { finding },
      { finding, id: 'e1' },
      { kind: 'check' },
      { year: 2026, number: 1 },
    ]
    const views = chapterOf({ blobs: memoryBlobs() }).views.map((one) => one.name)
    for (const by of [...EVERYBODY, 'AG2 for WG1'])
      for (const view of views)
        for (const one of params) {
          const read = await w.read(by, view, one).catch((error: Error) => error.message)
          expect(read, `${by} ${view} ${JSON.stringify(one)}`).not.toContain(SECRET)
        }
    const hidden = await w.read('OF1', 'finding', { finding })
    expect(hidden).toBe(await w.read('OF1', 'finding', { finding: 'finding:2026:99' }))
  })

  it('opens for nobody else in a form, and nobody else changes, drops or publishes it', async () => {
    const { w, inspection, finding } = await noted()
    seedDelegation(w.db, 'WG1', 'AG2')
    const form = chapterOf({ blobs: memoryBlobs() }).forms.find((one) => one.name === 'finding_note')
    const seen = await seenOf(w, finding)
    const at = '2026-03-02T01:00:00.000Z' as const
    for (const by of ['WG2', 'AG2 for WG1']) {
      const [typist = '', inNameOf = typist] = by.split(' for ')
      const viewer = { by: typist, inNameOf, at, today: '2026-03-02' as const }
      expect(await form?.spec(w.db, { inspection, unit: 'JX01', finding }, viewer)).toEqual({
        refusal: { code: 'foreign-note' },
      })
      expect(await w.refusal(by, 'finding.note', { ...NOTE, inspection, finding })).toBe('foreign-note')
      expect(await w.refusal(by, 'finding.drop', { finding })).toBe('foreign-note')
      expect(await w.refusal(by, 'finding.publish', { finding, seen })).toBe('foreign-note')
    }
  })

  it('may be half-finished, lists all that is missing, and is published only when whole', async () => {
    const { w, inspection } = await noted()
    const bare = { ...NOTE, inspection, severity: null, demand: '', dueOn: null }
    const finding = await w.does('WG1', 'finding.note', bare)
    expect(await w.read('WG1', 'finding', { finding })).toContain('发布前请补充：程度、整改要求、整改期限')
    const publish = { finding, seen: await seenOf(w, finding) }
    expect(await w.do('WG1', 'finding.publish', publish)).toMatchObject({
      refusal: { code: 'incomplete-note', missing: ['severity', 'demand', 'dueOn'] },
    })
    await w.does('WG1', 'finding.note', { ...NOTE, inspection, finding })
    expect(await w.refusal('WG1', 'finding.publish', publish)).toBe('changed-note')
    await publishes(w, 'WG1', finding)
    expect(await w.refusal('WG1', 'finding.note', { ...NOTE, inspection, finding })).toBe('published-finding')
  })

  it('is kept once, however fast the button is tapped, and can be dropped', async () => {
    const { w, inspection, finding } = await noted()
    const note = { ...NOTE, inspection, fact: SECRET }
    expect(await w.do('WG1', 'finding.note', note)).toMatchObject({
      refusal: { code: 'repeated-note' },
      show: { params: { finding } },
    })
    const other = { ...note, fact: '另一件事' }
    const twice = await Promise.all([w.do('WG1', 'finding.note', other), w.do('WG1', 'finding.note', other)])
    expect(twice.filter((one) => one.ok)).toHaveLength(1)
    expect(await w.todos('WG1')).toContain('您有 2 条检查记录没有发布')
    await w.does('WG1', 'finding.drop', { finding })
    expect(await w.refusal('WG1', 'finding.drop', { finding })).toBe('dropped-note')
    expect(count(w.db, 'finding_note')).toBe(1)
    expect(JSON.stringify(w.db.raw('SELECT * FROM journal'))).not.toContain(SECRET)
  })

  it('is taken only in an inspection of the unit, by who inspects there, and of a check only on what was drawn', async () => {
    const { w, inspection } = await noted()
    const note = { ...NOTE, inspection }
    expect(await w.refusal('WG3', 'finding.note', note)).toBe('foreign-inspection')
    expect(await w.refusal('C-JX01', 'finding.note', note)).toBe('foreign-inspection')
    expect(await w.refusal('WG1', 'finding.note', { ...note, unit: 'FY01', goal: null })).toBe('unfit-target')
    expect(await w.refusal('WG1', 'finding.note', { ...note, inspection: 'inspection:2026:9' })).toBe(
      'unknown-inspection',
    )
    const check = await w.does('WG1', 'check.state', { ...CHECK, places: 1 })
    expect(await w.refusal('WG1', 'finding.note', { ...NOTE, inspection: check })).toBe('undrawn-check')
    await w.does('OF1', 'check.draw', { inspection: check, said: '1' })
    const [row] = w.db.raw(`SELECT state ->> '$.draw.picked[0].id' AS id FROM subject WHERE id = '${check}'`)
    const drawn = String(Reflect.get(row as object, 'id'))
    const unit = drawn.slice(5, 9)
    const undrawn = drawn.endsWith('1') ? `2026-${unit}-2` : `2026-${unit}-1`
    expect(await w.refusal('WG1', 'finding.note', { ...NOTE, inspection: check, unit, goal: undrawn })).toBe(
      'unfit-target',
    )
    await w.does('WG1', 'finding.note', { ...NOTE, inspection: check, unit, goal: drawn })
  })
})

describe('what is published', () => {
  it('is told to the unit, of a rectification to its leader in charge too, and seen by assessors', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    const told = w.db.raw("SELECT person FROM outbox WHERE view = 'finding' ORDER BY person")
    expect(told.map((row) => Reflect.get(row as object, 'person'))).toEqual(['C-JX01', 'H-JX01', 'LD1'])
    for (const by of ['C-JX01', 'H-JX01', 'LD1', 'WG3', 'OF1', 'CH'])
      expect(await w.read(by, 'finding', { finding }), by).toContain(NOTE.fact)
    for (const by of ['C-JX02', 'IT1', 'AG1', 'LD2']) {
      expect(await w.read(by, 'finding', { finding }), by).not.toContain(NOTE.fact)
      expect(await w.read(by, 'findings'), by).not.toContain(NOTE.fact)
    }
    await journalEqualsState(w.db)
  })

  it('is ready for the assessors by unit and by goal, but for what was withdrawn', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    const good = await w.does('WG1', 'finding.note', {
      ...{ inspection: 'inspection:2026:1', unit: 'JX01', kind: 'good', fact: '台账规范' },
    })
    await publishes(w, 'WG1', good)
    const facts = async () => (await listFindingsOfUnit(w.db, 2026, 'JX01')).map((one) => one.fact)
    expect(await facts()).toEqual(['台账规范', NOTE.fact])
    expect(await listFindingsOfGoal(w.db, '2026-JX01-1')).toMatchObject([{ id: finding, severity: 'grave' }])
    const withdraw = { finding, reason: '事实有误' }
    expect(await w.refusal('WG2', 'finding.withdraw', withdraw)).toBe('foreign-finding')
    expect(await w.refusal('WG1', 'finding.withdraw', { finding, reason: ' ' })).toBe('empty-words')
    await w.does('WG1', 'finding.withdraw', withdraw)
    expect(await facts()).toEqual(['台账规范'])
    expect(await listFindingsOfGoal(w.db, '2026-JX01-1')).toEqual([])
    expect(await w.read('C-JX01', 'finding', { finding })).toContain('撤回：事实有误')
    expect(await w.refusal('WG1', 'finding.withdraw', withdraw)).toBe('withdrawn-finding')
    await journalEqualsState(w.db)
  })

  it('comes with the files that the inspector sent, which those who see it may have', async () => {
    const w = await inspectionWorld()
    await w.sends('WG1', 'e1', '现场.pdf')
    await w.arrives('WG1', 'e1', new TextEncoder().encode('bytes'))
    const inspection = await w.does('WG1', 'visit.plan', VISIT)
    const finding = await w.does('WG1', 'finding.note', { ...NOTE, inspection, evidence: ['e1'] })
    const file = { finding, id: 'e1' }
    expect(await w.read('C-JX01', 'finding-file', file)).toContain('无法查看')
    await publishes(w, 'WG1', finding)
    expect(await w.read('C-JX01', 'finding', { finding })).toContain('现场.pdf')
    expect(await w.read('C-JX01', 'finding-file', file)).toBe('bytes')
    expect(await w.read('C-JX02', 'finding-file', file)).toContain('无法查看')
    const again = await w.does('WG1', 'finding.note', {
      ...NOTE,
      inspection,
      fact: '又一件',
      evidence: ['e1'],
    })
    expect(await w.refusal('WG1', 'finding.publish', { finding: again, seen: await seenOf(w, again) })).toBe(
      'used-evidence',
    )
  })

  it('is published once when tapped twice, and an inspection with findings is not cancelled', async () => {
    const { w, inspection, finding } = await noted()
    const publish = { finding, seen: await seenOf(w, finding) }
    const twice = await Promise.all([
      w.do('WG1', 'finding.publish', publish),
      w.do('WG1', 'finding.publish', publish),
    ])
    expect(twice.filter((one) => one.ok)).toHaveLength(1)
    const cancel = { inspection, how: 'cancelled', words: '不去了' }
    expect(await w.do('WG1', 'inspection.end', cancel)).toMatchObject({
      refusal: { code: 'found-inspection', findings: 1 },
    })
  })

  it('or its visit is cancelled: of the two at once only one happens', async () => {
    const { w, inspection, finding } = await noted()
    const outcomes = await Promise.all([
      w.do('WG1', 'inspection.end', { inspection, how: 'cancelled', words: '不去了' }),
      w.do('WG1', 'finding.publish', { finding, seen: await seenOf(w, finding) }),
    ])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    const cancelled = count(w.db, "inspection WHERE status = 'cancelled'")
    expect(cancelled + count(w.db, 'finding')).toBe(1)
    await journalEqualsState(w.db)
  })
})
