import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Migration {
  /** File name, as `0001_kernel.sql`. */
  readonly name: string
  readonly sql: string
}

/** The migrations of a folder in order of number. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/** Those not applied yet. @throws when the database knows one that the program does not: an older program on a newer database */
export function pendingMigrations(all: readonly Migration[], applied: readonly string[]): Migration[] {
  const unknown = applied.find((name) => !all.some((one) => one.name === name))
  if (unknown) throw new Error(`the database was made by a newer program: it has migration ${unknown}`)
  return all.filter((one) => !applied.includes(one.name))
}
