import * as z from 'zod'
import { command } from '../../kernel/command.ts'
import { findActor } from '../../organization/queries.ts'
import { findYear } from '../../policy/queries.ts'
import { receiveFeedback } from '../rules/receive.ts'
import { assessment, assessmentId } from '../subjects.ts'
import { place } from './payload.ts'

export type ReceiveDone = { readonly code: 'feedback-received' }

const RECEIVED: ReceiveDone = { code: 'feedback-received' }

/** The unit confirms that its feedback arrived; that is not agreeing (Article 22). */
export const receive = command({
  type: 'feedback.receive',
  payload: z.object(place),
  on: assessment,
  id: ({ year, unit }) => assessmentId(year, unit),
  async context(db, { year }, meta) {
    const [by, open] = await Promise.all([findActor(db, meta), findYear(db, year)])
    return { by, phase: open?.phase ?? 'setting' }
  },
  decide: (state, { unit }, { by, phase }, meta) => receiveFeedback(state, { unit, phase }, by, meta.at),
  tell: ({ payload }) => ({
    answer: { done: RECEIVED, show: feedback(payload) },
  }),
  onRefusal: (refusal, payload) => (refusal.code === 'unit-only' ? undefined : feedback(payload)),
})

const feedback = ({ year, unit }: { readonly year: number; readonly unit: string }) => ({
  name: 'feedback',
  params: { year, unit },
})
