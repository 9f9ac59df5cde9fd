/** How the state of a petition, and its age, are said. */
import type { PetitionStatus } from '../../../cards/petition-words.ts'
import { daysBetween, type Instant, type LocalDate, localDateOf, sayInstant } from '../../kernel/time.ts'
import type { PetitionTable } from '../../store/schema/petition.ts'

type Standing = Pick<PetitionTable, 'status' | 'waits_for' | 'proposal'>

/** For the leading group. */
export function statusOf({ status, waits_for, proposal }: Standing): PetitionStatus {
  if (status === 'closed') return 'closed'
  if (proposal !== null) return 'consent'
  return STATUS[waits_for]
}

/** For others: what the leading group still deliberates is not told. */
export function outerStatusOf({ status, waits_for }: Standing): PetitionStatus {
  return status === 'closed' ? 'closed' : STATUS[waits_for]
}

const STATUS = { leaders: 'waiting', writer: 'asked', nobody: 'answered' } as const

/** `3月2日 10:00`, and how long ago. */
export function sayWritten(at: Instant, today: LocalDate): string {
  const days = daysBetween(localDateOf(at), today)
  return days > 0 ? `${sayInstant(at)}（已 ${days} 天）` : sayInstant(at)
}
