/** What was agreed, deduction by deduction, in every version; appeals; never who gave what (Articles 22-24, 29). */
import { APPEAL_STATUS, sayPlace } from '../../../cards/appeal-words.ts'
import { TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { AppealState, Item } from '../../assessment/appeal/rules/appeal.ts'
import type { AssessmentState } from '../../assessment/rules/assessment.ts'
import { deductionsOf, type Entries, scoreOf } from '../../assessment/rules/entry.ts'
import type { AssessedGoal } from '../../assessment/rules/goal.ts'
import type { ListingColumn } from '../../workbook/listing.ts'
import type { UnitNames } from './names.ts'
import type { ReadState } from './pieces.ts'

export interface ScoreRow {
  readonly unit: string
  readonly unitName: string
  readonly version: number
  readonly final: number | null
  readonly goal: AssessedGoal
  readonly score: number
  readonly deduction: { readonly points: number; readonly reason: string; readonly criterion: string } | null
}

export function scoreRows({ id, state }: ReadState<AssessmentState>, names: UnitNames): ScoreRow[] {
  if (state.status !== 'decided') return []
  const unit = id.split(':')[2] ?? ''
  const versions = [...(state.earlier ?? []), { agreed: state.agreed, final: state.final }]
  return versions.flatMap(({ agreed, final }, at) =>
    state.goals.flatMap((goal) =>
      rowsOfGoal(goal, agreed).map((row) => ({
        unit,
        unitName: names(unit),
        version: at + 1,
        final,
        goal,
        ...row,
      })),
    ),
  )
}

function rowsOfGoal(goal: AssessedGoal, agreed: Entries): Pick<ScoreRow, 'score' | 'deduction'>[] {
  const entry = agreed[goal.id]
  if (!entry) return []
  const score = scoreOf(entry)
  const deductions = deductionsOf(entry, goal)
  return deductions.length === 0
    ? [{ score, deduction: null }]
    : deductions.map((deduction) => ({ score, deduction }))
}

export const SCORE_COLUMNS: readonly ListingColumn<ScoreRow>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: ({ unit }) => unit },
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '版本', width: 8, kind: 'whole', of: ({ version }) => version },
  { header: '总分', width: 10, kind: 'amount', of: ({ final }) => final },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ goal }) => goal.number },
  { header: '类型', width: 10, kind: 'text', of: ({ goal }) => TYPE_NAMES[goal.type] },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ goal }) => goal.title },
  { header: '权重', width: 8, kind: 'hundredths', of: ({ goal }) => goal.weight },
  { header: '目标得分', width: 10, kind: 'amount', of: ({ score }) => score },
  { header: '扣分', width: 10, kind: 'amount', of: ({ deduction }) => deduction?.points },
  { header: '扣分理由', width: 50, kind: 'lines', of: ({ deduction }) => deduction?.reason },
  { header: '依据', width: 36, kind: 'lines', of: ({ deduction }) => deduction?.criterion },
]

type Appeal = Exclude<AppealState, { readonly status: 'none' }>

export interface AppealRow {
  readonly unitName: string
  readonly state: Appeal
  readonly item: Item
}

/** One that was never sent is the unit's own. */
export function appealRows({ state }: ReadState<AppealState>, names: UnitNames): AppealRow[] {
  if (state.status === 'none' || state.status === 'draft' || !state.sent) return []
  return state.items.map((item) => ({ unitName: names(state.unit), state, item }))
}

const statusOf = (state: Appeal): string =>
  APPEAL_STATUS[state.status === 'decided' ? state.outcome : state.status].text

/** Once it is decided; what a bench still weighs is its own. */
const verdictOf = ({ state, item }: AppealRow) =>
  state.status === 'decided' ? state.verdicts[item.place] : undefined

export const APPEAL_COLUMNS: readonly ListingColumn<AppealRow>[] = [
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '申诉', width: 8, kind: 'whole', of: ({ state }) => state.number },
  { header: '扣分项', width: 16, kind: 'text', of: ({ item }) => sayPlace(item.place) },
  { header: '原扣分', width: 10, kind: 'amount', of: ({ item }) => item.points },
  { header: '原理由', width: 36, kind: 'lines', of: ({ item }) => item.reason },
  { header: '申诉理由', width: 50, kind: 'lines', of: ({ item }) => item.why },
  { header: '佐证份数', width: 10, kind: 'whole', of: ({ item }) => item.evidence.length },
  { header: '状态', width: 14, kind: 'text', of: ({ state }) => statusOf(state) },
  {
    header: '改为扣分',
    width: 10,
    kind: 'amount',
    of: (row) => {
      const verdict = verdictOf(row)
      return verdict?.kind === 'changed' ? verdict.points : null
    },
  },
  { header: '决定理由', width: 50, kind: 'lines', of: (row) => verdictOf(row)?.reason },
]
