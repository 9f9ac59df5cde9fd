import * as z from 'zod'
import { type FeedbackTypeFacts, feedbackCard } from '../../../cards/feedback-unit.ts'
import type { Message } from '../../../cards/kit.ts'
import { scoreDecidedCard } from '../../../cards/score-decided.ts'
import { sayScore } from '../../../cards/score-words.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { findAssessing } from '../assessing.ts'
import { findAssessment } from '../queries.ts'
import { mayReadFeedback } from '../readers.ts'
import { isOfUnit } from '../roles.ts'
import type { Decided } from '../rules/assessment.ts'
import { deductionsOf, type Entry, scoreOf } from '../rules/entry.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { type Final, finalOf } from '../rules/final-of.ts'
import type { AssessedGoal } from '../rules/goal.ts'
import { wholeOf } from '../rules/score/exact.ts'
import type { Part } from '../rules/score/final.ts'
import type { TypeScore } from '../rules/score/type-scores.ts'
import { assessmentId } from '../subjects.ts'
import { goalFacts, saidInstead, sentenceOf, shown } from './said.ts'

const place = z.object({ year: z.int(), unit: z.string() })

/** What the unit is told of its score, and the office and the chair may read (Article 22). */
export const feedback = viewOf({
  name: 'feedback',
  params: place,
  about: ({ year, unit }) => assessmentId(year, unit),
  render: (db, { year, unit }, viewer) => renderFeedback(db, year, unit, viewer),
})

export async function renderFeedback(
  db: Database,
  year: Year,
  unit: UnitId,
  viewer: Viewer,
): Promise<Message> {
  const [actor, facts, state] = await Promise.all([
    getActor(db, viewer),
    findAssessing(db, year, unit, viewer.today),
    findAssessment(db, year, unit),
  ])
  if (!facts) return saidInstead('考核反馈', sentenceOf({ code: 'unknown-unit' }))
  if (!mayReadFeedback(actor, unit)) {
    return saidInstead(
      '考核反馈',
      `只有${facts.unitName}的联络员、负责人、分管校领导可以查看；结果公布后全体可查。`,
    )
  }
  if (state.status !== 'decided') {
    return saidInstead('考核反馈', sentenceOf({ code: 'undecided-assessment' }))
  }
  return decidedCard(facts, state, isOfUnit(actor, unit))
}

function decidedCard(facts: AssessingFacts, state: Decided, mayReceive: boolean): Message {
  const final = finalOf(state, facts.policy, facts.coefficients)
  const entries = state.goals.flatMap((goal) => {
    const entry = state.agreed[goal.id]
    return entry ? [{ goal, entry }] : []
  })
  return shown(
    feedbackCard({
      year: facts.year,
      unit: { id: facts.unit, name: facts.unitName },
      group: facts.panel?.name ?? '考核工作组',
      decidedAt: sayInstant(state.decidedAt),
      ...totals(final),
      types: typesOf(final),
      goals: entries.map(({ goal, entry }) => goalRow(goal, entry)),
      deductions: entries.flatMap(({ goal, entry }) =>
        deductionsOf(entry, goal).map((one) => ({ goal: goal.number, ...one })),
      ),
      received: state.received && { by: state.received.member.name, at: sayInstant(state.received.at) },
      mayReceive,
      appealDays: facts.policy.appealDays,
    }),
  )
}

function totals(final: Final): { readonly total: number | null; readonly beforeCap: number | null } {
  if (final.status !== 'final') return { total: null, beforeCap: null }
  const { result } = final
  return { total: result.final, beforeCap: result.capped ? wholeOf(result.beforeCap) : null }
}

function typesOf(final: Final): readonly FeedbackTypeFacts[] {
  return final.status === 'final'
    ? final.result.types.map((part: Part) => typeFacts(part, part.coefficient))
    : final.types.map((one) => typeFacts(one, null))
}

function typeFacts(one: TypeScore, coefficient: number | null): FeedbackTypeFacts {
  return {
    type: one.type,
    ratio: one.ratio,
    score: one.score === null ? null : wholeOf(one.score),
    source: one.source,
    coefficient: coefficient === null ? null : (coefficient / 10_000).toFixed(4),
  }
}

function goalRow(goal: AssessedGoal, entry: Entry) {
  return {
    goal: goalFacts(goal),
    score: scoreOf(entry),
    level: entry.kind === 'level' ? entry.level : null,
  }
}

/** Tells the office, in short, that a unit's score was decided. */
export const scoreDecided = viewOf({
  name: 'score-decided',
  params: place,
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
