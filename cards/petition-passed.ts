/** A matter that the leading group passed on, for whoever received it: these words and nothing else. */
import {
  type Button,
  type Card,
  divider,
  type Element,
  type FormSpec,
  field,
  line,
  note,
  type Tone,
} from './kit.ts'
import { sayNumber } from './petition-words.ts'

export interface PassedPetitionFacts {
  readonly number: string
  readonly text: string
  readonly at: string
  readonly status: 'open' | 'reported' | 'closed'
  /** What was answered; null while it was not. */
  readonly answer: { readonly text: string; readonly by: string; readonly at: string } | null
  readonly form: {
    readonly name: string
    readonly spec: FormSpec
    readonly buttons: readonly Button[]
  } | null
}

const STATUS: { readonly [status in PassedPetitionFacts['status']]: { text: string; tone: Tone } } = {
  open: { text: '待回复', tone: 'orange' },
  reported: { text: '已回复', tone: 'green' },
  closed: { text: '已结束', tone: 'muted' },
}

export function passedPetitionCard({ number, text, at, status, answer, form }: PassedPetitionFacts): Card {
  return {
    title: `领导小组转办 ${sayNumber(number)}`,
    status: STATUS[status],
    summary: `领导小组转办${sayNumber(number)}：${STATUS[status].text}`,
    elements: [
      note(`${at} 领导小组转来`),
      line(text),
      ...(answer === null ? [] : [divider, note(`${answer.at} ${answer.by}回复`), line(answer.text)]),
      ...(status === 'closed' && answer === null ? [note('领导小组已经办结，不用再回复。')] : []),
      ...formElements(form),
      note('只有您和领导小组能看到。请直接回复领导小组，不要打听来信人。'),
    ],
  }
}

function formElements(form: PassedPetitionFacts['form']): Element[] {
  if (form === null) return []
  return [
    divider,
    { tag: 'form', name: form.name, elements: form.spec.fields.map(field), buttons: form.buttons },
  ]
}
