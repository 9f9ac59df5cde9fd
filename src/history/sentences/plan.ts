/** A unit's plan: drafted, sent, reviewed, ratified, adjusted (Articles 8-17). */
import { ASSIGNER_NAMES, PART_NAMES } from '../../../cards/goal-words.ts'
import type { GoalId } from '../../kernel/ids.ts'
import { evolvePlan } from '../../planning/rules/evolve-plan.ts'
import type { Goal } from '../../planning/rules/goal.ts'
import { NEW_PLAN, type PlanEvent, type PlanState, type Returned } from '../../planning/rules/plan.ts'
import { type Sentences, tellingOf } from './told.ts'
import { day, list, quoted } from './values.ts'
import { goalDifferences, sayContent } from './words.ts'

const goalIn = ({ goals }: PlanState, id: GoalId): Goal | undefined => goals.find((one) => one.id === id)

/** `目标3「…」` */
function named(state: PlanState, id: GoalId): string {
  const goal = goalIn(state, id)
  return goal ? `目标${goal.number}${quoted(goal.content.title)}` : id
}

const numbered = (state: PlanState, ids: readonly GoalId[]): string =>
  list(
    ids.map((id) => `目标${goalIn(state, id)?.number ?? id}`),
    12,
  )

const comments = (state: PlanState, returned: readonly Returned[]): string =>
  returned.map(({ goal, comment }) => `目标${goalIn(state, goal)?.number ?? goal}：${comment}`).join('；')

const sentences: Sentences<PlanEvent, PlanState> = {
  'goal.drafted': ({ number, content, copiedFrom }) =>
    `${copiedFrom === undefined ? '起草' : '由去年的目标复制'}目标${number}：${sayContent(content)}`,
  'goal.assigned': ({ number, content, as }) =>
    `${ASSIGNER_NAMES[as]}下达目标${number}：${sayContent(content)}`,
  'goal.revised': ({ goal, content }, { before, after }) => ({
    text: `修改${named(after, goal)}`,
    changes: goalDifferences(goalIn(before, goal)?.content ?? {}, content),
  }),
  'goal.removed': ({ goal }, { before }) => `删除${named(before, goal)}`,
  'part.sent': ({ drafter, goals, review }, { before }) =>
    `报送${PART_NAMES[drafter]}（${goals.length === 0 ? '没有目标' : numbered(before, goals)}）${review === 'own-draft' ? '；分管校领导本人起草，直接报领导小组审定' : ''}`,
  'part.withdrawn': ({ drafter, goals }, { before }) =>
    `撤回${PART_NAMES[drafter]}（${goals.length === 0 ? '没有目标' : numbered(before, goals)}）`,
  'plan.reviewed': ({ passed, returned }, { before }) => ({
    text: [
      ...(passed.length > 0 ? [`审核通过${numbered(before, passed)}`] : []),
      ...(returned.length > 0 ? [`审核退回${returned.length}项`] : []),
    ].join('，'),
    why: comments(before, returned),
  }),
  'plan.voted': ({ agreed, abstained }, { before }) =>
    [
      ...(agreed.length > 0
        ? [
            `表决同意${numbered(
              before,
              agreed.map(({ goal }) => goal),
            )}`,
          ]
        : []),
      ...(abstained.length > 0 ? [`弃权${numbered(before, abstained)}`] : []),
    ].join('，') || '参加表决',
  'plan.ratified': ({ ratified, returned, quorum }, { before, after }) => ({
    text: [
      ...(ratified.length > 0
        ? [
            `审定${numbered(
              before,
              ratified.map(({ goal }) => goal),
            )}${quorum ? `（成员${quorum.members}人，需${quorum.needed}人同意）` : ''}`,
          ]
        : []),
      ...(returned.length > 0 ? [`退回${returned.length}项`] : []),
      ...(after.status === 'in-force' && before.status !== 'in-force' ? ['全部目标生效'] : []),
    ].join('，'),
    why: comments(before, returned),
  }),
  'goal.added': ({ number, content, adjusted }) => ({
    text: `调整${adjusted.number}审定：新增目标${number}${quoted(content.title)}，${day(adjusted.effectiveOn)}起生效`,
    why: adjusted.why,
  }),
  'goal.adjusted': ({ goal, content, criterion, adjusted }, { before, after }) => ({
    text: `调整${adjusted.number}审定：变更${named(after, goal)}，${day(adjusted.effectiveOn)}起生效`,
    changes: goalDifferences(heldBy(before, goal), { ...content, criterion }),
    why: adjusted.why,
  }),
  'goal.cancelled': ({ goal, adjusted }, { before }) => ({
    text: `调整${adjusted.number}审定：取消${named(before, goal)}，${day(adjusted.effectiveOn)}起生效`,
    why: adjusted.why,
  }),
  'goal.moved-out': ({ left }) => ({
    text: `按${left.document}${left.to ? `转给${left.to.name}（目标${left.to.number}）` : '不再承接'}：目标${left.number}${quoted(left.title)}`,
    why: left.reason,
  }),
  'goal.moved-in': ({ goal }) => `承接目标${goal.number}${quoted(goal.content.title)}`,
}

/** What was in force: of a routine goal with the standard of its day. */
function heldBy(state: PlanState, id: GoalId): object {
  const goal = goalIn(state, id)
  if (!goal) return {}
  return 'criterion' in goal ? { ...goal.content, criterion: goal.criterion } : goal.content
}

export const planTelling = tellingOf({ initial: NEW_PLAN, evolve: evolvePlan, sentences })
