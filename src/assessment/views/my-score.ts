import * as z from 'zod'
import { type FeedbackListFacts, feedbackListCard } from '../../../cards/feedback-list.ts'
import { sayScore } from '../../../cards/score-words.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor, listUnits } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { ScoreTable } from '../../store/schema/assessment.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { listScores, listUnitsAssessedBy } from '../queries.ts'
import { mayReadFeedback } from '../readers.ts'
import { barFor, isOfUnit } from '../roles.ts'
import { renderFeedback } from './feedback.ts'
import { saidInstead, shown } from './said.ts'

type Row = FeedbackListFacts['units'][number]

/** 我的得分: one's own unit's feedback, or the scores that one may see. */
export const myScore = viewOf({
  name: 'my-score',
  ofYear: true,
  params: z.object({ year: z.int().exactOptional() }),
  async complete(db, asked, viewer) {
    const [open, actor] = await Promise.all([yearOf(db, asked.year), getActor(db, viewer)])
    const rows = open ? await rowsFor(db, actor, open.year) : []
    const [only] = rows
    return open && only && rows.length === 1 && isOfUnit(actor, only.id)
      ? { name: 'feedback', params: { year: open.year, unit: only.id } }
      : undefined
  },
  async render(db, asked, viewer) {
    const [open, actor] = await Promise.all([yearOf(db, asked.year), getActor(db, viewer)])
    if (!open) return saidInstead('我的得分', '年度还没有开启，请等候领导小组办公室通知。')
    const rows = await rowsFor(db, actor, open.year)
    const [only] = rows
    if (!only)
      return saidInstead('我的得分', '您没有可以查看的单位得分；考核结果公布后，发送「结果」可以查看。')
    if (rows.length === 1 && isOfUnit(actor, only.id)) return renderFeedback(db, open.year, only.id, viewer)
    return shown(feedbackListCard({ year: open.year, units: rows }))
  },
})

const yearOf = (db: Database, year: number | undefined) =>
  year === undefined ? findCurrentYear(db) : findYear(db, year)

async function rowsFor(db: Database, actor: Actor, year: number): Promise<readonly Row[]> {
  const [units, assessed, scores] = await Promise.all([
    listUnits(db),
    listUnitsAssessedBy(db, actor),
    listScores(db, year),
  ])
  const asAssessor = new Set(assessed.filter((unit) => !barFor(actor, unit)).map((unit) => unit.id))
  return units.flatMap((unit): Row[] => {
    const score = scores.find((one) => one.unit === unit.id)
    if (mayReadFeedback(actor, unit.id)) return [rowOf(unit, score, 'feedback')]
    return asAssessor.has(unit.id) ? [rowOf(unit, score, 'deliberation')] : []
  })
}

function rowOf(unit: UnitTable, score: ScoreTable | undefined, opens: 'feedback' | 'deliberation'): Row {
  const at = { id: unit.id, name: unit.name }
  if (score?.status === 'decided') {
    const total = score.final === null ? '待系数' : sayScore(score.final)
    return { ...at, state: { text: '已形成', tone: 'green' }, total, opens }
  }
  const text = score ? (score.status === 'sheets' ? '打分中' : '合议中') : '未开始'
  return { ...at, state: { text, tone: 'muted' }, total: '', opens: null }
}
