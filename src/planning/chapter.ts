import type { Chapter } from '../kernel/chapter.ts'
import type { Blobs } from '../store/blobs.ts'
import { assignForm } from './assign-form.ts'
import { batchForm } from './batch-form.ts'
import { bulkIntents } from './bulk-intents.ts'
import { assignGoalCommand } from './commands/assign.ts'
import { ratifyPlanCommand, reviewPlanCommand } from './commands/decide.ts'
import { draftGoalCommand, removeGoalCommand, reviseGoalCommand } from './commands/draft.ts'
import { reviewPlansCommand } from './commands/review-many.ts'
import { sendPartCommand } from './commands/send.ts'
import { withdrawPartCommand } from './commands/withdraw.ts'
import { copyGoalsCommand } from './copy/command.ts'
import { goalCopyView } from './copy/view.ts'
import { copyWording } from './copy/wording.ts'
import { goalForm, goalReviseForm } from './goal-form.ts'
import { goalSheetView } from './goal-sheet/view.ts'
import { planningIntents } from './intents.ts'
import { planningInGroupView } from './overview/in-group-view.ts'
import { overviewIntents } from './overview/intents.ts'
import { planningOverviewView } from './overview/overview-view.ts'
import { remindCommand } from './overview/remind.ts'
import { planningDigestView, planningReminderView } from './overview/reminder-view.ts'
import { overviewWording } from './overview/wording.ts'
import { planningTodo } from './todo.ts'
import { ratifyForm, reviewForm } from './verdict-form.ts'
import { assignGoalView, goalsAssignedView } from './views/assigned.ts'
import { planRatifyView, planReviewView } from './views/decide.ts'
import { draftGoalView } from './views/draft-goal.ts'
import { goalDetailView } from './views/goal-detail.ts'
import { myGoalsView } from './views/my-goals.ts'
import { plansReviewedView } from './views/reviewed.ts'
import { plansToRatifyView, plansToReviewView } from './views/to-decide.ts'
import { goalsReturnedView, planInForceView } from './views/told.ts'
import { planningWording } from './wording.ts'
import { applyGoalsCommand, dropGoalsCommand, readGoalsCommand } from './workbook/commands.ts'
import { takesWorkbook } from './workbook/takes-file.ts'
import { goalTemplateView, goalWorkbookView } from './workbook/views.ts'
import { workbookWording } from './workbook/wording.ts'

/** What this chapter needs of the world: where workbooks are kept. */
export interface PlanningDeps {
  readonly blobs: Blobs
}

/** Goals are set, reviewed and ratified (Articles 8-16). */
export const planning = ({ blobs }: PlanningDeps): Chapter => ({
  name: 'planning',
  commands: [
    draftGoalCommand,
    reviseGoalCommand,
    removeGoalCommand,
    assignGoalCommand,
    sendPartCommand,
    withdrawPartCommand,
    reviewPlanCommand,
    reviewPlansCommand,
    ratifyPlanCommand,
    readGoalsCommand(blobs),
    applyGoalsCommand(blobs),
    dropGoalsCommand,
    copyGoalsCommand,
    remindCommand,
  ],
  views: [
    draftGoalView,
    goalDetailView,
    assignGoalView,
    goalsAssignedView,
    myGoalsView,
    planReviewView,
    planRatifyView,
    plansToReviewView,
    plansReviewedView,
    plansToRatifyView,
    goalsReturnedView,
    planInForceView,
    goalSheetView,
    goalTemplateView,
    goalWorkbookView(blobs),
    goalCopyView,
    planningOverviewView,
    planningInGroupView,
    planningReminderView,
    planningDigestView,
  ],
  forms: [goalForm, goalReviseForm, assignForm, reviewForm, batchForm, ratifyForm],
  intents: [...planningIntents, ...bulkIntents, ...overviewIntents],
  todo: planningTodo,
  takesFile: takesWorkbook,
  wording: { ...planningWording, ...workbookWording, ...copyWording, ...overviewWording },
})
