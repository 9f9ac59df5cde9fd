/** What stands on an assessor's sheet beside the questions: the year of each goal, the account, what was found. */
import type { Block } from '../../../cards/packing.ts'
import { findingOnSheet, goalOnSheet, type SheetFindingFacts } from '../../../cards/sheet-blocks.ts'
import type { ListedFinding } from '../../execution/queries/findings.ts'
import { measuresOf } from '../../execution/queries/measures.ts'
import { type LocalDate, sayInstant } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { findAccount } from '../account/queries.ts'
import { type AccountState, statementsOf } from '../account/rules/account.ts'
import { toldOf, yardstickOf } from '../account/told.ts'
import { goalFields } from '../fields.ts'
import { findingFields } from '../finding-fields.ts'
import { type YearInShort, yearInShort } from '../progress-in-short.ts'
import type { Candidate } from '../rules/candidates.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import type { AssessedGoal } from '../rules/goal.ts'
import { markedOf, type SheetState } from '../rules/sheet.ts'
import { goalFacts } from './said.ts'

export interface SheetBlocks {
  /** What was found about the unit, then each goal and what was found on it. */
  readonly blocks: readonly Block[]
  readonly account: AccountState
}

export async function sheetBlocks(
  db: Database,
  facts: AssessingFacts,
  sheet: SheetState,
  today: LocalDate,
): Promise<SheetBlocks> {
  const { year, unit, goals, findings, regime, policy } = facts
  const ids = goals.map((goal) => goal.id)
  const [account, measures, short] = await Promise.all([
    findAccount(db, year, unit),
    measuresOf(db, ids),
    yearInShort(db, { year, unit, goals: ids }, today),
  ])
  const { entries, verdicts } = markedOf(sheet)
  const signed = account.status === 'signed'
  const onGoal = (goal: AssessedGoal): Block => {
    const said = signed ? statementsOf(account)[goal.id] : undefined
    const progress = short.progress.get(goal.id)
    return goalOnSheet(
      {
        id: goal.id,
        goal: goalFacts(goal),
        told: toldOf(said, yardstickOf(measures, goal.id)),
        progress: progress ?? { reports: '', light: null, over: '', good: [] },
        fields: goalFields(goal, regime, entries[goal.id], policy.levels),
      },
      signed,
    )
  }
  const found = (one: Candidate): Block => {
    const verdict = verdicts[one.number]
    const weighed = verdict ? verdict.kind : 'open'
    const fields = findingFields(one, regime, verdict, goals)
    return findingOnSheet({ ...findingFacts(one, short, today), weighed, fields })
  }
  return {
    blocks: [
      ...findings.filter((one) => one.goal === null).map(found),
      ...goals.flatMap((goal) => [
        onGoal(goal),
        ...findings.filter((one) => one.goal === goal.id).map(found),
      ]),
    ],
    account,
  }
}

function findingFacts(
  one: Candidate,
  short: YearInShort,
  today: LocalDate,
): Omit<SheetFindingFacts, 'weighed' | 'fields'> {
  const { number, kind, severity, status, fact, goal } = one
  const row = short.findings.find((found) => found.number === number)
  return {
    ...{ number, kind, severity, status, fact },
    overdue: status === 'open' && row?.due_on != null && row.due_on < today,
    at: row ? sayInstant(row.published_at) : '',
    about: goal === null ? aboutOf(row) : '',
  }
}

/** What was found on a goal that is not assessed any more says so. */
const aboutOf = (row: ListedFinding | undefined): string =>
  row?.goal_number == null ? '单位整体' : `目标${row.goal_number}（不参加考核）`
