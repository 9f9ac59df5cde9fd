import { type AppealItemFacts, itemElements } from './appeal-words.ts'
import { type Button, buttons, type Card, divider, type FormSpec, field, note, type Params } from './kit.ts'

export interface AppealWeighFacts {
  readonly unit: string
  readonly number: number
  readonly year: number
  /** A page of what is appealed against. */
  readonly items: readonly AppealItemFacts[]
  readonly form: { readonly name: string; readonly params: Params; readonly spec: FormSpec }
  readonly missing: number
  readonly turns: readonly Button[]
  readonly back: Button
}

/** A page of outcomes, written by whoever hears the appeal. */
export function appealWeighCard(facts: AppealWeighFacts): Card {
  const { unit, number, year, items, form, missing, turns, back } = facts
  return {
    title: `处理意见：${unit} 第${number}件申诉`,
    subtitle: `${year}年度考核`,
    status: missing > 0 ? { text: `还有${missing}条`, tone: 'orange' } : { text: '已填齐', tone: 'green' },
    summary: missing > 0 ? `还有${missing}条没有处理意见` : '全部扣分都有处理意见',
    elements: [
      note('改扣分值留空即维持原扣分；填0即撤销。申诉只能减少扣分，不会加重。每条都要写明理由。'),
      ...items.flatMap(itemElements),
      divider,
      {
        tag: 'form',
        name: form.name,
        elements: form.spec.fields.map(field),
        buttons: [
          { text: form.spec.submit, style: 'primary', action: { submit: form.name, with: form.params } },
        ],
      },
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      buttons(back),
    ],
  }
}
