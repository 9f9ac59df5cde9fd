/**
 * The platform-neutral card: what a person sees and may do, said without any platform's JSON.
 * A card file in this folder is a pure function from facts to a `Card`; `chat/<platform>` draws it.
 *
 * Every string in a card is plain text. There is no way to write markdown, a mention or a link with it:
 * the adapters escape what they are given, so words typed by people can never become markup.
 */

import type { JsonObject } from '../src/kernel/decision.ts'

/** What travels in a button and comes back with the tap. */
export type Params = JsonObject

/** Colours carry status only: green done, orange warning, red refused or overdue, grey ended, blue information. */
export type Tone = 'plain' | 'muted' | 'blue' | 'green' | 'orange' | 'red'

export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly tone?: Tone
}

/** What a tap asks for. `do`: a command. `submit`/`keep`: the form around the button, sent or kept as a draft.
 * `show`: another view in the place of this card. `send`: another view as a new message. `guide`: a form asked
 * question by question. `say`: as if the person had typed the words. */
export type Action = (
  | { readonly do: string; readonly with: Params }
  | { readonly submit: string; readonly with: Params }
  | { readonly keep: string; readonly with: Params }
  | { readonly show: string; readonly with: Params }
  | { readonly send: string; readonly with: Params }
  | { readonly guide: string; readonly with: Params }
  | { readonly say: string }
) &
  InNameOf

/** `for`: the person in whose name a delegate taps; without it, in the own name. */
type InNameOf = { readonly for?: string }

export interface Button {
  readonly text: string
  readonly action: Action
  readonly style?: 'primary' | 'danger' | 'plain'
  /** Asked before an act that cannot be undone, with its consequence in the text. */
  readonly confirm?: { readonly title: string; readonly text: string }
}

export interface Choice {
  readonly value: string
  readonly text: string
}

interface FieldBase {
  /** Unique in the card; letters, digits and `_`. */
  readonly name: string
  readonly label: string
  readonly required?: boolean
  readonly hint?: string
  /** What stands in the field when the card opens: a draft, a default, or what was typed before a fault. */
  readonly initial?: string | readonly string[]
  /** What is wrong with what was typed, shown beside the field. */
  readonly fault?: string
}

/** One question of a form. `number` is typed as text and read with `decimals` places (0 = whole); `min`/`max` inclusive. */
export type Field =
  | (FieldBase & { readonly kind: 'line'; readonly maxLength?: number })
  | (FieldBase & { readonly kind: 'text'; readonly maxLength?: number; readonly rows?: number })
  | (FieldBase & {
      readonly kind: 'number'
      readonly decimals: number
      readonly min?: number
      readonly max?: number
    })
  /** `from` and `until`, days such as `2026-06-30`, are the first and last that may be given. */
  | (FieldBase & { readonly kind: 'date'; readonly from?: string; readonly until?: string })
  | (FieldBase & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  | (FieldBase & { readonly kind: 'choices'; readonly choices: readonly Choice[] })

export interface TableColumn {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'status'
  /** Decimal places of a number column. */
  readonly precision?: number
  readonly width?: string
}
export type TableCell = string | number | { readonly text: string; readonly tone: Tone }

export interface ChartSeries {
  readonly kind: 'bar' | 'bars-across' | 'line' | 'pie'
  readonly title?: string
  /** One row a point: `x` the category, `y` the value, `series` the group where there is more than one. */
  readonly points: readonly { readonly x: string; readonly y: number; readonly series?: string }[]
}

export type Element =
  | { readonly tag: 'text'; readonly spans: readonly Span[]; readonly size?: 'normal' | 'small' | 'heading' }
  | {
      readonly tag: 'fields'
      readonly items: readonly { readonly label: string; readonly value: string; readonly tone?: Tone }[]
    }
  | {
      readonly tag: 'people'
      readonly people: readonly { readonly openId?: string; readonly name: string }[]
    }
  | {
      readonly tag: 'table'
      readonly columns: readonly TableColumn[]
      readonly rows: readonly { readonly [column: string]: TableCell }[]
      readonly pageSize?: number
    }
  | { readonly tag: 'chart'; readonly chart: ChartSeries }
  | {
      readonly tag: 'fold'
      readonly title: string
      readonly open?: boolean
      readonly elements: readonly Element[]
    }
  | { readonly tag: 'divider' }
  | { readonly tag: 'buttons'; readonly buttons: readonly Button[] }
  /** Stands at the root of a card only; holds anything but a form, a table or a chart. `name` is unique in the card. */
  | {
      readonly tag: 'form'
      readonly name: string
      readonly elements: readonly (Element | FieldElement)[]
      readonly buttons: readonly Button[]
    }

export interface FieldElement {
  readonly tag: 'field'
  readonly field: Field
}

export interface Card {
  readonly title: string
  readonly subtitle?: string
  /** Header tag that says the state, as `待处理` or `已通过`. */
  readonly status?: { readonly text: string; readonly tone: Tone }
  /** One line for the chat list and the push: what is asked, and by when. */
  readonly summary: string
  readonly elements: readonly Element[]
}

/** What leaves for one person: words, a card, or a file. */
export type Message =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }

/** A form as data: shown whole as a card, or asked question by question; either way read by the same fields. */
export interface FormSpec {
  readonly title: string
  readonly intro?: string
  readonly fields: readonly Field[]
  readonly submit: string
  /** Where the form took the place of a card: what shows that card again. */
  readonly back?: Action
}

export const line = (text: string, tone: Tone = 'plain'): Element => ({
  tag: 'text',
  spans: [{ text, tone }],
})
export const note = (text: string): Element => ({
  tag: 'text',
  spans: [{ text, tone: 'muted' }],
  size: 'small',
})
export const heading = (text: string): Element => ({
  tag: 'text',
  spans: [{ text, bold: true }],
  size: 'heading',
})
export const buttons = (...list: readonly Button[]): Element => ({ tag: 'buttons', buttons: list })
export const field = (one: Field): FieldElement => ({ tag: 'field', field: one })
export const divider: Element = { tag: 'divider' }
