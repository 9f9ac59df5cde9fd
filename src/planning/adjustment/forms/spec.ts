/** The forms of an adjustment, whole: the goal as it shall be, and why. */
import { KIND_VERBS } from '../../../../cards/adjustment-words.ts'
import { goalName, TYPE_NAMES } from '../../../../cards/goal-words.ts'
import type { Action, FormSpec } from '../../../../cards/kit.ts'
import { localDateOf, sayDate } from '../../../kernel/time.ts'
import type { Viewer } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { GoalType } from '../../../store/schema/planning.ts'
import { goalFields } from '../../goal-fields.ts'
import { countWithinLimit } from '../../rules/draft.ts'
import type { Goal, GoalContent } from '../../rules/goal.ts'
import type { Request, Side, Wish } from '../rules/adjustment.ts'
import { maySendAs } from '../rules/sides.ts'
import type { Sight } from '../sight.ts'
import { filesFor, reasonFields } from './fields.ts'

export interface Wanted {
  readonly kind: Wish['kind']
  readonly type: GoalType
  readonly side: Side
  /** Of a goal that is changed or cancelled. */
  readonly goal: Goal | undefined
  /** What was asked for before, where that is changed. */
  readonly before: Request | null
  readonly back: Action
}

export async function adjustmentSpec(
  db: Database,
  wanted: Wanted,
  sight: Sight,
  viewer: Viewer,
): Promise<FormSpec> {
  const { kind, type, side, goal, before, back } = wanted
  const { plan, until, by, place } = sight
  const files = await filesFor(db, viewer.by, before?.evidence ?? [])
  const from = plan.status === 'in-force' ? localDateOf(plan.inForce.at) : viewer.today
  const what = goal ? `${goalName(goal.number)} ${goal.content.title}` : TYPE_NAMES[type]
  const last = until === null || side === 'leading' ? '' : `截止日为${sayDate(until)}。`
  const next = maySendAs(by, place, side) ? '提交后由分管校领导审核、领导小组审定。' : '提交后由负责人报送。'
  return {
    title: `申请${KIND_VERBS[kind]}${what}`,
    intro: `${sight.unitName} ${place.year}年度。${kind === 'change' ? '请直接改要变更的内容。' : ''}${next}${last}`,
    fields: [
      ...reasonFields({ from, today: viewer.today, before, files }),
      ...(kind === 'cancel' ? [] : contentFields(wanted, sight)),
    ],
    submit: '提交申请',
    back,
  }
}

function contentFields({ type, side, goal, before }: Wanted, sight: Sight) {
  const { place, today, priorities, catalogue } = sight
  const content = before && before.kind !== 'cancel' ? before.content : goal?.content
  return goalFields({
    ...{ type, year: place.year, today, priorities, workItems: catalogue.workItems, content },
    exceeded: needsJustification(content, goal, side, sight) ? sight.specialLimit : null,
  })
}

/** Article 10: beyond the limit, unless the school assigns it (14). */
function needsJustification(
  content: GoalContent | undefined,
  goal: Goal | undefined,
  side: Side,
  { plan, specialLimit }: Sight,
): boolean {
  const assigned = goal ? goal.assigned !== undefined : side !== 'unit'
  if (assigned) return false
  if (content?.type === 'special' && content.justification !== '') return true
  return countWithinLimit(plan.goals.filter((one) => one.id !== goal?.id)) >= specialLimit
}
