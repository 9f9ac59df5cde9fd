/** View `adjustment-text`: one side of an adjustment whole, where its card had to cut it. */
import * as z from 'zod'
import { adjustmentTextCard } from '../../../../cards/adjustment-text.ts'
import type { Message } from '../../../../cards/kit.ts'
import { viewOf } from '../../../kernel/view.ts'
import { cardMessage, sentenceCard } from '../../views/notice.ts'
import { criterionAsked, linesOf } from '../change-lines.ts'
import { findAdjustment } from '../queries.ts'
import { votedGoal } from '../rules/adjustment.ts'
import { loadSight } from '../sight.ts'
import { adjustmentId } from '../subject.ts'
import { sayRefusal } from '../wording.ts'

const TITLE = '目标调整'

export const adjustmentTextView = viewOf({
  name: 'adjustment-text',
  params: z.object({ year: z.int(), unit: z.string(), number: z.int(), side: z.enum(['before', 'after']) }),
  about: ({ year, unit, number }) => adjustmentId(year, unit, number),
  async render(db, { year, unit, number, side }, viewer): Promise<Message> {
    const [sight, state] = await Promise.all([
      loadSight(db, year, unit, viewer),
      findAdjustment(db, year, unit, number),
    ])
    if ('refusal' in sight) return sentenceCard(TITLE, sayRefusal(sight.refusal))
    if (state.status === 'none') return sentenceCard(TITLE, sayRefusal({ code: 'absent-target' }))
    const { request } = state
    const { priorities, catalogue, plan } = sight
    const before = request.kind !== 'add' && side === 'before'
    const content = before ? request.before : votedGoal(request).content
    const criterion = before
      ? request.criterion
      : criterionAsked(request, number, plan.goals, catalogue.workItems)
    const lines = linesOf(content, criterion, { priorities, workItems: catalogue.workItems })
    return cardMessage(
      adjustmentTextCard({
        ...{ unit: sight.unitName, number, side: before ? 'before' : 'after' },
        lines: lines.filter((one) => one.value !== ''),
        back: { show: 'adjustment', with: { year, unit, number } },
      }),
    )
  },
})
