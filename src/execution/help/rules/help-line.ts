/** `求助 3 缺少实验场地`: which goal is meant, and with what difficulty. */
import { halfWidth, readSmallNumber, SMALL_NUMBER } from '../../rules/small-number.ts'

export interface HelpLine {
  /** Undefined where no goal is named. */
  readonly number: number | undefined
  readonly words: string
}

const SEPARATOR = '[\\s,，、。．.:：;；]'
const PATTERNS = [
  // 目标3 …, 第3项目标 …, 3号目标 …
  new RegExp(`^第?(?:目标\\s*)?(?<number>${SMALL_NUMBER})\\s*(?:号|项)目标${SEPARATOR}*(?<words>.*)$`, 'su'),
  new RegExp(`^目标\\s*(?<number>${SMALL_NUMBER})\\s*号?${SEPARATOR}*(?<words>.*)$`, 'su'),
  // 3 …, 3：…; but not 3个实验室漏水
  new RegExp(`^(?<number>${SMALL_NUMBER})(?:${SEPARATOR}+(?<words>.*))?$`, 'su'),
  // … 目标3
  new RegExp(`^(?<words>.*?)${SEPARATOR}+目标\\s*(?<number>${SMALL_NUMBER})$`, 'su'),
]

/** Never fails: what names no goal is all difficulty. */
export function readHelpLine(text: string): HelpLine {
  const line = halfWidth(text).trim()
  for (const pattern of PATTERNS) {
    const { number = '', words = '' } = pattern.exec(line)?.groups ?? {}
    const read = readSmallNumber(number)
    if (read !== undefined) return { number: read, words: words.trim() }
  }
  return { number: undefined, words: text.trim() }
}
