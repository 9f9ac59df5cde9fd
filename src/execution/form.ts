import * as z from 'zod'
import { foldSubject } from '../kernel/subject.ts'
import { localDateOf } from '../kernel/time.ts'
import { formOf, type Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { findGoal } from '../planning/queries.ts'
import type { Database } from '../store/database.ts'
import type { ProgressTable } from '../store/schema/execution.ts'
import { findReportedGoal } from './access.ts'
import {
  type Evidence,
  evidenceField,
  type Filled,
  figureFields,
  reasonField,
  wordFields,
} from './form-fields.ts'
import { latestProgress, listAttachedEvidence, listUnattachedEvidence } from './queries.ts'
import type { ExecutionState } from './rules/execution.ts'
import { figuresOfLine } from './rules/line-figures.ts'
import { barOf, type ReportedGoal } from './rules/progress.ts'
import { readProgressLine } from './rules/progress-line.ts'
import { executionId, goalExecution } from './subject.ts'
import { findOpen, type Task } from './tasks/rules/task.ts'

const MOST_FILES = 20

/** A progress report in one card (Article 18), opened empty or with what a typed line already said. */
export const progressForm = formOf({
  name: 'progress',
  params: z.object({
    goal: z.string(),
    /** The task that is reported; the whole goal without. */
    task: z.int().min(1).nullable().default(null),
    /** What was typed, with the goal's number. */
    line: z.string().default(''),
  }),
  command: 'progress.report',
  async spec(db, { goal: id, task: number, line }, viewer) {
    const [reported, actor, goal, { state }] = await Promise.all([
      findReportedGoal(db, id),
      getActor(db, viewer),
      findGoal(db, id),
      foldSubject(db, goalExecution, executionId(id)),
    ])
    const task = number === null ? undefined : findOpen(state.tasks, number)
    const bar = barOf(reported, actor, task)
    if (bar || !reported || !goal) return { refusal: bar ?? { code: 'unknown-goal' } }
    if (number !== null && !task) return { refusal: { code: 'unknown-task', number } }
    const [latest, files] = await Promise.all([latestProgress(db, [id]), filesFor(db, viewer, id)])
    const last = latest.get(id)
    const filled = filledBy(line, state, reported) ?? supplemented(last, task, files, viewer) ?? BLANK
    const known = { state, measure: reported.measure, task }
    const fields = [
      ...figureFields(known, filled, last),
      ...wordFields(filled, task),
      ...evidenceField(files),
      ...reasonField(known, filled),
    ]
    return { title: titleOf(goal, task), fields, submit: '报送进展' }
  },
  payload: (values, { goal, task }) => ({
    ...{ goal, task },
    percent: values.percent as number,
    value: (values.value as number | undefined) ?? null,
    state: values.state as string,
    done: (values.done as string | undefined) ?? '',
    next: (values.next as string | undefined) ?? '',
    difficulty: (values.difficulty as string | undefined) ?? '',
    reason: (values.reason as string | undefined) ?? '',
    cost: (values.cost as number | undefined) ?? null,
    evidence: (values.evidence as readonly string[] | undefined) ?? [],
  }),
})

const titleOf = (
  goal: { readonly number: number; readonly title: string },
  task: Task | undefined,
): string =>
  task
    ? `报送任务${task.number}：${task.title}（目标${goal.number}）`
    : `报送进展：目标${goal.number} ${goal.title}`

async function filesFor(db: Database, viewer: Viewer, goal: string): Promise<Evidence> {
  const [unused, used] = await Promise.all([
    listUnattachedEvidence(db, viewer.by),
    listAttachedEvidence(db, viewer.by, goal),
  ])
  return { unused, used: used.slice(0, MOST_FILES - unused.length) }
}

const BLANK: Filled = {
  ...{ percent: undefined, value: null, state: undefined, cost: null },
  ...{ done: '', next: '', difficulty: '', reason: '' },
}

function filledBy(
  typed: string,
  state: ExecutionState,
  { measure }: Pick<ReportedGoal, 'measure'>,
): Filled | undefined {
  const line = typed === '' ? undefined : readProgressLine(typed)
  if (line?.kind !== 'read' || line.rest === '') return undefined
  const { done, next, difficulty, reason, cost, state: said } = line
  const { percent, value } = figuresOfLine(line, state, measure)
  return { percent, value, done, next, difficulty, reason, cost, state: said }
}

/** Files that came after the person's own report of the day: it is filled in again, so that they need only be added. */
function supplemented(
  last: ProgressTable | undefined,
  task: Task | undefined,
  { unused }: Evidence,
  viewer: Viewer,
): Filled | undefined {
  if (!last || last.by_person !== viewer.inNameOf || localDateOf(last.at) !== viewer.today) return undefined
  if (last.task !== (task?.number ?? null) || !unused.some((file) => file.at >= last.at)) return undefined
  const { done, next, difficulty, state, value, cost } = last
  return {
    percent: last.task_percent ?? last.percent,
    value,
    done,
    next,
    difficulty,
    reason: '',
    state,
    cost,
  }
}
