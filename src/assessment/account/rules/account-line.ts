/** Reads a typed line of an account: `3 已建成48门，未达标原因：两门推迟`. What it cannot read it leaves to the form. */
import { halfWidth, readSmallNumber, SMALL_NUMBER } from '../../../execution/rules/small-number.ts'
import { LONGEST_WORDS, type Met } from './statement.ts'
import type { Yardstick } from './yardstick.ts'

export interface AccountLine {
  /** 目标3: the number that people use. */
  readonly goal: number
  readonly words: string
  /** '' where none is named. */
  readonly reason: string
}

const HEAD = new RegExp(`^(?:第|目标)*\\s*(${SMALL_NUMBER})\\s*(?:号目标|号|项目标|项|[、:：，,.．]|\\s)\\s*`)
const REASON = /[，,。；;\s]*(?:未达标|未完成|没有完成|没完成)?(?:的)?原因(?:是|为)?\s*[：:]?\s*/

/** Undefined where no goal is named, or nothing is said of it. */
export function readAccountLine(typed: string): AccountLine | undefined {
  const text = halfWidth(typed).trim()
  const head = HEAD.exec(text)
  const goal = readSmallNumber(head?.[1] ?? '')
  if (!head || goal === undefined) return undefined
  const rest = text.slice(head[0].length).trim()
  if (rest === '') return undefined
  const cut = REASON.exec(rest)
  const words = cut ? rest.slice(0, cut.index) : rest
  const reason = cut ? rest.slice(cut.index + cut[0].length) : ''
  return { goal, words: words.slice(0, LONGEST_WORDS), reason: reason.slice(0, LONGEST_WORDS) }
}

/** What the indicator came to, hundredths, where the words name a figure with its unit. */
export function valueIn(words: string, yardstick: Yardstick): number | undefined {
  if (yardstick.kind === 'described' || yardstick.unit === '') return undefined
  const unit = yardstick.unit.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`(\\d{1,12}(?:\\.\\d{1,2})?)\\s*${unit}`).exec(words)
  return found?.[1] === undefined ? undefined : Math.round(Number(found[1]) * 100)
}

/** Whether a goal that is described was reached, where the words say so. */
export function metIn(words: string): Met | undefined {
  if (/部分(?:达到|完成|达标)|基本完成/.test(words)) return 'partly'
  if (/未(?:达到|完成|达标)|没有?(?:达到|完成)/.test(words)) return 'unmet'
  return /(?:已|全部|按期|如期|均)(?:达到|完成|达标)|达到要求/.test(words) ? 'met' : undefined
}
