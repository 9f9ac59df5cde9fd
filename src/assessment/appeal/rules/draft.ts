/** The unit writes its appeal, sends it, or takes it back: the contact writes, the head sends (Article 22, 29). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { AnsweringEvent } from '../../rules/answering.ts'
import { type AppealEvent, type AppealState, type Item, isOpen, type Place } from './appeal.ts'
import { standingDeductions, versionNumber } from './deductions.ts'
import { appealable, type Hearing, movedOn, scoresOf } from './hearing.ts'
import type { AppealRefusal } from './refusals.ts'

export const WHY_LENGTH = 500
export const MOST_ITEMS = 100
export const MOST_FILES = 10

export interface Pick {
  readonly places: readonly Place[]
  readonly why: string
  readonly evidence: readonly string[]
  /** The version of the scores that the card showed. */
  readonly version: number
}

type Drafted = Decision<AppealEvent, AppealRefusal>

/** Adds deductions with why each is appealed against, or writes anew what was written of them. */
export function draftAppeal(picked: Pick, facts: Hearing): Drafted {
  const bar = barToWriting(facts, picked.version)
  if ('refusal' in bar) return bar
  if (picked.places.length === 0) return refused({ code: 'empty-picks' })
  const why = picked.why.trim()
  if (why === '') return refused({ code: 'missing-why' })
  const chosen = picked.places.map((place) => bar.standing.find((one) => one.place === place))
  const items = chosen.flatMap((one): Item[] => {
    if (!one) return []
    const { title: _, heard: __, ...deduction } = one
    return [{ ...deduction, why, evidence: picked.evidence.slice(0, MOST_FILES) }]
  })
  if (items.length < picked.places.length) return refused({ code: 'unknown-deduction' })
  const settled = chosen.find((one) => one?.heard === 'leaders')
  if (settled) return refused({ code: 'heard-deduction', place: settled.place })
  const kept = itemsOf(facts.appeal).filter((one) => !picked.places.includes(one.place))
  const all = inOrder([...kept, ...items], bar.standing)
  if (all.length > MOST_ITEMS) return refused({ code: 'crowded-appeal', most: MOST_ITEMS })
  return decided<AppealEvent>(draftOf(facts, all, picked.version))
}

/** Leaves a deduction out again. */
export function dropItem(place: Place, facts: Hearing): Drafted {
  const { appeal } = facts
  if (appeal.status !== 'draft') return refused(movedOn(appeal))
  const bar = barToWriting(facts, appeal.version)
  if ('refusal' in bar) return bar
  const left = appeal.items.filter((one) => one.place !== place)
  if (left.length === appeal.items.length) return refused({ code: 'unknown-deduction' })
  return decided<AppealEvent>(draftOf(facts, left, appeal.version))
}

/** The contact asks the head to send what is written. */
export function askHead(facts: Hearing): Drafted {
  const { appeal } = facts
  if (appeal.status !== 'draft') return refused(movedOn(appeal))
  const bar = barToWriting(facts, appeal.version)
  if ('refusal' in bar) return bar
  if (appeal.items.length === 0) return refused({ code: 'empty-appeal' })
  return decided<AppealEvent>(draftOf(facts, appeal.items, appeal.version))
}

function barToWriting(facts: Hearing, version: number) {
  const { who, unitName: unit, appeal } = facts
  if (!who.inUnit) return refused<AppealRefusal>({ code: 'appellants-only', unit })
  const found = appealable(facts)
  if ('refusal' in found) return found
  if (appeal.status !== 'none' && appeal.status !== 'draft') return refused(movedOn(appeal))
  if (versionNumber(found.scores) !== version) return refused<AppealRefusal>({ code: 'stale-appeal' })
  return { standing: standingDeductions(found.scores) }
}

const itemsOf = (state: AppealState): readonly Item[] => (state.status === 'draft' ? state.items : [])

function inOrder(items: readonly Item[], standing: readonly { readonly place: Place }[]): readonly Item[] {
  const order = new Map(standing.map(({ place }, index) => [place, index]))
  return items.toSorted((one, other) => (order.get(one.place) ?? 0) - (order.get(other.place) ?? 0))
}

const draftOf = (
  { year, unit, number, who }: Hearing,
  items: readonly Item[],
  version: number,
): AppealEvent => ({
  type: 'appeal.drafted',
  ...{ year, unit, number, version, items },
  drafted: who.signed,
})

/** What two subjects take part in: the appeal, and the assessment that it is against. */
export interface Both {
  readonly ofAppeal: readonly AppealEvent[]
  readonly ofScores: readonly AnsweringEvent[]
}

export type Moving = Both | { readonly refusal: AppealRefusal }

/** The head sends it to the office; from here on it is open, and blocks the results. */
export function sendAppeal(facts: Hearing): Moving {
  const { who, unitName: unit, appeal, number, at } = facts
  if (who.inUnit !== 'head') return refused({ code: 'appealing-head-only', unit })
  if (appeal.status !== 'draft') return refused(movedOn(appeal))
  const found = appealable(facts)
  if ('refusal' in found) return found
  if (appeal.items.length === 0) return refused({ code: 'empty-appeal' })
  if (versionNumber(found.scores) !== appeal.version) return refused({ code: 'stale-appeal' })
  return {
    ofAppeal: [{ type: 'appeal.sent', signed: who.signed }],
    ofScores: [{ type: 'appeal.opened', number, at }],
  }
}

/** The head takes an open appeal back before it is decided; a draft the contact may drop, too. */
export function withdrawAppeal(facts: Hearing): Moving {
  const { who, unitName: unit, appeal, number, at } = facts
  if (appeal.status === 'draft' ? !who.inUnit : who.inUnit !== 'head')
    return refused({ code: appeal.status === 'draft' ? 'appellants-only' : 'appealing-head-only', unit })
  if (appeal.status !== 'draft' && !isOpen(appeal)) return refused(movedOn(appeal))
  const found = scoresOf(facts)
  if ('refusal' in found) return found
  const closing: AnsweringEvent = { type: 'appeal.closed', number, at, how: 'withdrawn', heard: [] }
  return {
    ofAppeal: [{ type: 'appeal.withdrawn', signed: who.signed }],
    ofScores: appeal.status === 'draft' ? [] : [closing],
  }
}
