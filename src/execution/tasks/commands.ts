import * as z from 'zod'
import { command } from '../../kernel/command.ts'
import { type Decision, refused } from '../../kernel/decision.ts'
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import type { ExecutionEvent, ExecutionState } from '../rules/execution.ts'
import { executionId, goalExecution } from '../subject.ts'
import { peopleCalled, peopleIn, taskContext } from './desk.ts'
import type { TaskDone } from './done.ts'
import { ownerNotices, tasksView } from './notices.ts'
import {
  addTasks,
  changeTask,
  endTask,
  LARGEST_SHARE,
  type TaskContext,
  type TaskRefusal,
  TITLE_LENGTH,
} from './rules/decide.ts'
import { type ListRefusal, LONGEST_LIST, plansIn } from './rules/list.ts'
import { type Candidate, ownerOf } from './rules/owners.ts'
import { findOpen, type TaskPlan, usualShare } from './rules/task.ts'

type Decided = Decision<ExecutionEvent, TaskRefusal | ListRefusal>

const characters = (most: number, least = 0) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length >= least && [...text].length <= most)

/** `task.split`: a typed list, one task a line, as it was shown. */
export const taskSplit = command({
  type: 'task.split',
  payload: z.object({
    goal: z.string(),
    text: characters(LONGEST_LIST),
    /** Which of several people of one name is meant, by the name as it was typed. */
    owners: z.record(z.string(), z.string()).default({}),
    /** How many tasks the goal had ever had when the card was drawn. */
    seen: z.int().exactOptional(),
  }),
  on: goalExecution,
  id: ({ goal }) => executionId(goal),
  async context(db, { goal, text, seen }, meta) {
    const desk = await taskContext(db, goal, meta, seen)
    return { ...desk, people: desk.goal ? await peopleIn(db, desk.goal, text, meta.today) : [] }
  },
  decide(state, { text, owners: chosen }, { people, ...context }): Decided {
    const { goal } = context
    const place = { year: goal?.year ?? 0, unit: goal?.unitName ?? '' }
    const listed = plansIn(text, { ...place, people, usual: usualShare(state.tasks), chosen })
    // Who has no right is told so before anything of the unit's people.
    const decision = addTasks(state, 'plans' in listed ? listed.plans : [], context)
    if ('refusal' in decision) return decision
    return 'refusal' in listed ? refused(listed.refusal) : decision
  },
  tell({ payload: { goal }, events, ...told }) {
    const added = events.flatMap((event) => (event.type === 'tasks.added' ? event.tasks : []))
    const done: TaskDone = { code: 'added-tasks', count: added.length }
    return { notices: ownerNotices(goal, added, told), answer: { done, show: tasksView(goal) } }
  },
  onRefusal: (refusal, { goal }) => (refusal.code === 'changed-tasks' ? tasksView(goal) : undefined),
})

const savePayload = z.object({
  goal: z.string(),
  task: z.int().nullable().default(null),
  title: characters(TITLE_LENGTH, 1),
  /** A name or a number, as it was typed. */
  owner: characters(60, 1),
  dueOn: z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value)),
  /** Null: as much as the others have. */
  share: z.int().min(1).max(LARGEST_SHARE).nullable().default(null),
  reason: characters(200).default(''),
})

/** `task.save`: one task by form, a new one or a changed one. */
export const taskSave = command({
  type: 'task.save',
  payload: savePayload,
  on: goalExecution,
  id: ({ goal }) => executionId(goal),
  async context(db, { goal, owner }, meta, state) {
    const desk = await taskContext(db, goal, meta, undefined)
    const people = desk.goal ? await peopleCalled(db, desk.goal, [owner], meta.today) : []
    return { desk, people, before: state.tasks }
  },
  decide: (state, payload, { desk, people }): Decided => decideSave(state, payload, desk, people),
  tell({ payload: { goal, task }, context: { before, desk }, after, ...told }) {
    const number = task ?? after.tasks.length
    const owned = [findOpen(before, number), findOpen(after.tasks, number)].flatMap((one) => one ?? [])
    const done: TaskDone =
      task === null
        ? { code: 'added-tasks', count: 1 }
        : { code: 'changed-task', goal: desk.goal?.number ?? 0, number }
    return { notices: ownerNotices(goal, distinct(owned), told), answer: { done, show: tasksView(goal) } }
  },
})

const distinct = <Owned extends { readonly owner: string }>(owned: readonly Owned[]): Owned[] =>
  owned.filter(({ owner }, at) => owned.findIndex((one) => one.owner === owner) === at)

function decideSave(
  state: ExecutionState,
  { task, title, owner: typed, dueOn, share, reason }: z.infer<typeof savePayload>,
  desk: TaskContext,
  people: readonly Candidate[],
): Decided {
  const found = ownerOf(typed, people, { unit: desk.goal?.unitName ?? '', chosen: undefined })
  const { id: owner, name: ownerName } = 'owner' in found ? found.owner : { id: '', name: '' }
  const usual = task === null ? undefined : findOpen(state.tasks, task)?.share
  const plan: TaskPlan = { title, owner, ownerName, dueOn, share: share ?? usual ?? usualShare(state.tasks) }
  const decision =
    task === null ? addTasks(state, [plan], desk) : changeTask(state, task, { ...plan, reason }, desk)
  if ('refusal' in decision) return decision
  return 'refusal' in found ? refused(found.refusal) : decision
}

/** `task.end`: a task that is done no more; it counts no longer, and stays on record with the reason. */
export const taskEnd = command({
  type: 'task.end',
  payload: z.object({ goal: z.string(), task: z.int(), reason: characters(200) }),
  on: goalExecution,
  id: ({ goal }) => executionId(goal),
  context: async (db, { goal }, meta, state) => ({
    desk: await taskContext(db, goal, meta, undefined),
    before: state.tasks,
  }),
  decide: (state, { task, reason }, { desk }): Decided => endTask(state, task, reason, desk),
  tell({ payload: { goal, task }, context: { before, desk }, ...told }) {
    const done: TaskDone = { code: 'ended-task', goal: desk.goal?.number ?? 0, number: task }
    const ended = findOpen(before, task)
    return {
      notices: ownerNotices(goal, ended ? [ended] : [], told),
      answer: { done, show: tasksView(goal) },
    }
  },
})
