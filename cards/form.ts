import {
  type Action,
  type Button,
  buttons,
  type Card,
  type Element,
  type FormSpec,
  field,
  note,
  type Params,
} from './kit.ts'

export interface FormFacts {
  /** The form's name, under which its tap comes back. */
  readonly name: string
  readonly params: Params
  readonly spec: FormSpec
  /** A draft stands in the fields. */
  readonly hasDraft: boolean
  /** No draft may be kept of it. */
  readonly secret?: boolean
}

/** A form as one card: fill in and send, keep as a draft, or be asked question by question. */
export function formCard({ name, params, spec, hasDraft, secret = false }: FormFacts): Card {
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
          ...(secret ? [] : otherWays(name, params)),
        ],
      },
      note(secret ? SECRET : '带 * 的必须填写。也可点「逐项填写」，一项一项回答。'),
      ...(spec.back === undefined ? [] : [buttons(leaving(spec.back))]),
    ],
  }
}

const SECRET = '带 * 的必须填写。为保密，这里不留草稿，请一次填好后提交。'

/** It stands outside the form, so that what was typed does not come along. */
const leaving = (action: Action): Button => ({
  text: '返回列表',
  action,
  confirm: { title: '返回列表？', text: '没有保存的内容不会保留。需要保留请先取消，再点「存草稿」。' },
})

const otherWays = (name: string, params: Params): Button[] => [
  { text: '存草稿', action: { keep: name, with: params } },
  { text: '逐项填写', action: { guide: name, with: params } },
]
