/** What the assessors made of each finding that was put on their sheets, side by side (Article 22; rulebook 4). */
import type { Sitting } from './assessment.ts'
import type { Candidate, Verdict } from './candidates.ts'
import type { AssessedGoal } from './goal.ts'
import type { Member } from './panel.ts'

export interface Weighed {
  readonly finding: Candidate
  /** Null where it is about the unit, or about a goal that is not assessed. */
  readonly goal: AssessedGoal | null
  /** In the order of attendance. */
  readonly verdicts: readonly {
    readonly member: Member
    readonly verdict: Verdict
    /** Of one that was taken: the goal on which it counts. */
    readonly on: AssessedGoal | null
  }[]
}

/** By number; empty of sittings of before findings were put on sheets. */
export function weighedFindings(sitting: Sitting): readonly Weighed[] {
  const goalOf = (id: string | null) => sitting.goals.find((goal) => goal.id === id) ?? null
  return [...(sitting.findings ?? [])]
    .toSorted((left, right) => left.number - right.number)
    .map((finding) => ({
      finding,
      goal: goalOf(finding.goal),
      verdicts: sitting.present.flatMap((member) => {
        const verdict = sitting.verdicts?.[member.id]?.[finding.number]
        if (!verdict) return []
        return [{ member, verdict, on: verdict.kind === 'taken' ? goalOf(verdict.goal) : null }]
      }),
    }))
}
