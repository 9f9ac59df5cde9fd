/** What the database itself holds of inspection, whatever the program does. */
import { beforeEach, describe, expect, it } from 'vitest'
import { CHECK, demanded, type InspectionWorld, inspectionWorld, NOTE, VISIT } from './inspection-world.ts'

let w: InspectionWorld
let finding: string
beforeEach(async () => {
  w = await inspectionWorld()
  finding = await demanded(w)
})

const COLUMNS = `id, year, number, inspection, body, unit, goal, kind, severity, fact, status, due_on, published_by, published_at, moved_at`

/** Another finding beside the one there, with some columns otherwise. */
const copy = (columns: Readonly<Record<string, string>>): string => {
  const values = { id: "'finding:2026:9'", number: '9', ...columns }
  const list = COLUMNS.split(', ').map((name) => Reflect.get(values, name) ?? name)
  return `INSERT INTO finding (${COLUMNS}) SELECT ${list.join(', ')} FROM finding WHERE id = '${finding}'`
}

describe('the database', () => {
  it.each([
    ['a unit that was not inspected', { unit: "'FY01'" }, 'the unit is not inspected'],
    ['an inspection that is not there', { inspection: "'inspection:2026:8'" }, 'the unit is not inspected'],
    ['the own unit', { published_by: "'T1'" }, 'nobody inspects the own unit'],
    ['a rectification without a day', { due_on: 'NULL' }, 'CHECK constraint failed'],
    ['a problem that is being put right', { kind: "'problem'", due_on: 'NULL' }, 'CHECK constraint failed'],
    ['a rectification that asks for nothing', { status: "'published'" }, 'CHECK constraint failed'],
    ['a problem without severity', { severity: 'NULL' }, 'CHECK constraint failed'],
    ['a number that is taken', { number: '1' }, 'UNIQUE constraint failed'],
  ])('takes no finding on %s', (_, columns, fault) => {
    w.db.exec("INSERT INTO person (id, name, unit, title) VALUES ('T1', '教师', 'JX01', '')")
    expect(() => w.db.exec(copy(columns))).toThrow(fault)
  })

  it('takes a finding like the one there', () => {
    w.db.exec(copy({}))
  })

  it.each(["fact = '别的'", "unit = 'FY01'", 'goal = NULL', "severity = 'slight'"])(
    'never lets %s be changed in what was published',
    (change) => {
      expect(() => w.db.exec(`UPDATE finding SET ${change}`)).toThrow('never changed')
    },
  )

  it('never lets what was withdrawn come back, nor anything be deleted', async () => {
    await w.does('WG1', 'finding.withdraw', { finding, reason: '误判' })
    expect(() => w.db.exec("UPDATE finding SET status = 'open'")).toThrow('never changed')
    expect(() => w.db.exec('DELETE FROM finding')).toThrow('never deleted')
    expect(() => w.db.exec('DELETE FROM inspection')).toThrow('never deleted')
  })

  it('never lets a check go back before its draw, nor anything on after its end', async () => {
    const check = await w.does('WG1', 'check.state', CHECK)
    await w.does('OF1', 'check.draw', { inspection: check, said: '7' })
    const back = (status: string) => () =>
      w.db.exec(`UPDATE inspection SET status = '${status}' WHERE id = '${check}'`)
    for (const status of ['stated', 'cancelled']) expect(back(status), status).toThrow('never goes back')
    await w.does('WG1', 'inspection.end', { inspection: check, how: 'done', words: '完成' })
    expect(back('drawn')).toThrow('never goes back')
  })

  it('never lets an inspection with findings be cancelled', () => {
    expect(() => w.db.exec("UPDATE inspection SET status = 'cancelled'")).toThrow('something was found')
  })

  it('keeps no note of what is published, and a journal that nobody changes', async () => {
    const note = `INSERT INTO finding_note (id, author, inspection, note, at) VALUES ('${finding}', 'WG1', 'inspection:2026:1', '{}', '')`
    expect(() => w.db.exec(note)).toThrow('what is published is no note')
    expect(() => w.db.exec(`DELETE FROM journal WHERE subject = '${finding}'`)).toThrow()
    expect(() => w.db.exec(`UPDATE journal SET body = '{}' WHERE subject = '${finding}'`)).toThrow()
  })

  it('numbers what comes at once one after the other', async () => {
    const visits = ['2026-03-06', '2026-03-07', '2026-03-08'].map((on) => ({ ...VISIT, on }))
    const notes = ['甲', '乙'].map((fact) => ({ ...NOTE, inspection: 'inspection:2026:1', fact }))
    await Promise.all([
      ...visits.map((visit) => w.does('WG1', 'visit.plan', visit)),
      ...notes.map((note) => w.does('WG2', 'finding.note', note)),
    ])
    expect(w.db.raw('SELECT number FROM inspection ORDER BY number')).toEqual(
      [1, 2, 3, 4].map((number) => ({ number })),
    )
  })
})
