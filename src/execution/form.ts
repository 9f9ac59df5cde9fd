import * as z from 'zod'
import type { Field } from '../../cards/kit.ts'
import { PROGRESS_STATES } from '../../cards/progress-words.ts'
import { localDateOf } from '../kernel/time.ts'
import { formOf, type Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { findGoal } from '../planning/queries.ts'
import type { Database } from '../store/database.ts'
import type { EvidenceTable, ProgressTable } from '../store/schema/execution.ts'
import { findReportedGoal } from './access.ts'
import { sayFiles } from './file-names.ts'
import { latestProgress, listAttachedEvidence, listUnattachedEvidence } from './queries.ts'
import { barOf, MAX_WORDS } from './rules/progress.ts'

const MOST_FILES = 20

/** A progress report in one card (Article 18), opened empty or with what a typed line already said. */
export const progressForm = formOf({
  name: 'progress',
  params: z.object({
    goal: z.string(),
    percent: z.int().nullable().default(null),
    done: z.string().default(''),
  }),
  command: 'progress.report',
  async spec(db, { goal: id, percent, done }, viewer) {
    const [reported, actor, goal] = await Promise.all([
      findReportedGoal(db, id),
      getActor(db, viewer),
      findGoal(db, id),
    ])
    const bar = barOf(reported, actor)
    if (bar || !goal) return { refusal: bar ?? { code: 'unknown-goal' } }
    const [latest, files] = await Promise.all([latestProgress(db, [id]), filesFor(db, viewer, id)])
    const last = latest.get(id)
    const before = supplemented(last, files, viewer) ?? BLANK
    const fields = [
      ...figureFields(percent, last),
      ...wordFields({ ...before, done: done === '' ? before.done : done }),
      { kind: 'number', name: 'cost', label: '累计支出（元）', decimals: 2, min: 0 } as const,
      ...evidenceField(files),
      ...reasonField(last),
    ]
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

interface Files {
  readonly unused: readonly EvidenceTable[]
  /** Those of the goal's earlier reports, which a following report may use again. */
  readonly used: readonly EvidenceTable[]
}

async function filesFor(db: Database, viewer: Viewer, goal: string): Promise<Files> {
  const [unused, used] = await Promise.all([
    listUnattachedEvidence(db, viewer.inNameOf),
    listAttachedEvidence(db, viewer.inNameOf, goal),
  ])
  return { unused, used: used.slice(0, MOST_FILES - unused.length) }
}

const BLANK = { done: '', next: '', difficulty: '' }

/** Files that came after the person's own report of the day: it is filled in again, so that they need only be added. */
function supplemented(last: ProgressTable | undefined, { unused }: Files, viewer: Viewer) {
  const own = last?.by_person === viewer.inNameOf && localDateOf(last.at) === viewer.today
  return own && unused.some((file) => file.at >= last.at) ? last : undefined
}

function figureFields(percent: number | null, last: ProgressTable | undefined): Field[] {
  return [
    {
      kind: 'number',
      name: 'percent',
      label: '完成进度（0–100）',
      required: true,
      decimals: 0,
      min: 0,
      max: 100,
      initial: String(percent ?? last?.percent ?? ''),
    },
    {
      kind: 'choice',
      name: 'state',
      label: '状态',
      required: true,
      choices: Object.entries(PROGRESS_STATES).map(([value, { text }]) => ({ value, text })),
      initial: last?.state ?? 'on-track',
    },
  ]
}

function wordFields(initial: typeof BLANK): Field[] {
  return [
    {
      kind: 'text',
      name: 'done',
      label: '完成情况',
      required: true,
      maxLength: MAX_WORDS,
      rows: 3,
      hint: '做了什么，取得什么结果',
      initial: initial.done,
    },
    { kind: 'text', name: 'next', label: '下一步', maxLength: 500, rows: 2, initial: initial.next },
    {
      kind: 'text',
      name: 'difficulty',
      label: '困难和问题',
      maxLength: 500,
      rows: 2,
      hint: '需要帮助的请写明',
      initial: initial.difficulty,
    },
  ]
}

function reasonField(last: ProgressTable | undefined): Field[] {
  if (!last || last.percent === 0) return []
  const hint = `上次已报 ${last.percent}%，低于它时必填`
  return [{ kind: 'line', name: 'reason', label: '下调原因', maxLength: 200, hint }]
}

function evidenceField({ unused, used }: Files): Field[] {
  const files = [...unused, ...used]
  if (files.length === 0) return []
  const names = sayFiles(files)
  const choices = files.map((file, position) => ({ value: file.id, text: names[position] ?? file.name }))
  const hint = '已选中您新发来的图片和文件，不属于这项目标的请去掉'
  const initial = unused.map((file) => file.id)
  return [{ kind: 'choices', name: 'evidence', label: '佐证材料', choices, initial, hint }]
}
