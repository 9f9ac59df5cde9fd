import * as z from 'zod'
import type { Field } from '../../cards/kit.ts'
import { formOf } from '../kernel/view.ts'
import { findGoal } from '../planning/queries.ts'
import { latestProgress, listUnattachedEvidence } from './queries.ts'

const STATES = [
  { value: 'on-track', text: '正常推进' },
  { value: 'at-risk', text: '有风险' },
  { value: 'behind', text: '滞后' },
]

/** A progress report in one card (Article 18), opened empty or with what a typed line already said. */
export const progressForm = formOf({
  name: 'progress',
  params: z.object({
    goal: z.string(),
    percent: z.int().nullable().default(null),
    done: z.string().default(''),
  }),
  command: 'progress.report',
  async spec(db, params, viewer) {
    const [goal, latest, files] = await Promise.all([
      findGoal(db, params.goal),
      latestProgress(db, [params.goal]),
      listUnattachedEvidence(db, viewer.person),
    ])
    if (!goal) return { refusal: { code: 'unknown-goal' } }
    const last = latest.get(params.goal)
    const fields: Field[] = [
      {
        kind: 'number',
        name: 'percent',
        label: '完成进度（0–100）',
        required: true,
        decimals: 0,
        min: 0,
        max: 100,
        initial: String(params.percent ?? last?.percent ?? ''),
      },
      {
        kind: 'choice',
        name: 'state',
        label: '状态',
        required: true,
        choices: STATES,
        initial: last?.state ?? 'on-track',
      },
      {
        kind: 'text',
        name: 'done',
        label: '完成情况',
        required: true,
        maxLength: 1000,
        rows: 3,
        hint: '做了什么，取得什么结果',
        initial: params.done,
      },
      { kind: 'text', name: 'next', label: '下一步', maxLength: 500, rows: 2 },
      {
        kind: 'text',
        name: 'difficulty',
        label: '困难和问题',
        maxLength: 500,
        rows: 2,
        hint: '需要帮助的请写明',
      },
      { kind: 'number', name: 'cost', label: '累计支出（元）', decimals: 2, min: 0 },
      ...evidenceField(files),
    ]
    if (last && last.percent > 0)
      fields.push({
        kind: 'line',
        name: 'reason',
        label: '下调原因',
        maxLength: 200,
        hint: `上次已报 ${last.percent}%，低于它时必填`,
      })
    return { title: `报送进展：目标${goal.number} ${goal.title}`, fields, submit: '报送进展' }
  },
  payload: (values, { goal }) => ({
    goal,
    percent: values.percent as number,
    state: values.state as string,
    done: (values.done as string | undefined) ?? '',
    next: (values.next as string | undefined) ?? '',
    difficulty: (values.difficulty as string | undefined) ?? '',
    reason: (values.reason as string | undefined) ?? '',
    cost: (values.cost as number | undefined) ?? null,
    evidence: (values.evidence as readonly string[] | undefined) ?? [],
  }),
})

function evidenceField(files: readonly { readonly id: string; readonly name: string }[]): Field[] {
  if (files.length === 0) return []
  const choices = files.map((file) => ({ value: file.id, text: file.name }))
  return [
    {
      kind: 'choices',
      name: 'evidence',
      label: '佐证材料',
      choices,
      initial: choices.map((one) => one.value),
      hint: '刚发来的图片和文件',
    },
  ]
}
