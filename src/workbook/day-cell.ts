import { type Instant, type LocalDate, millisecondsOf } from '../kernel/time.ts'

const SHANGHAI_MS = 8 * 3600 * 1000

/** A day as a cell's value: spreadsheets have wall clocks and no zones, which exceljs writes as if they were UTC. */
export const dayCell = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)

/** A moment as the clocks in Shanghai show it. */
export const momentCell = (at: Instant): Date => new Date(millisecondsOf(at) + SHANGHAI_MS)
