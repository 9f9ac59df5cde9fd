import { type Card, type Element, type Field, field, line, note } from './kit.ts'

export interface StuckFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly seated: readonly string[]
  readonly quorum: number
}

export interface DeliberationStuckFacts extends StuckFacts {
  readonly group: string
  /** The questions of the form `reopen`. */
  readonly fields: readonly Field[]
}

export const sayStuck = ({ seated, quorum }: Pick<StuckFacts, 'seated' | 'quorum'>): string =>
  `到会成员有变动，在任的只有${seated.length}人，至少须${quorum}人同意，本次合议已不能形成得分。请退回打分后重新合议。`

export function reopenFormOf({ year, unit }: StuckFacts, fields: readonly Field[]): Element {
  return {
    tag: 'form',
    name: 'reopen',
    elements: fields.map(field),
    buttons: [
      { text: '退回打分', style: 'danger', action: { submit: 'reopen', with: { year, unit: unit.id } } },
    ],
  }
}

/** For the office: that a deliberation cannot be decided, and nothing of what is on the sheets (Article 22). */
export function deliberationStuckCard(facts: DeliberationStuckFacts): Card {
  return {
    title: `合议：${facts.unit.name}`,
    subtitle: `${facts.year}年度 · ${facts.group}`,
    status: { text: '人数不足', tone: 'red' },
    summary: `${facts.unit.name}：合议到会人数不足，待退回打分`,
    elements: [
      line(sayStuck(facts), 'red'),
      { tag: 'fields', items: [{ label: '在任成员', value: facts.seated.join('、') || '无' }] },
      reopenFormOf(facts, facts.fields),
      note('如须增补成员，请先更新名册。已提交的评分表退回后仍然有效，提交人可以修改。'),
    ],
  }
}
