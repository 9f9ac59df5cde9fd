/** Where an adjustment begins: which goal, and whether it is changed, cancelled, or one is added (Article 17). */
import { goalName } from './goal-words.ts'
import { type Action, type Button, buttons, type Card, type Element, heading, line, note } from './kit.ts'

export interface AdjustmentStartFacts {
  readonly unit: string
  readonly year: number
  /** Where the viewer may add: one button a type. */
  readonly add: readonly Button[]
  readonly goals: readonly {
    readonly number: number
    readonly title: string
    readonly share: string
    /** `12月1日调整：…`; '' where it was never adjusted. */
    readonly adjusted: string
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
  readonly notice: string
}

export function adjustmentStartCard(facts: AdjustmentStartFacts): Card {
  const { unit, year, add, goals, turns, notice } = facts
  return {
    title: `${unit} ${year}年度申请目标调整`,
    summary: `${unit}：选择要变更、取消的目标，或新增目标`,
    elements: [
      heading('新增目标'),
      buttons(...add),
      heading('变更或取消'),
      ...goals.map(goalElement),
      buttons(
        ...goals.map(({ number, open }): Button => ({ text: `调整${goalName(number)}`, action: open })),
        ...turns,
      ),
      note(notice),
    ],
  }
}

function goalElement({ number, title, share, adjusted }: AdjustmentStartFacts['goals'][number]): Element {
  const more = adjusted === '' ? '' : `\n${adjusted}`
  return line(`${goalName(number)} ${title}　占总分${share}${more}`)
}

export interface GoalAdjustFacts {
  readonly unit: string
  readonly number: number
  readonly title: string
  /** Label and value of what it says now. */
  readonly items: readonly { readonly label: string; readonly value: string }[]
  readonly change: Action | null
  readonly cancel: Action | null
  readonly history: Action | null
  /** Its open adjustment. */
  readonly open: Action | null
  /** What is so, as that an adjustment is under way; '' for nothing. */
  readonly notice: string
  readonly back: Action
}

/** One goal as it is in force, and what can be asked for. */
export function goalAdjustCard(facts: GoalAdjustFacts): Card {
  const { unit, number, title, items, change, cancel, history, open, notice, back } = facts
  const button = (text: string, action: Action | null): Button[] => (action ? [{ text, action }] : [])
  return {
    title: `${unit} ${goalName(number)} ${title}`,
    subtitle: '申请目标调整',
    summary: `${goalName(number)} ${title}：申请变更或取消`,
    elements: [
      { tag: 'fields', items },
      ...(notice === '' ? [] : [line(notice, 'orange')]),
      buttons(
        ...(change ? [{ text: '申请变更', style: 'primary' as const, action: change }] : []),
        ...button('申请取消', cancel),
        ...button('查看办理', open),
        ...button('历史版本', history),
        ...button('返回', back),
      ),
    ],
  }
}
