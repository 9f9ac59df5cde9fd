/** The verdicts of the leader in charge and of the leading group; a ratification changes the plan in the same commit (Article 17). */
import * as z from 'zod'
import type { Command, Meta, Prepared } from '../../../kernel/command.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import type { Database } from '../../../store/database.ts'
import { listVoters } from '../../leading-group.ts'
import { planId, planSubject } from '../../subject.ts'
import { loadAdjusting } from '../context.ts'
import type { AdjustmentDone } from '../done.ts'
import { noticesOf } from '../notices.ts'
import type { AdjustmentEvent, AdjustmentState } from '../rules/adjustment.ts'
import { ratifyAdjustment, reviewAdjustment } from '../rules/decide-adjustment.ts'
import { adjustmentId, adjustmentSubject } from '../subject.ts'
import { presentAfter } from './change.ts'
import { aSight } from './payload.ts'

const payload = z.object({
  ...aSight,
  verdict: z.enum(['pass', 'return', 'abstain']),
  comment: z.string().max(20_000).default(''),
  standard: z.string().max(100).default(''),
})

export const reviewAdjustmentCommand: Command = {
  type: 'adjustment.review',
  payload,
  prepare: (db, raw, meta) => decide(db, payload.parse(raw), meta, 'review'),
}

export const ratifyAdjustmentCommand: Command = {
  type: 'adjustment.ratify',
  payload,
  prepare: (db, raw, meta) => decide(db, payload.parse(raw), meta, 'ratification'),
}

async function decide(
  db: Database,
  ballot: z.infer<typeof payload>,
  meta: Meta,
  stage: 'review' | 'ratification',
): Promise<Prepared> {
  const { year, unit, number } = ballot
  const subject = adjustmentId(year, unit, number)
  const [adjusting, head, group] = await Promise.all([
    loadAdjusting(db, { year, unit, goal: null }, meta),
    foldSubject(db, adjustmentSubject, subject),
    stage === 'review' ? [] : listVoters(db, unit, meta.today),
  ])
  if ('refusal' in adjusting) return adjusting
  const deciding = { ...adjusting, adjustment: number, members: group.map((person) => person.id) }
  const decision =
    stage === 'review'
      ? reviewed(reviewAdjustment(head.state, ballot, deciding))
      : ratifyAdjustment(head.state, ballot, deciding)
  if ('refusal' in decision) {
    const show = presentAfter(decision.refusal, ballot)
    return { refusal: decision.refusal, ...(show && { show }) }
  }
  const change = adjustmentSubject.change(subject, head, decision.events)
  const { ofPlan } = decision
  const { state: after, version } = change
  const { audience } = adjusting
  return {
    change: {
      subjects: [
        change,
        ...(ofPlan.length > 0 ? [planSubject.change(planId(year, unit), adjusting.head, ofPlan)] : []),
      ],
      notices: noticesOf({
        year,
        unit,
        number,
        subject,
        version,
        before: head.state,
        after,
        audience,
        by: meta.by,
      }),
      answer: {
        done: doneOf(decision.events, after, number),
        show: { name: 'adjustment', params: { year, unit, number } },
      },
    },
  }
}

/** A review changes nothing in the plan. */
const reviewed = (decision: ReturnType<typeof reviewAdjustment>): ReturnType<typeof ratifyAdjustment> =>
  'refusal' in decision ? decision : { events: decision.events, ofPlan: [] }

function doneOf(events: readonly AdjustmentEvent[], after: AdjustmentState, number: number): AdjustmentDone {
  const kind = after.status === 'none' ? 'change' : after.request.kind
  const about = { number, kind }
  switch (events.at(-1)?.type) {
    case 'adjustment.returned':
      return { code: 'adjustment-returned', ...about }
    case 'adjustment.passed':
      return { code: 'adjustment-passed', ...about }
    case 'adjustment.ratified':
      return { code: 'adjustment-ratified', ...about }
    default: {
      const abstained = events.some((one) => one.type === 'adjustment.voted' && one.abstained.length > 0)
      return { code: 'adjustment-voted', abstained, ...about }
    }
  }
}
