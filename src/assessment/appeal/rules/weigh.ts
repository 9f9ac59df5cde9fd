/** The outcome of each deduction, written page by page by whoever hears the appeal: the convenor, or the chair. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { AppealEvent, Item, Place, Verdict, Verdicts } from './appeal.ts'
import { closedAppeals, type Hearing, movedOn } from './hearing.ts'
import type { AppealRefusal, VerdictFault } from './refusals.ts'

export const REASON_LENGTH = 500

/** What the form brought for one deduction. `points` in hundredths; null keeps what was deducted. */
export interface TypedVerdict {
  readonly place: Place
  readonly points: number | null
  readonly reason: string
}

export function weighAppeal(
  typed: readonly TypedVerdict[],
  facts: Hearing,
): Decision<AppealEvent, AppealRefusal> {
  const bar = barToWeighing(facts)
  if (bar) return refused(bar)
  const { appeal, who, assessment } = facts
  if (!('items' in appeal)) return refused({ code: 'unknown-appeal' })
  const whole = assessment.status === 'decided' && assessment.regime === 'graded'
  const read = readVerdicts(typed, appeal.items, whole)
  if ('faults' in read) return refused({ code: 'faulty-verdicts', faults: read.faults })
  return decided<AppealEvent>({ type: 'appeal.weighed', verdicts: read.verdicts, signed: who.signed })
}

/** Why this person does not write the outcome; undefined for who hears it now. */
export function barToWeighing({ appeal, who, unitName: unit, phase }: Hearing): AppealRefusal | undefined {
  if (appeal.status === 'with-leaders')
    return who.decides ? closedAppeals({ phase }) : { code: 'deciders-only' }
  if (appeal.status !== 'with-group') return movedOn(appeal)
  if (who.convenes) return closedAppeals({ phase })
  return who.barred ? { code: 'barred-hearing', unit } : { code: 'hearing-convenor-only' }
}

/** A deduction in which nothing was filled in is passed over. An appeal never raises a deduction; levels are scored in whole points (Article 24). */
function readVerdicts(
  typed: readonly TypedVerdict[],
  items: readonly Item[],
  whole: boolean,
): { readonly verdicts: Verdicts } | { readonly faults: readonly VerdictFault[] } {
  const filled = typed.filter((one) => one.points !== null || one.reason.trim() !== '')
  const read = filled.map((one) => ({ place: one.place, verdict: readVerdict(one, items, whole) }))
  const faults = read.flatMap(({ place, verdict }) => ('what' in verdict ? [{ place, ...verdict }] : []))
  if (faults.length > 0) return { faults }
  return {
    verdicts: Object.fromEntries(
      read.flatMap(({ place, verdict }) => ('kind' in verdict ? [[place, verdict] as const] : [])),
    ),
  }
}

function readVerdict(
  typed: TypedVerdict,
  items: readonly Item[],
  whole: boolean,
): Verdict | Pick<VerdictFault, 'what'> {
  const { points } = typed
  const item = items.find((one) => one.place === typed.place)
  if (!item) return { what: 'unknown' }
  const reason = typed.reason.trim()
  if (reason === '') return { what: 'missing-reason' }
  if (reason.length > REASON_LENGTH) return { what: 'long-reason' }
  if (points === null || points === item.points) return { kind: 'kept', reason }
  if (points < 0 || points > item.points) return { what: 'not-fewer' }
  if (whole && points % 100 !== 0) return { what: 'broken-points' }
  return { kind: 'changed', points, reason }
}
