/** The sheet 目标 as people see it: its headers, with our term for each. */
import type { SheetLayout } from '../../workbook/sheets.ts'
import type { GoalEntry } from '../rules/entry.ts'

export type GoalColumn = 'number' | 'unit' | 'type' | Exclude<keyof GoalEntry, 'type'>

export const GOAL_COLUMNS: { readonly [column in GoalColumn]: string } = {
  number: '序号',
  unit: '单位',
  type: '类型',
  title: '目标名称',
  content: '目标内容',
  indicator: '量化指标',
  target: '目标值',
  measureUnit: '计量单位',
  seen: '定性要求',
  criterion: '评价标准',
  dueOn: '完成时限',
  weight: '权重',
  owner: '责任人',
  budget: '预算',
  priority: '工作要点',
  aim: '专项类别',
  workItem: '工作项目',
  justification: '理由',
}

/** In the order of the sheet. */
// Object.keys answers string[], though the type of the headers lists its keys.
export const COLUMNS = Object.keys(GOAL_COLUMNS) as GoalColumn[]

/** Free text, as it is written. */
export const TEXT_COLUMNS = [
  'title',
  'content',
  'indicator',
  'measureUnit',
  'seen',
  'criterion',
  'owner',
  'justification',
] as const satisfies readonly GoalColumn[]

export const GOAL_SHEET: { readonly goals: SheetLayout } = {
  goals: { name: '目标', columns: GOAL_COLUMNS, texts: TEXT_COLUMNS },
}
