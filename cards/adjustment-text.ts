/** One side of an adjustment whole, where its card has only the beginnings of long texts. */
import { adjustmentName } from './adjustment-words.ts'
import { type Action, buttons, type Card } from './kit.ts'

export interface AdjustmentTextFacts {
  readonly unit: string
  readonly number: number
  readonly side: 'before' | 'after'
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly back: Action
}

export function adjustmentTextCard({ unit, number, side, lines, back }: AdjustmentTextFacts): Card {
  const which = side === 'before' ? '现行内容' : '调整后的内容'
  return {
    title: `${unit} ${adjustmentName(number)}：${which}`,
    summary: `${unit} ${adjustmentName(number)}：${which}`,
    elements: [{ tag: 'fields', items: lines }, buttons({ text: '返回', action: back })],
  }
}
