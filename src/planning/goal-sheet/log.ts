/** How a plan came into force, told from its journal: who sent, reviewed, returned, ratified, and when (Article 16). */
import { goalName, PART_NAMES } from '../../../cards/goal-words.ts'
import type { GoalId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Act } from '../rules/goal.ts'
import type { PlanEvent, Returned } from '../rules/plan.ts'

export interface LogEntry {
  readonly at: Instant
  readonly by: string
  readonly what: string
  /** What it concerned, and the words of those who returned something, a line each. */
  readonly lines: readonly string[]
}

type Numbers = ReadonlyMap<GoalId, number>

/** The decisions in their order, and last the coming into force. */
export function logOf(events: readonly PlanEvent[], inForce: Act): LogEntry[] {
  const numbers = new Map(
    events.flatMap((event) => (event.type === 'goal.drafted' ? [[event.goal, event.number] as const] : [])),
  )
  return [
    ...events.flatMap((event) => entriesOf(event, numbers)),
    entry(inForce, '生效', ['全部目标审定完毕，计划生效']),
  ]
}

function entriesOf(event: PlanEvent, numbers: Numbers): LogEntry[] {
  switch (event.type) {
    case 'goal.drafted':
    case 'goal.revised':
    case 'goal.removed':
      return []
    case 'part.sent':
      return [entry(event.act, '报送', sentLines(event, numbers))]
    case 'plan.reviewed':
      return [entry(event.act, '审核', decidedLines('通过', event.passed, event.returned, numbers))]
    case 'plan.ratified': {
      const ratified = event.ratified.map((one) => one.goal)
      return [entry(event.act, '审定', decidedLines('审定', ratified, event.returned, numbers))]
    }
  }
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
