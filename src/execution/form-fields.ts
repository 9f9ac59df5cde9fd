/** The fields of a progress report. */
import type { Field } from '../../cards/kit.ts'
import { PROGRESS_STATES } from '../../cards/progress-words.ts'
import type { EvidenceTable, ProgressState, ProgressTable } from '../store/schema/execution.ts'
import { sayFiles } from './file-names.ts'
import { type ExecutionState, percentOf } from './rules/execution.ts'
import { type GoalMeasure, MAX_WORDS } from './rules/progress.ts'
import { sayDecimal } from './say-figures.ts'
import { meanOf, type Task } from './tasks/rules/task.ts'

/** What already stands in the fields. */
export interface Filled {
  readonly percent: number | undefined
  /** In hundredths. */
  readonly value: number | null
  readonly state: ProgressState | undefined
  readonly done: string
  readonly next: string
  readonly difficulty: string
  readonly reason: string
  /** In hundredths of a yuan. */
  readonly cost: number | null
}

/** The goal as it stands, and its task where that is reported. */
export interface Reported {
  readonly state: ExecutionState
  readonly measure: GoalMeasure | null
  readonly task: Task | undefined
}

export interface Evidence {
  readonly unused: readonly EvidenceTable[]
  /** Those of the goal's earlier reports, which a following report may use again. */
  readonly used: readonly EvidenceTable[]
}

export function figureFields(known: Reported, filled: Filled, last: ProgressTable | undefined): Field[] {
  return [
    percentField(known, filled),
    ...valueField(known, filled),
    stateField(filled, last),
    ...costField(known, filled),
  ]
}

function percentField({ state, task }: Reported, { percent }: Filled): Field {
  const mean = task ? null : meanOf(state.tasks)
  const standing = task?.percent ?? mean ?? state.last?.percent
  return {
    kind: 'number',
    name: 'percent',
    label: task ? '任务完成进度（0–100）' : '完成进度（0–100）',
    required: true,
    decimals: 0,
    min: 0,
    max: 100,
    initial: String(percent ?? standing ?? ''),
    ...(mean === null ? {} : { hint: `按任务加权为 ${mean}%，填其他数请写明调整原因` }),
  }
}

function valueField({ state, measure, task }: Reported, { value }: Filled): Field[] {
  if (!measure || task) return []
  const { indicator, unit, target } = measure
  const standing = value ?? state.value
  return [
    {
      kind: 'number',
      name: 'value',
      label: unit === '' ? '指标值' : `指标值（${unit}）`,
      decimals: 2,
      min: 0,
      hint: target === null ? indicator : `${indicator}，目标 ${sayDecimal(target)}${unit}`,
      initial: standing === null ? '' : sayDecimal(standing),
    },
  ]
}

const stateField = ({ state }: Filled, last: ProgressTable | undefined): Field => ({
  kind: 'choice',
  name: 'state',
  label: '状态',
  required: true,
  choices: Object.entries(PROGRESS_STATES).map(([value, { text }]) => ({ value, text })),
  initial: state ?? last?.state ?? 'on-track',
})

function costField({ task }: Reported, { cost }: Filled): Field[] {
  if (task) return []
  const initial = cost === null ? '' : sayDecimal(cost)
  return [{ kind: 'number', name: 'cost', label: '累计支出（元）', decimals: 2, min: 0, initial }]
}

export function wordFields({ done, next, difficulty }: Filled, task: Task | undefined): Field[] {
  return [
    {
      kind: 'text',
      name: 'done',
      label: '完成情况',
      required: true,
      maxLength: MAX_WORDS,
      rows: 3,
      hint: '做了什么，取得什么结果',
      initial: done,
    },
    { kind: 'text', name: 'next', label: '下一步', maxLength: 500, rows: 2, initial: next },
    {
      kind: 'text',
      name: 'difficulty',
      label: '困难和问题',
      maxLength: 500,
      rows: 2,
      hint: task ? '需要帮助的请写明，会作为求助转出' : '需要帮助的请写明，会作为求助转给工作组或分管校领导',
      initial: difficulty,
    },
  ]
}

/** Asked where a figure may go down, or differ from the tasks. */
export function reasonField({ state, task }: Reported, { reason }: Filled): Field[] {
  const before = task?.percent ?? percentOf(state)
  const mean = task ? null : meanOf(state.tasks)
  if (before === 0 && (state.value ?? 0) === 0 && mean === null) return []
  const hint = mean === null ? `低于上次（${before}%）时必填` : `低于上次（${before}%）或异于任务加权时必填`
  return [{ kind: 'line', name: 'reason', label: '调整原因', maxLength: 200, hint, initial: reason }]
}

export function evidenceField({ unused, used }: Evidence): Field[] {
  const files = [...unused, ...used]
  if (files.length === 0) return []
  const names = sayFiles(files)
  const choices = files.map((file, position) => ({ value: file.id, text: names[position] ?? file.name }))
  const hint = '已选中您新发来的图片和文件，不属于这项目标的请去掉'
  const initial = unused.map((file) => file.id)
  return [{ kind: 'choices', name: 'evidence', label: '佐证材料', choices, initial, hint }]
}
