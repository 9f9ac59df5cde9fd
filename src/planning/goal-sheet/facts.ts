/** The goal sheet (目标责任书) as facts: what the document says, before it is one. */
import type { GoalFacts } from '../../../cards/goal-facts.ts'
import { GOAL_TYPES } from '../../../cards/goal-words.ts'
import type { SubjectId, Year } from '../../kernel/ids.ts'
import type { JournalEntry } from '../../kernel/journal.ts'
import type { UnitKind } from '../../store/schema/organization.ts'
import type { GoalType } from '../../store/schema/planning.ts'
import type { PlanFacts } from '../facts.ts'
import type { Seat } from '../places.ts'
import type { Act, Goal } from '../rules/goal.ts'
import type { PlanEvent } from '../rules/plan.ts'
import { sharesOf } from '../rules/shares.ts'
import { type LogEntry, logOf } from './log.ts'

export interface SheetFacts {
  readonly unit: string
  readonly kind: UnitKind
  readonly year: Year
  readonly subject: SubjectId
  readonly inForce: Act
  readonly version: number
  /** The journal's hash at that version, whole. */
  readonly hash: string
  readonly sections: readonly SheetSection[]
  /** The unit's sum (Article 30) in yuan, as `12,000`; '' where no goal has a budget. */
  readonly budget: string
  readonly log: readonly LogEntry[]
}

/** The goals of one type, by number. */
export interface SheetSection {
  readonly type: GoalType
  /** Percent of the total (Article 8). */
  readonly ratio: number
  readonly goals: readonly SheetGoal[]
  readonly budget: string
}

export interface SheetGoal extends Omit<GoalFacts, 'due' | 'budget' | 'share'> {
  /** `2026-11-30`; '' without one. */
  readonly dueOn: string
  /** In yuan, as `12,000`; '' without one. */
  readonly budget: string
  /** As `33.33%`. */
  readonly shareOfType: string
  readonly shareOfTotal: string
}

/** What the journal adds to the plan: its events up to the version, and the hash there. */
export interface Sealed {
  readonly events: readonly PlanEvent[]
  readonly hash: string
}

/** The facts of a plan in force; undefined of any other. */
export function sheetFacts(
  seat: Seat,
  plan: { readonly year: Year; readonly subject: SubjectId; readonly facts: PlanFacts },
  sealed: Sealed,
): SheetFacts | undefined {
  const { year, subject, facts } = plan
  const { state, version } = facts
  if (state.status !== 'in-force') return undefined
  const goals = state.goals.filter((goal) => goal.status === 'in-force')
  return {
    ...{ unit: seat.name, kind: seat.kind, year, subject, version, inForce: state.inForce },
    hash: sealed.hash,
    sections: sectionsOf(goals, facts),
    budget: budgetOf(goals),
    log: logOf(sealed.events, state.inForce),
  }
}

/** The entries of a plan's journal up to a version; what was written later belongs to a later sheet. */
export function sealedAt(journal: readonly JournalEntry[], version: number): Sealed {
  const entries = journal.filter((entry) => entry.version <= version)
  // The kernel wrote each body from an event of this subject.
  const events = entries.map((entry) => JSON.parse(entry.body) as PlanEvent)
  return { events, hash: entries.at(-1)?.hash ?? '' }
}

function sectionsOf(goals: readonly Goal[], { goals: shown, policy }: PlanFacts): SheetSection[] {
  const weights = goals.map(({ id, content: { type, weight } }) => ({ id, type, weight }))
  const ofType = sharesOf(weights, { key: 100, special: 100, routine: 100 })
  const ofTotal = sharesOf(weights, policy.ratios)
  const factsOf = new Map(shown.map((one) => [one.id, one]))
  return GOAL_TYPES.map((type) => {
    const own = goals.filter((goal) => goal.content.type === type)
    return {
      type,
      ratio: policy.ratios[type],
      budget: budgetOf(own),
      goals: own.flatMap((goal) => {
        const facts = factsOf.get(goal.id)
        const shares = {
          shareOfType: percent(ofType.get(goal.id)),
          shareOfTotal: percent(ofTotal.get(goal.id)),
        }
        return facts
          ? [{ ...facts, ...shares, dueOn: goal.content.dueOn ?? '', budget: budgetOf([goal]) }]
          : []
      }),
    }
  })
}

/** Two decimals always, so that a column of them can be read. */
const percent = (hundredths = 0): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`

const YUAN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** The sum in yuan; '' where no goal has a budget. */
function budgetOf(goals: readonly Goal[]): string {
  const budgets = goals.flatMap(({ content: { budget } }) => (budget === null ? [] : [budget]))
  return budgets.length === 0 ? '' : YUAN.format(budgets.reduce((sum, one) => sum + one, 0) / 100)
}
