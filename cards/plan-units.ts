import { GOAL_TYPES, type GoalType, PLAN_STATUSES, type PlanStatus, TYPE_NAMES } from './goal-words.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  type Element,
  line,
  note,
  type TableCell,
} from './kit.ts'

export interface UnitRow {
  readonly name: string
  readonly status: PlanStatus
  readonly counts: { readonly [type in GoalType]: number }
  /** What waits there for the viewer; '' for nothing. */
  readonly waits: string
  readonly open: Action
}

export interface PlanUnitsFacts {
  readonly title: string
  readonly intro: string
  /** Said instead of the table when there is nothing. */
  readonly empty: string
  readonly total: number
  /** This page's units. */
  readonly units: readonly UnitRow[]
  readonly turns: readonly Button[]
}

/** Several units' plans: what each has, and a button to each. */
export function planUnitsCard(facts: PlanUnitsFacts): Card {
  const { title, units } = facts
  if (units.length === 0) return { title, summary: facts.empty, elements: [line(facts.empty)] }
  return {
    title,
    summary: `${title}：共${facts.total}个单位`,
    elements: [
      line(facts.intro),
      table(units),
      buttons(...units.map((unit) => ({ text: unit.name, action: unit.open }))),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
      note(`共${facts.total}个单位，点单位名称打开。`),
    ],
  }
}

function table(units: readonly UnitRow[]): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'unit', label: '单位', kind: 'text' },
      ...GOAL_TYPES.map((type) => ({
        name: type,
        label: TYPE_NAMES[type],
        kind: 'number' as const,
        precision: 0,
      })),
      { name: 'status', label: '状态', kind: 'status' },
      { name: 'waits', label: '待办', kind: 'text' },
    ],
    rows: units.map((unit): { readonly [column: string]: TableCell } => ({
      unit: unit.name,
      ...unit.counts,
      status: PLAN_STATUSES[unit.status],
      waits: unit.waits,
    })),
  }
}
