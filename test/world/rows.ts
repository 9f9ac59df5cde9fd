import type { SqliteDatabase } from '../../src/store/sqlite.ts'

/** How many rows each table holds: what left no trace leaves these as they were. */
export function rowCounts(db: SqliteDatabase): { readonly [table: string]: number } {
  const tables = db.raw("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
  return Object.fromEntries(
    tables.map((row) => [
      textOf(row, 'name'),
      numberOf(db.raw(`SELECT count(*) AS n FROM ${textOf(row, 'name')}`)[0]),
    ]),
  )
}

/** How many rows there are: `count(db, "receipt WHERE cause = 'a'")`. */
export function count(db: SqliteDatabase, from: string): number {
  return numberOf(db.raw(`SELECT count(*) AS n FROM ${from}`)[0])
}

const column = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
const textOf = (row: unknown, name: string): string => String(column(row, name))
const numberOf = (row: unknown): number => Number(column(row, 'n'))
