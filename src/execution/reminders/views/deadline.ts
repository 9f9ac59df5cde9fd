import * as z from 'zod'
import { deadlineCard } from '../../../../cards/digest-deadline.ts'
import { sayDay } from '../../../../cards/digest-words.ts'
import { doneCard } from '../../../../cards/done.ts'
import type { Message } from '../../../../cards/kit.ts'
import { daysBetween } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import { findCurrentYear, findYear } from '../../../policy/queries.ts'
import { findPlanDeadline } from '../queries.ts'
import { deadlineId } from '../subjects.ts'

/** View `plan-deadline`: by when the year's plans are to be sent. */
export const deadlineView = viewOf({
  name: 'plan-deadline',
  params: z.object({ year: z.int().exactOptional() }),
  about: ({ year }) => (year === undefined ? null : deadlineId(year)),
  async complete(db, { year }) {
    const wanted = year ?? (await findCurrentYear(db))?.year
    return wanted === undefined ? undefined : { name: 'plan-deadline', params: { year: wanted } }
  },
  async render(db, { year }, viewer): Promise<Message> {
    const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
    if (!open) {
      const text = '年度还没有开启，请等候领导小组办公室通知。'
      return { kind: 'card', card: doneCard({ text, tone: 'muted' }) }
    }
    const [due, actor] = await Promise.all([findPlanDeadline(db, open.year), getActor(db, viewer)])
    const facts = {
      year: open.year,
      due: due === undefined ? '' : sayDay(due),
      days: due === undefined ? 0 : daysBetween(viewer.today, due),
      before: open.policy.execution.remindDaysBefore.join('、'),
      mayChange: holds(actor, 'office') && open.phase === 'setting',
    }
    return { kind: 'card', card: deadlineCard(facts) }
  },
})
