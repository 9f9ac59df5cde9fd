import { type Element, line, note, type Span } from './kit.ts'
import { GRADE_NAMES, GRADES, type Grade, sayNames, sayScore } from './result-words.ts'

interface Placed {
  /** Hundredths. */
  readonly final: number
  readonly grade: Grade
  readonly rank: number
}

/** A unit that a correction moves, and who took its place where its own score did not fall. */
export interface MovedUnit {
  readonly name: string
  readonly from: Placed
  readonly to: Placed
  readonly displacedBy: readonly string[]
}

const MOST = 40

/** What a correction changes, old and new side by side, a line a unit: a table of it is too wide for a phone. */
export function movedLines(moved: readonly MovedUnit[]): Element[] {
  if (moved.length === 0) return [line('各单位名次、等次没有变动。')]
  const displaced = moved.filter((one) => one.displacedBy.length > 0)
  return [
    { tag: 'text', spans: moved.slice(0, MOST).map(spanOf) },
    ...(moved.length > MOST ? [note(`共${moved.length}个单位变动，此处列前${MOST}个。`)] : []),
    ...displaced
      .slice(0, MOST)
      .map(({ name, displacedBy }) =>
        line(`${name}的得分没有降低，因优秀名额有限，让位于${sayNames(displacedBy, 6)}。`, 'orange'),
      ),
  ]
}

function spanOf({ name, from, to }: MovedUnit, position: number): Span {
  const score = arrow(sayScore(from.final), sayScore(to.final))
  const grade = arrow(GRADE_NAMES[from.grade], GRADE_NAMES[to.grade])
  const text = `${name}：${score}分，第${arrow(String(from.rank), String(to.rank))}名，${grade}`
  const [before, after] = [GRADES.indexOf(from.grade), GRADES.indexOf(to.grade)]
  const tone = after < before ? 'green' : after > before ? 'red' : 'plain'
  return { text: position === 0 ? text : `\n${text}`, tone }
}

const arrow = (from: string, to: string): string => (from === to ? to : `${from}→${to}`)
