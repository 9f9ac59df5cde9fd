/** Goals to decide, a card at a time: as many as fit into Feishu's 30 KB and 200 elements with their questions. */
import { type GoalFacts, goalFold } from '../../../cards/goal-facts.ts'
import { goalName } from '../../../cards/goal-words.ts'
import { lastYearFold } from '../../../cards/last-year.ts'
import { sinceReturnFold } from '../../../cards/since-return.ts'

const MOST_GOALS = 10
/** Of a card's 30,000 bytes; the rest is for what surrounds the goals. */
const MOST_BYTES = 15_000
/** A goal's question, its button and the frames of its folds. */
const FRAME_BYTES = 900

export function packGoals(goals: readonly GoalFacts[]): GoalFacts[][] {
  const pages: GoalFacts[][] = []
  let room = 0
  for (const goal of goals) {
    const size = sizeOf(goal)
    const page = pages.at(-1)
    if (page && page.length < MOST_GOALS && size <= room) page.push(goal)
    else {
      pages.push([goal])
      room = MOST_BYTES
    }
    room -= size
  }
  return pages
}

function sizeOf(goal: GoalFacts): number {
  const name = goalName(goal.number)
  const shown = [
    goalFold(goal),
    ...lastYearFold(name, goal.lastYear),
    ...sinceReturnFold(name, goal.sinceReturn),
  ]
  return FRAME_BYTES + bytesOf(JSON.stringify(shown))
}

/** As drawn: signs that could be markup become entities of about five bytes, Chinese takes three. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) bytes += sign > '\u007f' ? 3 : /[\w\s,":{}]/.test(sign) ? 1 : 5
  return bytes
}
