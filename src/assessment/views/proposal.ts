import * as z from 'zod'
import { deliberationPageCard } from '../../../cards/deliberation-page.ts'
import type { Message } from '../../../cards/kit.ts'
import { sayPoints } from '../../../cards/score-words.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { viewOf } from '../../kernel/view.ts'
import { findAssessing } from '../assessing.ts'
import { askingOf, goalFields } from '../fields.ts'
import { pageOf } from '../pages.ts'
import { findAssessment } from '../queries.ts'
import { takeChair } from '../rules/access.ts'
import { type Deliberating, roundOf } from '../rules/assessment.ts'
import { averagedScore } from '../rules/average.ts'
import { type Comparison, compareSheets, suggestEntry } from '../rules/compare.ts'
import { unfilledGoals } from '../rules/entry.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { type DraftState, settledEntries } from '../rules/propose.ts'
import { proposal, proposalId } from '../subjects.ts'
import { goalFacts, saidInstead, sentenceOf, shown } from './said.ts'
import { sayEntry } from './say-entry.ts'

const params = z.object({ year: z.int(), unit: z.string(), page: z.int() })

/** The convenor's proposal, a page of goals at a time. */
export const proposalPage = viewOf({
  name: 'proposal-page',
  params,
  about: ({ year, unit }) => proposalId(year, unit),
  async render(db, { year, unit, page }, viewer) {
    const [facts, state, draft] = await Promise.all([
      findAssessing(db, year, unit, viewer),
      findAssessment(db, year, unit),
      foldSubject(db, proposal, proposalId(year, unit)),
    ])
    const board = { text: '查看合议', action: { show: 'deliberation', with: { year, unit } } }
    const taken = takeChair(facts, viewer.inNameOf)
    if ('refusal' in taken) return saidInstead('合议意见', sentenceOf(taken.refusal))
    if (state.status === 'open') {
      return saidInstead('合议意见', sentenceOf({ code: 'unopened-deliberation' }), board)
    }
    if (state.status === 'decided') {
      return saidInstead('合议意见', sentenceOf({ code: 'already-decided', at: state.decidedAt }), board)
    }
    return pageCard(taken.seat.facts, state, draft.state, page)
  },
})

function pageCard(facts: AssessingFacts, state: Deliberating, draft: DraftState, asked: number): Message {
  const asking = askingOf(state.regime, facts.policy)
  const { levels } = facts.policy
  const averaged = facts.policy.agreement === 'averaged'
  const settled = settledEntries(state, draft, facts.policy)
  const { items, page, pages } = pageOf(compareSheets(state), asked)
  return shown(
    deliberationPageCard({
      year: facts.year,
      unit: { id: facts.unit, name: facts.unitName },
      averaged,
      page,
      pages,
      goals: items.map((one) => ({
        goal: goalFacts(one.goal),
        sheets: [...sheetLines(one), ...(averaged ? [`按平均分得${sayPoints(averagedScore(one))}分`] : [])],
        fields: goalFields(one.goal, asking, settled[one.goal.id] ?? suggestEntry(one, levels), levels),
      })),
      missing: unfilledGoals(state.goals, settled).map((goal) => goal.number),
      params: {
        year: facts.year,
        unit: facts.unit,
        asking,
        goals: items.map((one) => one.goal.number),
        round: roundOf(state),
      },
    }),
  )
}

function sheetLines({ goal, sheets, mean, spread }: Comparison): readonly string[] {
  return [
    ...sheets.map((one) => `${one.member.name}：${sayEntry(one.entry, goal)}`),
    `分差${sayPoints(spread)}，平均${sayPoints(mean)}`,
  ]
}
