/**
 * Statements compiled once. Kysely's building and compiling costs more than SQLite's executing, so a query is
 * written with named holes, compiled at first use, and afterwards only bound.
 *
 * @example
 * const findPerson = prepared((db, p: { id: PersonId }) => db.selectFrom('person').selectAll().where('id', '=', p.id))
 * await first(database, findPerson({ id: 'T001' }))
 */
import type { CompiledQuery, Kysely } from 'kysely'
import type { Bindable, Statement } from './database.ts'
import { sqlBuilder } from './database.ts'
import type { Schema } from './schema.ts'

class Hole {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A table's whole row as holes: an interface has no index signature, the same columns as a type have. */
export type RowOf<Table> = { readonly [column in keyof Table]: Table[column] }

/** A query of Kysely's, built or raw (`sql`). */
interface Query<Row> {
  compile(db: Kysely<Schema>): CompiledQuery<Row>
}

/** Holes are named one by one (`values({ id: p.id })`, never `values(p)`) and may stand only where a value is bound: not in `limit`, not in a list of unknown length (use `json_each`). */
export function prepared<Holes extends { readonly [name: string]: Bindable }, Row>(
  build: (db: Kysely<Schema>, holes: Holes) => Query<Row>,
): (values: Holes) => Statement<Row> {
  let compiled: CompiledQuery<Row> | undefined
  return (values) => {
    compiled ??= build(sqlBuilder, holesOf<Holes>()).compile(sqlBuilder)
    const parameters = compiled.parameters.map((one) =>
      one instanceof Hole ? valueIn(values, one) : bindable(one),
    )
    return { sql: compiled.sql, parameters }
  }
}

/** A statement with its values already in it, for what is built differently each time. */
export function statement<Row>(query: Query<Row>): Statement<Row> {
  const compiled = query.compile(sqlBuilder)
  return { sql: compiled.sql, parameters: compiled.parameters.map(bindable) }
}

function holesOf<Holes>(): Holes {
  // Kysely only carries the values into the compiled parameters, where they are found again by their class.
  return new Proxy({}, { get: (_, name) => new Hole(String(name)) }) as Holes
}

function valueIn(values: { readonly [name: string]: Bindable }, hole: Hole): Bindable {
  const value = values[hole.name]
  if (value === undefined) throw new Error(`no value for ${hole.name}`)
  return value
}

function bindable(value: unknown): Bindable {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new Error(`cannot bind ${typeof value}`)
}
