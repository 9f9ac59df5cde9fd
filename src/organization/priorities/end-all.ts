/** The school's priorities are those of one year (Article 9): with the next they end, and stay readable. */
import type { Year } from '../../kernel/ids.ts'
import type { SubjectChange } from '../../kernel/subject.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { loadOrganization } from '../present.ts'
import { reorganize } from '../reorganize.ts'
import { dayBefore } from '../roster/day-before.ts'

const NOTHING = { people: [], units: [], teams: [], workItems: [] } as const

/** The changes that end all priorities of the year that is over; none where there are none. */
export async function endPriorities(db: Database, year: Year, today: LocalDate): Promise<SubjectChange[]> {
  const present = await loadOrganization(db)
  const listed = [...present.priorities].filter(([, { state }]) => state.status === 'listed')
  if (listed.length === 0) return []
  const priorities = listed.map(([id]) => ({
    id,
    events: [{ type: 'priority.ended', on: dayBefore(today) } as const],
  }))
  const event = { type: 'school.priorities-ended', year, count: listed.length } as const
  return reorganize(present, { ...NOTHING, priorities }, event)
}
