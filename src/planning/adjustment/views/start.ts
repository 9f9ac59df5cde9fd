/** Views `adjustment-start` (which unit, which goal) and `goal-adjust` (one goal, and what can be asked for). */
import * as z from 'zod'
import { adjustmentStartCard, goalAdjustCard } from '../../../../cards/adjustment-start.ts'
import { GOAL_TYPES, TYPE_NAMES } from '../../../../cards/goal-words.ts'
import type { Action, Message } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { sayDate } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { sayWhenOpen } from '../../../policy/calendar/queries.ts'
import { findCurrentYear, findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { listVisibleSeats } from '../../places.ts'
import { findGoal } from '../../queries.ts'
import type { Goal } from '../../rules/goal.ts'
import { planId, planOfGoal } from '../../subject.ts'
import { ownUnit } from '../../views/asked.ts'
import { cardMessage, noYear, sentenceCard } from '../../views/notice.ts'
import { unitsPage } from '../../views/units.ts'
import { linesOf } from '../change-lines.ts'
import { findOpenAdjustment } from '../queries.ts'
import { askerOf } from '../rules/ask.ts'
import { sideOf } from '../rules/sides.ts'
import { isLate, lastDay } from '../rules/span.ts'
import { loadSight, type Sight } from '../sight.ts'
import { sayRefusal } from '../wording.ts'

const TITLE = '申请目标调整'
const PAGE_SIZE = 8
const NONE = '没有可由您申请调整的生效计划。请发送「调整」查看。'

export const adjustmentStartView = viewOf({
  name: 'adjustment-start',
  params: z.object({
    year: z.int().exactOptional(),
    unit: z.string().exactOptional(),
    page: z.int().exactOptional(),
  }),
  about: ({ year, unit }) => (year === undefined || unit === undefined ? null : planId(year, unit)),
  async render(db, asked, viewer): Promise<Message> {
    const open = await (asked.year === undefined ? findCurrentYear(db) : findYear(db, asked.year))
    if (!open) return noYear(TITLE)
    const { year } = open
    const actor = await getActor(db, viewer)
    const late = isLate(viewer.today, lastDay(year, open.policy.execution.adjustUntil))
    const seats = (await listVisibleSeats(db, actor)).filter((seat) => sideOf(actor, seat, late))
    const unit = asked.unit ?? ownUnit(actor, seats)
    if (unit === undefined) {
      return unitsPage(db, year, seats, {
        title: `${year}年度${TITLE}`,
        intro: '请选择要调整目标的单位。',
        empty: NONE,
        page: asked.page ?? 0,
        view: { name: 'adjustment-start', params: { year } },
        opens: 'adjustment-start',
        waits: (_seat, plan) => (plan?.status === 'in-force' ? '可申请' : ''),
        onlyWaiting: true,
      })
    }
    const sight = await loadSight(db, year, unit, viewer)
    if ('refusal' in sight) return sentenceCard(TITLE, sayRefusal(sight.refusal))
    const asker = askerOf(sight)
    return 'refusal' in asker
      ? sentenceCard(TITLE, sayRefusal(asker.refusal) + (await sayWhenOpen(db, asker.refusal, viewer.today)))
      : cardMessage(startCard(sight, asked.page ?? 0))
  },
})

function startCard(sight: Sight, wanted: number) {
  const { place, facts, unitName } = sight
  const { year, unit } = place
  const inForce = facts.goals.filter((goal) => goal.status === 'in-force')
  const page = pageOf(inForce, PAGE_SIZE, wanted, { name: 'adjustment-start', params: { year, unit } })
  return adjustmentStartCard({
    ...{ unit: unitName, year, turns: page.turns },
    add: GOAL_TYPES.map((type) => ({
      text: TYPE_NAMES[type],
      action: { send: 'form', with: { form: 'adjust_add', params: { year, unit, type } } },
    })),
    goals: page.items.map(({ id, number, title, share, adjusted = '' }) => ({
      ...{ number, title, share, adjusted },
      open: { show: 'goal-adjust', with: { goal: id } },
    })),
    notice: untilText(sight),
  })
}

const untilText = ({ until }: Sight): string =>
  `调整须有急需完成的重大工作任务，或遇特殊情况影响目标实现。${until === null ? '' : `申请截止日为${sayDate(until)}。`}`

export const goalAdjustView = viewOf({
  name: 'goal-adjust',
  params: z.object({ goal: z.string() }),
  about: ({ goal }) => planOfGoal(goal),
  async render(db, { goal: id }, viewer): Promise<Message> {
    const found = await findGoal(db, id)
    if (!found) return sentenceCard(TITLE, sayRefusal({ code: 'absent-target' }))
    const sight = await loadSight(db, found.year, found.unit, viewer)
    if ('refusal' in sight) return sentenceCard(TITLE, sayRefusal(sight.refusal))
    const goal = sight.plan.goals.find((one) => one.id === id)
    if (!goal) return sentenceCard(TITLE, sayRefusal({ code: 'absent-target' }))
    return goalMessage(db, goal, sight, viewer)
  },
})

async function goalMessage(db: Database, goal: Goal, sight: Sight, { today }: Viewer): Promise<Message> {
  const { place, facts, unitName, priorities, catalogue } = sight
  const { year, unit } = place
  const open = await findOpenAdjustment(db, goal.id)
  const { share = '', adjusted = '', criterion = '' } = facts.goals.find((one) => one.id === goal.id) ?? {}
  const lines = linesOf(goal.content, criterion, { priorities, workItems: catalogue.workItems })
  const asker = askerOf({ ...sight, today })
  const asks = !('refusal' in asker) && goal.status === 'in-force' && !open
  const form = (kind: 'change' | 'cancel'): Action => ({
    send: 'form',
    with: {
      form: `adjust_${kind}`,
      params: { year, unit, type: goal.content.type, goal: goal.id, seen: goal.revision },
    },
  })
  return cardMessage(
    goalAdjustCard({
      ...{ unit: unitName, number: goal.number, title: goal.content.title },
      items: [...lines.filter((one) => one.value !== ''), { label: '占总分', value: share }],
      change: asks ? form('change') : null,
      cancel: asks ? form('cancel') : null,
      history: goal.versions ? { show: 'goal-versions', with: { goal: goal.id } } : null,
      open: open ? { show: 'adjustment', with: { year, unit, number: open.number } } : null,
      notice: noticeOf(goal, asker, open, adjusted),
      back: { show: 'adjustment-start', with: { year, unit } },
    }),
  )
}

function noticeOf(
  goal: Goal,
  asker: ReturnType<typeof askerOf>,
  open: { readonly number: number; readonly by: string } | undefined,
  adjusted: string,
): string {
  const { number } = goal
  if (goal.status === 'cancelled') return `${adjusted}，不能再调整。`
  if (open) return sayRefusal({ code: 'open-adjustment', adjustment: open.number, number, by: open.by })
  return 'refusal' in asker ? sayRefusal(asker.refusal) : adjusted
}
