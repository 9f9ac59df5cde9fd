/** One short line on what became of a goal in force: `12月1日调整：完成时限 6月30日→9月30日` (Article 17). */
import { KIND_VERBS, REASON_NAMES } from '../../cards/adjustment-words.ts'
import { type LocalDate, sayDate } from '../kernel/time.ts'
import { type GoalLine, goalLines } from './goal-lines.ts'
import type { Adjusted, Goal, GoalContent, GoalVersion } from './rules/goal.ts'

/** Longest value that is shown in the line; of longer ones only the label. */
const SHORT = 16
const MOST = 2

/** '' of a goal that was never adjusted. */
export function adjustedText(goal: Goal): string {
  if (goal.status === 'cancelled') return ended(goal.cancelled, KIND_VERBS.cancel)
  const [before, last] = (goal.versions ?? []).slice(-2)
  if (before?.adjusted && !last) return ended(before.adjusted, KIND_VERBS.add)
  return last?.adjusted && before
    ? `${monthDay(last.adjusted.effectiveOn)}调整：${changes(before, last)}`
    : ''
}

/** `12月1日`: the year is the plan's. */
export const monthDay = (date: LocalDate): string => withoutYear(sayDate(date))

const ended = ({ effectiveOn, reason }: Adjusted, verb: string): string =>
  `${monthDay(effectiveOn)}${verb}（${REASON_NAMES[reason]}）`

function changes(before: GoalVersion, after: GoalVersion): string {
  const now = linesOf(after)
  const changed = linesOf(before).flatMap((then, position) => {
    const other = now[position]
    return other && other.value !== then.value ? [changeText(then, other)] : []
  })
  const more = changed.length > MOST ? `，共${changed.length}处` : ''
  return `${changed.slice(0, MOST).join('；')}${more}`
}

function changeText(then: GoalLine, now: GoalLine): string {
  const values = [then.value, now.value].map((value) => withoutYear(value) || '（空）')
  return values.every((value) => value.length <= SHORT) && then.label !== SERVES
    ? `${now.label} ${values.join('→')}`
    : `${now.label}有修改`
}

const withoutYear = (text: string): string => text.replace(/^\d{4}年(?=\d+月\d+日$)/, '')

const SERVES = '服务对象'

/** What the goal serves is known here only by its number. */
function linesOf({ content, criterion }: GoalVersion): GoalLine[] {
  return goalLines(content, criterion, { label: SERVES, value: servedBy(content) })
}

function servedBy(content: GoalContent): string {
  switch (content.type) {
    case 'key':
      return content.priority ?? ''
    case 'special':
      return content.aim ?? ''
    case 'routine':
      return content.workItem ?? ''
  }
}
