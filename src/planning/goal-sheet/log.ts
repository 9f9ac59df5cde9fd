/** How a plan came into force, told from its journal: who sent, reviewed, returned, ratified, and when (Article 16). */
import { REASON_NAMES } from '../../../cards/adjustment-words.ts'
import { ASSIGNER_NAMES, goalName, PART_NAMES } from '../../../cards/goal-words.ts'
import type { GoalId } from '../../kernel/ids.ts'
import { type Instant, sayDate } from '../../kernel/time.ts'
import type { Act } from '../rules/goal.ts'
import type { AdjustmentOfPlan, PlanEvent, Returned } from '../rules/plan.ts'
import type { Vote } from '../rules/vote.ts'

export interface LogEntry {
  readonly at: Instant
  readonly by: string
  readonly what: string
  /** What it concerned, and the words of those who returned something, a line each. */
  readonly lines: readonly string[]
}

type Numbers = ReadonlyMap<GoalId, number>

/** The decisions in their order, the coming into force, and what was adjusted since (Article 17). */
export function logOf(events: readonly PlanEvent[], inForce: Act): LogEntry[] {
  const numbers = new Map(
    events.flatMap((event) => {
      if (event.type === 'goal.moved-in') return [[event.goal.id, event.goal.number] as const]
      return 'number' in event ? [[event.goal, event.number] as const] : []
    }),
  )
  return [
    ...events.flatMap((event) => entriesOf(event, numbers)),
    entry(inForce, '生效', ['全部目标审定完毕，计划生效']),
    ...events.flatMap((event) => adjustmentEntries(event, numbers)),
  ]
}

function entriesOf(event: PlanEvent, numbers: Numbers): LogEntry[] {
  switch (event.type) {
    case 'goal.drafted':
    case 'goal.revised':
    case 'goal.removed':
    case 'goal.added':
    case 'goal.adjusted':
    case 'goal.cancelled':
      return []
    case 'goal.moved-out': {
      const { number, title, to, reason, document } = event.left
      const where = to ? `转至${to.name}，为${goalName(to.number)}` : `不再执行：${reason}`
      return [entry(event.act, '改革', [`${goalName(number)} ${title}${where}（${document}）`])]
    }
    case 'goal.moved-in': {
      const { number, content, origins } = event.goal
      const origin = origins?.at(-1)
      const from = origin ? `由${origin.name}${goalName(origin.number)}转入（${origin.document}）` : '转入'
      return [entry(event.act, '改革', [`${goalName(number)} ${content.title}${from}`])]
    }
    case 'goal.assigned':
      return [
        entry(event.act, '下达', [
          `${goalName(event.number)} ${event.content.title}（${ASSIGNER_NAMES[event.as]}下达的专项目标）`,
        ]),
      ]
    case 'part.sent':
      return [entry(event.act, '报送', sentLines(event, numbers))]
    case 'part.withdrawn':
      return [entry(event.act, '撤回', [`${PART_NAMES[event.drafter]}：${counted(event.goals, numbers)}`])]
    case 'plan.reviewed':
      return [entry(event.act, '审核', decidedLines('通过', event.passed, event.returned, numbers))]
    case 'plan.voted':
      return [entry(event.act, '表决', votedLines(event, numbers))]
    case 'plan.ratified': {
      const ratified = event.ratified.map((one) => one.goal)
      const done = event.quorum
        ? `审定（${event.quorum.members}名成员中${event.quorum.needed}人同意即审定）`
        : '审定'
      return [entry(event.act, '审定', decidedLines(done, ratified, event.returned, numbers))]
    }
  }
}

function adjustmentEntries(event: PlanEvent, numbers: Numbers): LogEntry[] {
  switch (event.type) {
    case 'goal.added':
      return [adjustmentEntry(event, `新增${goalName(event.number)} ${event.content.title}`)]
    case 'goal.adjusted':
      return [adjustmentEntry(event, `变更${goalName(numbers.get(event.goal) ?? 0)} ${event.content.title}`)]
    case 'goal.cancelled':
      return [adjustmentEntry(event, `取消${goalName(numbers.get(event.goal) ?? 0)}`)]
    default:
      return []
  }
}

function adjustmentEntry({ adjusted, act }: AdjustmentOfPlan, what: string): LogEntry {
  const { reason, why, effectiveOn, asked } = adjusted
  return entry(act, '调整', [
    `${what}；${REASON_NAMES[reason]}：${why}`,
    `${asked.name}申请，${sayDate(effectiveOn)}起执行`,
  ])
}

const entry = (act: Act, what: string, lines: readonly string[]): LogEntry => ({
  at: act.at,
  by: act.name,
  what,
  lines,
})

function sentLines(event: Extract<PlanEvent, { type: 'part.sent' }>, numbers: Numbers): string[] {
  const own = event.review === 'own-draft' ? '；本人拟订，直接提交审定' : ''
  return [`${PART_NAMES[event.drafter]}：${counted(event.goals, numbers)}${own}`]
}

function votedLines({ agreed, abstained }: Vote, numbers: Numbers): string[] {
  const agrees = agreed.map((one) => one.goal)
  return [
    ...(agrees.length > 0 ? [`同意：${counted(agrees, numbers)}`] : []),
    ...(abstained.length > 0 ? [`弃权：${counted(abstained, numbers)}`] : []),
  ]
}

function decidedLines(
  done: string,
  passed: readonly GoalId[],
  returned: readonly Returned[],
  numbers: Numbers,
): string[] {
  return [
    ...(passed.length > 0 ? [`${done}：${counted(passed, numbers)}`] : []),
    ...returned.map(({ goal, comment }) => `退回${goalName(numbers.get(goal) ?? 0)}：${comment}`),
  ]
}

function counted(goals: readonly GoalId[], numbers: Numbers): string {
  if (goals.length === 0) return '无目标'
  return `${rangesText(goals.map((goal) => numbers.get(goal) ?? 0))}，共${goals.length}项`
}

/** `目标1—3、5`: three and more in a row are drawn together. */
export function rangesText(numbers: readonly number[]): string {
  const runs: number[][] = []
  for (const number of numbers.toSorted((left, right) => left - right)) {
    const run = runs.at(-1)
    if (run?.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  const texts = runs.map((run) => (run.length < 3 ? run.join('、') : `${run[0]}—${run.at(-1)}`))
  return `目标${texts.join('、')}`
}
