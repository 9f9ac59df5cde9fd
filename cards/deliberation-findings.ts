import { type FindingRow, findingText } from './deliberation-board.ts'
import { type Button, buttons, type Card } from './kit.ts'

export interface DeliberationFindingsFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly count: number
  readonly rows: readonly FindingRow[]
  readonly turns: readonly Button[]
}

/** What the members made of each finding of an inspection, a page at a time (rulebook 4). */
export function deliberationFindingsCard({ year, unit, ...facts }: DeliberationFindingsFacts): Card {
  const back: Button = { text: '返回合议', action: { show: 'deliberation', with: { year, unit: unit.id } } }
  return {
    title: `督查发现的处理：${unit.name}`,
    subtitle: `${year}年度`,
    summary: `${unit.name}：${facts.count}条督查发现的处理`,
    elements: [...facts.rows.map(findingText), buttons(...facts.turns, back)],
  }
}
