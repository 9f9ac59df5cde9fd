/** Duties are given to another, and taken back (rulebook 7). */
import * as z from 'zod'
import { type Command, command, type Meta, type Prepared } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { findActor, getActor } from '../queries.ts'
import type { Actor } from '../rules/actor.ts'
import type { DelegationDone } from './done.ts'
import { tellBoth, viewOfDelegation } from './notices.ts'
import { findCalled } from './queries/called.ts'
import { countHeld } from './queries/lists.ts'
import { type DelegationEvent, type DelegationState, findDelegation } from './rules/delegation.ts'
import { dutiesOf } from './rules/duty.ts'
import { type EndRefusal, endDelegation } from './rules/end.ts'
import { type Found, giveDelegation } from './rules/give.ts'
import { delegationId, delegationSubject, ofOne } from './subject.ts'

const day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))

const givePayload = z.object({
  /** As typed: a number or a name; null for oneself. */
  principal: z.string().max(200).nullable(),
  delegate: z.string().max(200),
  /** As `keyOf`, or `all`. */
  duties: z.array(z.string().max(200)).max(100),
  from: day,
  to: day,
})
type GivePayload = z.infer<typeof givePayload>

export const giveDelegationCommand: Command = {
  type: 'delegation.give',
  payload: givePayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const wish = givePayload.parse(raw)
    const by = await getActor(db, meta)
    const principal = await findPrincipal(db, wish, by, meta)
    const delegate = await findCalled(db, wish.delegate, meta.today)
    const subject = delegationId('person' in principal ? principal.person.id : meta.by)
    const head = await foldSubject(db, delegationSubject, subject)
    const facts = { ...(await heldBy(db, principal, meta)), ...(await holdingOf(db, delegate, meta)) }
    const { today, at } = meta
    const decision = giveDelegation(head.state, wish, { by, principal, delegate, ...facts, today, at })
    if ('refusal' in decision) return decision
    const change = delegationSubject.change(subject, head, decision.events)
    const given = change.state.given.at(-1)
    if (!given) throw new Error('a delegation was decided, and there is none')
    const { delegate: holder, from, to } = given
    const done: DelegationDone = { code: 'delegation-given', delegate: holder.name, from, to }
    return {
      change: {
        subjects: [change],
        notices: tellBoth(given, 'given', meta.by),
        answer: { done, show: viewOfDelegation(given.principal.id, given.number) },
      },
    }
  },
}

async function findPrincipal(db: Database, wish: GivePayload, by: Actor, meta: Meta): Promise<Found> {
  return wish.principal === null
    ? { person: { id: by.id, name: by.name } }
    : findCalled(db, wish.principal, meta.today)
}

/** What the principal holds of the own. */
async function heldBy(db: Database, principal: Found, { today }: Meta) {
  if (!('person' in principal)) return { held: [] }
  const { id } = principal.person
  const actor = await findActor(db, { by: id, inNameOf: id, today })
  return { held: actor ? dutiesOf(actor) : [] }
}

async function holdingOf(db: Database, delegate: Found, { today }: Meta) {
  return { holding: 'person' in delegate ? await countHeld(db, delegate.person.id, today) : 0 }
}

/** Ended before its last day, by the principal, the delegate or the office. */
export const endDelegationCommand = command<
  z.infer<typeof ofOne>,
  DelegationState,
  DelegationEvent,
  EndRefusal,
  Actor,
  DelegationDone
>({
  type: 'delegation.end',
  payload: ofOne,
  on: delegationSubject,
  id: ({ principal }) => delegationId(principal),
  context: (db, _, meta) => getActor(db, meta),
  decide: (state, one, by, meta) => endDelegation(state, one, by, meta.at),
  tell: ({ payload: { principal, number }, after, meta }) => {
    const ended = findDelegation(after, number)
    return {
      notices: ended ? tellBoth(ended, 'ended', meta.by) : [],
      answer: {
        done: {
          code: 'delegation-taken-back',
          principal: ended?.principal.name ?? '',
          delegate: ended?.delegate.name ?? '',
        },
        show: viewOfDelegation(principal, number),
      },
    }
  },
  onRefusal: ({ code }, { principal, number }) =>
    code === 'ended-delegation' ? viewOfDelegation(principal, number) : undefined,
})
