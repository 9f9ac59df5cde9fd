import * as z from 'zod'
import { feedbackCard } from '../../../cards/feedback-unit.ts'
import type { Message } from '../../../cards/kit.ts'
import { scoreDecidedCard } from '../../../cards/score-decided.ts'
import { sayScore } from '../../../cards/score-words.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { type Case, loadCase } from '../appeal/case.ts'
import { listAppealsOf } from '../appeal/queries.ts'
import { findAssessing } from '../assessing.ts'
import { findAssessment } from '../queries.ts'
import { mayReadFeedback } from '../readers.ts'
import { versionsOf } from '../rules/answering.ts'
import type { Decided } from '../rules/assessment.ts'
import { type Final, finalOf } from '../rules/final-of.ts'
import { wholeOf } from '../rules/score/exact.ts'
import { assessmentId } from '../subjects.ts'
import { answerFacts } from './feedback-answer.ts'
import { deductionPage } from './feedback-goals.ts'
import { lastYearOf, typesOf } from './feedback-types.ts'
import { saidInstead, sentenceOf, shown } from './said.ts'

const place = { year: z.int(), unit: z.string() }

/** What the unit is told of its score, and the office and the chair may read (Article 22). */
export const feedback = viewOf({
  name: 'feedback',
  params: z.object({ ...place, page: z.int().min(0).exactOptional() }),
  about: ({ year, unit }) => assessmentId(year, unit),
  render: (db, { year, unit, page }, viewer) => renderFeedback(db, year, unit, viewer, page),
})

export async function renderFeedback(
  db: Database,
  year: Year,
  unit: UnitId,
  viewer: Viewer,
  page = 0,
): Promise<Message> {
  const known = await loadCase(db, { year, unit }, viewer)
  if ('refusal' in known) return saidInstead('考核反馈', sentenceOf({ code: 'unknown-unit' }))
  const { facts, actor } = known
  if (!mayReadFeedback(actor, unit)) {
    return saidInstead(
      '考核反馈',
      `只有${facts.unitName}的联络员、负责人、分管校领导可以查看；结果公布后全体可查。`,
    )
  }
  if (facts.assessment.status !== 'decided') {
    return saidInstead('考核反馈', sentenceOf({ code: 'undecided-assessment' }))
  }
  return decidedCard(db, known, facts.assessment, page)
}

async function decidedCard(db: Database, known: Case, state: Decided, asked: number): Promise<Message> {
  const { year, unit, unitName, panel, policy, coefficients } = known.facts
  const [lastYear, appeals] = await Promise.all([
    lastYearOf(db, year - 1, unit),
    listAppealsOf(db, year, unit),
  ])
  const final = finalOf(state, policy, coefficients)
  return shown(
    feedbackCard({
      year,
      unit: { id: unit, name: unitName },
      group: panel?.name ?? '考核工作组',
      decidedAt: sayInstant(state.decidedAt),
      version: versionFacts(state),
      ...totals(final),
      types: typesOf(final),
      lastYear,
      ...deductionPage(final.goals, asked, { name: 'feedback', params: { year, unit } }),
      answer: answerFacts(known, state, appeals),
    }),
  )
}

function versionFacts(state: Decided) {
  const { basis } = state
  if (!basis) return null
  const by = basis.by === 'group' ? '考核工作组重新合议、领导小组确认' : '领导小组决定'
  return {
    number: versionsOf(state).length,
    from: `第${basis.appeal}件申诉，${by}，${sayInstant(basis.at)}更改`,
  }
}

function totals(final: Final): { readonly total: number | null; readonly beforeCap: number | null } {
  if (final.status !== 'final') return { total: null, beforeCap: null }
  const { result } = final
  return { total: result.final, beforeCap: result.capped ? wholeOf(result.beforeCap) : null }
}

/** Tells the office, in short, that a unit's score was decided. */
export const scoreDecided = viewOf({
  name: 'score-decided',
  params: z.object(place),
  about: ({ year, unit }) => assessmentId(year, unit),
  async render(db, { year, unit }, viewer) {
    const [actor, facts, state] = await Promise.all([
      getActor(db, viewer),
      findAssessing(db, year, unit, viewer.today),
      findAssessment(db, year, unit),
    ])
    if (!holds(actor, 'office')) return saidInstead('得分已形成', '这条消息只供领导小组办公室查看。')
    if (!facts || state.status !== 'decided') {
      return saidInstead('得分已形成', sentenceOf({ code: 'undecided-assessment' }))
    }
    const final = finalOf(state, facts.policy, facts.coefficients)
    return shown(
      scoreDecidedCard({
        year,
        unit: { id: unit, name: facts.unitName },
        group: facts.panel?.name ?? '考核工作组',
        at: sayInstant(state.decidedAt),
        total: final.status === 'final' ? sayScore(final.result.final) : null,
      }),
    )
  },
})
