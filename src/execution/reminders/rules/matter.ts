/** What people are reminded of until it is done: one matter, whoever hears of it. */
import type { GoalId, PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Role } from '../../../store/schema/organization.ts'
import type { GoalType } from '../../../store/schema/planning.ts'
import type { EscalationLevel } from '../../../store/schema/reminders.ts'

/** By which duty a person is reminded: who was given it may see the reminder too. Without a scope, whichever. */
export interface ReminderDuty {
  readonly role: Role | 'leader'
  readonly scope?: string
}

export interface Reminded {
  readonly id: PersonId
  /** Of that day. */
  readonly name: string
  /** Null where it is the person's own, as a task. */
  readonly duty: ReminderDuty | null
}

export interface Rung {
  readonly level: EscalationLevel
  /** Each once; none where nobody holds the role. */
  readonly people: readonly Reminded[]
}

interface Common {
  /** Names it for good, as `goal:2026:JX01:3`. */
  readonly key: string
  readonly unit: UnitId
  readonly unitName: string
  /** Its last day in time. */
  readonly dueOn: LocalDate
  /** Who has to do it, then those to whom it goes up, in their order. */
  readonly chain: readonly [Rung, ...Rung[]]
}

interface OfGoal {
  readonly goal: GoalId
  readonly number: number
  readonly title: string
}

export type Matter = Common &
  (
    | ({ readonly kind: 'goal' } & OfGoal)
    /** `ever`: whether anything was reported before. Its last day in time is the one before it counts as silent. */
    | ({ readonly kind: 'silence'; readonly ever: boolean } & OfGoal)
    | ({ readonly kind: 'task'; readonly task: number; readonly percent: number } & OfGoal)
    | ({ readonly kind: 'help'; readonly request: number; readonly words: string } & OfGoal)
    | {
        readonly kind: 'rectification'
        readonly finding: string
        readonly goalNumber: number | null
        readonly fact: string
      }
    | {
        readonly kind: 'plan'
        readonly task: 'draft' | 'revise' | 'send' | 'review' | 'ratify'
        readonly goals: number
        readonly types: readonly GoalType[]
      }
    /** Petitions on which the leading group has the next step (Article 32): their number and age, no more. */
    | { readonly kind: 'petition'; readonly count: number; readonly since: LocalDate }
  )

/** What has no day of its own that people know: it is overdue from the start, and told again only after days. */
export const isStanding = ({ kind }: Pick<Matter, 'kind'>): boolean =>
  kind === 'silence' || kind === 'petition'

export const isOverdue = ({ dueOn }: Pick<Matter, 'dueOn'>, today: LocalDate): boolean => dueOn < today
