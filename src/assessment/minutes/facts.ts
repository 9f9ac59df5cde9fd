/** The minutes of a deliberation (Article 22) as facts: what the document says, before it is one. */
import { sayPoints, sayScore } from '../../../cards/score-words.ts'
import { sayMoment } from '../../document/words.ts'
import type { SubjectId, Year } from '../../kernel/ids.ts'
import type { JournalEntry } from '../../kernel/journal.ts'
import type { Instant } from '../../kernel/time.ts'
import type { GoalType } from '../../store/schema/planning.ts'
import { sayExact } from '../explain/say-exact.ts'
import { versionAt, versionsOf } from '../rules/answering.ts'
import type { Decided } from '../rules/assessment.ts'
import { compareSheets } from '../rules/compare.ts'
import { type Deduction, deductionsOf } from '../rules/entry.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { type Final, finalOf } from '../rules/final-of.ts'
import type { AssessedGoal } from '../rules/goal.ts'
import { weighedFindings } from '../rules/weighed.ts'
import { sayEntry } from '../views/say-entry.ts'
import { sayFinding, sayVerdicts } from '../views/say-finding.ts'
import { type Course, courseOf } from './course.ts'

export interface MinutesFacts {
  readonly unit: string
  readonly year: Year
  readonly group: string
  readonly subject: SubjectId
  /** The journal at the decision. */
  readonly version: number
  readonly hash: string
  readonly convenor: string
  readonly openedAt: Instant
  readonly decidedAt: Instant
  readonly present: readonly string[]
  readonly quorum: number
  /** With the reason, as sentences. */
  readonly excused: readonly string[]
  readonly recused: readonly string[]
  readonly sheets: readonly MinutesSheets[]
  /** What inspections found, and what each member made of it. */
  readonly findings: readonly MinutesFinding[]
  readonly course: readonly Course[]
  readonly agreed: readonly string[]
  readonly decisions: readonly MinutesDecision[]
  readonly types: readonly MinutesType[]
  readonly total: string
  /** What appeals changed since, as sentences. */
  readonly later: readonly string[]
}

/** What the members gave a goal; points as `92.5`. */
export interface MinutesSheets {
  readonly goal: AssessedGoal
  readonly given: readonly string[]
  readonly mean: string
  readonly spread: string
}

export interface MinutesFinding {
  readonly found: string
  readonly verdicts: readonly string[]
}

export interface MinutesDecision {
  readonly goal: AssessedGoal
  readonly score: string
  readonly deductions: readonly Deduction[]
}

export interface MinutesType {
  readonly type: GoalType
  /** Percent. */
  readonly ratio: number
  /** `1.05`; '' under the standard regime. */
  readonly coefficient: string
  /** '' where the type is left out. */
  readonly score: string
}

export function minutesFacts(
  assessing: Pick<AssessingFacts, 'year' | 'unitName' | 'policy' | 'coefficients'> & {
    readonly group: string
  },
  state: Decided,
  sealed: { readonly subject: SubjectId } & Sealed,
): MinutesFacts {
  const [first = { agreed: state.agreed, final: state.final }] = versionsOf(state)
  const decided = { ...state, agreed: first.agreed }
  const final = finalOf(decided, assessing.policy, assessing.coefficients)
  return {
    ...sealed,
    ...{ unit: assessing.unitName, year: assessing.year, group: assessing.group },
    ...{ convenor: state.openedBy.name, openedAt: state.openedAt, decidedAt: state.decidedAt },
    present: state.present.map((one) => one.name),
    quorum: state.quorum,
    excused: state.excused.map((one) => `${one.member.name}：${one.reason}`),
    recused: state.recused.map(
      (one) =>
        `${one.member.name}：${one.bar === 'own-unit' ? '被考核单位为其所在单位' : '系被考核单位的分管校领导'}`,
    ),
    sheets: sheetsOf(state),
    findings: weighedFindings(state).map((one) => ({ found: sayFinding(one), verdicts: sayVerdicts(one) })),
    course: courseOf(state),
    agreed: (state.rounds.at(-1)?.agreed ?? []).map((one) => one.member.name),
    decisions: final.goals.map(({ goal, entry, score }) => ({
      goal,
      score: sayPoints(score),
      deductions: deductionsOf(entry, goal),
    })),
    types: typesOf(final),
    total: totalOf(first.final, final),
    later: laterOf(state),
  }
}

interface Sealed {
  readonly version: number
  readonly hash: string
}

/** The journal where the score was decided: what came later belongs to the appeals. */
export function sealedAtDecision(journal: readonly JournalEntry[]): Sealed {
  const entry = journal.find((one) => one.type === 'assessment.decided')
  return { version: entry?.version ?? 0, hash: entry?.hash ?? '' }
}

const sheetsOf = (state: Decided): readonly MinutesSheets[] =>
  compareSheets(state).map(({ goal, sheets, mean, spread }) => ({
    goal,
    given: sheets.map((one) => `${one.member.name}：${sayEntry(one.entry, goal)}`),
    mean: sayPoints(mean),
    spread: sayPoints(spread),
  }))

function typesOf(final: Final): readonly MinutesType[] {
  const types =
    final.status === 'final' ? final.result.types : final.types.map((one) => ({ ...one, coefficient: null }))
  return types.map(({ type, ratio, coefficient, score }) => ({
    type,
    ratio,
    coefficient: coefficient === null ? '' : sayExact(String(coefficient), 10_000),
    score: score === null ? '' : sayExact(score, 100),
  }))
}

/** As it was decided; where the coefficients were missing then, as they make it now. */
function totalOf(decided: number | null, final: Final): string {
  const total = decided ?? (final.status === 'final' ? final.result.final : null)
  return total === null ? '待权重系数发文后核算' : `${sayScore(total)}分`
}

function laterOf(state: Decided): readonly string[] {
  return versionsOf(state)
    .slice(1)
    .map((version) => {
      const total = version.final === null ? '待核算' : `${sayScore(version.final)}分`
      return `${sayMoment(versionAt(state, version))}，经第${version.basis?.appeal ?? 0}件申诉，得分更正为${total}。`
    })
}
