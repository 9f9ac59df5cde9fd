/** The units on which the story does not dwell: each reports on its goals every four weeks, by the same command as in the chat. */
import { chaptersFor } from '../../src/chapters.ts'
import { asOneself } from '../../src/kernel/acting.ts'
import { execute } from '../../src/kernel/execute.ts'
import { type Instant, type LocalDate, localDateOf } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { dueOf, GOALS_A_UNIT, goalId, targetOf } from './realising-school.ts'
import { SCHOOL_UNITS } from './school-university.ts'

/** Thursdays, four weeks apart: no goal is silent for thirty days. */
export const ROUNDS: readonly LocalDate[] = [
  ...(['2026-03-12', '2026-04-09', '2026-05-07', '2026-06-04', '2026-07-02'] as const),
  ...(['2026-07-30', '2026-08-27', '2026-09-24', '2026-10-22', '2026-11-19'] as const),
]

/** Percent by round: goals of June are done on 4 June, of September on the 24th, of November on the 19th. */
const PACE: { readonly [dueOn: string]: readonly number[] } = {
  '2026-06-30': [20, 50, 80, 100],
  '2026-09-30': [10, 25, 40, 55, 65, 75, 85, 100],
  '2026-11-30': [10, 20, 30, 40, 50, 65, 75, 85, 95, 100],
}

/** 药学学院 reports in the chat all year; 基础医学学院 never; JX5 is late with its first goal; XZ4 begins in May. */
export const REPORTER = 'JX1'
export const SILENT = 'JX4'
export const LATE = 'JX5'
export const WAKING = 'XZ4'
const LATE_PACE: readonly number[] = [20, 40, 60, 80, 95]

/** How far the goal is in that round; undefined where it is done and nothing is left to report. */
export function paceOf(unit: string, number: number, round: number): number | undefined {
  return (unit === LATE && number === 1 ? LATE_PACE : PACE[dueOf(number)])?.[round]
}

export function roundOn(day: LocalDate): number | undefined {
  const round = ROUNDS.indexOf(day)
  return round < 0 ? undefined : round
}

const command = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
  .flatMap((one) => one.commands)
  .find((one) => one.type === 'progress.report-many')

const reportsOf = (unit: string, round: number) =>
  Array.from({ length: GOALS_A_UNIT }, (_, n) => n + 1).flatMap((number) => {
    const percent = paceOf(unit, number, round)
    if (percent === undefined) return []
    const target = targetOf(number)
    const value = target === null ? null : (percent * target) / 100
    return [{ goal: goalId(unit, number), percent, value, done: `第${round + 1}次报送：按计划推进` }]
  })

/** Every unit but those that the story follows in the chat. */
export async function crowdReports(db: SqliteDatabase, round: number, at: Instant): Promise<void> {
  const absent = [REPORTER, SILENT, ...(round < 2 ? [WAKING] : [])]
  for (const { id, contact } of SCHOOL_UNITS) {
    const reports = reportsOf(id, round)
    if (absent.includes(id) || reports.length === 0 || !command) continue
    const meta = { ...asOneself(contact, localDateOf(at)), causes: [`round:${round}:${id}`] as const, at }
    const outcome = await execute(db, command, { reports }, meta)
    if (!outcome.ok) throw new Error(`${id} in round ${round}: ${JSON.stringify(outcome.refusal)}`)
  }
}
