/** Answers in a guided form: words in, the value that stands for them in the form out; and back again for the summary. */
import type { Choice, Field } from '../../../cards/kit.ts'
import { isLocalDate, type LocalDate, sayDate } from '../../kernel/time.ts'
import { comparable, tidy } from '../words.ts'
import { withDigits } from './digits.ts'
import { readField, type Typed } from './field.ts'
import { sayNumber } from './number.ts'

export type Answer = { readonly typed: Typed } | { readonly fault: string }

/** Reads an answer to one question. Choices may be given by number (`2`, `1、3`), by their words, or by part of them. */
export function answerOf(field: Field, text: string, today: LocalDate): Answer {
  const typed = typedBy(field, text)
  if (typed === undefined) return { fault: choiceFault(field) }
  const read = readField(field, typed, today)
  if ('fault' in read) return read
  return { typed: 'value' in read ? typedOf(field, read.value) : typed }
}

/** A value as it would be typed again: the number or the day that was understood, so that "tomorrow" does not move overnight. */
function typedOf(field: Field, value: string | number | readonly string[]): Typed {
  return typeof value === 'number' ? sayNumber(value, field.kind === 'number' ? field.decimals : 0) : value
}

function typedBy(field: Field, text: string): Typed | undefined {
  switch (field.kind) {
    case 'choice':
      return choiceBy(field.choices, text)?.value
    case 'choices':
      return choicesBy(field.choices, text)
    case 'number':
    case 'date':
      return tidy(text)
    case 'line':
    case 'text':
      return text.trim()
  }
}

function choicesBy(choices: readonly Choice[], text: string): readonly string[] | undefined {
  const whole = choiceBy(choices, text)
  if (whole) return [whole.value]
  const parts = text.split(/[\s,，、;；和]+/).filter((part) => part !== '')
  const chosen = parts.map((part) => choiceBy(choices, part)?.value)
  const values = chosen.filter((value) => value !== undefined)
  return values.length === parts.length && values.length > 0 ? [...new Set(values)] : undefined
}

function choiceBy(choices: readonly Choice[], text: string): Choice | undefined {
  const said = comparable(tidy(text))
  if (said === '') return undefined
  const number = /^第?(\d{1,3})(?:项|个|号)?$/.exec(withDigits(said))
  const exact = choices.find((choice) => comparable(choice.text) === said)
  const numbered = number ? choices[Number(number[1]) - 1] : undefined
  const like = choices.filter((choice) => comparable(choice.text).includes(said))
  return exact ?? numbered ?? (like.length === 1 ? like[0] : undefined)
}

function choiceFault(field: Field): string {
  return field.kind === 'choices' ? '没有对上选项，请回复编号，如 1、3' : '没有对上选项，请回复编号，如 1'
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
