/** Articles 19 and 20: visits and spot checks are planned by the right body, on record, for units that are not the own. */
import { describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { CHECK, DAY_MS, inspectionWorld, seedDelegation, VISIT } from './inspection-world.ts'

const TEAM_VISIT = { ...VISIT, body: 'IT', unit: 'XZ01', inspectors: ['IT1', 'IT2'] }

describe('Article 20: the right body inspects', () => {
  it('the working group visits teaching units and hospitals, the inspection team the others', async () => {
    const w = await inspectionWorld()
    expect(await w.does('WG2', 'visit.plan', VISIT)).toBe('inspection:2026:1')
    expect(await w.does('WG1', 'visit.plan', { ...VISIT, unit: 'FY01' })).toBe('inspection:2026:2')
    expect(await w.does('IT1', 'visit.plan', TEAM_VISIT)).toBe('inspection:2026:3')
    expect(await w.refusal('WG1', 'visit.plan', { ...VISIT, unit: 'XZ01' })).toBe('unfit-unit')
    expect(await w.refusal('IT1', 'visit.plan', { ...TEAM_VISIT, unit: 'JX01' })).toBe('unfit-unit')
    await journalEqualsState(w.db)
  })

  it('not even where a team lists a teaching unit among its own', async () => {
    const w = await inspectionWorld()
    w.db.exec("INSERT INTO team_unit (group_id, unit) VALUES ('IT', 'JX01')")
    expect(await w.refusal('IT1', 'visit.plan', { ...TEAM_VISIT, unit: 'JX01' })).toBe('unfit-unit')
  })

  it('nobody from outside plans, and an assessment group is no body', async () => {
    const w = await inspectionWorld()
    for (const by of ['AG1', 'C-JX01', 'OF1', 'CH', 'LD1', 'IT1'])
      expect(await w.refusal(by, 'visit.plan', VISIT), by).toBe('foreign-body')
    expect(await w.refusal('AG1', 'visit.plan', { ...VISIT, body: 'AG' })).toBe('unknown-body')
  })

  it('only while goals are realised', async () => {
    for (const phase of ['setting', 'assessment', 'results', 'closed'] as const) {
      const w = await inspectionWorld(phase)
      expect(await w.refusal('WG1', 'visit.plan', VISIT), phase).toBe('closed-inspection')
      expect(await w.refusal('WG1', 'check.state', CHECK), phase).toBe('closed-inspection')
    }
  })
})

describe('a visit says when, who and what', () => {
  it('to the unit and to its inspectors, and waits for them on its day', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'visit.plan', VISIT)
    const told = w.db.raw("SELECT person FROM outbox WHERE view = 'inspection' ORDER BY person")
    expect(told.map((row) => Reflect.get(row as object, 'person'))).toEqual(['C-JX01', 'H-JX01', 'WG2'])
    const seen = await w.read('C-JX01', 'inspection', { inspection })
    for (const words of [
      '2026年3月5日',
      '第一工作组 组长、第一工作组 成员甲',
      '核实教材进度',
      '请准备有关材料',
    ])
      expect(seen).toContain(words)
    expect(await w.todos('WG2')).toEqual([])
    w.pass(3 * DAY_MS)
    expect(await w.todos('WG2')).toEqual(['调研（1号）2026年3月5日，待记录办结：核实教材进度'])
    await w.does('WG2', 'inspection.end', { inspection, how: 'done', words: '已看教材初稿' })
    expect(await w.todos('WG2')).toEqual([])
    expect(await w.read('H-JX01', 'inspection', { inspection })).toContain('办结：已看教材初稿')
  })

  it('is refused without inspectors, purpose or a day to come, and is not planned twice', async () => {
    const w = await inspectionWorld()
    const cases = [
      [{ inspectors: [] }, 'absent-inspectors'],
      [{ inspectors: ['IT1'] }, 'unknown-inspector'],
      [{ purpose: '  ' }, 'empty-purpose'],
      [{ on: '2026-03-01' }, 'past-visit'],
    ] as const
    for (const [more, code] of cases)
      expect(await w.refusal('WG1', 'visit.plan', { ...VISIT, ...more })).toBe(code)
    const twice = await Promise.all([w.do('WG1', 'visit.plan', VISIT), w.do('WG3', 'visit.plan', VISIT)])
    expect(twice.filter((one) => one.ok)).toHaveLength(1)
    expect(twice.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'repeated-visit' } })
    expect(count(w.db, 'inspection')).toBe(1)
  })

  it('is seen by those concerned alone', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'visit.plan', VISIT)
    for (const by of ['WG3', 'C-JX01', 'LD1', 'OF1', 'CH', 'LM1'])
      expect(await w.read(by, 'inspection', { inspection }), by).toContain('药学院')
    for (const by of ['C-JX02', 'IT1', 'AG1', 'LD2', 'GA-energy']) {
      expect(await w.read(by, 'inspection', { inspection }), by).toContain('没有找到')
      expect(await w.read(by, 'inspections'), by).not.toContain('药学院')
    }
  })
})

