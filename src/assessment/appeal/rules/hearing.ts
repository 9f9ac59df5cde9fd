/** What every rule of an appeal knows beside the appeal: the scores, who acts and with which rights, and the day. */
import type { UnitId, Year } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { Coefficients } from '../../../policy/rules/coefficients.ts'
import type { Policy } from '../../../policy/rules/policy.ts'
import type { Signed } from '../../../policy/rules/signed.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import { openAppeal } from '../../rules/answering.ts'
import type { AssessmentState, Decided } from '../../rules/assessment.ts'
import type { Member, Panel } from '../../rules/panel.ts'
import type { AppealState } from './appeal.ts'
import type { AppealRefusal } from './refusals.ts'

/** With which rights of the day somebody acts or looks; a delegate has what was given, and every bar of the own. */
export interface Who {
  readonly signed: Signed
  readonly inUnit: 'head' | 'contact' | null
  /** Sends it to whom it is heard by: the office, but not on the own unit. */
  readonly routes: boolean
  /** Decides for the leading group: its chair; where each chair is barred, any other member. */
  readonly decides: boolean
  /** Sits in the assessing group, and is not barred from the unit. */
  readonly seat: Member | null
  readonly convenes: boolean
  /** It is the own unit, or the one that the person is in charge of. */
  readonly barred: boolean
  readonly leads: boolean
  readonly office: boolean
  readonly leader: boolean
}

export interface Hearing {
  readonly year: Year
  readonly unit: UnitId
  readonly unitName: string
  readonly number: number
  readonly phase: Phase
  readonly policy: Pick<
    Policy,
    'ratios' | 'missingType' | 'coefficientFormula' | 'cap' | 'rounding' | 'levels'
  >
  readonly coefficients: Coefficients | null
  readonly panel: Panel | null
  readonly assessment: AssessmentState
  readonly appeal: AppealState
  readonly who: Who
  readonly at: Instant
  readonly today: LocalDate
  /** The last day on which the unit may answer its feedback. */
  readonly lastDay: LocalDate
  /** The leading group has ratified the year's results: from then on only it changes a score. */
  readonly ratified: boolean
}

/** Why no appeal is heard now; undefined from the phase of assessment on, and in a closed year (rulebook 6). */
export function closedAppeals({ phase }: Pick<Hearing, 'phase'>): AppealRefusal | undefined {
  return phase === 'setting' || phase === 'execution' ? { code: 'closed-appeals', phase } : undefined
}

/** The decided scores, in a phase in which appeals are heard. */
export function scoresOf(facts: Hearing): { readonly scores: Decided } | { readonly refusal: AppealRefusal } {
  const closed = closedAppeals(facts)
  if (closed) return { refusal: closed }
  const { assessment } = facts
  if (assessment.status !== 'decided') return { refusal: { code: 'undecided-score' } }
  return { scores: assessment }
}

/** The scores that the unit may still appeal against: within the days, and while no other appeal is open. */
export function appealable(
  facts: Hearing,
): { readonly scores: Decided } | { readonly refusal: AppealRefusal } {
  const found = scoresOf(facts)
  if ('refusal' in found) return found
  const open = openAppeal(found.scores)
  if (open) return { refusal: { code: 'open-appeal', number: open.number } }
  const { today, lastDay } = facts
  return today > lastDay ? { refusal: { code: 'late-appeal', lastDay } } : found
}

/** Who moved the appeal to where it is now. */
export function movedOn(state: AppealState): AppealRefusal {
  if (state.status === 'none') return { code: 'unknown-appeal' }
  const { name, at } = lastMove(state)
  return { code: 'moved-appeal', status: state.status, by: name, at }
}

export function lastMove(state: Exclude<AppealState, { readonly status: 'none' }>): {
  readonly name: string
  readonly at: Instant
} {
  switch (state.status) {
    case 'draft':
      return state.drafted
    case 'sent':
      return state.sent
    case 'with-group':
    case 'with-leaders':
      return state.routes.at(-1)?.signed ?? state.sent
    case 'agreed': {
      const last = state.rounds.at(-1)?.agreed.at(-1)
      return last ? { name: last.member.name, at: last.at } : state.sent
    }
    case 'decided':
      return state.decided
    case 'withdrawn':
      return state.withdrawn
  }
}
