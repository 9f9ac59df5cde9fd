/** What those who accept progress fill in where one tap does not say it. */
import * as z from 'zod'
import type { Action, Field } from '../../cards/kit.ts'
import type { Coded } from '../kernel/decision.ts'
import { foldSubject } from '../kernel/subject.ts'
import { formOf, type Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import type { Database } from '../store/database.ts'
import { findJudgedUnit, findReportedGoal } from './access.ts'
import type { ExecutionState } from './rules/execution.ts'
import { judgeBar } from './rules/judgement.ts'
import type { ReportedGoal } from './rules/progress.ts'
import { sayDecimal } from './say-figures.ts'
import { executionId, goalExecution } from './subject.ts'

const params = z.object({
  goal: z.string(),
  /** Place of the report that was seen, from 1. */
  report: z.int().min(1),
})

type Params = z.infer<typeof params>
type Judged = { readonly goal: ReportedGoal; readonly state: ExecutionState }

async function judgedBy(
  db: Database,
  { goal: id, report }: Params,
  viewer: Viewer,
): Promise<Judged | { readonly refusal: Coded }> {
  const [goal, by, { state }] = await Promise.all([
    findReportedGoal(db, id),
    getActor(db, viewer),
    foldSubject(db, goalExecution, executionId(id)),
  ])
  const unit = goal && (await findJudgedUnit(db, goal.unit))
  const bar = judgeBar(state, report, { goal, unit, by })
  return bar || !goal ? { refusal: bar ?? { code: 'unknown-goal' } } : { goal, state }
}

const back = ({ goal }: Params): Action => ({ show: 'progress-judge', with: { goal } })

/** Another figure than the reported one is accepted, with words. */
export const acceptForm = formOf({
  name: 'progress-accept',
  params,
  command: 'progress.judge',
  async spec(db, asked, viewer) {
    const found = await judgedBy(db, asked, viewer)
    if ('refusal' in found) return found
    const { goal, state } = found
    return {
      title: `认可目标${goal.number}的进展`,
      intro: `所报为 ${state.last?.percent ?? 0}%。认可的数值与所报不同时，请写明理由；两个数值都会保留。`,
      fields: [
        {
          kind: 'number',
          name: 'percent',
          label: '认可进度（0–100）',
          required: true,
          decimals: 0,
          min: 0,
          max: 100,
          initial: String(state.last?.percent ?? ''),
        },
        ...valueField(found),
        { kind: 'text', name: 'words', label: '理由', required: true, maxLength: 500, rows: 3 },
      ],
      submit: '认可',
      back: back(asked),
    }
  },
  payload: ({ percent, value, words }, { goal, report }) => ({
    ...{ goal, report, verdict: 'accepted', percent: percent as number },
    ...{ value: (value as number | undefined) ?? null, words: (words as string | undefined) ?? '' },
  }),
})

function valueField({ goal: { measure }, state }: Judged): Field[] {
  if (!measure) return []
  const initial = state.value === null ? '' : sayDecimal(state.value)
  const label = `认可指标值（${measure.unit}）`
  return [{ kind: 'number', name: 'value', label, decimals: 2, min: 0, initial, hint: measure.indicator }]
}

/** A report is queried, with words that the unit answers by another report. */
export const queryForm = formOf({
  name: 'progress-query',
  params,
  command: 'progress.judge',
  async spec(db, asked, viewer) {
    const found = await judgedBy(db, asked, viewer)
    if ('refusal' in found) return found
    const { goal, state } = found
    return {
      title: `质疑目标${goal.number}的进展`,
      intro: `所报为 ${state.last?.percent ?? 0}%。质疑会发给${goal.unitName}的联络员和报送人，由其补报。`,
      fields: [
        {
          kind: 'text',
          name: 'words',
          label: '质疑的理由',
          required: true,
          maxLength: 500,
          rows: 3,
          hint: '哪里不符，需要补充什么',
        },
      ],
      submit: '提交质疑',
      back: back(asked),
    }
  },
  payload: ({ words }, { goal, report }) => ({
    ...{ goal, report, verdict: 'queried', words: (words as string | undefined) ?? '' },
  }),
})
