/** Tables `reform` and `reform_unit`: what a confirmed reform did, written once. The goals that it moves are in `goal_move`. */
import { sql } from 'kysely'
import type { RowFacts } from '../../kernel/subject.ts'
import type { Statement } from '../../store/database.ts'
import { prepared, type RowOf } from '../../store/prepared.ts'
import type { ReformTable } from '../../store/schema/reform.ts'
import type { ReformEvent, ReformState } from './rules/reform.ts'

export function rowsOfReform({ subject, before, after }: RowFacts<ReformState, ReformEvent>): Statement[] {
  if (after.status !== 'applied' || before.status === 'applied') return []
  const number = Number(subject.slice('reform:'.length))
  const { wish, paper, outcome, applied } = after
  const units = [
    ...outcome.from.map((unit) => ({ reform: number, part: 'from', ...unit })),
    ...outcome.into.map((unit) => ({ reform: number, part: 'into', ...unit })),
  ]
  return [
    insertReform({
      number,
      kind: wish.kind,
      document: paper.document,
      effective_on: paper.on,
      year: outcome.year,
      by_name: applied.name,
      at: applied.at,
    }),
    insertUnits({ rows: JSON.stringify(units) }),
  ]
}

const insertReform = prepared((db, p: RowOf<ReformTable>) =>
  db.insertInto('reform').values({
    number: p.number,
    kind: p.kind,
    document: p.document,
    effective_on: p.effective_on,
    year: p.year,
    by_name: p.by_name,
    at: p.at,
  }),
)

const insertUnits = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO reform_unit (reform, unit, part, name)
  SELECT value ->> '$.reform', value ->> '$.id', value ->> '$.part', value ->> '$.name' FROM json_each(${p.rows})`,
)

/** A goal that an ending unit leaves to another. */
export interface MoveRow {
  readonly reform: number
  readonly goal: string
  readonly year: number
  readonly from: string
  readonly fromNumber: number
  readonly title: string
  /** Null of a goal that nobody took over, with the reason. */
  readonly to: string | null
  readonly toNumber: number | null
  readonly reason: string
}

const AT_ONCE = 500

/** For the batch of the reform, before the plans' own rows. */
export function insertMoves(moves: readonly MoveRow[]): Statement[] {
  const statements: Statement[] = []
  for (let at = 0; at < moves.length; at += AT_ONCE)
    statements.push(insertMany({ rows: JSON.stringify(moves.slice(at, at + AT_ONCE)) }))
  return statements
}

const insertMany = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO goal_move (reform, goal, year, from_unit, from_number, title, to_unit, to_number, reason)
  SELECT value ->> '$.reform', value ->> '$.goal', value ->> '$.year', value ->> '$.from', value ->> '$.fromNumber',
    value ->> '$.title', value ->> '$.to', value ->> '$.toNumber', value ->> '$.reason'
  FROM json_each(${p.rows})`,
)
