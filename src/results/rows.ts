import { sql } from 'kysely'
import { never } from '../kernel/decision.ts'
import type { RowFacts } from '../kernel/subject.ts'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { GateEvent, GateState } from './rules/gate.ts'
import type { ResultsEvent, ResultsState } from './rules/results.ts'

const upsertGates = prepared(
  (_, p: { year: number; area: string; verdicts: string }) => sql<never>`
  INSERT INTO gate (year, area, unit, verdict, reason)
  SELECT ${p.year}, ${p.area}, value ->> 'unit', value ->> 'verdict', value ->> 'reason'
  FROM json_each(${p.verdicts}) WHERE true
  ON CONFLICT (year, area, unit) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason`,
)

/** Table `gate`: the last word on each unit. */
export function rowsOfGate({ events }: RowFacts<GateState, GateEvent>): Statement[] {
  return events.flatMap((event) => {
    if (event.type === 'gate.closed') return []
    const { year, area, verdicts } = event
    return [upsertGates({ year, area, verdicts: JSON.stringify(verdicts) })]
  })
}

const insertResults = prepared(
  (_, p: { year: number; results: string }) => sql<never>`
  INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced)
  SELECT ${p.year}, value ->> 'unit', value ->> 'name', value ->> 'cohort', value ->> 'final', value ->> 'grade', value ->> 'rank', 0
  FROM json_each(${p.results})`,
)

const announce = prepared((db, p: { year: number }) =>
  db.updateTable('result').set({ announced: 1 }).where('year', '=', p.year),
)

/** Table `result`, from the ratification on. */
export function rowsOfResults({ after, events }: RowFacts<ResultsState, ResultsEvent>): Statement[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'results.proposed':
        return []
      case 'results.ratified':
        return [insertResults({ year: event.year, results: JSON.stringify(event.results) })]
      case 'results.announced':
        return after.status === 'announced' ? [announce({ year: after.year })] : []
      default:
        return never(event)
    }
  })
}
