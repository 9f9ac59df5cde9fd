/** The goals that were adjusted, or the units among which to choose; each opens the versions (Article 17). */
import { type Button, buttons, type Card, line } from './kit.ts'

export interface GoalHistoryFacts {
  readonly title: string
  readonly intro: string
  /** A line each. */
  readonly goals: readonly string[]
  readonly opens: readonly Button[]
  readonly turns: readonly Button[]
}

export function goalHistoryCard({ title, intro, goals, opens, turns }: GoalHistoryFacts): Card {
  const all = [...opens, ...turns]
  return {
    title,
    summary: intro,
    elements: [line(intro), ...goals.map((text) => line(text)), ...(all.length > 0 ? [buttons(...all)] : [])],
  }
}
