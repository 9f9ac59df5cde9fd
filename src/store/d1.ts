/** Cloudflare D1: `batch()` is the transaction. */
import type { D1Database } from '@cloudflare/workers-types'
import { constraintError } from './constraint.ts'
import type { Database, Statement } from './database.ts'

/** The D1 database as our port. Errors are told apart by their text, which is all that D1 gives. */
export function openD1(binding: D1Database): Database {
  return {
    async all<Row>({ sql, parameters }: Statement<Row>) {
      const { results } = await binding
        .prepare(sql)
        .bind(...parameters)
        .all<Row>()
      return results
    },
    async commit(statements) {
      if (statements.length === 0) return
      try {
        await binding.batch(statements.map(({ sql, parameters }) => binding.prepare(sql).bind(...parameters)))
      } catch (error) {
        throw constraintError(error)
      }
    },
  }
}
