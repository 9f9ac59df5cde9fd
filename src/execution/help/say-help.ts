/** Requests for help in the words of their cards. */
import type { OpenHelp } from '../../../cards/help-open.ts'
import { never } from '../../kernel/decision.ts'
import { type LocalDate, sayDate, sayInstant } from '../../kernel/time.ts'
import type { HelpTable } from '../../store/schema/help.ts'
import type { Act } from './rules/help.ts'
import { type Holder, holderOf } from './rules/holder.ts'

/** Who has to answer. */
export function sayHolder({ kind, name }: Pick<Holder, 'kind' | 'name'>): string {
  switch (kind) {
    case 'group':
      return name
    case 'leader':
      return `分管校领导 ${name}`
    case 'office':
      return '领导小组办公室'
    case 'unit':
      return `${name}负责人`
    default:
      return never(kind)
  }
}

/** `3月9日` */
export const sayDay = (date: LocalDate): string => sayDate(date).slice('2026年'.length)

/** `张三，3月2日 10:00` */
export const sayAct = ({ name, at }: Pick<Act, 'name' | 'at'>): string => `${name}，${sayInstant(at)}`

export const isOverdue = (
  { status, due_on }: Pick<HelpTable, 'status' | 'due_on'>,
  today: LocalDate,
): boolean => status === 'open' && due_on < today

export const openRequest = (goal: string, number: number) =>
  ({ send: 'help-request', with: { goal, number } }) as const

/** An open request as every card of its goal shows it. */
export const sayOpenHelp = (row: HelpTable, today: LocalDate): OpenHelp => ({
  words: row.words,
  waits: `${sayHolder(holderOf(row))}，${sayDay(row.due_on)}前`,
  overdue: isOverdue(row, today),
  open: openRequest(row.goal, row.number),
})
