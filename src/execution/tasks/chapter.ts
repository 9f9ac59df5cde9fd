import type { Chapter } from '../../kernel/chapter.ts'
import { taskEnd, taskSave, taskSplit } from './commands.ts'
import { ownersForm } from './forms/owners.ts'
import { taskEndForm, taskForm } from './forms/task.ts'
import { tasksHandedOver } from './hand-over.ts'
import { taskIntents } from './intents.ts'
import { ownTasksTodo } from './todo.ts'
import { taskGoalsView } from './views/goals.ts'
import { listUnderstoodView } from './views/list-understood.ts'
import { ownTasksView, tasksGivenView } from './views/own.ts'
import { reportUnderstoodView } from './views/report-understood.ts'
import { taskView } from './views/task.ts'
import { tasksView } from './views/tasks.ts'
import { taskBars, taskWording } from './wording.ts'

/** Goals in force are split into tasks with owner, due date and share (Article 18). */
export const tasks: Chapter = {
  name: 'tasks',
  commands: [taskSplit, taskSave, taskEnd],
  views: [
    ...[tasksView, taskView, taskGoalsView],
    ...[ownTasksView, tasksGivenView],
    ...[listUnderstoodView, reportUnderstoodView],
  ],
  forms: [taskForm, taskEndForm, ownersForm],
  intents: taskIntents,
  todo: ownTasksTodo,
  handsOver: tasksHandedOver,
  wording: { ...taskWording, ...taskBars },
}
