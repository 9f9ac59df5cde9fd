import { type Card, type Element, type FormSpec, field, note, type Params } from './kit.ts'

export interface FormFacts {
  /** The form's name, under which its tap comes back. */
  readonly name: string
  readonly params: Params
  readonly spec: FormSpec
  /** A draft stands in the fields. */
  readonly hasDraft: boolean
}

/** A form as one card: fill in and send, keep as a draft, or be asked question by question. */
export function formCard({ name, params, spec, hasDraft }: FormFacts): Card {
  const intro: Element[] = spec.intro === undefined ? [] : [note(spec.intro)]
  return {
    title: spec.title,
    ...(hasDraft ? { status: { text: '草稿', tone: 'blue' } } : {}),
    summary: `请填写：${spec.title}`,
    elements: [
      ...intro,
      {
        tag: 'form',
        name,
        elements: spec.fields.map(field),
        buttons: [
          { text: spec.submit, style: 'primary', action: { submit: name, with: params } },
          { text: '存草稿', action: { keep: name, with: params } },
          { text: '逐项填写', action: { guide: name, with: params } },
        ],
      },
      note('带 * 的必须填写。也可点「逐项填写」，一项一项回答。'),
    ],
  }
}
