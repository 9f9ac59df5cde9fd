/** Answers in a guided form: words in, the value that stands for them in the form out; and back again for the summary. */
import type { Choice, Field } from '../../../cards/kit.ts'
import { isLocalDate, type LocalDate, sayDate } from '../../kernel/time.ts'
import { comparable, cut, tidy } from '../words.ts'
import { withDigits } from './digits.ts'
import { readField, type Typed } from './field.ts'
import { sayNumber } from './number.ts'

export type Answer = { readonly typed: Typed } | { readonly fault: string }

/** Reads an answer to one question. Choices may be given by number (`2`, `1、3`), by their words, or by part of them. */
export function answerOf(field: Field, text: string, today: LocalDate): Answer {
  switch (field.kind) {
    case 'choice': {
      const found = chosenBy(field.choices, text)
      return 'choice' in found ? { typed: found.choice.value } : { fault: `${found.fault}，请回复编号，如 1` }
    }
    case 'choices':
      return severalBy(field.choices, text)
    case 'number':
    case 'date':
      return readAs(field, tidy(text), today)
    case 'line':
    case 'text':
      return readAs(field, text.trim(), today)
  }
}

/** As it would be typed again: the number or the day that was understood, so that "tomorrow" does not move overnight. */
function readAs(field: Field, typed: string, today: LocalDate): Answer {
  const read = readField(field, typed, today)
  if ('fault' in read) return read
  if (!('value' in read)) return { typed }
  const { value } = read
  return {
    typed: typeof value === 'number' ? sayNumber(value, field.kind === 'number' ? field.decimals : 0) : value,
  }
}

type Chosen = { readonly choice: Choice } | { readonly fault: string }

const MOST_SHOWN = 5

/** The one choice that is meant, or what was understood instead. */
function chosenBy(choices: readonly Choice[], text: string): Chosen {
  const said = comparable(tidy(text))
  const number = /^第?(\d{1,3})(?:项|个|号)?$/.exec(withDigits(said))
  const exact = choices.find((choice) => comparable(choice.text) === said)
  const numbered = number ? choices[Number(number[1]) - 1] : undefined
  const like = said === '' ? [] : choices.filter((choice) => comparable(choice.text).includes(said))
  const choice = exact ?? numbered ?? (like.length === 1 ? like[0] : undefined)
  if (choice && said !== '') return { choice }
  return { fault: like.length > 1 ? fits(text, like, choices) : `没有对上选项${quoted(text)}` }
}

/** `「学院」可以是 1.药学院、2.护理学院` */
function fits(text: string, like: readonly Choice[], choices: readonly Choice[]): string {
  const shown = like.slice(0, MOST_SHOWN).map((one) => `${choices.indexOf(one) + 1}.${one.text}`)
  return `${quoted(text)}可以是 ${shown.join('、')}${like.length > MOST_SHOWN ? ' 等' : ''}`
}

const quoted = (text: string): string => (tidy(text) === '' ? '' : `「${cut(tidy(text), 20)}」`)

/** All that are named; where one of them is not understood nothing is taken, and it is said which were. */
function severalBy(choices: readonly Choice[], text: string): Answer {
  const whole = chosenBy(choices, text)
  if ('choice' in whole) return { typed: [whole.choice.value] }
  if (/^(?:全部|全选|都选|所有)$/.test(tidy(text))) return { typed: choices.map((one) => one.value) }
  const parts = text.split(/[\s,，、;；和]+/).filter((part) => tidy(part) !== '')
  const read = parts.map((part) => chosenBy(choices, part))
  const chosen = read.flatMap((one) => ('choice' in one ? [one.choice] : []))
  const [fault] = read.flatMap((one) => ('fault' in one ? [one.fault] : []))
  if (fault === undefined && chosen.length > 0) return { typed: [...new Set(chosen.map((one) => one.value))] }
  const understood = chosen.length === 0 ? '' : `读懂了${chosen.map((one) => one.text).join('、')}；`
  return { fault: `${understood}${parts.length > 1 ? (fault ?? '') : whole.fault}，请回复编号，如 1、3` }
}

/** An answer as a person reads it in the summary: choices by their words, dates written out. */
export function sayAnswer(field: Field, typed: Typed | null | undefined): string {
  if (typed === undefined || typed === null || typed.length === 0) return '（未填）'
  const values = typeof typed === 'string' ? [typed] : typed
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return values.map((value) => wordsOf(field.choices, value)).join('、')
    case 'date':
      return values.map((value) => (isLocalDate(value) ? sayDate(value) : value)).join('、')
    case 'number':
    case 'line':
    case 'text':
      return values.join('、')
  }
}

const wordsOf = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.text ?? value
