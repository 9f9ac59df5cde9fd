/** What a person is answered when tasks were changed. */
export type TaskDone =
  | { readonly code: 'added-tasks'; readonly count: number }
  | { readonly code: 'changed-task'; readonly goal: number; readonly number: number }
  | { readonly code: 'ended-task'; readonly goal: number; readonly number: number }
