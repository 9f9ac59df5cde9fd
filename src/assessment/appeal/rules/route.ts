/** The office sends an appeal to whom it is heard by; the chair may take it over (Article 29). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Bench } from '../../rules/answering.ts'
import type { AppealEvent } from './appeal.ts'
import { standingDeductions } from './deductions.ts'
import { closedAppeals, type Hearing, movedOn, scoresOf } from './hearing.ts'
import type { AppealRefusal } from './refusals.ts'

type Routed = Decision<AppealEvent, AppealRefusal>

export function routeAppeal(to: Bench, words: string, facts: Hearing): Routed {
  const { who, appeal } = facts
  if (!who.routes) return refused({ code: 'routers-only' })
  if (appeal.status !== 'sent') return refused(movedOn(appeal))
  const bar = to === 'group' ? barToGroup(facts) : undefined
  if (bar) return refused(bar)
  return decided<AppealEvent>({ type: 'appeal.routed', to, words: words.trim(), signed: who.signed })
}

/** Why the group cannot hear it (again); undefined where it can. */
export function barToGroup(facts: Hearing): AppealRefusal | undefined {
  const { appeal, panel, ratified, unitName: unit } = facts
  const found = scoresOf(facts)
  if ('refusal' in found) return found.refusal
  if (ratified) return { code: 'leaders-only-now' }
  if (!panel) return { code: 'unassigned-group', unit }
  const places = 'items' in appeal ? appeal.items.map((one) => one.place) : []
  const before = standingDeductions(found.scores).filter((one) => places.includes(one.place))
  return before.some((one) => one.heard === 'group') ? { code: 'heard-by-group' } : undefined
}

/** The leading group takes up what is with the office or the group; what the group agreed on is not confirmed then. */
export function takeOver(words: string, facts: Hearing): Routed {
  const { who, appeal } = facts
  if (!who.decides) return refused({ code: 'deciders-only' })
  const closed = closedAppeals(facts)
  if (closed) return refused(closed)
  if (appeal.status !== 'sent' && appeal.status !== 'with-group' && appeal.status !== 'agreed')
    return refused(movedOn(appeal))
  if (words.trim() === '') return refused({ code: 'missing-takeover' })
  return decided<AppealEvent>({
    type: 'appeal.routed',
    to: 'leaders',
    words: words.trim(),
    signed: who.signed,
  })
}
