/** A typed line of progress: shown back as understood and saved on a tap, or completed in the form. */
import * as z from 'zod'
import { formCard } from '../../../cards/form.ts'
import type { Message } from '../../../cards/kit.ts'
import { progressChoiceCard } from '../../../cards/progress-choice.ts'
import { progressConfirmCard } from '../../../cards/progress-confirm.ts'
import { never } from '../../kernel/decision.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { findReportedGoal, listGoalsOf, listOwnUnits, listSeenUnits, type UnitGoal } from '../access.ts'
import { sayFiles } from '../file-names.ts'
import { progressForm } from '../form.ts'
import { listUnattachedEvidence } from '../queries.ts'
import { barOf, MAX_WORDS } from '../rules/progress.ts'
import { type ProgressLine, readProgressLine } from '../rules/progress-line.ts'
import { executionId, goalExecution } from '../subject.ts'
import { executionWording } from '../wording.ts'
import { progressView } from './list.ts'
import { asCard, NO_GOALS, NO_UNIT, told } from './told.ts'

const TITLE = '请确认进展'
const TOO_LONG = `这段文字超过 ${MAX_WORDS} 个字，没有保存。请精简后重新发送，详细内容可作为文件发来。`
const EXAMPLE = '例如：进展 2 已完成60%，教材初稿完成'

const params = z.object({
  text: z.string(),
  unit: z.string().exactOptional(),
  /** The goal that a whole line was understood for, whose reports its card follows. A form follows none: it is being filled in. */
  goal: z.string().exactOptional(),
})

export const understoodView = viewOf({
  name: 'progress-understood',
  params,
  about: ({ goal }) => (goal === undefined ? null : executionId(goal)),
  async complete(db, asked, viewer) {
    const read = readProgressLine(asked.text)
    if (read.kind !== 'read' || !isWhole(read)) return undefined
    const goals = await listGoalsOf(db, await unitsMeant(db, asked, viewer))
    const [goal, ...others] = goals.filter((one) => one.number === read.number)
    if (!goal || others.length > 0) return undefined
    return { name: 'progress-understood', params: { ...asked, unit: goal.unit.id, goal: goal.id } }
  },
  async render(db, asked, viewer) {
    const { text } = asked
    const units = await unitsMeant(db, asked, viewer)
    if (units.length === 0) return lookInstead(db, text, viewer)
    if ([...text].length > MAX_WORDS) return told('没有保存进展', TOO_LONG)
    const goals = await listGoalsOf(db, units)
    if (goals.length === 0) return told('目标进展', NO_GOALS)
    const read = readProgressLine(text)
    if (read.kind !== 'read') return told('没有看懂进展', misunderstood(read, goals))
    const [goal, ...others] = goals.filter((one) => one.number === read.number)
    if (!goal) return told('没有看懂进展', misunderstood({ kind: 'unnumbered' }, goals))
    return others.length > 0 ? chooseUnit(text, [goal, ...others]) : oneGoal(db, goal, read, viewer)
  },
})

async function unitsMeant(
  db: Database,
  { unit }: z.infer<typeof params>,
  viewer: Viewer,
): Promise<UnitTable[]> {
  const own = await listOwnUnits(db, viewer)
  return own.filter(({ id }) => unit === undefined || unit === id)
}

/** Whether the line says all that a report must say. */
const isWhole = (read: Read): read is Read & { readonly percent: number } =>
  read.percent !== undefined && read.done !== ''

/** 进展 药学院: for those who report on nothing, but may look. */
async function lookInstead(db: Database, text: string, viewer: Viewer): Promise<Message> {
  const unit = (await listSeenUnits(db, viewer)).find(({ name }) => name === text.trim())
  return unit ? progressView.render(db, { unit: unit.id }, viewer) : told('目标进展', NO_UNIT)
}

type Read = Extract<ProgressLine, { kind: 'read' }>

function misunderstood(read: Exclude<ProgressLine, Read>, goals: readonly UnitGoal[]): string {
  switch (read.kind) {
    case 'several-goals':
      return `一条消息里有多项目标（${read.numbers.join('、')}），请每项目标单独发一条，${EXAMPLE}。`
    case 'excessive-percent':
      return `完成进度应在 0% 到 100% 之间，没有保存。请改正后重新发送，例如：进展 ${read.number} 已完成100%，全部通过验收。`
    case 'unnumbered': {
      const numbers = [...new Set(goals.map((one) => one.number))].join('、')
      return `没有找到对应的目标。请写明目标序号，${EXAMPLE}。目前可报的目标：${numbers}。`
    }
    default:
      return never(read)
  }
}

function chooseUnit(text: string, goals: readonly UnitGoal[]): Message {
  const options = goals.map(({ unit }) => ({
    text: unit.name,
    action: { show: 'progress-understood', with: { text, unit: unit.id } } as const,
  }))
  return asCard(progressChoiceCard({ title: TITLE, text: '请选择是哪个单位的目标：', options }))
}

async function oneGoal(db: Database, goal: UnitGoal, read: Read, viewer: Viewer): Promise<Message> {
  const [reported, actor] = await Promise.all([findReportedGoal(db, goal.id), getActor(db, viewer)])
  const bar = barOf(reported, actor)
  if (bar) return told('目标进展', sentenceOf(bar))
  return isWhole(read) ? confirmMessage(db, goal, read, viewer) : formMessage(db, goal, read, viewer)
}

function sentenceOf(bar: NonNullable<ReturnType<typeof barOf>>): string {
  switch (bar.code) {
    case 'foreign-goal':
      return executionWording[bar.code](bar)
    case 'closed-execution':
      return executionWording[bar.code](bar)
    case 'unratified-goal':
      return executionWording[bar.code](bar)
    case 'unknown-goal':
      return executionWording[bar.code]()
    default:
      return never(bar)
  }
}

/** The form stands in this card; what it lacks is filled in there. */
async function formMessage(db: Database, goal: UnitGoal, read: Read, viewer: Viewer): Promise<Message> {
  const params = { goal: goal.id, percent: read.percent ?? null, done: read.done }
  const spec = await progressForm.spec(db, params, viewer)
  if ('refusal' in spec) return told('目标进展', NO_GOALS)
  return asCard(formCard({ name: progressForm.name, params, spec, hasDraft: false }))
}

async function confirmMessage(
  db: Database,
  goal: UnitGoal,
  read: Read & { readonly percent: number },
  viewer: Viewer,
): Promise<Message> {
  const [{ state: before }, files] = await Promise.all([
    foldSubject(db, goalExecution, executionId(goal.id)),
    listUnattachedEvidence(db, viewer.inNameOf),
  ])
  const { percent, done } = read
  const state = before.last?.state ?? 'on-track'
  const evidence = files.map((file) => file.id)
  return asCard(
    progressConfirmCard({
      unit: goal.unit.name,
      number: goal.number,
      title: goal.title,
      percent,
      before: before.last?.percent ?? null,
      state,
      done,
      next: '',
      difficulty: '',
      reason: '',
      cost: null,
      files: sayFiles(files),
      save: {
        do: 'progress.report',
        with: { goal: goal.id, percent, state, done, evidence, seen: before.reports },
      },
      edit: { show: 'form', with: { form: progressForm.name, params: { goal: goal.id, percent, done } } },
    }),
  )
}
