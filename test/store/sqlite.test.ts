import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readMigrations } from '../../src/store/migrate.ts'
import { migrateSqlite } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { databaseContract } from './contract.ts'

databaseContract('SQLite', async () => freshDatabase())

describe('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('runs in WAL with full synchronisation and foreign keys', () => {
    const db = freshDatabase(join(folder, 'pragma.sqlite'))
    expect(db.raw('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(db.raw('PRAGMA synchronous')).toEqual([{ synchronous: 2 }])
    expect(db.raw('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }])
    db.close()
  })

  it('applies a migration once, and refuses a database of a newer program', () => {
    const db = freshDatabase(join(folder, 'migrate.sqlite'))
    const migrations = readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url)))
    migrateSqlite(db, migrations)
    expect(db.raw('SELECT count(*) AS n FROM d1_migrations')).toEqual([{ n: migrations.length }])
    expect(() => migrateSqlite(db, migrations.slice(1))).toThrow(/newer program/)
    db.close()
  })

  it('leaves nothing of a migration that fails in the middle', () => {
    const db = freshDatabase()
    const broken = [
      ...readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url))),
      { name: '9999_broken.sql', sql: 'CREATE TABLE half (id TEXT); CREATE TABEL whole;' },
    ]
    expect(() => migrateSqlite(db, broken)).toThrow(/9999_broken/)
    expect(db.raw("SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([])
  })
})
