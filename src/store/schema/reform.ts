import type { Instant, LocalDate } from '../../kernel/time.ts'

/** A confirmed reform of the units (rulebook 1): written once. */
export interface ReformTable {
  number: number
  kind: 'add' | 'rename' | 'merge' | 'split' | 'exempt' | 'restore' | 'lead' | 'kind'
  /** 发文号 */
  document: string
  effective_on: LocalDate
  /** The year whose goals it moved; null where it touched none. */
  year: number | null
  by_name: string
  at: Instant
}

/** A unit that a reform is about. */
export interface ReformUnitTable {
  reform: number
  unit: string
  /** `from`: as it was before; `into`: as it is since. */
  part: 'from' | 'into'
  /** Of that day. */
  name: string
}

/** A goal that an ending unit left to another, or that nobody took over. */
export interface GoalMoveTable {
  reform: number
  goal: string
  year: number
  from_unit: string
  from_number: number
  title: string
  to_unit: string | null
  to_number: number | null
  /** Why nobody took it over; '' where somebody did. */
  reason: string
}

export interface ReformSchema {
  reform: ReformTable
  reform_unit: ReformUnitTable
  goal_move: GoalMoveTable
}
