/** Reads a typed line of progress: `2 已完成60%，教材初稿完成`. What it cannot read it leaves to the form. */

import { type LineParts, partsOf } from './line-parts.ts'
import { halfWidth, readSmallNumber, SMALL_NUMBER } from './small-number.ts'

export type ProgressLine =
  | ({
      readonly kind: 'read'
      /** 目标2: the number that people use. */
      readonly number: number
      /** 0-100; undefined where the line names none. */
      readonly percent: number | undefined
      /** The percent is said of the goal, as in 完成60%, and not of something in it, as in 就业率95%. */
      readonly certain: boolean
      /** Everything after the goal's number. */
      readonly rest: string
    } & LineParts)
  | { readonly kind: 'several-goals'; readonly numbers: readonly number[] }
  | { readonly kind: 'excessive-percent'; readonly number: number }
  | { readonly kind: 'unnumbered' }

const GOAL = `(?:第|目标)*\\s*(${SMALL_NUMBER})`
const SEPARATED = '\\s*(?:号目标|号|项目标|项|[、:：，,]|[.．](?!\\d)|\\s|$)'
const UNBROKEN = '(?=[^\\d%％.．/一二两三四五六七八九十])'
const NAMED_HEAD = new RegExp(`^(?:第|目标)+\\s*(${SMALL_NUMBER})(?:${SEPARATED}|${UNBROKEN})`)
/** A numeral in words may begin any sentence (一览), so it must be set off or be followed by what is said of a goal. */
const BARE_HEAD = new RegExp(`^(${SMALL_NUMBER})(?:${SEPARATED}|(?<=\\d)${UNBROKEN}|(?=已|完成|进度))`)
const SET_OFF_HEAD = new RegExp(`^(${SMALL_NUMBER})${SEPARATED}`)
/** `1、2 已完成60%`, `1和3完成`: one line for several goals. */
const PAIR = new RegExp(
  `^${GOAL}\\s*(?:[、,，/和及与跟])\\s*${GOAL}\\s*(?:号|项)?\\s*(?:目标|均|都|已|各|完成|进展|$)`,
)
/** Every place where a goal is named and a percent follows: after 目标, or at the beginning of a part. */
const NAMED = new RegExp(`目标\\s*(${SMALL_NUMBER})(?!\\d)[^%％目]{0,60}[%％]`, 'g')
const BEGUN =
  /(?:^|[\s;；,，。])(?:第)?(\d{1,3})(?:号|项)?[\s:：、]+(?:已经|已)?(?:完成|进展|达到|到)?[了至到]?\s*\d{1,3}(?:\.\d+)?\s*[%％]/g
const FIGURE = '(\\d+(?:\\.\\d+)?)\\s*[%％]|百分之(一百|[一二三四五六七八九十]+|\\d+)'
/** The percent that is said of the goal, before any other. */
const STATED = new RegExp(
  `(?:已经|已)?(?:完成|进展|进度|推进)(?:度)?(?:达到|达|了|至|到|为|约)?\\s*(?:${FIGURE})`,
)
const ANY = new RegExp(`(?:已经|已)?(?:达到|到)?\\s*(?<![\\d.])(?:${FIGURE})`)
const WHOLE = /^(?:已经|已)?(?:全部)?(?:完成|做完|结束)了?(?=$|[，。,.；;！!])/

/** Never throws, whatever the text. Fractions of a percent are left out: 60.9% is 60. */
export function readProgressLine(typed: string): ProgressLine {
  const text = halfWidth(typed).trim()
  const head = NAMED_HEAD.exec(text) ?? BARE_HEAD.exec(text)
  const numbers = goalsIn(text)
  if (numbers.length > 1) return { kind: 'several-goals', numbers }
  const number = readSmallNumber(head?.[1] ?? '')
  if (head === null || number === undefined) return { kind: 'unnumbered' }
  return readRest(number, text.slice(head[0].length).trim())
}

function readRest(number: number, rest: string): ProgressLine {
  const stated = STATED.exec(rest) ?? ANY.exec(rest)
  const percent = stated ? figureOf(stated) : undefined
  if (percent !== undefined && percent > 100) return { kind: 'excessive-percent', number }
  const without = stated
    ? `${rest.slice(0, stated.index)}${rest.slice(stated.index + stated[0].length)}`
    : rest
  const parts = partsOf(tidy(without) || tidy(rest))
  const whole = WHOLE.test(rest) ? 100 : undefined
  return {
    kind: 'read',
    number,
    percent: percent === undefined ? whole : Math.floor(percent),
    certain: STATED.test(rest) || (percent === undefined && whole !== undefined),
    rest,
    ...parts,
  }
}

/** The goals for which the text gives a percent; all of a list of goals at its beginning. */
function goalsIn(text: string): number[] {
  const pair = PAIR.exec(text)
  const found = pair
    ? [pair[1], pair[2]]
    : [...text.matchAll(NAMED), ...text.matchAll(BEGUN)].map((one) => one[1])
  const numbers = found.map((one) => readSmallNumber(one ?? '')).filter((one) => one !== undefined)
  return [...new Set(numbers)].toSorted((left, right) => left - right)
}

function figureOf([, digits, words = '']: RegExpExecArray): number | undefined {
  if (digits !== undefined) return Number(digits)
  return words === '一百' ? 100 : /^\d+$/.test(words) ? Number(words) : readSmallNumber(words)
}

function tidy(text: string): string {
  return text.replace(/^[\s，,。.；;：:、]+|[\s，,；;：:、]+$/g, '')
}

/** A percent is said in it, or that something is done, whatever it is said of. */
export const saysProgress = (typed: string): boolean =>
  ANY.test(halfWidth(typed)) || WHOLE.test(halfWidth(typed).trim())

/** Whether a new line surely begins with a goal's number, and not with a figure of the sentence before it. */
export const beginsWithGoal = (typed: string): boolean => {
  const text = halfWidth(typed).trim()
  return NAMED_HEAD.test(text) || SET_OFF_HEAD.test(text)
}

/** Where in the text another goal begins of which a percent is said; from its second goal on. */
export function goalStarts(typed: string): number[] {
  const text = halfWidth(typed)
  const named = [...text.matchAll(NAMED)].map(({ index }) => index)
  const begun = [...text.matchAll(BEGUN)].map((one) => one.index + one[0].search(/[第\d]/))
  return [...new Set([...named, ...begun])].toSorted((left, right) => left - right).filter((at) => at > 0)
}

/** `1、2 均完成50%`: the goals that share what is said, and what that is. */
export function pairIn(
  typed: string,
): { readonly numbers: readonly number[]; readonly rest: string } | undefined {
  const text = halfWidth(typed).trim()
  const pair = PAIR.exec(text)
  const numbers = pair?.slice(1, 3).map((one) => readSmallNumber(one)) ?? []
  if (!pair || numbers.length !== 2) return undefined
  const rest = text.slice(pair[0].length).replace(/^(?:目标|均|都|各)+/, '')
  const last = /(?:已|完成|进展)$/.exec(pair[0])?.[0] ?? ''
  return { numbers: numbers.flatMap((one) => one ?? []), rest: `${last}${rest}` }
}
