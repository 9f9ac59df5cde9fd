/** What a ratified adjustment makes of the plan (Article 17). */
import type { LocalDate } from '../../../kernel/time.ts'
import { criterionOf } from '../../rules/criterion.ts'
import { goalIdOf } from '../../rules/draft.ts'
import { drafterOf } from '../../rules/drafters.ts'
import type { WorkItem } from '../../rules/entry.ts'
import type { Act, Adjusted, Assigned, GoalContent } from '../../rules/goal.ts'
import type { AdjustmentOfPlan } from '../../rules/plan.ts'
import type { AdjustmentState, Request, Target } from './adjustment.ts'
import type { Fitting } from './request.ts'

type Waiting = Extract<AdjustmentState, { status: 'reviewed' }>

export interface Changing extends Fitting {
  readonly act: Act
  /** Its number within the plan. */
  readonly adjustment: number
}

export function changeOfPlan(state: Waiting, effectiveOn: LocalDate, c: Changing): AdjustmentOfPlan {
  const { request, asked } = state
  const { act } = c
  const adjusted: Adjusted = {
    number: c.adjustment,
    reason: request.reason,
    why: request.why,
    ...{ effectiveOn, asked, act },
  }
  switch (request.kind) {
    case 'add':
      return added(request, state, adjusted, c)
    case 'change': {
      const criterion = criterionAfter(request.content, request, c.catalogue.workItems)
      return { type: 'goal.adjusted', goal: request.goal, content: request.content, criterion, adjusted, act }
    }
    case 'cancel':
      return { type: 'goal.cancelled', goal: request.goal, adjusted, act }
  }
}

function added(
  { content }: Extract<Request, { kind: 'add' }>,
  state: Waiting,
  adjusted: Adjusted,
  { place, plan, catalogue, act }: Changing,
): AdjustmentOfPlan {
  const number = plan.lastNumber + 1
  const assigned = assignedBy(content, state)
  return {
    type: 'goal.added',
    goal: goalIdOf(place.year, place.unit, number),
    number,
    drafter: drafterOf(place.kind, content.type),
    content,
    criterion: criterionOf(content, catalogue.workItems),
    ...(assigned && { assigned }),
    adjusted,
    passed: state.reviewed ?? state.sent,
    act,
  }
}

/** A special goal that the school asks for is one that it assigns (Article 14). */
function assignedBy(content: GoalContent, { side, asked }: Waiting): Assigned | undefined {
  return content.type === 'special' && side !== 'unit' ? { as: side, act: asked } : undefined
}

/** A routine goal keeps its standard while it keeps its work item: one unit's adjustment changes no standard (Article 11). */
export function criterionAfter(content: GoalContent, target: Target, workItems: readonly WorkItem[]): string {
  const { before, criterion } = target
  const sameItem =
    content.type === 'routine' && before.type === 'routine' && content.workItem === before.workItem
  return sameItem ? criterion : criterionOf(content, workItems)
}
