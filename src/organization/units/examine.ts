/** A reform as it would be done now, with a mark of all that it was worked out on: what the preview shows is what is confirmed. */
import type { Head } from '../../kernel/subject.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { markOf } from '../../policy/rules/mark.ts'
import type { Database } from '../../store/database.ts'
import { type LoadedFacts, loadReformFacts } from './facts.ts'
import { type Proposal, proposeReform } from './proposal/propose.ts'
import type { Act, ReformState } from './rules/reform.ts'

export type Prepared = Extract<ReformState, { status: 'prepared' }>

export interface Examined {
  readonly facts: LoadedFacts
  readonly proposal: Proposal
  readonly mark: string
}

export async function examineReform(
  db: Database,
  reform: number,
  head: Head<Prepared>,
  today: LocalDate,
  act: Act,
): Promise<Examined> {
  const { wish, paper, choices } = head.state
  const facts = await loadReformFacts(db, wish, today)
  const proposal = proposeReform({ reform, wish, paper, choices, act }, facts)
  const plans = [...facts.heads].map(([unit, plan]) => [unit, plan.version])
  const mark = markOf([head.version, facts.present.school.version, plans, facts.standing])
  return { facts, proposal, mark }
}
