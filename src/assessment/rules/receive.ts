import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { AssessmentEvent, AssessmentState } from './assessment.ts'

export type ReceiveRefusal =
  | { readonly code: 'unit-only' }
  | { readonly code: 'closed-feedback'; readonly phase: Phase }
  | { readonly code: 'undecided-assessment' }
  | { readonly code: 'already-received'; readonly by: string; readonly at: Instant }

/** Article 22: the unit's contact or head confirms that the feedback arrived. Confirming is not agreeing. */
export function receiveFeedback(
  state: AssessmentState,
  { unit, phase }: { readonly unit: string; readonly phase: Phase },
  by: Actor | undefined,
  at: Instant,
): Decision<AssessmentEvent, ReceiveRefusal> {
  const isOfUnit = by !== undefined && (holds(by, 'contact', unit) || holds(by, 'head', unit))
  if (!isOfUnit) return refused({ code: 'unit-only' })
  if (phase === 'setting' || phase === 'execution') return refused({ code: 'closed-feedback', phase })
  if (state.status !== 'decided') return refused({ code: 'undecided-assessment' })
  if (state.received) {
    return refused({ code: 'already-received', by: state.received.member.name, at: state.received.at })
  }
  return decided<AssessmentEvent>({ type: 'feedback.received', by: { id: by.id, name: by.name }, at })
}
