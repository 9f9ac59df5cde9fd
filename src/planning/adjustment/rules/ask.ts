/** Asking for an adjustment, changing, sending and taking it back (Article 17). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Actor } from '../../../organization/rules/actor.ts'
import { reviews } from '../../rules/drafters.ts'
import type { Act } from '../../rules/goal.ts'
import {
  type AdjustmentEvent,
  type AdjustmentState,
  type Asked,
  isPending,
  type Request,
  type Side,
} from './adjustment.ts'
import type { AdjustmentRefusal, OwnRefusal } from './refusals.ts'
import { type AdjustmentEntry, type Fitting, readRequest, unfit } from './request.ts'
import { mayAskAs, maySendAs, sideOf } from './sides.ts'
import { closedAdjusting, isLate } from './span.ts'

/** An adjustment of a goal that is open already. */
export interface Open {
  readonly number: number
  readonly by: string
}

export interface Asking extends Fitting {
  readonly by: Actor
  readonly act: Act
  readonly today: LocalDate
  /** The last day for others than the leading group. */
  readonly until: LocalDate | null
  readonly begun: boolean
  /** Another one on the same goal. */
  readonly open: Open | null
}

type AskDecision = Decision<AdjustmentEvent, AdjustmentRefusal>

const closed = (a: Pick<Asking, 'place' | 'plan' | 'begun'>): OwnRefusal | undefined =>
  closedAdjusting({ phase: a.place.phase, begun: a.begun, plan: a.plan })

/** What the asker may send goes off at once; a contact's or member's waits for whoever sends for that side. */
export function askAdjustment(typed: AdjustmentEntry, a: Asking, opened?: string): AskDecision {
  const asker = askerOf(a)
  if ('refusal' in asker) return refused(asker.refusal)
  const { side } = asker
  const read = readRequest(typed, side, a.today, a)
  if ('refusal' in read) return refused(read.refusal)
  const taken = openOn(read.value, a)
  if (taken) return refused(taken)
  const drafted: AdjustmentEvent = {
    ...{ type: 'adjustment.drafted', side, request: read.value, act: a.act },
    ...(opened !== undefined && { opened }),
  }
  return sentAtOnce(drafted, side, a)
}

/** As what the person may ask on this plan today, or why not. */
export function askerOf(
  a: Pick<Asking, 'by' | 'place' | 'plan' | 'begun' | 'today' | 'until'>,
): { readonly side: Side } | { readonly refusal: OwnRefusal } {
  const side = sideOf(a.by, a.place, isLate(a.today, a.until))
  if (!side) return { refusal: { code: 'other-asker', side: null } }
  const refusal = closed(a) ?? tooLate(side, a)
  return refusal ? { refusal } : { side }
}

/** Until the first decision, and after a return. `revision`: the one that the person saw when starting to change it. */
export function reviseAdjustment(
  state: AdjustmentState,
  typed: AdjustmentEntry,
  revision: number,
  a: Asking,
): AskDecision {
  const found = findOwn(state, revision, ['draft', 'returned', 'asked', 'reviewed'], a)
  if ('refusal' in found) return refused(found.refusal)
  const { asked } = found
  const sent = asked.status === 'asked' || asked.status === 'reviewed'
  if (sent && !maySendAs(a.by, a.place, asked.side)) {
    return refused({ code: 'other-asking-sender', side: asked.side })
  }
  if (!mayWithdraw(asked)) return refused(movedOn(asked))
  const other = typed.kind !== asked.request.kind || typed.goal !== targetOf(asked.request)
  if (other) return refused({ code: 'stale-adjustment' })
  const barred = asked.returns.length > 0 ? undefined : tooLate(asked.side, a)
  if (barred) return refused(barred)
  const read = readRequest(typed, asked.side, a.today, a)
  if ('refusal' in read) return refused(read.refusal)
  return sentAtOnce({ type: 'adjustment.revised', request: read.value, act: a.act }, asked.side, a)
}

