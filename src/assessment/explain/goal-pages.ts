/** The goals' ledgers, cut into pages that a card can hold (cards 1.7). */
import type { ExplainGoalFacts } from '../../../cards/score-explain-goals.ts'
import type { LevelPolicy } from '../../policy/rules/policy.ts'
import { deductionsOf } from '../rules/entry.ts'
import type { GoalLedger } from '../rules/final-of.ts'
import { basisOf } from '../rules/goal.ts'
import { bandsOf } from '../rules/levels.ts'
import { goalFacts } from '../views/said.ts'
import { sayExact } from './say-exact.ts'

const GOALS_A_PAGE = 6
/** Characters: three bytes each in Chinese, and five where they are escaped. */
const LETTERS_A_PAGE = 3_500
const LETTERS_OF_BASIS = 150
const LETTERS_AROUND = 40

export function goalPages(
  goals: readonly GoalLedger[],
  levels: LevelPolicy,
): readonly (readonly ExplainGoalFacts[])[] {
  const pages: { readonly goals: ExplainGoalFacts[]; letters: number }[] = []
  for (const one of goals.map((goal) => factsOf(goal, levels))) {
    const letters = lettersOf(one)
    const page = pages.at(-1)
    if (page && page.goals.length < GOALS_A_PAGE && page.letters + letters <= LETTERS_A_PAGE) {
      page.goals.push(one)
      page.letters += letters
    } else pages.push({ goals: [one], letters })
  }
  return pages.map((page) => page.goals)
}

function factsOf(
  { goal, entry, deducted, floored, score }: GoalLedger,
  levels: LevelPolicy,
): ExplainGoalFacts {
  const deductions = deductionsOf(entry, goal)
  const longest = Math.floor(LETTERS_A_PAGE / 2 / Math.max(1, deductions.length))
  const own = basisOf(goal)
  return {
    goal: goalFacts(goal),
    weight: sayExact(String(goal.weight), 100),
    adjusted: cut(goal.adjusted ?? '', LETTERS_OF_BASIS),
    basis: cut(own, LETTERS_OF_BASIS),
    level: entry.kind === 'level' ? levelFacts(entry.level, levels) : null,
    deductions: deductions.map(({ points, reason, criterion }) => ({
      points,
      reason: cut(reason, longest),
      criterion: criterion === own ? '' : cut(criterion, longest),
    })),
    ...{ deducted, floored, score },
  }
}

function levelFacts(level: 1 | 2 | 3, levels: LevelPolicy) {
  const { from, to } = bandsOf(levels)[level]
  return { level, from: from / 100, to: to / 100 }
}

const lettersOf = ({ goal, adjusted, basis, deductions }: ExplainGoalFacts): number =>
  deductions.reduce(
    (sum, one) => sum + one.reason.length + one.criterion.length + LETTERS_AROUND,
    goal.title.length + adjusted.length + basis.length + LETTERS_AROUND,
  )

function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, Math.max(0, most - 1)).join('')}…` : text
}
