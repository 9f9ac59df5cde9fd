/** What is read before tasks are decided on. */
import type { GoalId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { findReportedGoal } from '../access.ts'
import { listColleagues } from '../queries/tasks.ts'
import type { ReportedGoal } from '../rules/progress.ts'
import type { TaskContext } from './rules/decide.ts'
import { type Candidate, calledIn, namesIn } from './rules/owners.ts'
import { readTaskLines } from './rules/task-lines.ts'

export async function taskContext(
  db: Database,
  goal: GoalId,
  viewer: Viewer,
  seen: number | undefined,
): Promise<TaskContext> {
  const [reported, by] = await Promise.all([findReportedGoal(db, goal), getActor(db, viewer)])
  return { goal: reported, by, at: viewer.at, today: viewer.today, seen }
}

/** The people of the goal's unit who are named in a typed list. */
export async function peopleIn(
  db: Database,
  goal: ReportedGoal,
  text: string,
  today: LocalDate,
): Promise<readonly Candidate[]> {
  const { lines } = readTaskLines(text, goal.year)
  return called(db, goal, lines.flatMap(namesIn), today)
}

export async function peopleCalled(
  db: Database,
  goal: Pick<ReportedGoal, 'unit'>,
  typed: readonly string[],
  today: LocalDate,
): Promise<readonly Candidate[]> {
  return called(db, goal, typed.flatMap(calledIn), today)
}

async function called(
  db: Database,
  { unit }: Pick<ReportedGoal, 'unit'>,
  names: readonly string[],
  today: LocalDate,
): Promise<readonly Candidate[]> {
  const wanted = new Set(names.flatMap((one) => [one, one.toUpperCase()]))
  return listColleagues(db, unit, [...wanted], today)
}