export function sendAdjustment(state: AdjustmentState, revision: number, a: Asking): AskDecision {
  const found = findOwn(state, revision, ['draft'], a)
  if ('refusal' in found) return refused(found.refusal)
  const { side, request, returns } = found.asked
  if (!maySendAs(a.by, a.place, side)) return refused({ code: 'other-asking-sender', side })
  const barred =
    (returns.length > 0 ? undefined : tooLate(side, a)) ?? unfit(request, side, a) ?? leaderless(a)
  return barred ? refused(barred) : decided<AdjustmentEvent>(sentBy(a))
}

/** Until the first decision; a returned one can be given up. Its side takes back, a draft also whoever may fill in. */
export function withdrawAdjustment(state: AdjustmentState, revision: number, a: Asking): AskDecision {
  const found = findOwn(state, revision, ['draft', 'asked', 'reviewed', 'returned'], a, true)
  if ('refusal' in found) return refused(found.refusal)
  const { asked } = found
  const sent = asked.status !== 'draft' && asked.status !== 'returned'
  if (sent && !maySendAs(a.by, a.place, asked.side)) {
    return refused({ code: 'other-asking-sender', side: asked.side })
  }
  if (!mayWithdraw(asked)) return refused(movedOn(asked))
  return decided<AdjustmentEvent>({ type: 'adjustment.withdrawn', act: a.act })
}

/** Whether nobody has decided on it since it was sent; the leader's own was passed by its sending. */
export function mayWithdraw(asked: Asked): boolean {
  if (asked.status === 'reviewed') return asked.reviewed === null && asked.votes.length === 0
  return isPending(asked)
}

export const targetOf = (request: Request): string | null => (request.kind === 'add' ? null : request.goal)

function findOwn(
  state: AdjustmentState,
  revision: number,
  statuses: readonly AdjustmentState['status'][],
  a: Asking,
  always = false,
): { readonly asked: Asked } | { readonly refusal: AdjustmentRefusal } {
  if (state.status === 'none') return { refusal: { code: 'absent-target' } }
  if (!mayAskAs(a.by, a.place, state.side)) return { refusal: { code: 'other-asker', side: state.side } }
  const barred = always ? undefined : closed(a)
  if (barred) return { refusal: barred }
  if (!statuses.includes(state.status)) return { refusal: movedOn(state) }
  if (state.revision !== revision) return { refusal: { code: 'stale-adjustment' } }
  return { asked: state }
}

/** Who moved it to where it is. */
export function movedOn(state: Asked): AdjustmentRefusal {
  const { name: by, at } = lastAct(state)
  return { code: 'moved-adjustment', status: state.status, by, at }
}

export function lastAct(state: Asked): Act {
  switch (state.status) {
    case 'draft':
      return state.asked
    case 'returned':
      return state.returns.at(-1)?.act ?? state.asked
    case 'asked':
      return state.sent
    case 'reviewed':
      return state.reviewed ?? state.sent
    case 'ratified':
      return state.ratified
    case 'withdrawn':
      return state.withdrawn
  }
}

function tooLate(side: Side, { today, until }: Pick<Asking, 'today' | 'until'>): OwnRefusal | undefined {
  return until !== null && isLate(today, until) && side !== 'leading'
    ? { code: 'late-adjustment', until }
    : undefined
}

function openOn(request: Request, { open }: Asking): AdjustmentRefusal | undefined {
  if (request.kind === 'add' || !open) return undefined
  return { code: 'open-adjustment', adjustment: open.number, number: request.number, by: open.by }
}

const leaderless = ({ place }: Asking): AdjustmentRefusal | undefined =>
  place.leader === null ? { code: 'missing-leader' } : undefined

function sentAtOnce(filled: AdjustmentEvent, side: Side, a: Asking): AskDecision {
  if (!maySendAs(a.by, a.place, side)) return decided<AdjustmentEvent>(filled)
  const barred = leaderless(a)
  return barred ? refused(barred) : decided<AdjustmentEvent>(filled, sentBy(a))
}

const sentBy = ({ by, place, act }: Asking): AdjustmentEvent => ({
  type: 'adjustment.sent',
  review: reviews(by, place) ? 'own-draft' : 'asked',
  act,
})
