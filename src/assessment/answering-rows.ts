/** The tables `feedback` and `score_version`, kept equal to the assessment. */
import type { UnitId, Year } from '../kernel/ids.ts'
import { localDateOf } from '../kernel/time.ts'
import type { Statement } from '../store/database.ts'
import { prepared, type RowOf } from '../store/prepared.ts'
import type { FeedbackTable, ScoreVersionTable } from '../store/schema/assessment.ts'
import { answeredHow, answerFrom, versionsOf } from './rules/answering.ts'
import type { AssessmentEvent, AssessmentState } from './rules/assessment.ts'

const put = prepared((db, p: RowOf<FeedbackTable>) =>
  db
    .insertInto('feedback')
    .values({ year: p.year, unit: p.unit, answer: p.answer, from_on: p.from_on, at: p.at })
    .onConflict((on) =>
      on.columns(['year', 'unit']).doUpdateSet((row) => ({
        answer: row.ref('excluded.answer'),
        from_on: row.ref('excluded.from_on'),
        at: row.ref('excluded.at'),
      })),
    ),
)

const insertVersion = prepared((db, p: RowOf<ScoreVersionTable>) =>
  db.insertInto('score_version').values({
    year: p.year,
    unit: p.unit,
    version: p.version,
    final: p.final,
    appeal: p.appeal,
    at: p.at,
  }),
)

/** A new version stands before its score changes: the score is guarded by it. */
export function versionRows(
  year: Year,
  unit: UnitId,
  state: AssessmentState,
  events: readonly AssessmentEvent[],
): Statement[] {
  if (state.status !== 'decided') return []
  const version = versionsOf(state).length
  return events.flatMap((event) => {
    if (event.type === 'assessment.decided')
      return [insertVersion({ year, unit, version: 1, final: event.final, appeal: null, at: event.at })]
    if (event.type !== 'score.corrected') return []
    const { final, number: appeal, at } = event
    return [insertVersion({ year, unit, version, final, appeal, at })]
  })
}

export function feedbackRows(year: Year, unit: UnitId, state: AssessmentState): Statement[] {
  if (state.status !== 'decided') return []
  const at = answerFrom(state)
  return [put({ year, unit, answer: answeredHow(state), from_on: localDateOf(at), at })]
}
