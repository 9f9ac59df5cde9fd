import { GOAL_TYPES, type GoalType, PLAN_STATUSES, type PlanStatus, TYPE_NAMES } from './goal-words.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  type Element,
  type FormSpec,
  field,
  line,
  note,
  type Params,
  type TableCell,
} from './kit.ts'

export interface UnitRow {
  readonly name: string
  readonly status: PlanStatus
  readonly counts: { readonly [type in GoalType]: number }
  /** What waits there for the viewer; '' for nothing. */
  readonly waits: string
  readonly open: Action
  /** In yuan (Article 30), as `12000.5`; '' without any. */
  readonly budget: string
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
  /** The sum of all units' budgets in yuan; null where budgets are not shown, '' where there are none. */
  readonly budget: string | null
  /** The form with which several are passed at once; null where that is not offered. */
  readonly batch: { readonly name: string; readonly spec: FormSpec; readonly params: Params } | null
  /** What is to be looked at first, and where. */
  readonly remark: { readonly text: string; readonly button: Button } | null
}

/** Several units' plans: what each has, and a button to each. */
export function planUnitsCard(facts: PlanUnitsFacts): Card {
  const { title, units } = facts
  const remarks = facts.remark ? [line(facts.remark.text, 'orange'), buttons(facts.remark.button)] : []
  if (units.length === 0) {
    return { title, summary: facts.empty, elements: [line(facts.empty), ...remarks] }
  }
  return {
    title,
    summary: `${title}：共${facts.total}个单位`,
    elements: [
      line(facts.intro),
      ...remarks,
      table(units, facts.budget !== null),
      ...(facts.budget ? [line(`各单位经费预算合计${facts.budget}元`)] : []),
      buttons(...units.map((unit) => ({ text: unit.name, action: unit.open }))),
      ...batchForm(facts),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
      note(`共${facts.total}个单位，点单位名称打开。`),
    ],
  }
}

function batchForm({ batch }: PlanUnitsFacts): Element[] {
  if (!batch) return []
  const { name, spec, params } = batch
  return [
    {
      tag: 'form',
      name,
      elements: [...spec.fields.map(field), note(spec.intro ?? '')],
      buttons: [
        {
          text: spec.submit,
          action: { submit: name, with: params },
          confirm: { title: '确认批量通过？', text: '所选单位的待审核目标全部通过，提交领导小组审定。' },
        },
      ],
    },
  ]
}

function table(units: readonly UnitRow[], budgets: boolean): Element {
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
      ...(budgets ? [{ name: 'budget', label: '预算（元）', kind: 'text' as const }] : []),
      { name: 'waits', label: '待办', kind: 'text' },
    ],
    rows: units.map((unit): { readonly [column: string]: TableCell } => ({
      unit: unit.name,
      ...unit.counts,
      status: PLAN_STATUSES[unit.status],
      ...(budgets ? { budget: unit.budget } : {}),
      waits: unit.waits,
    })),
  }
}
