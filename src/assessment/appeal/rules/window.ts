/** The days in which a unit answers its feedback. Time decides nothing: what was not answered is called so, and the score stands. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import { type AnsweringEvent, answeredHow, openAppeal } from '../../rules/answering.ts'
import { type Hearing, scoresOf } from './hearing.ts'
import type { AppealRefusal } from './refusals.ts'

type Answered = Decision<AnsweringEvent, AppealRefusal>

/** The clock notes, once, that the days are over without a word. */
export function noteSilence(facts: Hearing, byClock: boolean): Answered {
  if (!byClock) return refused({ code: 'clock-only' })
  const found = scoresOf(facts)
  if ('refusal' in found) return found
  if (answeredHow(found.scores) !== 'waiting') return refused({ code: 'answered-feedback' })
  const { today, lastDay, at } = facts
  if (today <= lastDay) return refused({ code: 'open-answering', lastDay })
  return decided<AnsweringEvent>({ type: 'feedback.unanswered', at })
}

/** After the days only the leading group lets a unit appeal, with the reason; the days run anew from then on. */
export function reopenAnswering(reason: string, facts: Hearing): Answered {
  const { who, today, lastDay, at } = facts
  if (!who.decides) return refused({ code: 'deciders-only' })
  const found = scoresOf(facts)
  if ('refusal' in found) return found
  const open = openAppeal(found.scores)
  if (open) return refused({ code: 'open-appeal', number: open.number })
  if (today <= lastDay) return refused({ code: 'open-answering', lastDay })
  if (reason.trim() === '') return refused({ code: 'missing-reopening' })
  const { by, name } = who.signed
  return decided<AnsweringEvent>({
    type: 'feedback.reopened',
    by: { id: by, name },
    at,
    reason: reason.trim(),
  })
}
