/** Asking for an adjustment: it gets the next number of the unit's plan (Article 17). */
import * as z from 'zod'
import type { Command, Prepared } from '../../../kernel/command.ts'
import type { UnitId, Year } from '../../../kernel/ids.ts'
import type { Database } from '../../../store/database.ts'
import { planId } from '../../subject.ts'
import { loadAdjusting, ownEvidence } from '../context.ts'
import type { AdjustmentDone, AdjustmentNext } from '../done.ts'
import { noticesOf } from '../notices.ts'
import { findAdjustment, findNumbers } from '../queries.ts'
import type { AdjustmentState, Wish } from '../rules/adjustment.ts'
import { askAdjustment, movedOn } from '../rules/ask.ts'
import type { AdjustmentRefusal } from '../rules/refusals.ts'
import { adjustmentId, adjustmentSubject } from '../subject.ts'
import { aPlace, aRequest, opening } from './payload.ts'

const payload = z.object({ ...aPlace, ...aRequest, ...opening })

export const askAdjustmentCommand: Command = {
  type: 'adjustment.ask',
  payload,
  async prepare(db, raw, meta) {
    const { year, unit, opened, ...typed } = payload.parse(raw)
    const [adjusting, { next: number, made }, evidence] = await Promise.all([
      loadAdjusting(db, { year, unit, goal: typed.goal }, meta),
      findNumbers(db, year, unit, opened ?? ''),
      ownEvidence(db, typed.evidence, meta.by),
    ])
    if ('refusal' in adjusting) return adjusting
    if (made !== null) return madeAlready(db, { year, unit, number: made }, typed.kind)
    const decision = askAdjustment({ ...typed, evidence }, adjusting, opened)
    if ('refusal' in decision)
      return { refusal: decision.refusal, ...presentOf(decision.refusal, typed.goal) }
    const subject = adjustmentId(year, unit, number)
    const before = adjustmentSubject.initial
    const change = adjustmentSubject.change(subject, { state: before, version: 0, hash: '' }, decision.events)
    const { state: after, version } = change
    const { audience } = adjusting
    const done: AdjustmentDone = { code: 'adjustment-asked', number, kind: typed.kind, next: nextOf(after) }
    return {
      change: {
        subjects: [change],
        notices: noticesOf({ year, unit, number, subject, version, before, after, audience, by: meta.by }),
        touches: [planId(year, unit)],
        answer: { done, show: { name: 'adjustment', params: { year, unit, number } } },
      },
    }
  },
}

/** The form was sent before, and its answer perhaps lost: it is shown what came of it. */
async function madeAlready(
  db: Database,
  place: { readonly year: Year; readonly unit: UnitId; readonly number: number },
  kind: Wish['kind'],
): Promise<Prepared> {
  const { year, unit, number } = place
  const state = await findAdjustment(db, year, unit, number)
  const show = { name: 'adjustment', params: { year, unit, number } }
  if (state.status === 'ratified' || state.status === 'withdrawn') return { refusal: movedOn(state), show }
  const next = nextOf(state)
  const done: AdjustmentDone = { code: 'adjustment-asked', number, kind, next }
  return { change: { subjects: [], notices: [], answer: { done, show } } }
}

/** With whom it is after it was filled in. */
export function nextOf({ status }: AdjustmentState): AdjustmentNext {
  if (status === 'asked') return 'review'
  return status === 'reviewed' ? 'ratification' : 'send'
}

/** Whoever was overtaken sees the goal as it is now. */
function presentOf({ code }: AdjustmentRefusal, goal: string | null) {
  const overtaken = code === 'stale-goal' || code === 'open-adjustment' || code === 'cancelled-target'
  return overtaken && goal !== null ? { show: { name: 'goal-adjust', params: { goal } } } : {}
}
