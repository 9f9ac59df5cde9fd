/** A page of a unit's deductions, by goal. */
import type { FeedbackFacts, FeedbackGoal } from '../../../cards/feedback-unit.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import { bytesOf, packedPage } from '../packed.ts'
import { deductionsOf } from '../rules/entry.ts'
import type { GoalLedger } from '../rules/final-of.ts'
import { goalFacts } from './said.ts'

type Deduction = FeedbackGoal['deductions'][number]

interface Row extends Deduction {
  readonly ledger: GoalLedger
}

/** What a card holds beside the total, the chart and the answer. */
const BUDGET = 11_000
const MOST = 24
/** JSON around two lines of words. */
const FRAME = 260

export function deductionPage(
  ledgers: readonly GoalLedger[],
  asked: number,
  view: { readonly name: string; readonly params: JsonObject },
): Pick<FeedbackFacts, 'count' | 'page' | 'goals' | 'full' | 'turns'> {
  const rows = ledgers.flatMap((ledger) =>
    deductionsOf(ledger.entry, ledger.goal).map((one, at): Row => ({ ...one, index: at + 1, ledger })),
  )
  const bytes = ({ ledger, reason, criterion }: Row): number =>
    FRAME + bytesOf(reason, criterion, ledger.goal.title)
  const { items, page, turns } = packedPage(rows, { bytes, most: MOST, budget: BUDGET }, asked, view)
  const full = ledgers.filter((one) => deductionsOf(one.entry, one.goal).length === 0)
  return {
    ...{ count: rows.length, page, turns },
    goals: ledgers.flatMap((ledger) => {
      const own = items.filter((row) => row.ledger === ledger)
      return own.length === 0 ? [] : [goalOf(ledger, own)]
    }),
    full: full.map(({ goal }) => goalFacts(goal)),
  }
}

function goalOf({ goal, entry, score }: GoalLedger, own: readonly Row[]): FeedbackGoal {
  return {
    goal: goalFacts(goal),
    score,
    level: entry.kind === 'level' ? entry.level : null,
    deductions: own.map(({ index, points, reason, criterion }) => ({ index, points, reason, criterion })),
  }
}
