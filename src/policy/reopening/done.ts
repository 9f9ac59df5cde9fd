import type { UnitPhase } from '../rules/reopening.ts'

export type ReopeningDone =
  | {
      readonly code: 'phase-reopened'
      readonly unit: string
      readonly phase: UnitPhase
      readonly told: number
    }
  | { readonly code: 'phase-reclosed'; readonly unit: string; readonly phase: UnitPhase }
