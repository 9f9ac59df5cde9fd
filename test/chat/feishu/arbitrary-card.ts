/** Any card that the kit can say, with words as bad as people and machines can make them. */
import fc from 'fast-check'
import type { Action, Button, Card, Element, Field, FieldElement, Span, Tone } from '../../../cards/kit.ts'

const NASTY = [
  ...[
    '<at id=all></at>',
    "<at user_id='ou_x'>x</at>",
    '**粗**',
    '[校务](https://evil.example)',
    '# 标题',
    '- 项',
    '1. 项',
  ],
  ...[
    '```\ncode',
    '![图](img_v3)',
    '<font color="red">红</font>',
    '~~删~~',
    ':SMILE:',
    'https://evil.example/?a=1',
    '| a | b |',
  ],
  ...[
    '&lt;at&gt;',
    '</raw><at id=all>',
    '$$x$$',
    '\u2028# 行',
    '\ud800',
    '\u0000',
    '    缩进',
    '---',
    '_斜_',
    "<person id='ou_x'>",
  ],
]
export const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(...NASTY),
  fc.array(fc.constantFrom(...NASTY, ' ', '\n', '目标'), { maxLength: 5 }).map((parts) => parts.join('')),
)

const tone = fc.constantFrom<Tone>('plain', 'muted', 'blue', 'green', 'orange', 'red')
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

/** Drops keys without a value, as the kit's types want it. */
function defined<T extends object>(value: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [key in keyof T]: Exclude<T[key], undefined>
  }
}

const span: fc.Arbitrary<Span> = fc.record({ text: words, bold: fc.boolean(), tone })
const params = fc.dictionary(
  fc.string({ maxLength: 5 }),
  fc.oneof(fc.string({ maxLength: 8 }), fc.integer()),
  { maxKeys: 2 },
)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: words, with: params }),
  fc.record({ show: words, with: params }),
  fc.record({ say: words }),
)
const spoken = words.map((text) => `按${text}`)
const button: fc.Arbitrary<Button> = fc
  .record({
    text: spoken,
    action,
    style: optional(fc.constantFrom('primary', 'danger', 'plain')),
    confirm: optional(fc.record({ title: words, text: words })),
  })
  .map(defined)
const submit: fc.Arbitrary<Button> = fc.record({
  text: spoken,
  action: fc.oneof(fc.record({ submit: words, with: params }), fc.record({ keep: words, with: params })),
})

const text: fc.Arbitrary<Element> = fc.record({
  tag: fc.constant('text'),
  spans: fc.array(span, { maxLength: 3 }),
  size: fc.constantFrom('normal', 'small', 'heading'),
})
const fields: fc.Arbitrary<Element> = fc.record({
  tag: fc.constant('fields'),
  items: fc.array(fc.record({ label: words, value: words, tone }), { maxLength: 4 }),
})
const people: fc.Arbitrary<Element> = fc.record({
  tag: fc.constant('people'),
  people: fc.array(
    fc.record({ openId: optional(fc.oneof(fc.constant('ou_1'), words)), name: words }).map(defined),
    { maxLength: 3 },
  ),
})
const buttons: fc.Arbitrary<Element> = fc.record({
  tag: fc.constant('buttons'),
  buttons: fc.array(button, { maxLength: 6 }),
})
const simple = fc.oneof(text, fields, people, buttons, fc.constant<Element>({ tag: 'divider' }))

const cell = fc.oneof(words, fc.double({ noNaN: true }), fc.record({ text: words, tone }))
const table: fc.Arbitrary<Element> = fc
  .record({
    tag: fc.constant('table' as const),
    columns: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('unit', 'score', 'state', 'note'),
        label: words,
        kind: fc.constantFrom('text' as const, 'number' as const, 'status' as const),
        precision: fc.integer({ min: 0, max: 4 }),
        width: fc.constantFrom('auto', '120px', '30%', 'wide'),
      }),
      { selector: (column) => column.name, minLength: 1, maxLength: 4 },
    ),
    rows: fc.array(fc.dictionary(fc.constantFrom('unit', 'score', 'state', 'unknown'), cell), {
      maxLength: 4,
    }),
    pageSize: optional(fc.integer({ min: -1, max: 50 })),
  })
  .map(defined)
const chart: fc.Arbitrary<Element> = fc.record({
  tag: fc.constant('chart'),
  chart: fc
    .record({
      kind: fc.constantFrom('bar' as const, 'bars-across' as const, 'line' as const, 'pie' as const),
      title: optional(words),
      points: fc.array(fc.record({ x: words, y: fc.double(), series: optional(words) }).map(defined), {
        maxLength: 5,
      }),
    })
    .map(defined),
})
const foldOf = (inside: fc.Arbitrary<Element>): fc.Arbitrary<Element> =>
  fc.record({
    tag: fc.constant('fold'),
    title: words,
    open: fc.boolean(),
    elements: fc.array(inside, { maxLength: 3 }),
  })

const choices = fc.array(fc.record({ value: spoken, text: words }), { maxLength: 4 })
const base = {
  label: words,
  required: fc.boolean(),
  hint: optional(words),
  initial: optional(fc.oneof(words, fc.constant('2026-04-30'), fc.array(words, { maxLength: 2 }))),
  fault: optional(words),
}
const fieldOf = (name: string): fc.Arbitrary<FieldElement> =>
  fc
    .oneof(
      fc
        .record({ kind: fc.constant('line' as const), maxLength: fc.integer({ min: 0, max: 3000 }), ...base })
        .map(defined),
      fc
        .record({ kind: fc.constant('text' as const), rows: fc.integer({ min: 1, max: 9 }), ...base })
        .map(defined),
      fc
        .record({ kind: fc.constant('number' as const), decimals: fc.integer({ min: 0, max: 2 }), ...base })
        .map(defined),
      fc.record({ kind: fc.constant('date' as const), ...base }).map(defined),
      fc
        .record({ kind: fc.constantFrom('choice' as const, 'choices' as const), choices, ...base })
        .map(defined),
    )
    .map((field): FieldElement => ({ tag: 'field', field: { ...field, name } satisfies Field }))
const form = (name: string): fc.Arbitrary<Element> =>
  fc.record({
    tag: fc.constant('form'),
    name: fc.constant(name),
    elements: fc.tuple(simple, foldOf(simple), fieldOf(`${name}_a`), fieldOf(`${name}_b`)),
    buttons: fc
      .tuple(submit, fc.array(fc.oneof(submit, button), { maxLength: 3 }))
      .map(([first, rest]) => [first, ...rest]),
  })

export const anyCard: fc.Arbitrary<Card> = fc
  .record({
    title: words,
    subtitle: optional(words),
    status: optional(fc.record({ text: words, tone })),
    summary: words,
    elements: fc
      .tuple(
        fc.array(fc.oneof(simple, chart, foldOf(fc.oneof(simple, chart, foldOf(simple)))), { maxLength: 4 }),
        fc.array(table, { maxLength: 2 }),
        optional(form('form')),
      )
      .map(([some, tables, last]) => [...some, ...tables, ...(last === undefined ? [] : [last])]),
  })
  .map(defined)
