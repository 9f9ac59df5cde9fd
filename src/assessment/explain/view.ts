/** 解释: how a unit's score came about, line by line (rulebook 5.1). */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { type ScoreExplainFacts, scoreExplainCard } from '../../../cards/score-explain.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/paging.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { findUnit, getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { called } from '../../organization/rules/called.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { findAssessing } from '../assessing.ts'
import { findAssessment } from '../queries.ts'
import { mayReadFeedback } from '../readers.ts'
import { openAppeal, versionsOf } from '../rules/answering.ts'
import type { Decided } from '../rules/assessment.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { assessmentId } from '../subjects.ts'
import { unitChoiceCard } from '../views/choose-unit.ts'
import { saidInstead, sentenceOf, shown } from '../views/said.ts'
import { gradeFacts, totalFacts, typeFacts } from './facts.ts'
import { goalPages } from './goal-pages.ts'
import { deriveScore } from './load.ts'
import { listScoredPlaces, type ScoredPlace } from './queries.ts'
import { decides, mayReadExplanation } from './readers.ts'

const TITLE = '得分解释'
const VIEW = 'score-explain'
const numberOf = ({ id }: ScoredPlace): UnitId => id

const params = z.object({
  year: z.int().exactOptional(),
  unit: z.string().exactOptional(),
  /** What was said of the unit. */
  words: z.string().max(60).exactOptional(),
  page: z.int().exactOptional(),
})

export const scoreExplain = viewOf({
  name: VIEW,
  ofYear: true,
  params,
  about: ({ year, unit }) => (year === undefined || unit === undefined ? null : assessmentId(year, unit)),
  async complete(db, { year, unit, words = '' }, viewer) {
    const open = await (year === undefined ? findCurrentYear(db) : findYear(db, year))
    if (!open || unit !== undefined) return undefined
    const [only, ...others] = called(await readable(db, open, viewer), words, numberOf)
    return only && others.length === 0
      ? { name: VIEW, params: { year: open.year, unit: only.id } }
      : undefined
  },
  async render(db, { year, unit, words = '', page = 0 }, viewer) {
    const open = await (year === undefined ? findCurrentYear(db) : findYear(db, year))
    if (!open) return saidInstead(TITLE, '年度还没有开启，请等候领导小组办公室通知。')
    if (unit !== undefined) return explain(db, open, unit, page, viewer)
    const places = await readable(db, open, viewer)
    const found = called(places, words, numberOf)
    const [only, ...others] = found
    if (only && others.length === 0) return explain(db, open, only.id, page, viewer)
    if (only) return choice(open, found, words, page)
    return saidInstead(TITLE, places.length > 0 ? unknown(words) : NOTHING)
  },
})

const NOTHING =
  '现在没有您可以查看的得分解释。合议形成得分后，单位联络员、负责人、分管校领导、考核成员、办公室和领导小组可以查看。'
const unknown = (words: string): string =>
  `在您可以查看的单位中，没有找到已形成得分的「${words}」。请发送「解释」从中选择。`

async function readable(db: Database, open: OpenYear, viewer: Viewer): Promise<readonly ScoredPlace[]> {
  const [places, actor] = await Promise.all([listScoredPlaces(db, open.year), getActor(db, viewer)])
  return places.filter((place) => mayReadExplanation(actor, place))
}

const choice = (open: OpenYear, places: readonly ScoredPlace[], words: string, page: number): Message =>
  shown(
    unitChoiceCard(open, places, {
      ...{ view: VIEW, title: TITLE, wanted: '要看的单位', words, page },
      open: (unit) => ({ show: VIEW, with: { year: open.year, unit } }),
    }),
  )

async function explain(
  db: Database,
  open: OpenYear,
  unit: UnitId,
  page: number,
  viewer: Viewer,
): Promise<Message> {
  const [actor, found, facts, state] = await Promise.all([
    getActor(db, viewer),
    findUnit(db, unit),
    findAssessing(db, open.year, unit, viewer.today),
    findAssessment(db, open.year, unit),
  ])
  if (!facts || !found) return saidInstead(TITLE, sentenceOf({ code: 'unknown-unit' }))
  if (!mayReadExplanation(actor, { ...found, group: facts.panel?.group ?? null })) {
    return saidInstead(
      TITLE,
      `${found.name}的得分解释只供该单位、分管校领导、考核成员、办公室和领导小组查看；回避的成员不能查看。`,
    )
  }
  if (state.status !== 'decided') return saidInstead(TITLE, sentenceOf({ code: 'undecided-assessment' }))
  return shown(scoreExplainCard(await cardFacts(db, { open, facts, state, actor }, page)))
}

interface Shown {
  readonly open: OpenYear
  readonly facts: AssessingFacts
  readonly state: Decided
  readonly actor: Actor
}

async function cardFacts(db: Database, shows: Shown, asked: number): Promise<ScoreExplainFacts> {
  const { open, facts, state, actor } = shows
  const { unit, unitName, year } = facts
  const steps = await deriveScore(db, open, unit, state, decides(actor))
  const { final, grade, cancelled } = steps
  const ledgers = goalPages(final.goals, open.policy.levels).map(
    (goals) => ({ part: 'goals', goals }) as const,
  )
  const result = final.status === 'final' ? final.result : null
  const summary = {
    part: 'summary',
    basis: { ...basisFacts(shows), cancelled },
    types: typeFacts(final),
    final: result && totalFacts(result),
    grade: grade && gradeFacts(grade, open.policy),
  } as const
  const all = [summary, ...ledgers]
  const turned = pageOf(all, 1, asked, { name: VIEW, params: { year, unit } })
  return {
    year,
    unit: { id: unit, name: unitName },
    page: turned.page + 1,
    pages: all.length,
    turns: turned.turns,
    total: result?.final ?? null,
    feedback: mayReadFeedback(actor, unit),
    shows: turned.items[0] ?? summary,
  }
}

function basisFacts({ open, facts, state }: Shown) {
  const { basis } = state
  const number = versionsOf(state).length
  return {
    regime: state.regime,
    group: facts.panel?.name ?? '考核工作组',
    decidedAt: sayInstant(state.decidedAt),
    notice: open.notice,
    goals: state.goals.length,
    version: basis ? { number, appeal: basis.appeal, by: basis.by, at: sayInstant(basis.at) } : null,
    appealed: openAppeal(state) !== undefined,
  }
}
