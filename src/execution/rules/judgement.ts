/** A reported value and the value that the group accepts are two figures, and both are kept (rulebook 4). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { GroupId, UnitId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import {
  type Actor,
  holds,
  isLeaderOf,
  isOwnUnit,
  regimeOf,
  standsInOnOwnUnit,
} from '../../organization/rules/actor.ts'
import type { UnitKind } from '../../store/schema/organization.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { ExecutionEvent, ExecutionState, Judged } from './execution.ts'
import type { ReportedGoal } from './progress.ts'

/** A unit with those who watch over its progress. */
export interface JudgedUnit {
  readonly unit: UnitId
  readonly kind: UnitKind
  /** Its working group, and its inspection team. */
  readonly group: GroupId | null
  readonly inspectors: GroupId | null
}

export type JudgementRefusal =
  | { readonly code: 'unrightful-judge'; readonly unit: string }
  | { readonly code: 'own-unit-judge'; readonly unit: string }
  | { readonly code: 'unknown-goal' }
  | { readonly code: 'late-judge'; readonly phase: Phase }
  | { readonly code: 'unreported-goal'; readonly number: number }
  | { readonly code: 'unmeasured-goal'; readonly number: number }
  | { readonly code: 'wordless-query' }
  | { readonly code: 'unexplained-figure' }
  | {
      readonly code: 'outdated-judgement'
      readonly number: number
      readonly name: string
      readonly at: Instant
    }
  | {
      readonly code: 'already-judged'
      readonly number: number
      readonly verdict: Judged['verdict']
      readonly name: string
      readonly at: Instant
    }

/** Article 20: the working group for teaching units and hospitals; for the others the inspection team or the leader in charge. */
export function isJudgeOf(by: Actor, unit: JudgedUnit): boolean {
  if (regimeOf(unit.kind) === 'standard') return inGroup(by, 'working', unit.group)
  return isLeaderOf(by, unit.unit) || inGroup(by, 'inspection', unit.inspectors)
}

function inGroup(by: Actor, kind: 'working' | 'inspection', group: GroupId | null): boolean {
  if (group === null) return false
  return holds(by, `${kind}-convenor`, group) || holds(by, `${kind}-member`, group)
}

/** Nobody accepts what the own unit reports (rulebook 7), neither in another's name. */
export const ofOwnUnit = (by: Actor, unit: UnitId): boolean =>
  isOwnUnit(by, unit) || standsInOnOwnUnit(by, unit)

export interface JudgementContext {
  readonly goal: ReportedGoal | undefined
  readonly unit: JudgedUnit | undefined
  readonly by: Actor
  readonly at: Instant
}

export type Judgement = Pick<Judged, 'report' | 'verdict' | 'percent' | 'value' | 'words'>

/** The last report is accepted, perhaps with another figure and then with words, or queried with words. */
export function judgeReport(
  state: ExecutionState,
  judgement: Judgement,
  { goal, unit, by, at }: JudgementContext,
): Decision<ExecutionEvent, JudgementRefusal> {
  const bar = judgeBar(state, judgement.report, { goal, unit, by })
  if (bar || !goal) return refused(bar ?? { code: 'unknown-goal' })
  const fault = faultOf(state, judgement, goal)
  if (fault) return refused(fault)
  const { report, verdict, words } = judgement
  const accepted = verdict === 'accepted'
  return decided<ExecutionEvent>({
    type: 'progress.judged',
    ...{ goal: goal.id, unit: goal.unit, year: goal.year, report, verdict, words },
    percent: accepted ? (judgement.percent ?? state.last?.percent ?? null) : null,
    value: accepted ? (judgement.value ?? state.value) : null,
    ...{ by: by.id, name: by.name, at },
  })
}

/** Why this person cannot judge that report now; undefined where nothing bars it. */
export function judgeBar(
  state: ExecutionState,
  report: number,
  { goal, unit, by }: Omit<JudgementContext, 'at'>,
): JudgementRefusal | undefined {
  if (!goal || !unit) return { code: 'unknown-goal' }
  if (!isJudgeOf(by, unit)) return { code: 'unrightful-judge', unit: goal.unitName }
  if (ofOwnUnit(by, goal.unit)) return { code: 'own-unit-judge', unit: goal.unitName }
  if (goal.phase !== 'execution' && goal.phase !== 'assessment')
    return { code: 'late-judge', phase: goal.phase }
  return staleness(state, report, goal)
}

function staleness(
  { last, reports, judged }: ExecutionState,
  report: number,
  { number }: ReportedGoal,
): JudgementRefusal | undefined {
  if (!last) return { code: 'unreported-goal', number }
  if (judged?.report === report) {
    const { verdict, name, at } = judged
    return { code: 'already-judged', number, verdict, name, at }
  }
  return report === reports ? undefined : { code: 'outdated-judgement', number, name: last.name, at: last.at }
}

function faultOf(
  { last, value: known }: ExecutionState,
  { verdict, percent, value, words }: Judgement,
  { number, measure }: ReportedGoal,
): JudgementRefusal | undefined {
  if (verdict === 'queried') return words.trim() === '' ? { code: 'wordless-query' } : undefined
  if (value !== null && measure === null) return { code: 'unmeasured-goal', number }
  const other = (percent !== null && percent !== last?.percent) || (value !== null && value !== known)
  return other && words.trim() === '' ? { code: 'unexplained-figure' } : undefined
}

/** The judgement that stands over the last report; null while none does. */
export const judgementOfLast = ({ judged, reports }: ExecutionState): Judged | null =>
  judged?.report === reports ? judged : null
