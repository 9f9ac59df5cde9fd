/** A message that tells of one goal or of several, line by line or one after the other. */
import { beginsWithGoal, goalStarts, type ProgressLine, pairIn, readProgressLine } from './progress-line.ts'

export interface ReadPart {
  /** The part as it was typed, with its goal's number. */
  readonly text: string
  readonly line: ProgressLine
}

/** Never throws, whatever the text; at least one part. A line that names no goal goes on with the one before it. */
export function readProgressLines(typed: string): readonly [ReadPart, ...ReadPart[]] {
  const texts: string[] = []
  for (const text of typed.split(/\n/).flatMap(splitLine)) {
    const before = texts.at(-1)
    if (before === undefined || beginsWithGoal(text)) texts.push(text)
    else texts[texts.length - 1] = `${before}，${text}`
  }
  const [first = '', ...others] = withoutTitle(texts).flatMap(pairs)
  return [partOf(first), ...others.map(partOf)]
}

const partOf = (text: string): ReadPart => ({ text, line: readProgressLine(text) })

/** One line, cut where another goal begins. */
function splitLine(line: string): string[] {
  const starts = readProgressLine(line).kind === 'several-goals' && !pairIn(line) ? goalStarts(line) : []
  const edges = [0, ...starts, line.length]
  return edges
    .slice(0, -1)
    .map((from, position) =>
      line.slice(from, edges[position + 1]).replace(/^[\s，,；;。]+|[\s，,；;]+$/g, ''),
    )
    .filter((text) => text !== '')
}

/** `本周进展：` above the lines tells of no goal. */
function withoutTitle(texts: readonly string[]): readonly string[] {
  const [first = '', ...others] = texts
  const titled = others.length > 0 && !beginsWithGoal(first) && !/\d/.test(first)
  return titled ? others : texts
}

function pairs(text: string): string[] {
  const pair = pairIn(text)
  return pair ? pair.numbers.map((number) => `${number} ${pair.rest}`.trim()) : [text]
}