describe('rulebook 4: never the own unit', () => {
  it('no inspector is sent to the unit that the person works in, or is contact of', async () => {
    const w = await inspectionWorld()
    expect(await w.refusal('WG1', 'visit.plan', { ...VISIT, unit: 'JX02' })).toBe('own-unit')
    expect(await w.refusal('IT1', 'visit.plan', { ...TEAM_VISIT, unit: 'XZ02' })).toBe('own-unit')
    expect(await w.refusal('WG2', 'visit.plan', { ...VISIT, unit: 'JX02', inspectors: ['WG1'] })).toBe(
      'own-unit',
    )
    await w.does('WG1', 'visit.plan', { ...VISIT, unit: 'JX02', inspectors: ['WG1', 'WG3'] })
  })

  it('nor does a delegate inspect the delegate’s own unit, or the principal’s', async () => {
    const w = await inspectionWorld()
    seedDelegation(w.db, 'WG1', 'C-JX01')
    seedDelegation(w.db, 'WG2', 'AG1')
    const own = { ...VISIT, inspectors: ['WG1'] }
    expect(await w.refusal('C-JX01 for WG1', 'visit.plan', own)).toBe('own-unit')
    expect(await w.refusal('AG1 for WG2', 'visit.plan', { ...own, unit: 'JX02' })).toBe('own-unit')
    const inspection = await w.does('WG1', 'visit.plan', own)
    const end = { inspection, how: 'done', words: '好' }
    expect(await w.refusal('C-JX01 for WG1', 'inspection.end', end)).toBe('own-inspection')
    await w.does('AG1 for WG2', 'visit.plan', { ...own, unit: 'FY01', inspectors: ['WG2'] })
    expect(w.db.raw("SELECT by_person, in_name_of FROM journal WHERE subject = 'inspection:2026:2'")).toEqual(
      [{ by_person: 'AG1', in_name_of: 'WG2' }],
    )
  })

  it('units of inspectors are left out of a spot check before the draw, on record', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'check.state', CHECK)
    const [row] = w.db.raw(`SELECT state FROM subject WHERE id = '${inspection}'`)
    const { plan } = JSON.parse(String(Reflect.get(row as object, 'state')))
    expect(plan.population.map((one: { id: string }) => one.id)).toEqual([
      ...['2026-FY01-1', '2026-FY01-2', '2026-FY01-3'],
      ...['2026-JX01-1', '2026-JX01-2', '2026-JX01-3'],
    ])
    expect(plan.excluded).toEqual([{ unit: 'JX02', person: 'WG2', name: '第一工作组 成员甲' }])
    expect(await w.read('OF1', 'inspection', { inspection })).toContain('护理学院（第一工作组 成员甲所在）')
  })
})

describe('a spot check is stated', () => {
  it('by a convenor, with a population that is large enough', async () => {
    const w = await inspectionWorld()
    expect(await w.refusal('WG2', 'check.state', CHECK)).toBe('unconvened-check')
    expect(await w.do('WG1', 'check.state', { ...CHECK, places: 7 })).toMatchObject({
      refusal: { code: 'small-population', population: 6, places: 7, excluded: 1 },
    })
    expect(await w.refusal('WG1', 'check.state', { ...CHECK, types: ['key'] })).toBe('small-population')
  })

  it('of units of some kinds, too', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'check.state', {
      ...CHECK,
      of: 'units',
      kinds: ['hospital'],
      places: 1,
    })
    expect(await w.read('OF1', 'check-list', { inspection })).toBe('FY01\n')
    expect(await w.read('OF1', 'inspection', { inspection })).toContain('1 个单位中抽 1')
  })

  it('can be cancelled before the draw, with a reason, and then nothing is drawn', async () => {
    const w = await inspectionWorld()
    const inspection = await w.does('WG1', 'check.state', CHECK)
    const cancel = { inspection, how: 'cancelled', words: '' }
    expect(await w.refusal('WG1', 'inspection.end', cancel)).toBe('empty-words')
    expect(await w.refusal('WG3', 'inspection.end', { ...cancel, words: '改期' })).toBe('foreign-inspection')
    expect(await w.refusal('WG1', 'inspection.end', { ...cancel, how: 'done', words: '好' })).toBe(
      'undrawn-check',
    )
    await w.does('WG1', 'inspection.end', { ...cancel, words: '改期' })
    expect(await w.refusal('OF1', 'check.draw', { inspection, said: '7' })).toBe('ended-inspection')
    expect(await w.todos('OF1')).toEqual([])
  })
})
