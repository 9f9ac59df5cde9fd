/**
 * A goal's light: computed from its time, its progress, its silence and its rectifications, never chosen (rulebook 4).
 * The README has the table; a test holds that it says what this function does.
 */
import { daysBetween, type LocalDate } from '../../../kernel/time.ts'
import type { ExecutionPolicy } from '../../../policy/rules/execution-policy.ts'
import type { ProgressState } from '../../../store/schema/execution.ts'

/** From the best: `grey` says nothing of the goal: it is not watched yet or no more, or nothing was reported on it so far. */
export type Light = 'grey' | 'done' | 'green' | 'yellow' | 'orange' | 'red'

export interface LightFacts {
  readonly cancelled: boolean
  /** The day from which its time counts: execution began, or the goal came into force, if that was later; null before. */
  readonly startsOn: LocalDate | null
  readonly dueOn: LocalDate
  /** 0-100, as accepted where it was accepted, else as reported; null where nothing was reported. */
  readonly percent: number | null
  /** Since when it has stood at 100; null below. */
  readonly completedOn: LocalDate | null
  /** The last report's day, and what it said of the goal. */
  readonly reportedOn: LocalDate | null
  readonly said: ProgressState | null
  readonly overdueRectification: boolean
  /** Hundredths of a yuan (Article 30); null where none was given. */
  readonly budget: number | null
  readonly cost: number | null
}

export type LightReason =
  | { readonly code: 'cancelled-goal' }
  | { readonly code: 'future-start'; readonly startsOn: LocalDate | null }
  /** Nothing was reported so far, and it is not late yet: `days` since its time began to count. */
  | { readonly code: 'awaited-report'; readonly days: number }
  | { readonly code: 'completed'; readonly on: LocalDate }
  | { readonly code: 'completed-late'; readonly on: LocalDate; readonly days: number }
  | { readonly code: 'on-course'; readonly daysLeft: number }
  /** `asked`: the percent that the time used up asks for. */
  | {
      readonly code: 'little-time'
      readonly daysLeft: number
      readonly percent: number
      readonly asked: number
    }
  | { readonly code: 'overdue'; readonly days: number }
  /** `ever`: whether anything was reported before. */
  | { readonly code: 'silent'; readonly days: number; readonly ever: boolean }
  | { readonly code: 'said-at-risk' }
  | { readonly code: 'said-behind' }
  | { readonly code: 'overdue-rectification' }

export interface LightVerdict {
  readonly light: Light
  /** The weightiest first. */
  readonly why: readonly [LightReason, ...LightReason[]]
  /** A mark beside the light: money never changes it. */
  readonly overBudget: boolean
}

type LightPolicy = Pick<ExecutionPolicy, 'yellowAt' | 'orangeAt' | 'silentDays'>

/** `today`: the day of which it is asked; a day after execution ended is asked as of its last. */
export function lightOf(facts: LightFacts, policy: LightPolicy, today: LocalDate): LightVerdict {
  const overBudget = facts.budget !== null && facts.cost !== null && facts.cost > facts.budget
  const [first, ...others] = findingsOf(facts, policy, today)
  const why: LightVerdict['why'] = [first.reason, ...others.map((one) => one.reason)]
  if (!facts.overdueRectification || isUnwatched(first)) return { light: first.light, why, overBudget }
  const raising = { code: 'overdue-rectification' } as const
  return { light: RAISED[first.light], why: [raising, ...why], overBudget }
}

/** What an overdue rectification makes of each light: a goal that is done but not put right is not done. */
const RAISED = {
  grey: 'yellow',
  done: 'yellow',
  green: 'yellow',
  yellow: 'orange',
  orange: 'red',
  red: 'red',
} as const

const isUnwatched = ({ light, reason }: Finding): boolean =>
  light === 'grey' && reason.code !== 'awaited-report'

interface Finding {
  readonly light: Light
  readonly reason: LightReason
}

/** The worst decides; of equals the one that is listed first. */
function findingsOf(
  facts: LightFacts,
  policy: LightPolicy,
  today: LocalDate,
): readonly [Finding, ...Finding[]] {
  const { startsOn, completedOn, dueOn } = facts
  if (facts.cancelled) return [{ light: 'grey', reason: { code: 'cancelled-goal' } }]
  if (startsOn === null || startsOn > today)
    return [{ light: 'grey', reason: { code: 'future-start', startsOn } }]
  if (completedOn !== null) return [{ light: 'done', reason: completion(completedOn, dueOn) }]
  const found = [
    ...late(facts, today),
    ...slow({ ...facts, startsOn }, policy, today),
    ...silence({ ...facts, startsOn }, policy, today),
    ...admitted(facts),
  ]
  const [worst, ...others] = found.toSorted((left, right) => weight(right.light) - weight(left.light))
  return worst ? [worst, ...others] : [untroubled(facts, daysBetween(startsOn, today), today)]
}

/** Without a report nobody knows that it is well, so it is not green. */
function untroubled({ reportedOn, dueOn }: LightFacts, days: number, today: LocalDate): Finding {
  return reportedOn === null
    ? { light: 'grey', reason: { code: 'awaited-report', days } }
    : { light: 'green', reason: { code: 'on-course', daysLeft: daysBetween(today, dueOn) } }
}

export const LIGHT_ORDER: readonly Light[] = ['grey', 'done', 'green', 'yellow', 'orange', 'red']
/** The higher, the worse. */
export const weight = (light: Light): number => LIGHT_ORDER.indexOf(light)

function completion(on: LocalDate, dueOn: LocalDate): LightReason {
  return on <= dueOn
    ? { code: 'completed', on }
    : { code: 'completed-late', on, days: daysBetween(dueOn, on) }
}

function late({ dueOn }: LightFacts, today: LocalDate): Finding[] {
  const days = daysBetween(dueOn, today)
  return days > 0 ? [{ light: 'red', reason: { code: 'overdue', days } }] : []
}

type Started = LightFacts & { readonly startsOn: LocalDate }

/** Little of the time is left, and the progress is behind the share of the time that is used up. */
function slow({ startsOn, dueOn, percent }: Started, policy: LightPolicy, today: LocalDate): Finding[] {
  const daysLeft = daysBetween(today, dueOn)
  const span = Math.max(0, daysBetween(startsOn, dueOn))
  if (daysLeft < 0 || daysLeft * 100 > policy.yellowAt * span) return []
  const reached = percent ?? 0
  // A goal that came into force on its due day, or after it, has no time to be measured by: all of it is used up.
  const asked = span === 0 ? 100 : Math.ceil(((span - daysLeft) * 100) / span)
  if (reached >= asked) return []
  const light = daysLeft * 100 <= policy.orangeAt * span ? 'orange' : 'yellow'
  return [{ light, reason: { code: 'little-time', daysLeft, percent: reached, asked } }]
}

/** A missing report outranks what the last one said. */
function silence({ startsOn, reportedOn }: Started, policy: LightPolicy, today: LocalDate): Finding[] {
  const since = reportedOn !== null && reportedOn > startsOn ? reportedOn : startsOn
  const days = daysBetween(since, today)
  if (days < policy.silentDays) return []
  return [{ light: 'orange', reason: { code: 'silent', days, ever: reportedOn !== null } }]
}

/** The unit may say that it is worse than the figures, never that it is better. */
function admitted({ said }: LightFacts): Finding[] {
  switch (said) {
    case 'at-risk':
      return [{ light: 'yellow', reason: { code: 'said-at-risk' } }]
    case 'behind':
      return [{ light: 'orange', reason: { code: 'said-behind' } }]
    case 'on-track':
    case null:
      return []
  }
}
