/** Changing, sending and taking back what was asked for (Article 17). */
import * as z from 'zod'
import { type Command, command, type Meta, type Told } from '../../../kernel/command.ts'
import type { Database } from '../../../store/database.ts'
import type { PlanningRefusal } from '../../rules/refusals.ts'
import { planId } from '../../subject.ts'
import { type Adjusting, loadAdjusting, ownEvidence } from '../context.ts'
import type { AdjustmentDone } from '../done.ts'
import { noticesOf } from '../notices.ts'
import type { AdjustmentEvent, AdjustmentState } from '../rules/adjustment.ts'
import { reviseAdjustment, sendAdjustment, withdrawAdjustment } from '../rules/ask.ts'
import type { AdjustmentRefusal } from '../rules/refusals.ts'
import { adjustmentId, adjustmentSubject } from '../subject.ts'
import { nextOf } from './ask.ts'
import { aRequest, aSight } from './payload.ts'

const sight = z.object(aSight)
const revision = z.object({ ...aSight, ...aRequest })
type Sight = z.infer<typeof sight>
type Context = Adjusting | { readonly refusal: PlanningRefusal }

const view = ({ year, unit, number }: Sight) => ({ name: 'adjustment', params: { year, unit, number } })

/** Refusals after which the card is replaced; with the others what was typed stays where it is. */
const SHOWS_PRESENT: ReadonlySet<AdjustmentRefusal['code']> = new Set<AdjustmentRefusal['code']>([
  'stale-adjustment',
  'moved-adjustment',
  'closed-adjustment',
  'cancelled-target',
  'stale-goal',
])

export const presentAfter = ({ code }: AdjustmentRefusal, payload: Sight) =>
  SHOWS_PRESENT.has(code) ? view(payload) : undefined

const load = (db: Database, { year, unit }: Sight, meta: Meta) =>
  loadAdjusting(db, { year, unit, goal: null }, meta)

function telling(code: 'adjustment-revised' | 'adjustment-sent' | 'adjustment-withdrawn') {
  return ({
    payload,
    subject,
    version,
    before,
    after,
    context,
    meta,
  }: Told<Sight, AdjustmentState, AdjustmentEvent, Context>) => {
    const { year, unit, number } = payload
    const kind = after.status === 'none' ? 'change' : after.request.kind
    const next = nextOf(after)
    const done: AdjustmentDone =
      code === 'adjustment-withdrawn' ? { code, number, kind } : { code, number, kind, next }
    const notices =
      'refusal' in context
        ? []
        : noticesOf({
            year,
            unit,
            number,
            subject,
            version,
            before,
            after,
            audience: context.audience,
            by: meta.by,
          })
    return { notices, touches: [planId(year, unit)], answer: { done, show: view(payload) } }
  }
}

export const reviseAdjustmentCommand: Command = command<
  z.infer<typeof revision>,
  AdjustmentState,
  AdjustmentEvent,
  AdjustmentRefusal,
  Context & { readonly evidence?: readonly string[] },
  AdjustmentDone
>({
  type: 'adjustment.revise',
  payload: revision,
  on: adjustmentSubject,
  id: ({ year, unit, number }) => adjustmentId(year, unit, number),
  context: async (db, payload, meta, state) => {
    const [adjusting, own] = await Promise.all([
      load(db, payload, meta),
      ownEvidence(db, payload.evidence, meta.by),
    ])
    const kept = state.status === 'none' ? [] : state.request.evidence
    return { ...adjusting, evidence: payload.evidence.filter((id) => own.includes(id) || kept.includes(id)) }
  },
  decide: (state, { year: _year, unit: _unit, number: _number, revision: seen, ...typed }, context) =>
    'refusal' in context
      ? context
      : reviseAdjustment(state, { ...typed, evidence: context.evidence ?? [] }, seen, context),
  tell: telling('adjustment-revised'),
  onRefusal: presentAfter,
})

/** What its sender does to an adjustment as it was seen. */
const bySender = (
  type: string,
  step: typeof sendAdjustment | typeof withdrawAdjustment,
  code: 'adjustment-sent' | 'adjustment-withdrawn',
): Command =>
  command<Sight, AdjustmentState, AdjustmentEvent, AdjustmentRefusal, Context, AdjustmentDone>({
    type,
    payload: sight,
    on: adjustmentSubject,
    id: ({ year, unit, number }) => adjustmentId(year, unit, number),
    context: load,
    decide: (state, payload, context) =>
      'refusal' in context ? context : step(state, payload.revision, context),
    tell: telling(code),
    onRefusal: presentAfter,
  })

export const sendAdjustmentCommand = bySender('adjustment.send', sendAdjustment, 'adjustment-sent')
export const withdrawAdjustmentCommand = bySender(
  'adjustment.withdraw',
  withdrawAdjustment,
  'adjustment-withdrawn',
)
