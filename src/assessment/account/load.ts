/** What a unit's account is stated, signed and shown by. */
import { judgementsOf } from '../../execution/queries/judgements.ts'
import { measuresOf } from '../../execution/queries/measures.ts'
import { filesOfReports } from '../../execution/queries/report-files.ts'
import { latestProgress } from '../../execution/queries.ts'
import type { Acting } from '../../kernel/acting.ts'
import type { GoalId, UnitId, Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { findUnit, getActor } from '../../organization/queries.ts'
import { listGoalsInForce } from '../../planning/queries.ts'
import type { GoalInForce } from '../../planning/rules/goal.ts'
import { findYear } from '../../policy/queries.ts'
import { phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import type { EvidenceTable } from '../../store/schema/execution.ts'
import { findAssessment } from '../queries.ts'
import { findAccount, listSenders } from './queries.ts'
import type { AccountState } from './rules/account.ts'
import type { AccountContext } from './rules/state-account.ts'
import { yardstickOf } from './told.ts'

export interface AccountPlace {
  readonly year: Year
  readonly unit: UnitId
}

export async function accountContext(
  db: Database,
  { year, unit }: AccountPlace,
  acting: Acting & { readonly at: Instant },
): Promise<AccountContext> {
  return (await loadAccount(db, { year, unit }, acting)).context
}

export interface LoadedAccount {
  readonly context: AccountContext
  readonly state: AccountState
  readonly goals: readonly GoalInForce[]
  /** Of the goals' reports, the newest first. */
  readonly files: ReadonlyMap<GoalId, readonly EvidenceTable[]>
}

export async function loadAccount(
  db: Database,
  { year, unit }: AccountPlace,
  acting: Acting & { readonly at: Instant },
): Promise<LoadedAccount> {
  const [open, found, goals, state, assessment, senders, by] = await Promise.all([
    findYear(db, year),
    findUnit(db, unit),
    listGoalsInForce(db, year, unit),
    findAccount(db, year, unit),
    findAssessment(db, year, unit),
    listSenders(db, year, unit),
    getActor(db, acting),
  ])
  const ids = goals.map((goal) => goal.id)
  const [measures, files] = await Promise.all([measuresOf(db, ids), filesOfReports(db, ids)])
  return {
    context: {
      unit:
        open && found?.active === 1 ? { id: unit, name: found.name, phase: phaseFor(open, unit) } : undefined,
      goals: goals.map(({ id, number, title }) => ({
        ...{ id, number, title, yardstick: yardstickOf(measures, id) },
        files: (files.get(id) ?? []).map((file) => file.id),
      })),
      by,
      at: acting.at,
      deliberatedAt: assessment.status === 'open' ? null : assessment.openedAt,
      scored: senders.length > 0,
    },
    state,
    goals,
    files,
  }
}

/** What each indicator came to last, as it was accepted, else as it was reported; hundredths. */
export async function lastValues(
  db: Database,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, number>> {
  const last = await latestProgress(db, goals)
  const judged = await judgementsOf(
    db,
    [...last.values()].map(({ id }) => id),
  )
  return new Map(
    [...last.values()].flatMap(({ id, goal, value }) => {
      const known = judged.get(id)?.value ?? value
      return known === null ? [] : [[goal, known] as const]
    }),
  )
}
