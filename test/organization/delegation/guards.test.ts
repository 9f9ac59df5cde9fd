/** What the tables themselves refuse, whoever writes to them. */
import { describe, expect, it } from 'vitest'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { freshDatabase } from '../../world/database.ts'
import { seedOrganization } from '../../world/seed.ts'

const ALL = '[{"role":"all","scope":""}]'
const LEADER = '[{"role":"leader","scope":""}]'
const HEAD = '[{"role":"head","scope":"JX01"}]'

interface Row {
  readonly number?: number
  readonly delegate?: string
  readonly duties?: string
  readonly from?: string
  readonly to?: string
}

function insert(db: SqliteDatabase, row: Row = {}): void {
  const { number = 1, delegate = 'LD2', duties = LEADER, from = '2026-03-02', to = '2026-03-10' } = row
  db.exec(
    `INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
     VALUES ('LD1', ${number}, '${delegate}', '${duties}', '${from}', '${to}', 'LD1', '2026-03-01T01:00:00.000Z')`,
  )
}

function journal(db: SqliteDatabase, by: string, of: string, at: string): void {
  db.exec(
    `INSERT INTO journal (subject, version, type, at, by_person, in_name_of, cause, body, previous_hash, hash)
     VALUES ('plan:2026:JX01', (SELECT count(*) + 1 FROM journal), 'plan.reviewed', '${at}', '${by}', '${of}', 'c', '{}', '', 'h')`,
  )
}

function seeded(): SqliteDatabase {
  const db = freshDatabase()
  seedOrganization(db)
  return db
}

describe('the table of delegations', () => {
  it.each<[string, Row]>([
    ['to oneself', { delegate: 'LD1' }],
    ['of nothing', { duties: '[]' }],
    ['that is no list', { duties: 'x' }],
    ['that ends before it begins', { from: '2026-03-03', to: '2026-03-02' }],
    ['without a number', { number: 0 }],
  ])('refuses one %s', (_, row) => {
    expect(() => insert(seeded(), row)).toThrow(/constraint|malformed/i)
  })

  it.each<[string, Row]>([
    ['the same duty', {}],
    ['every duty', { duties: ALL }],
    ['the last day', { from: '2026-03-10', to: '2026-03-20' }],
  ])('refuses to give %s to a second one', (_, row) => {
    const db = seeded()
    insert(db)
    expect(() => insert(db, { number: 2, delegate: 'LM1', ...row })).toThrow('decide again')
  })

  it('takes another duty, other days, and the same once the first has ended', () => {
    const db = seeded()
    insert(db)
    insert(db, { number: 2, delegate: 'LM1', duties: HEAD })
    insert(db, { number: 3, delegate: 'LM1', from: '2026-03-11', to: '2026-03-12' })
    db.exec("UPDATE delegation SET ended_at = '2026-03-02T01:00:00.000Z' WHERE number = 1")
    insert(db, { number: 4, delegate: 'LM1' })
  })

  it('keeps what was given, and what has ended', () => {
    const db = seeded()
    insert(db)
    for (const column of ['delegate', 'duties', 'from_on', 'to_on', 'given_by'])
      expect(() => db.exec(`UPDATE delegation SET ${column} = 'LM1'`)).toThrow('not changed')
    db.exec("UPDATE delegation SET ended_at = '2026-03-02T01:00:00.000Z'")
    expect(() => db.exec('UPDATE delegation SET ended_at = NULL')).toThrow('has ended')
    expect(() => db.exec('DELETE FROM delegation')).toThrow('not deleted')
  })
})

describe('the journal', () => {
  it('takes an act in another’s name only from a delegate of that day', () => {
    const db = seeded()
    expect(() => journal(db, 'LD2', 'LD1', '2026-03-02T01:00:00.000Z')).toThrow('does not hold')
    insert(db)
    journal(db, 'LD2', 'LD1', '2026-03-02T01:00:00.000Z')
    expect(() => journal(db, 'LD1', 'LD2', '2026-03-02T01:00:00.000Z')).toThrow('does not hold')
    expect(() => journal(db, 'LM1', 'LD1', '2026-03-02T01:00:00.000Z')).toThrow('does not hold')
  })

  it('counts days as the university does, in Shanghai', () => {
    const db = seeded()
    insert(db)
    expect(() => journal(db, 'LD2', 'LD1', '2026-03-01T15:59:59.999Z')).toThrow('does not hold')
    journal(db, 'LD2', 'LD1', '2026-03-01T16:00:00.000Z')
    journal(db, 'LD2', 'LD1', '2026-03-10T15:59:59.999Z')
    expect(() => journal(db, 'LD2', 'LD1', '2026-03-10T16:00:00.000Z')).toThrow('does not hold')
  })

  it('takes none after the delegation was ended', () => {
    const db = seeded()
    insert(db)
    db.exec("UPDATE delegation SET ended_at = '2026-03-02T01:00:00.000Z'")
    expect(() => journal(db, 'LD2', 'LD1', '2026-03-02T02:00:00.000Z')).toThrow('does not hold')
  })
})
