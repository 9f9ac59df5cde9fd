/** How a value of the policy is asked in a form, read back, checked and said. */
import * as z from 'zod'
import type { Field } from '../../../cards/kit.ts'
import type { Year } from '../../kernel/ids.ts'
import type { FormValues } from '../../kernel/view.ts'

export interface Asked {
  /** Name of the first field; further ones begin with it. */
  readonly name: string
  readonly label: string
  readonly year: Year
}

export interface Kind<Value> {
  readonly schema: z.ZodType<Value>
  fields(asked: Asked, present: Value): readonly Field[]
  /** What was filled in; the schema judges it. */
  read(values: FormValues, name: string): unknown
  say(value: Value): string
}

export interface NumberLimits {
  readonly min: number
  readonly max: number
  /** Stands behind the number: `天`. */
  readonly unit: string
  readonly hint?: string
  /** Places after the point; the value is an integer of 10^-decimals. */
  readonly decimals?: number
}

const whole = ({ min, max, decimals = 0 }: NumberLimits): z.ZodType<number> =>
  z
    .int()
    .min(min * 10 ** decimals)
    .max(max * 10 ** decimals)

export function numberField(
  { name, label }: Pick<Asked, 'name' | 'label'>,
  { min, max, unit, hint, decimals = 0 }: NumberLimits,
  present: number | null,
): Field {
  return {
    ...{ kind: 'number', name, label: `${label}（${unit}）`, decimals, min, max },
    ...(hint !== undefined && { hint }),
    ...(present !== null && { initial: String(present / 10 ** decimals) }),
  }
}

const numberIn = (values: FormValues, name: string): number | null => {
  const value = values[name]
  return typeof value === 'number' ? value : null
}

const required = (field: Field): Field => ({ ...field, required: true })

export function aNumber(limits: NumberLimits): Kind<number> {
  return {
    schema: whole(limits),
    fields: (asked, present) => [required(numberField(asked, limits, present))],
    read: numberIn,
    say: (value) => `${value / 10 ** (limits.decimals ?? 0)}${limits.unit}`,
  }
}

/** May be left out; then `none` is said. */
export function aNumberOrNone(limits: NumberLimits, none: string): Kind<number | null> {
  return {
    schema: whole(limits).nullable(),
    fields: (asked, present) => [numberField(asked, limits, present)],
    read: numberIn,
    say: (value) => (value === null ? none : `${value / 10 ** (limits.decimals ?? 0)}${limits.unit}`),
  }
}

/** The type is that of the value; the schema, made from data, judges it. */
export const judgedBy = <Value>(schema: z.ZodType): z.ZodType<Value> =>
  z.custom<Value>((value) => schema.safeParse(value).success)

type Texts<Value extends string> = { readonly [value in Value]: string }

const choicesOf = (texts: Texts<string>) => Object.entries(texts).map(([value, text]) => ({ value, text }))

export function aChoice<Value extends string>(texts: Texts<Value>): Kind<Value> {
  return {
    schema: judgedBy<Value>(z.enum(Object.keys(texts))),
    fields: ({ name, label }, present) => [
      { kind: 'choice', name, label, required: true, choices: choicesOf(texts), initial: present },
    ],
    read: (values, name) => values[name],
    say: (value) => texts[value],
  }
}

/** Several of a list, one at least; kept in the order of the list. */
export function someOf<Value extends string>(texts: Texts<Value>): Kind<readonly Value[]> {
  // Object.keys answers string[], though the type of the texts lists their keys.
  const all = Object.keys(texts) as Value[]
  return {
    schema: z.array(judgedBy<Value>(z.enum(all))).min(1),
    fields: ({ name, label }, present) => [
      { kind: 'choices', name, label, required: true, choices: choicesOf(texts), initial: [...present] },
    ],
    read: (values, name) => all.filter((value) => includes(values[name], value)),
    say: (list) => list.map((value) => texts[value]).join('、'),
  }
}

const includes = (typed: FormValues[string], value: string): boolean =>
  Array.isArray(typed) && typed.includes(value)

/** Numbers of a list, one at least, the largest first. */
export function someNumbersOf(list: readonly number[], unit: string): Kind<readonly number[]> {
  const inOrder = list.toSorted((a, b) => b - a)
  return {
    schema: z.array(z.int().refine((one) => list.includes(one))).min(1),
    fields: ({ name, label }, present) => [
      {
        ...{ kind: 'choices', name, label, required: true, initial: present.map(String) },
        choices: inOrder.map((one) => ({ value: String(one), text: `${one}${unit}` })),
      },
    ],
    read: (values, name) => inOrder.filter((one) => includes(values[name], String(one))),
    say: (numbers) => numbers.map((one) => `${one}${unit}`).join('、'),
  }
}

export interface Part extends NumberLimits {
  readonly label: string
}

/** Numbers that belong together: each key a field of its own. */
export function together<Value extends { readonly [key in keyof Value]: number | null }>(d: {
  readonly parts: { readonly [key in keyof Value]: Part }
  /** Whether a part may be left out. */
  readonly optional?: true
  readonly say: (value: Value) => string
}): Kind<Value> {
  const parts = Object.entries<Part>(d.parts)
  const shape = parts.map(([key, part]) => [key, d.optional ? whole(part).nullable() : whole(part)])
  return {
    schema: judgedBy<Value>(z.strictObject(Object.fromEntries(shape))),
    fields: ({ name }, present) => {
      const known: { readonly [key: string]: number | null } = present
      return parts.map(([key, part]) => {
        const field = numberField({ name: `${name}_${key}`, label: part.label }, part, known[key] ?? null)
        return d.optional ? field : required(field)
      })
    },
    read: (values, name) =>
      Object.fromEntries(parts.map(([key]) => [key, numberIn(values, `${name}_${key}`)])),
    say: d.say,
  }
}
