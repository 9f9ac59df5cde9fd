/** An appeal, as each who has to do with it sees it (Articles 22, 29). */
import { type MovesFacts, movesElements } from './appeal-moves.ts'
import {
  APPEAL_STATUS,
  type AppealItemFacts,
  type AppealStatus,
  itemElements,
  sayAppeal,
} from './appeal-words.ts'
import {
  type Button,
  buttons,
  type Card,
  divider,
  type Element,
  type FormSpec,
  field,
  heading,
  line,
  note,
  type Params,
} from './kit.ts'

export interface AppealFacts {
  readonly unit: string
  readonly year: number
  readonly number: number
  readonly status: AppealStatus
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Who did what and said what, oldest first. */
  readonly log: readonly { readonly text: string; readonly bad: boolean }[]
  readonly total: number
  /** A page of them. */
  readonly items: readonly AppealItemFacts[]
  readonly turns: readonly Button[]
  readonly moves: MovesFacts | null
  readonly forms: readonly AppealForm[]
  readonly buttons: readonly Button[]
  /** What comes next, or why the viewer has nothing to do. */
  readonly next: string
}

export interface AppealForm {
  readonly name: string
  readonly params: Params
  readonly spec: FormSpec
  readonly style: 'primary' | 'plain'
}

const MOST_LOG = 12

export function appealCard(facts: AppealFacts): Card {
  const { unit, year, number, status, total, items, turns } = facts
  return {
    title: `${unit} ${sayAppeal(number)}`,
    subtitle: `${year}年度考核`,
    status: APPEAL_STATUS[status],
    summary: `${unit}${sayAppeal(number)}（${total}条扣分）：${APPEAL_STATUS[status].text}`,
    elements: [
      { tag: 'fields', items: facts.facts },
      ...log(facts.log),
      divider,
      heading(total === 0 ? '还没有选扣分' : `申诉的扣分（${total}条）`),
      ...items.flatMap(itemElements),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...(facts.moves ? [divider, ...movesElements(facts.moves)] : []),
      ...(facts.next === '' ? [] : [line(facts.next, 'blue')]),
      ...(facts.buttons.length > 0 ? [buttons(...facts.buttons)] : []),
      ...facts.forms.map(formElement),
    ],
  }
}

function log(entries: AppealFacts['log']): Element[] {
  const shown = entries.slice(-MOST_LOG)
  const more = entries.length - shown.length
  return [
    ...(more > 0 ? [note(`更早的${more}条记录见评分记录。`)] : []),
    ...shown.map(({ text, bad }) => line(text, bad ? 'orange' : 'muted')),
  ]
}

function formElement({ name, params, spec, style }: AppealForm): Element {
  return {
    tag: 'form',
    name,
    elements: spec.fields.map(field),
    buttons: [{ text: spec.submit, style, action: { submit: name, with: params } }],
  }
}
