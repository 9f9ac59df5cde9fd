/** The table `score`, kept equal to the subjects. */
import type { SubjectId, UnitId, Year } from '../kernel/ids.ts'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { ScoreTable } from '../store/schema/assessment.ts'
import { answeredHow } from './rules/answering.ts'
import type { AssessmentState } from './rules/assessment.ts'

const begin = prepared((db, p: { year: number; unit: string; assessment: string }) =>
  db
    .insertInto('score')
    .values({
      year: p.year,
      unit: p.unit,
      assessment: p.assessment,
      status: 'sheets',
      final: null,
      answer: null,
    })
    .onConflict((on) => on.columns(['year', 'unit']).doNothing()),
)

/** The first sheet of a unit begins its assessment. */
export function beginScore(year: Year, unit: UnitId, assessment: SubjectId): Statement {
  return begin({ year, unit, assessment })
}

const put = prepared(
  (
    db,
    p: {
      year: number
      unit: string
      assessment: string
      status: ScoreTable['status']
      final: number | null
      answer: ScoreTable['answer']
    },
  ) =>
    db
      .insertInto('score')
      .values({
        year: p.year,
        unit: p.unit,
        assessment: p.assessment,
        status: p.status,
        final: p.final,
        answer: p.answer,
      })
      .onConflict((on) =>
        on.columns(['year', 'unit']).doUpdateSet((row) => ({
          status: row.ref('excluded.status'),
          final: row.ref('excluded.final'),
          answer: row.ref('excluded.answer'),
        })),
      ),
)

export function putScore(year: Year, unit: UnitId, assessment: SubjectId, state: AssessmentState): Statement {
  return put({ year, unit, assessment, ...standing(state) })
}

function standing(state: AssessmentState): Pick<ScoreTable, 'status' | 'final' | 'answer'> {
  switch (state.status) {
    case 'open':
      return { status: 'sheets', final: null, answer: null }
    case 'deliberating':
      return { status: 'deliberation', final: null, answer: null }
    case 'decided':
      return { status: 'decided', final: state.final, answer: ANSWERS[answeredHow(state)] }
  }
}

/** An appeal that was heard answers the feedback; silence does not. */
const ANSWERS = {
  appealed: 'appealed',
  received: 'received',
  settled: 'received',
  silent: 'unanswered',
  waiting: 'unanswered',
} as const
