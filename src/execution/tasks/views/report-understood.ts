/** `task-understood`: a typed line on a task shown back as it was understood, saved on a tap, or completed in the form. */
import * as z from 'zod'
import { formCard } from '../../../../cards/form.ts'
import type { Message } from '../../../../cards/kit.ts'
import { progressChoiceCard } from '../../../../cards/progress-choice.ts'
import { taskProgressCard } from '../../../../cards/task-progress.ts'
import { say } from '../../../kernel/chapter.ts'
import type { GoalId } from '../../../kernel/ids.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { listGoalsOf, listOwnUnits } from '../../access.ts'
import { sayFiles } from '../../file-names.ts'
import { progressForm } from '../../form.ts'
import { listOwnTasks } from '../../queries/tasks.ts'
import { listUnattachedEvidence } from '../../queries.ts'
import { MAX_WORDS, reportOf, reportProgress, type Said } from '../../rules/progress.ts'
import { executionId, goalExecution } from '../../subject.ts'
import { asCard, told } from '../../views/told.ts'
import { executionWording } from '../../wording.ts'
import { findOpen, type Task } from '../rules/task.ts'
import type { SaidReport } from '../rules/task-words.ts'
import { goalLine, lineOf, taskName } from '../say-tasks.ts'
import { findSeenTasks, type SeenTasks } from '../sight.ts'
import { taskBars, taskWording } from '../wording.ts'
import { taskView } from './task.ts'

const TITLE = '任务进展'
const TOO_LONG = `这段文字超过 ${MAX_WORDS} 个字，没有保存。请精简后重新发送，详细内容可作为文件发来。`
const SENTENCES = { ...executionWording, ...taskWording, ...taskBars }

/** Which task: of that goal. */
interface Meant {
  readonly goal: GoalId
  readonly task: number
  readonly text: string
}

const params = z.object({
  goal: z.int().nullable(),
  task: z.int(),
  percent: z.int().nullable(),
  done: z.string(),
  /** The goal that was found, whose reports the card of a whole line follows. */
  at: z.string().exactOptional(),
})
type Asked = z.infer<typeof params>

export const reportUnderstoodView = viewOf({
  name: 'task-understood',
  params,
  about: ({ at, ...said }) => (at === undefined || !isWhole(said) ? null : executionId(at)),
  async complete(db, asked, viewer) {
    const [meant, ...others] = await tasksMeant(db, asked, viewer)
    if (!meant || others.length > 0) return undefined
    return { name: 'task-understood', params: { ...asked, task: meant.task, at: meant.goal } }
  },
  async render(db, asked, viewer) {
    if ([...asked.done].length > MAX_WORDS) return told(TITLE, TOO_LONG)
    const [meant, ...others] = await tasksMeant(db, asked, viewer)
    if (!meant) return told(TITLE, notFound(asked))
    return others.length > 0 ? choose(asked, [meant, ...others]) : oneTask(db, meant, asked, viewer)
  },
})

/** Whether the line says all that a report must say. */
const isWhole = ({ percent, done }: Pick<SaidReport, 'percent' | 'done'>): boolean =>
  percent !== null && done !== ''

function notFound({ goal, task }: Asked): string {
  const said = goal === null ? `任务${task}` : taskName(goal, task)
  return `没有找到您可报的${said}。请发送「我的任务」查看，再写明目标和任务序号，例如：任务 2.1 完成60%，初稿已写完。`
}

