/**
 * The database port: read rows, commit one finished list of statements. There are no interactive transactions,
 * because D1 has none; what must hold together is one commit, and what must be guarded is a constraint in it.
 */
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Schema } from './schema.ts'

/** Only these bind alike on every engine. */
export type Bindable = string | number | null

/** SQL with its parameters; `Row` is what it returns. */
export interface Statement<Row = unknown> {
  readonly sql: string
  readonly parameters: readonly Bindable[]
  /** Never set: carries the row's type. */
  readonly row_?: Row
}

export interface Database {
  all<Row>(statement: Statement<Row>): Promise<Row[]>
  /**
   * All or nothing, in the order given.
   * @throws ConflictError when another commit took the same version of a subject
   * @throws DuplicateError when the receipt of the same cause is there already
   */
  commit(statements: readonly Statement[]): Promise<void>
}

export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}
export class DuplicateError extends Error {
  override readonly name = 'DuplicateError'
}

/** Builds typed statements; runs nothing. */
export const sqlBuilder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** The first row, or undefined. */
export async function first<Row>(db: Database, statement: Statement<Row>): Promise<Row | undefined> {
  return (await db.all(statement))[0]
}
