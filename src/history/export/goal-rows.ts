/** Every version of every goal, and what was asked to be adjusted (Articles 8-17). */
import { ADJUSTMENT_STATUSES, KIND_VERBS, REASON_NAMES, SIDE_NAMES } from '../../../cards/adjustment-words.ts'
import { STATUS_NAMES, TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { Asked } from '../../planning/adjustment/rules/adjustment.ts'
import type { Adjusted, Goal, GoalContent } from '../../planning/rules/goal.ts'
import type { PlanState } from '../../planning/rules/plan.ts'
import { versionsOf } from '../../planning/rules/versions.ts'
import type { ListingColumn } from '../../workbook/listing.ts'
import { GOAL_LABELS, goalDifferences } from '../sentences/words.ts'
import type { UnitNames } from './names.ts'
import type { ReadState } from './pieces.ts'

export interface GoalRow {
  readonly unit: string
  readonly unitName: string
  readonly goal: Goal
  readonly version: number
  readonly content: GoalContent
  readonly criterion: string
  readonly adjusted: Adjusted | null
}

export function goalRows({ id, state }: ReadState<PlanState>, names: UnitNames): GoalRow[] {
  const unit = id.split(':')[2] ?? ''
  return state.goals.flatMap((goal) => {
    const versions = versionsOf(goal)
    const { content } = goal
    const criterion = 'criterion' in goal ? goal.criterion : 'criterion' in content ? content.criterion : ''
    const all = versions.length > 0 ? versions : [{ content, criterion, adjusted: null }]
    return all.map((one, at) => ({ ...{ unit, unitName: names(unit), goal, version: at + 1 }, ...one }))
  })
}

const measureOf = ({ measure }: GoalContent): string => {
  const label = GOAL_LABELS.measure
  return measure === null || typeof label !== 'object' ? '' : label[1](measure)
}

export const GOAL_COLUMNS: readonly ListingColumn<GoalRow>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: ({ unit }) => unit },
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ goal }) => goal.number },
  { header: '版本', width: 8, kind: 'whole', of: ({ version }) => version },
  { header: '状态', width: 10, kind: 'text', of: ({ goal }) => STATUS_NAMES[goal.status] },
  { header: '类型', width: 10, kind: 'text', of: ({ content }) => TYPE_NAMES[content.type] },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ content }) => content.title },
  { header: '目标内容', width: 50, kind: 'lines', of: ({ content }) => content.content },
  { header: '衡量方式', width: 36, kind: 'lines', of: ({ content }) => measureOf(content) },
  { header: '评价标准', width: 36, kind: 'lines', of: ({ criterion }) => criterion },
  { header: '权重', width: 8, kind: 'hundredths', of: ({ content }) => content.weight },
  { header: '责任人', width: 16, kind: 'text', of: ({ content }) => content.owner },
  { header: '经费预算（元）', width: 16, kind: 'amount', of: ({ content }) => content.budget },
  { header: '完成时限', width: 12, kind: 'day', of: ({ content }) => content.dueOn },
  { header: '调整', width: 8, kind: 'whole', of: ({ adjusted }) => adjusted?.number },
  { header: '调整理由', width: 36, kind: 'lines', of: ({ adjusted }) => adjusted?.why },
  { header: '调整生效', width: 12, kind: 'day', of: ({ adjusted }) => adjusted?.effectiveOn },
]

export interface AdjustmentRow {
  readonly unitName: string
  readonly number: number
  readonly state: Asked
}

export function adjustmentRows(
  { id, state }: ReadState<Asked | { readonly status: 'none' }>,
  names: UnitNames,
): AdjustmentRow[] {
  const [, , unit = '', number = ''] = id.split(':')
  return state.status === 'none' ? [] : [{ unitName: names(unit), number: Number(number), state }]
}

const titleOf = ({ request }: Asked): string =>
  request.kind === 'add' ? request.content.title : request.before.title

function differenceOf({ request }: Asked): string {
  if (request.kind !== 'change') return ''
  return goalDifferences(request.before, request.content)
    .map(({ what, from, to }) => `${what}：${from} → ${to}`)
    .join('\n')
}

export const ADJUSTMENT_COLUMNS: readonly ListingColumn<AdjustmentRow>[] = [
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '调整', width: 8, kind: 'whole', of: ({ number }) => number },
  { header: '方式', width: 8, kind: 'text', of: ({ state }) => KIND_VERBS[state.request.kind] },
  {
    header: '目标序号',
    width: 10,
    kind: 'whole',
    of: ({ state: { request } }) => (request.kind === 'add' ? null : request.number),
  },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ state }) => titleOf(state) },
  { header: '变动', width: 50, kind: 'lines', of: ({ state }) => differenceOf(state) },
  { header: '理由类别', width: 24, kind: 'text', of: ({ state }) => REASON_NAMES[state.request.reason] },
  { header: '理由', width: 36, kind: 'lines', of: ({ state }) => state.request.why },
  { header: '提出方', width: 16, kind: 'text', of: ({ state }) => SIDE_NAMES[state.side] },
  { header: '提出人', width: 16, kind: 'text', of: ({ state }) => state.asked.name },
  { header: '提出时间', width: 18, kind: 'moment', of: ({ state }) => state.asked.at },
  { header: '状态', width: 10, kind: 'text', of: ({ state }) => ADJUSTMENT_STATUSES[state.status].text },
  {
    header: '生效',
    width: 12,
    kind: 'day',
    of: ({ state }) => (state.status === 'ratified' ? state.effective : null),
  },
]