/** Of the own tasks the one with that number, or of that goal; else a task of the own unit's goals, where the goal is named. */
async function tasksMeant(db: Database, { goal, task, at }: Asked, viewer: Viewer): Promise<Meant[]> {
  if (at !== undefined) return [{ goal: at, task, text: '' }]
  const year = await findCurrentYear(db)
  const own = (year ? await listOwnTasks(db, viewer.inNameOf, year.year) : []).map((one) => ({
    ...{ goal: one.goal, goalNumber: one.goalNumber, task: one.number },
    text: `${one.unitName} ${taskName(one.goalNumber, one.number)}`,
  }))
  if (goal === null) {
    const numbered = own.filter((one) => one.task === task)
    return numbered.length > 0 ? numbered : own.filter((one) => one.goalNumber === task)
  }
  const named = own.filter((one) => one.goalNumber === goal && one.task === task)
  if (named.length > 0) return named
  const goals = await listGoalsOf(db, await listOwnUnits(db, viewer))
  return goals
    .filter(({ number }) => number === goal)
    .map(({ id, unit, number }) => ({ goal: id, task, text: `${unit.name} ${taskName(number, task)}` }))
}

/** A card holds 200 elements; somebody with more tasks says the goal's number. */
const MOST_CHOICES = 20

function choose({ goal, percent, done }: Asked, meant: readonly Meant[]): Message {
  const options = meant.slice(0, MOST_CHOICES).map(({ goal: at, task, text }) => ({
    text,
    action: { show: 'task-understood', with: { goal, task, percent, done, at } } as const,
  }))
  return asCard(progressChoiceCard({ title: TITLE, text: '请选择是哪个任务：', options }))
}

async function oneTask(
  db: Database,
  { goal, task: number }: Meant,
  said: SaidReport,
  viewer: Viewer,
): Promise<Message> {
  const seen = await findSeenTasks(db, viewer, goal)
  const task = seen && findOpen(seen.state.tasks, number)
  if (!task) return told(TITLE, notFound({ ...said, task: number }))
  const { percent, done } = said
  if (percent === null && done === '') return taskView.render(db, { goal, task: number }, viewer)
  if (percent !== null && done !== '') return confirmMessage(db, { seen, task }, { percent, done }, viewer)
  const form = { goal, task: number, line: lineOf(seen.goal.number, percent, done) }
  const spec = await progressForm.spec(db, form, viewer)
  if ('refusal' in spec) return told(TITLE, say(SENTENCES, spec.refusal) ?? '')
  return asCard(formCard({ name: progressForm.name, params: form, spec, hasDraft: false }))
}

const FIXABLE = ['unreasoned-fall']

async function confirmMessage(
  db: Database,
  { seen, task }: { readonly seen: SeenTasks; readonly task: Task },
  { percent, done }: { readonly percent: number; readonly done: string },
  viewer: Viewer,
): Promise<Message> {
  const { goal, title } = seen
  const [{ state }, files, by] = await Promise.all([
    foldSubject(db, goalExecution, executionId(goal.id)),
    listUnattachedEvidence(db, viewer.by),
    getActor(db, viewer),
  ])
  const report: Said = {
    ...{ task: task.number, percent, done, value: null, cost: null, state: state.last?.state ?? 'on-track' },
    ...{ next: '', difficulty: '', reason: '', evidence: files.map(({ id }) => id) },
  }
  const decision = reportProgress(state, report, { goal, by, at: viewer.at, seen: undefined })
  const refusal = 'refusal' in decision ? decision.refusal : undefined
  const hindrance = refusal ? (say(SENTENCES, refusal) ?? '') : ''
  if (refusal && !FIXABLE.includes(refusal.code)) return told(TITLE, hindrance)
  const place = { goal: goal.id, task: task.number }
  return asCard(
    taskProgressCard({
      unit: goal.unitName,
      goal: goalLine({ number: goal.number, title }),
      task: `${taskName(goal.number, task.number)} ${task.title}`,
      before: task.percent,
      percent,
      goalPercent: reportOf(state, report).percent,
      done,
      files: sayFiles(files),
      hindrance,
      save: {
        do: 'progress.report',
        with: { ...place, percent, done, state: report.state, evidence: report.evidence },
      },
      edit: {
        show: 'form',
        with: { form: progressForm.name, params: { ...place, line: lineOf(goal.number, percent, done) } },
      },
    }),
  )
}
