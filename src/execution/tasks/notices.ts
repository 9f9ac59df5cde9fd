/** Owners are told of what is theirs, was changed, or is theirs no more; once for all of an act, and nobody of the own. */
import type { Notice, View } from '../../kernel/command.ts'
import type { GoalId, PersonId } from '../../kernel/ids.ts'
import { executionId } from '../subject.ts'

export const tasksView = (goal: GoalId): View => ({ name: 'tasks', params: { goal } })

interface Owned {
  readonly number: number
  readonly owner: PersonId
}

/** `version`: of what happened, so that it is told once. */
export function ownerNotices(
  goal: GoalId,
  owned: readonly Owned[],
  { version, meta }: { readonly version: number; readonly meta: { readonly by: PersonId } },
): Notice[] {
  return [...new Set(owned.map(({ owner }) => owner))]
    .filter((owner) => owner !== meta.by)
    .map((to) => ({
      to,
      view: viewFor(
        goal,
        owned.filter(({ owner }) => owner === to),
      ),
      about: executionId(goal),
      key: `task:${goal}:${version}:${to}`,
    }))
}

function viewFor(goal: GoalId, tasks: readonly Owned[]): View {
  const numbers = tasks.map(({ number }) => number)
  const [task, ...others] = numbers
  return task !== undefined && others.length === 0
    ? { name: 'task', params: { goal, task } }
    : { name: 'tasks-given', params: { goal, tasks: numbers } }
}
