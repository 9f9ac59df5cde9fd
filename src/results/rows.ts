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

const insertMoved = prepared(
  (_, p: { year: number; version: number; moved: string }) => sql<never>`
  INSERT INTO result_correction (year, version, unit, old_final, old_grade, old_rank, final, grade, rank)
  SELECT ${p.year}, ${p.version}, value ->> 'unit', value ->> '$.from.final', value ->> '$.from.grade', value ->> '$.from.rank',
    value ->> '$.to.final', value ->> '$.to.grade', value ->> '$.to.rank'
  FROM json_each(${p.moved})`,
)

const applyMoved = prepared(
  (_, p: { year: number; moved: string }) => sql<never>`
  UPDATE result SET final = moved.final, grade = moved.grade, rank = moved.rank
  FROM (SELECT value ->> 'unit' AS unit, value ->> '$.to.final' AS final, value ->> '$.to.grade' AS grade,
    value ->> '$.to.rank' AS rank FROM json_each(${p.moved})) AS moved
  WHERE result.year = ${p.year} AND result.unit = moved.unit`,
)

/** Table `result`, from the ratification on. */
export function rowsOfResults({ after, events }: RowFacts<ResultsState, ResultsEvent>): Statement[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'results.proposed':
      case 'results.put':
      case 'results.voted':
      case 'results.returned':
        return []
      case 'results.ratified':
        return [insertResults({ year: event.year, results: JSON.stringify(event.results) })]
      case 'results.announced':
        return after.status === 'announced' ? [announce({ year: after.year })] : []
      case 'results.corrected': {
        if (after.status !== 'ratified' && after.status !== 'announced') return []
        const { year } = after
        const moved = JSON.stringify(event.moved)
        return [insertMoved({ year, version: event.version, moved }), applyMoved({ year, moved })]
      }
      default:
        return never(event)
    }
  })
}
