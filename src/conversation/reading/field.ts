import type { Field } from '../../../cards/kit.ts'
import { isLocalDate, type LocalDate, sayDate } from '../../kernel/time.ts'
import { readDate } from './date.ts'
import { readNumber } from './number.ts'

/** As it was typed: a text, or the values of several choices. What `Field.initial` takes, too. */
export type Typed = string | readonly string[]

/** One field read: its value as the form's payload wants it; nothing filled in; or what is wrong, with what to do. */
export type ReadField =
  | { readonly value: string | number | readonly string[] }
  | { readonly empty: true }
  | { readonly fault: string }

/** A card's input takes no more (cards.md 1.4). */
const LONGEST = 1000

/** Reads what stands in a field. `choice` and `choices` carry values here; words are turned into them by `answerOf`. */
export function readField(field: Field, typed: Typed | undefined, today: LocalDate): ReadField {
  const filled = trimmed(typed)
  if (filled === undefined) {
    return field.required === true ? { fault: `${asks(field)}「${field.label}」` } : { empty: true }
  }
  switch (field.kind) {
    case 'line':
    case 'text':
      return readText(single(filled), field.maxLength ?? LONGEST)
    case 'number':
      return readNumber(single(filled), field)
    case 'date':
      return dated(readDate(single(filled), today), single(filled), field)
    case 'choice':
      return known([single(filled)], field) ? { value: single(filled) } : { fault: '选项已变化，请重新选择' }
    case 'choices':
      return known(several(filled), field) ? { value: several(filled) } : { fault: '选项已变化，请重新选择' }
  }
}

function trimmed(typed: Typed | undefined): Typed | undefined {
  if (typed === undefined) return undefined
  if (typeof typed === 'string') return typed.trim() === '' ? undefined : typed.trim()
  return typed.length === 0 ? undefined : typed
}

const asks = (field: Field): string =>
  field.kind === 'choice' || field.kind === 'choices' || field.kind === 'date' ? '请选择' : '请填写'

const single = (typed: Typed): string => (typeof typed === 'string' ? typed : typed.join('、'))

const several = (typed: Typed): readonly string[] => (typeof typed === 'string' ? [typed] : typed)

function readText(text: string, longest: number): ReadField {
  const length = [...text].length
  return length > longest ? { fault: `最多 ${longest} 个字，现在 ${length} 个，请缩短` } : { value: text }
}

type DateField = Extract<Field, { kind: 'date' }>

/** A day outside what the field takes is said as it was read, because `1月底` may have been read as that of next year. */
function dated(date: LocalDate | undefined, text: string, { from, until }: DateField): ReadField {
  if (date === undefined) return { fault: '没有读懂这个日期，请按 2026-06-30 或 6月30日 填写' }
  const early = from !== undefined && date < from
  const late = until !== undefined && date > until
  if (!early && !late) return { value: date }
  const as = isLocalDate(text.trim()) ? '' : `读作${sayDate(date)}，`
  return { fault: `${as}应${spanOf(from, until)}，请重新填写` }
}

function spanOf(from: string | undefined, until: string | undefined): string {
  const say = (day: string): string => (isLocalDate(day) ? sayDate(day) : day)
  if (from !== undefined && until !== undefined) return `在${say(from)}到${say(until)}之间`
  return from !== undefined ? `不早于${say(from)}` : `不晚于${say(until ?? '')}`
}

type ChoiceField = Extract<Field, { kind: 'choice' | 'choices' }>

function known(values: readonly string[], field: ChoiceField): boolean {
  return values.every((value) => field.choices.some((choice) => choice.value === value))
}
