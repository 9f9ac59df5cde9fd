import type { Chapter } from '../kernel/chapter.ts'
import { ratifyPlanCommand, reviewPlanCommand } from './commands/decide.ts'
import { draftGoalCommand, removeGoalCommand, reviseGoalCommand } from './commands/draft.ts'
import { sendPartCommand } from './commands/send.ts'
import { goalForm, goalReviseForm } from './goal-form.ts'
import { planningIntents } from './intents.ts'
import { planningTodo } from './todo.ts'
import { ratifyForm, reviewForm } from './verdict-form.ts'
import { planRatifyView, planReviewView } from './views/decide.ts'
import { draftGoalView } from './views/draft-goal.ts'
import { goalDetailView } from './views/goal-detail.ts'
import { myGoalsView } from './views/my-goals.ts'
import { plansToRatifyView, plansToReviewView } from './views/to-decide.ts'
import { goalsReturnedView, planInForceView } from './views/told.ts'
import { planningWording } from './wording.ts'

/** Goals are set, reviewed and ratified (Articles 8-16). */
export const planning: Chapter = {
  name: 'planning',
  commands: [
    draftGoalCommand,
    reviseGoalCommand,
    removeGoalCommand,
    sendPartCommand,
    reviewPlanCommand,
    ratifyPlanCommand,
  ],
  views: [
    draftGoalView,
    goalDetailView,
    myGoalsView,
    planReviewView,
    planRatifyView,
    plansToReviewView,
    plansToRatifyView,
    goalsReturnedView,
    planInForceView,
  ],
  forms: [goalForm, goalReviseForm, reviewForm, ratifyForm],
  intents: planningIntents,
  todo: planningTodo,
  wording: planningWording,
}
