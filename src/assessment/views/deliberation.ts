import * as z from 'zod'
import { type BoardRow, deliberationBoardCard } from '../../../cards/deliberation-board.ts'
import type { Message } from '../../../cards/kit.ts'
import { sayScore } from '../../../cards/score-words.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { sayInstant } from '../../kernel/time.ts'
import { viewOf } from '../../kernel/view.ts'
import { findAssessing } from '../assessing.ts'
import { objectionSpec } from '../forms/objection.ts'
import { reopenSpec } from '../forms/reopen.ts'
import { findAssessment } from '../queries.ts'
import { type Seat, takeSeat } from '../rules/access.ts'
import { awaitedMembers, seatedAwaited } from '../rules/answer.ts'
import {
  type AssessmentState,
  type Decided,
  type Deliberating,
  liveRound,
  roundOf,
  type Sitting,
} from '../rules/assessment.ts'
import { compareSheets } from '../rules/compare.ts'
import { deductionsOf, type Entries, type Entry, scoreOf } from '../rules/entry.ts'
import { finalOf } from '../rules/final-of.ts'
import type { AssessedGoal } from '../rules/goal.ts'
import type { Panel } from '../rules/panel.ts'
import { assessmentId } from '../subjects.ts'
import { findingsOnBoard } from './deliberation-findings.ts'
import { goalFacts, saidInstead, sentenceOf, shown } from './said.ts'
import { sayDeduction } from './say-entry.ts'
import { stuckFacts, stuckForOffice } from './stuck.ts'
import { waiting } from './waiting.ts'

type Opened = Exclude<AssessmentState, { readonly status: 'open' }>

/** The group's view of an assessment: who is in, then the sheets side by side, then what was decided. */
export const deliberation = viewOf({
  name: 'deliberation',
  params: z.object({ year: z.int(), unit: z.string() }),
  about: ({ year, unit }) => assessmentId(year, unit),
  async render(db, { year, unit }, viewer) {
    const [facts, state] = await Promise.all([
      findAssessing(db, year, unit, viewer),
      findAssessment(db, year, unit),
    ])
    // Looking is not acting: after its phase the deliberation can still be read by the group.
    const taken = takeSeat(facts && { ...facts, phase: 'assessment' }, viewer.inNameOf)
    if ('refusal' in taken) {
      const stuck = facts && (await stuckForOffice(db, facts, state, viewer))
      return stuck ?? saidInstead('合议', sentenceOf(taken.refusal))
    }
    const acting = facts?.phase === 'assessment'
    if (state.status === 'open') return waiting(db, taken.seat, state, acting, viewer.inNameOf)
    return board(state, taken.seat, acting, viewer.inNameOf)
  },
})

function board(state: Opened, { facts, panel }: Seat, acting: boolean, person: PersonId): Message {
  const live = state.status === 'deliberating' ? liveRound(state) : undefined
  const stuck = stuckFacts(state, panel)
  const convenes = acting && state.status === 'deliberating' && panel.convenors.includes(person)
  return shown(
    deliberationBoardCard({
      year: facts.year,
      unit: { id: facts.unit, name: facts.unitName },
      group: panel.name,
      averaged: facts.policy.agreement === 'averaged',
      members: state.present.map((one) => one.name),
      away: awayOf(state),
      rows: rowsOf(state),
      round: roundOf(state),
      live: live && state.status === 'deliberating' ? liveFacts(state, panel) : null,
      findings: findingsOnBoard(state),
      objections: state.rounds.flatMap((round) =>
        round.objections.map((one) => ({
          by: one.member.name,
          at: sayInstant(one.at),
          words: one.words,
        })),
      ),
      decided: state.status === 'decided' ? decidedFacts(state, facts) : null,
      stuck: stuck && { ...stuck, fields: convenes ? reopenSpec.fields : null },
      mayPropose: convenes && !stuck,
      mayAnswer: acting && !stuck && state.status === 'deliberating' && isAwaited(state, person),
      objection: objectionSpec.fields,
    }),
  )
}

const isAwaited = (state: Deliberating, person: PersonId): boolean =>
  awaitedMembers(state).some((one) => one.id === person)

function liveFacts(state: Deliberating, panel: Panel) {
  const round = liveRound(state)
  if (!round) return null
  return {
    by: round.by.name,
    at: sayInstant(round.at),
    agreed: round.agreed.map((one) => one.member.name),
    waiting: seatedAwaited(state, panel).map((one) => one.name),
  }
}

function decidedFacts(state: Decided, facts: Seat['facts']) {
  const final = finalOf(state, facts.policy, facts.coefficients)
  return {
    at: sayInstant(state.decidedAt),
    total: final.status === 'final' ? `${sayScore(final.result.final)}分` : '待权重系数发文后核算',
    agreed: (state.rounds.at(-1)?.agreed ?? []).map((one) => one.member.name),
  }
}

function awayOf(sitting: Sitting): readonly string[] {
  return [
    ...sitting.excused.map((one) => `${one.member.name}缺席：${one.reason}`),
    ...sitting.recused.map(
      (one) => `${one.member.name}回避：${one.bar === 'own-unit' ? '所在单位' : '分管单位'}`,
    ),
  ]
}

function rowsOf(state: Opened): readonly BoardRow[] {
  const proposal: Entries = state.rounds.at(-1)?.entries ?? {}
  return compareSheets(state).map(({ goal, sheets, mean, spread }) => {
    const entry = proposal[goal.id]
    return {
      goal: goalFacts(goal),
      scores: sheets.map((one) => one.score),
      mean,
      spread,
      proposed: entry ? scoreOf(entry) : null,
      reasons: [
        ...sheets.flatMap((one) => reasonsOf(one.member.name, one.entry, goal)),
        ...(entry ? reasonsOf('合议意见', entry, goal) : []),
      ],
    }
  })
}

const reasonsOf = (who: string, entry: Entry, goal: AssessedGoal): readonly string[] =>
  deductionsOf(entry, goal).map((one) => `${who}：${sayDeduction(one)}`)
