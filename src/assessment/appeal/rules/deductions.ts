/** The deductions of the scores that hold, each by its place; and what an outcome makes of the goals' entries. */

import type { LevelPolicy } from '../../../policy/rules/policy.ts'
import type { Bench, Heard } from '../../rules/answering.ts'
import { versionsOf } from '../../rules/answering.ts'
import type { Decided } from '../../rules/assessment.ts'
import { deductionsOf, type Entries, type Entry, FULL_SCORE } from '../../rules/entry.ts'
import type { AssessedGoal } from '../../rules/goal.ts'
import { levelOf } from '../../rules/levels.ts'
import type { Item, Place, Verdicts } from './appeal.ts'

export interface Standing extends Omit<Item, 'why' | 'evidence'> {
  readonly title: string
  /** By whom an appeal against it was heard before; the leading group's outcome is the last. */
  readonly heard: Bench | null
}

/** Every deduction of the version that holds, by goal. */
export function standingDeductions(state: Decided): readonly Standing[] {
  const left = [...(state.heard ?? [])]
  return state.goals.flatMap((goal) => {
    const entry = state.agreed[goal.id]
    if (!entry) return []
    return deductionsOf(entry, goal).map(({ points, reason, criterion }, index) => ({
      place: `${goal.number}.${index + 1}`,
      ...{ goal: goal.id, number: goal.number, title: goal.title, points, reason, criterion },
      heard: takeHeard(left, goal, points, reason),
    }))
  })
}

/** Of several alike each uses up one hearing; the last hearing of one counts. */
function takeHeard(left: Heard[], goal: AssessedGoal, points: number, reason: string): Bench | null {
  const at = left.findLastIndex(
    (one) => one.goal === goal.id && one.points === points && one.reason === reason,
  )
  const [found] = at === -1 ? [] : left.splice(at, 1)
  return found?.by ?? null
}

export const versionNumber = (state: Decided): number => versionsOf(state).length

/** The entries of the goals that change; points are taken away or lowered, the reasons stay. */
export function entriesAfter(
  state: Decided,
  items: readonly Item[],
  verdicts: Verdicts,
  levels: LevelPolicy,
): Entries {
  const changed = items.filter((one) => verdicts[one.place]?.kind === 'changed')
  const goals = new Set(changed.map((one) => one.goal))
  return Object.fromEntries(
    state.goals.flatMap((goal) => {
      const entry = state.agreed[goal.id]
      return entry && goals.has(goal.id)
        ? [[goal.id, entryAfter(entry, goal, verdicts, levels)] as const]
        : []
    }),
  )
}

function entryAfter(entry: Entry, goal: AssessedGoal, verdicts: Verdicts, levels: LevelPolicy): Entry {
  const pointsAt = (index: number, points: number): number => {
    const verdict = verdicts[placeOf(goal, index)]
    return verdict?.kind === 'changed' ? verdict.points : points
  }
  if (entry.kind === 'deductions') {
    const deductions = entry.deductions.map((one, index) => ({ ...one, points: pointsAt(index, one.points) }))
    return { kind: 'deductions', deductions: deductions.filter((one) => one.points > 0) }
  }
  const score = FULL_SCORE - pointsAt(0, FULL_SCORE - entry.score)
  const reason = score === FULL_SCORE ? '' : entry.reason
  return { kind: 'level', level: levelOf(score, levels), score, reason }
}

const placeOf = (goal: AssessedGoal, index: number): Place => `${goal.number}.${index + 1}`

/** What was heard, as it stands afterwards. */
export function heardOf(items: readonly Item[], verdicts: Verdicts, by: Bench): readonly Heard[] {
  return items.flatMap((one) => {
    const verdict = verdicts[one.place]
    const points = verdict?.kind === 'changed' ? verdict.points : one.points
    return points === 0 ? [] : [{ goal: one.goal, points, reason: one.reason, by }]
  })
}
