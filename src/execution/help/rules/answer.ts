/** What becomes of a request: answered, passed on, or solved by the unit itself. Whoever is faster decides; the other is told. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { UnitId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import { type Actor, holds, standsInOnOwnUnit } from '../../../organization/rules/actor.ts'
import type { Act, Asked, HelpEvent, HelpState } from './help.ts'
import { answersFor, type Holder, holderKey, type Named, OFFICE } from './holder.ts'

export type Closing = 'answered' | 'solved'

export type HelpRefusal =
  | { readonly code: 'unknown-request' }
  | { readonly code: 'closed-request'; readonly how: Closing; readonly name: string; readonly at: Instant }
  /** Somebody else has to answer it, perhaps since it was passed on. */
  | { readonly code: 'foreign-request'; readonly holder: Holder; readonly passed: Act | null }
  | { readonly code: 'foreign-solution'; readonly unit: string }
  | { readonly code: 'empty-answer' }

/** Where it was decided otherwise meanwhile, so that its present state says why. */
export const isDecided = ({ code }: { readonly code: string }): boolean =>
  code === 'closed-request' || code === 'foreign-request' || code === 'foreign-solution'

type Open = Extract<Asked, { status: 'open' }>

/** Why it cannot be answered by this person; the open request where it can. */
export function answerBar(state: HelpState, by: Actor): Open | { readonly refusal: HelpRefusal } {
  const open = openOf(state)
  if ('refusal' in open || answersFor(by, open.holder, open.unit)) return open
  return refused({ code: 'foreign-request', holder: open.holder, passed: open.passings.at(-1)?.act ?? null })
}

function openOf(state: HelpState): Open | { readonly refusal: HelpRefusal } {
  if (state.status === 'unasked') return refused({ code: 'unknown-request' })
  if (state.status === 'open') return state
  const { status: how, end } = state
  return refused({ code: 'closed-request', how, name: end.name, at: end.at })
}

/** Article 19: the one in charge helps, with words. */
export function answerHelp(
  state: HelpState,
  words: string,
  by: Actor,
  act: Act,
): Decision<HelpEvent, HelpRefusal> {
  const open = answerBar(state, by)
  if ('refusal' in open) return open
  if (words.trim() === '') return refused({ code: 'empty-answer' })
  return decided<HelpEvent>({ type: 'help.answered', words: words.trim(), act })
}

/** The contact or the head says that it is solved; the words are their own affair. */
export function solveHelp(
  state: HelpState,
  words: string,
  facts: { readonly by: Actor; readonly unitName: string },
  act: Act,
): Decision<HelpEvent, HelpRefusal> {
  const open = solveBar(state, facts)
  if ('refusal' in open) return open
  return decided<HelpEvent>({ type: 'help.solved', words: words.trim(), act })
}

export function solveBar(
  state: HelpState,
  { by, unitName }: { readonly by: Actor; readonly unitName: string },
): Open | { readonly refusal: HelpRefusal } {
  const open = openOf(state)
  if ('refusal' in open || asksFor(by, open.unit)) return open
  return refused({ code: 'foreign-solution', unit: unitName })
}

export const asksFor = (actor: Actor, unit: UnitId): boolean =>
  holds(actor, 'contact', unit) || holds(actor, 'head', unit)

export type PassRefusal =
  | HelpRefusal
  | { readonly code: 'same-holder' }
  | { readonly code: 'own-unit' }
  | { readonly code: 'unknown-unit'; readonly said: string; readonly near: readonly string[] }
  | { readonly code: 'leaderless-unit' }
  | { readonly code: 'groupless-unit' }
  | { readonly code: 'headless-unit'; readonly unit: string }

/** The office brings a request to where it can be answered, whoever holds it. */
export const mayRoute = (actor: Actor, unit: UnitId): boolean =>
  holds(actor, 'office') && !standsInOnOwnUnit(actor, unit)

export function passBar(state: HelpState, by: Actor): Open | { readonly refusal: HelpRefusal } {
  const open = openOf(state)
  return !('refusal' in open) && mayRoute(by, open.unit) ? open : answerBar(state, by)
}

/** To whom it is wished to go; a unit by what was typed of its name. */
export type Wish =
  | { readonly to: 'group' }
  | { readonly to: 'leader' }
  | { readonly to: 'office' }
  | { readonly to: 'unit'; readonly said: string }

export interface PassContext {
  readonly by: Actor
  readonly act: Act
  /** The unit's leader in charge. */
  readonly leader: { readonly name: string } | null
  /** The unit's working group, where anybody in it can answer on that day. */
  readonly group: Named | null
  /** All units that take part. */
  readonly units: readonly { readonly id: UnitId; readonly name: string; readonly headed: boolean }[]
}

/** To the working group, the leader in charge, the office, or another unit's head, who then has to answer. */
export function passHelp(
  state: HelpState,
  wish: Wish,
  words: string,
  context: PassContext,
): Decision<HelpEvent, PassRefusal> {
  const open = passBar(state, context.by)
  if ('refusal' in open) return open
  const to = wishedHolder(wish, open, context)
  if ('refusal' in to) return to
  if (holderKey(to) === holderKey(open.holder)) return refused({ code: 'same-holder' })
  if (words.trim() === '') return refused({ code: 'empty-answer' })
  const passing = { from: open.holder, to, words: words.trim(), act: context.act }
  return decided<HelpEvent>({ type: 'help.passed', ...passing })
}

function wishedHolder(wish: Wish, { unit }: Open, context: PassContext): Holder | { refusal: PassRefusal } {
  switch (wish.to) {
    case 'group':
      return context.group ? { kind: 'group', ...context.group } : refused({ code: 'groupless-unit' })
    case 'leader':
      return context.leader
        ? { kind: 'leader', id: unit, name: context.leader.name }
        : refused({ code: 'leaderless-unit' })
    case 'office':
      return OFFICE
    case 'unit':
      return headOf(wish.said, unit, context)
  }
}

const MOST_NEAR = 5

/** The unit that is called so, or the only one with these words in its name. */
function headOf(said: string, asking: UnitId, { units }: PassContext): Holder | { refusal: PassRefusal } {
  const name = said.trim()
  const near = name === '' ? [] : units.filter((unit) => unit.name.includes(name))
  const unit = near.find((one) => one.name === name) ?? (near.length === 1 ? near[0] : undefined)
  if (!unit) {
    const names = near.slice(0, MOST_NEAR).map((one) => one.name)
    return refused({ code: 'unknown-unit', said: name, near: names })
  }
  if (unit.id === asking) return refused({ code: 'own-unit' })
  if (!unit.headed) return refused({ code: 'headless-unit', unit: unit.name })
  return { kind: 'unit', id: unit.id, name: unit.name }
}
