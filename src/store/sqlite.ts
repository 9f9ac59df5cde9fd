/** SQLite through better-sqlite3. Commits that arrive together share one transaction, each in its own savepoint. */
import BetterSqlite, { type Statement as Prepared } from 'better-sqlite3'
import { constraintError } from './constraint.ts'
import type { Database, Statement } from './database.ts'
import { type Migration, pendingMigrations } from './migrate.ts'

interface Waiting {
  readonly statements: readonly Statement[]
  resolve(): void
  reject(error: unknown): void
}

export interface SqliteDatabase extends Database {
  /** The rows of a PRAGMA or of any SQL without parameters, for operation and tests. */
  raw(sql: string): unknown[]
  exec(sql: string): void
  /** Writes what is in the log back into the file, and closes both. */
  close(): void
}

interface SqliteOptions {
  /** `DELETE`: a copy that shall be one file, whoever reads it. */
  readonly journal?: 'WAL' | 'DELETE'
}

/**
 * Opens (and creates) the database file, or `:memory:`. `synchronous=FULL`: what is answered survives a power cut.
 * A commit waits for the end of the current turn of the event loop, so that all that arrived in it are synced once.
 */
export function openSqlite(path: string, { journal = 'WAL' }: SqliteOptions = {}): SqliteDatabase {
  const connection = new BetterSqlite(path)
  for (const pragma of [
    `journal_mode = ${journal}`,
    'synchronous = FULL',
    'foreign_keys = ON',
    'busy_timeout = 5000',
    // 16 MB of pages in memory; a checkpoint every 32 MB, because the pages that many taps share are then written once.
    'cache_size = -16000',
    'wal_autocheckpoint = 8000',
  ])
    connection.pragma(pragma)
  const compiled = new Map<string, Prepared>()
  const compile = (sql: string): Prepared => {
    const known = compiled.get(sql)
    if (known) return known
    const fresh = connection.prepare(sql)
    compiled.set(sql, fresh)
    return fresh
  }
  const begin = compile('BEGIN IMMEDIATE')
  const end = compile('COMMIT')
  const undo = compile('ROLLBACK')
  const mark = compile('SAVEPOINT one')
  const keep = compile('RELEASE one')
  const drop = compile('ROLLBACK TO one')
  const look = compile('BEGIN')
  let waiting: Waiting[] = []
  let looking = false

  /** The reads of one turn share a snapshot, which spares each of them SQLite's locking: half of a small read's time. */
  const beginLook = (): void => {
    if (looking) return
    look.run()
    looking = true
    setImmediate(endLook)
  }
  const endLook = (): void => {
    if (!looking) return
    looking = false
    end.run()
  }

  const runOne = (one: Waiting): (() => void) => {
    mark.run()
    try {
      for (const { sql, parameters } of one.statements) compile(sql).run(...parameters)
      keep.run()
      return one.resolve
    } catch (error) {
      // A full disk can end the whole transaction by itself; then there is no savepoint to return to.
      if (!connection.inTransaction) throw error
      drop.run()
      keep.run()
      return () => one.reject(constraintError(error))
    }
  }

  const flush = (): void => {
    const group = waiting
    waiting = []
    try {
      endLook()
      begin.run()
      const endings = group.map(runOne)
      end.run()
      for (const ending of endings) ending()
    } catch (error) {
      if (connection.inTransaction) undo.run()
      for (const one of group) one.reject(error)
    }
  }

  return {
    async all<Row>({ sql, parameters }: Statement<Row>) {
      const statement = compile(sql)
      if (statement.readonly) beginLook()
      else endLook()
      return statement.all(...parameters) as Row[]
    },
    commit(statements) {
      return new Promise((resolve, reject) => {
        if (waiting.push({ statements, resolve, reject }) === 1) setImmediate(flush)
      })
    },
    raw(sql) {
      endLook()
      return connection.prepare(sql).all()
    },
    exec(sql) {
      endLook()
      connection.exec(sql)
    },
    close() {
      endLook()
      connection.close()
    },
  }
}

/** More pages than any database has: all in one step, which is one moment of the source, and keeps no writer waiting. */
const ALL_PAGES = 0x7fffffff

/**
 * Copies a database that is in use, as it is at one moment. For a thread or process of its own: the step blocks. The
 * source is opened anew, because a copy by the connection that writes would be written twice.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const source = new BetterSqlite(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(to, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
}

/** Whether nobody else has the database open; then it is one file afterwards, with nothing left in its log. */
export function isSqliteUnused(path: string): boolean {
  const connection = new BetterSqlite(path, { fileMustExist: true, timeout: 0 })
  try {
    connection.pragma('journal_mode = DELETE')
    return true
  } catch (error) {
    if (error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  } finally {
    connection.close()
  }
}

/** Applies what is missing, each migration with its record in one transaction; the table and names are wrangler's own. */
export function migrateSqlite(database: SqliteDatabase, migrations: readonly Migration[]): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
  )
  const applied = database.raw('SELECT name FROM d1_migrations') as { name: string }[]
  for (const { name, sql } of pendingMigrations(
    migrations,
    applied.map((row) => row.name),
  )) {
    database.exec('BEGIN IMMEDIATE')
    try {
      database.exec(`INSERT INTO d1_migrations (name) VALUES ('${name}');\n${sql}`)
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw new Error(`migration ${name} failed`, { cause: error })
    }
  }
}
