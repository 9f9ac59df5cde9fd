import type { Action, Card, Message } from '../../../cards/kit.ts'
import { scoreNoticeCard } from '../../../cards/score-notice.ts'
import type { GoalFacts } from '../../../cards/score-words.ts'
import { say } from '../../kernel/chapter.ts'
import type { Coded } from '../../kernel/decision.ts'
import { sayDate } from '../../kernel/time.ts'
import type { AssessedGoal } from '../rules/goal.ts'
import { type AssessmentRefusal, wording } from '../wording.ts'

export const shown = (card: Card): Message => ({ kind: 'card', card })

/** A polite card in the place of one that the viewer may not see. */
export function saidInstead(
  title: string,
  text: string,
  next?: { readonly text: string; readonly action: Action },
): Message {
  return shown(scoreNoticeCard({ title, text, ...(next && { next }) }))
}

/** The sentence of a refusal of this chapter. */
export function sentenceOf(refusal: AssessmentRefusal): string {
  const coded: Coded = refusal
  return say(wording, coded) ?? ''
}

export function goalFacts(goal: AssessedGoal): GoalFacts {
  const { number, type, title, measure, criterion, dueOn, adjusted } = goal
  const facts = { number, type, title, measure, criterion, due: dueOn ? sayDate(dueOn) : '' }
  return adjusted ? { ...facts, adjusted } : facts
}
