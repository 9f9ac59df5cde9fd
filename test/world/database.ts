import { fileURLToPath } from 'node:url'
import { readMigrations } from '../../src/store/migrate.ts'
import { migrateSqlite, openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'

/** A fresh database in memory with every migration applied. */
export function freshDatabase(path = ':memory:'): SqliteDatabase {
  const database = openSqlite(path)
  migrateSqlite(database, readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url))))
  return database
}
