/** An adjustment as its card shows it. */
import type { AdjustmentFacts, SharesFacts } from '../../../cards/adjustment.ts'
import type { AdjustmentVote, DecideFacts } from '../../../cards/adjustment-decide.ts'
import { REASON_NAMES, SIDE_NAMES } from '../../../cards/adjustment-words.ts'
import { goalName, TYPE_NAMES } from '../../../cards/goal-words.ts'
import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { PersonTable } from '../../store/schema/organization.ts'
import { decimalText } from '../measure.ts'
import { standardsMark } from '../rules/criterion.ts'
import { counts } from '../rules/goal.ts'
import { answersOn, neededOf } from '../rules/quorum.ts'
import { changedSince, changesOf, criterionAsked } from './change-lines.ts'
import { commentField } from './forms/verdict.ts'
import { logOf } from './log.ts'
import { type DecidingStage, isLapsed, quorumOn, seesAnswers } from './pending.ts'
import { type Asked, type ShareChange, votedGoal } from './rules/adjustment.ts'
import { sharesChanged } from './rules/effect.ts'
import { unfit } from './rules/request.ts'
import type { Sight } from './sight.ts'
import { sayRefusal } from './wording.ts'

type Shown = Omit<AdjustmentFacts, 'evidence' | 'buttons' | 'next'>

export interface Looking {
  readonly state: Asked
  readonly number: number
  readonly sight: Sight
  readonly stage: DecidingStage | null
  /** The leading group of the day. */
  readonly members: readonly PersonTable[]
}

export function adjustmentFacts(looking: Looking): Shown {
  const { state, number, sight } = looking
  const { request, side, asked } = state
  const { facts, catalogue, priorities, place } = sight
  const { content } = votedGoal(request)
  const names = { priorities, workItems: catalogue.workItems }
  const criterion = criterionAsked(request, number, facts.state.goals, catalogue.workItems)
  return {
    ...{ unit: sight.unitName, year: place.year, number, kind: request.kind },
    goal: request.kind === 'add' ? content.title : `${goalName(request.number)} ${content.title}`,
    type: TYPE_NAMES[content.type],
    status: isLapsed(state, sight) ? 'lapsed' : state.status,
    reason: REASON_NAMES[request.reason],
    why: request.why,
    effective: effectiveText(state),
    asked: `${SIDE_NAMES[side]}（${asked.name}，${sayInstant(asked.at)}）`,
    marks: marksOf(looking),
    ...changesOf(request, criterion, names),
    shares: sharesFacts(looking),
    sinceReturn: state.returnedAs ? changedSince(state.returnedAs, request, names) : null,
    log: logOf(state),
    vote: voteFacts(looking),
    decide: decideFacts(looking),
  }
}

function effectiveText(state: Asked): string {
  if (state.status === 'ratified') return `${sayDate(state.effective)}起`
  const { effectiveOn } = state.request
  return effectiveOn === null ? '自审定之日起' : `${sayDate(effectiveOn)}起`
}

/** What deserves a look of whoever decides. */
function marksOf({ state, sight }: Looking): string[] {
  const { request, side } = state
  const { content } = votedGoal(request)
  const beyond = content.type === 'special' && content.justification !== ''
  const assigned = request.kind === 'add' && content.type === 'special' && side !== 'unit'
  const bar =
    state.status === 'asked' || state.status === 'reviewed' ? unfit(request, side, sight) : undefined
  return [
    ...(beyond ? [`超出限额的专项目标，理由：${content.justification}`] : []),
    ...(assigned ? ['学校下达的专项目标，不占本单位限额。'] : []),
    ...emptied(state, sight),
    ...(bar ? [`现在不能通过：${sayRefusal(bar)}`] : []),
  ]
}

/** A type without goals is reckoned with by the year's policy. */
function emptied({ request, status }: Asked, { plan }: Sight): string[] {
  if (request.kind !== 'cancel' || status === 'ratified') return []
  const { type } = request.before
  const rest = plan.goals.some(
    (goal) => counts(goal) && goal.content.type === type && goal.id !== request.goal,
  )
  return rest ? [] : [`取消后没有${TYPE_NAMES[type]}，其占比按年度政策处理。`]
}

function sharesFacts({ state, sight }: Looking): SharesFacts | null {
  const { facts } = sight
  const { type } = votedGoal(state.request).content
  const { policy, state: plan } = facts
  if (state.status === 'withdrawn') return null
  const changes =
    state.status === 'ratified' ? state.shares : sharesChanged(state.request, plan, policy.ratios)
  if (changes.length === 0) return null
  const titles = new Map(facts.goals.map((goal) => [goal.number, goal.title]))
  return {
    title: `占总分的变化（${TYPE_NAMES[type]}共${policy.ratios[type]}%）`,
    lines: changes.map((one) => shareLine(one, titles)),
  }
}

function shareLine({ number, before, after }: ShareChange, titles: ReadonlyMap<number, string>): string {
  const name = number === null ? '新增的目标' : `${goalName(number)} ${titles.get(number) ?? ''}`
  if (before === null) return `${name}：新增，占${percent(after)}`
  return after === null
    ? `${name}：${percent(before)} → 取消`
    : `${name}：${percent(before)} → ${percent(after)}`
}

const percent = (hundredths: number | null): string => `${decimalText(hundredths ?? 0)}%`

function voteFacts({ state, sight, members }: Looking): AdjustmentVote | null {
  const quorum = quorumOn(state, sight)
  if (!quorum || isLapsed(state, sight)) return null
  const given = answersOn(votedGoal(state.request), state.votes, sight.catalogue.workItems)
  const answerOf = (id: string): string => {
    const answer = given.find((one) => one.by === id)?.answer
    return answer === undefined ? '未答复' : answer === 'agree' ? '同意' : '弃权'
  }
  return {
    needed: neededOf(quorum, members.length),
    members: members.length,
    answers: members
      .filter((one) => seesAnswers(sight.by) || one.id === sight.by.id)
      .map((one) => `${one.name}：${answerOf(one.id)}`),
  }
}

const FORMS = {
  review: 'adjustment_review',
  ratification: 'adjustment_ratify',
  vote: 'adjustment_ratify',
} as const

function decideFacts({ state, number, sight, stage }: Looking): DecideFacts | null {
  if (stage === null) return null
  const { place, catalogue } = sight
  const standard = standardsMark([votedGoal(state.request)], catalogue.workItems)
  return {
    ...{ stage, form: FORMS[stage], field: commentField },
    passable: unfit(state.request, state.side, sight) === undefined,
    params: { year: place.year, unit: place.unit, number, revision: state.revision, standard },
  }
}
