/** A typed line of progress: shown back as understood and saved on a tap, or completed in the form. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { progressChoiceCard } from '../../../cards/progress-choice.ts'
import { never } from '../../kernel/decision.ts'
import { pageOf } from '../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { listGoalsOf, listOwnUnits, listSeenUnits, type UnitGoal } from '../access.ts'
import { MAX_WORDS } from '../rules/progress.ts'
import { type ProgressLine, readProgressLine, saysProgress } from '../rules/progress-line.ts'
import { type ReadPart, readProgressLines } from '../rules/progress-lines.ts'
import { executionId } from '../subject.ts'
import type { Read } from '../typed-report.ts'
import { progressView } from './list.ts'
import { asCard, NO_GOALS, NO_UNIT, told } from './told.ts'
import { goalMessage } from './understood-goal.ts'
import { manyMessage } from './understood-many.ts'

const TITLE = '请确认进展'
const UNREAD = '没有看懂进展'
const TOO_LONG = `这段文字超过 ${MAX_WORDS} 个字，没有保存。请精简后重新发送，详细内容可作为文件发来。`
const EXAMPLE = '例如：进展 2 已完成60%，教材初稿完成'
/** Every button carries the text: a card holds 30 KB. */
const perPage = (text: string): number => (text.length > 300 ? 5 : 12)

const params = z.object({
  text: z.string(),
  unit: z.string().exactOptional(),
  /** The goal that a whole line was understood for, whose reports its card follows. A form follows none: it is being filled in. */
  goal: z.string().exactOptional(),
  /** The goals that may be meant where none is named, as those of a reminder. */
  among: z.array(z.string()).max(60).exactOptional(),
  page: z.int().min(0).exactOptional(),
})
type Asked = z.infer<typeof params>

export const understoodView = viewOf({
  name: 'progress-understood',
  params,
  about: ({ goal }) => (goal === undefined ? null : executionId(goal)),
  async complete(db, asked, viewer) {
    const goals = await listGoalsOf(db, await unitsMeant(db, asked, viewer))
    const [{ line }, ...more] = readProgressLines(withNumber(asked.text, goals))
    if (more.length > 0 || line.kind !== 'read' || line.percent === undefined || line.done === '')
      return undefined
    const [goal, ...others] = goals.filter((one) => one.number === line.number)
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
    const [first, ...more] = readProgressLines(withNumber(text, goals))
    return more.length > 0
      ? several(db, asked, [first, ...more], goals, viewer)
      : single(db, asked, first, goals, viewer)
  },
})

async function unitsMeant(db: Database, { unit }: Asked, viewer: Viewer): Promise<UnitTable[]> {
  const own = await listOwnUnits(db, viewer)
  return own.filter(({ id }) => unit === undefined || unit === id)
}

/** Words that name no goal are said of the only one that can be meant. */
function withNumber(text: string, goals: readonly UnitGoal[]): string {
  const [only, ...others] = goals
  const unnamed = readProgressLine(text).kind === 'unnumbered'
  return unnamed && saysProgress(text) && only && others.length === 0 ? `${only.number} ${text}` : text
}

/** 进展 药学院: for those who report on nothing, but may look. */
async function lookInstead(db: Database, text: string, viewer: Viewer): Promise<Message> {
  const unit = (await listSeenUnits(db, viewer)).find(({ name }) => name === text.trim())
  return unit ? progressView.render(db, { unit: unit.id }, viewer) : told('目标进展', NO_UNIT)
}

async function single(
  db: Database,
  asked: Asked,
  { text, line }: ReadPart,
  goals: readonly UnitGoal[],
  viewer: Viewer,
): Promise<Message> {
  if (line.kind !== 'read')
    return line.kind === 'unnumbered' && saysProgress(asked.text)
      ? chooseGoal(asked, goals)
      : told(UNREAD, misunderstood(line, goals))
  const [goal, ...others] = goals.filter((one) => one.number === line.number)
  if (!goal) return told(UNREAD, misunderstood({ kind: 'unnumbered' }, goals))
  if (others.length > 0)
    return chooseUnit(
      asked.text,
      [goal, ...others].map(({ unit }) => unit),
    )
  return goalMessage(db, goal, { text, line }, viewer)
}

/** Every part for the goal that it names; the unit is asked for once where a number is of more than one. */
async function several(
  db: Database,
  asked: Asked,
  parts: readonly ReadPart[],
  goals: readonly UnitGoal[],
  viewer: Viewer,
): Promise<Message> {
  const numbers = new Set(parts.flatMap(({ line }) => ('number' in line ? line.number : [])))
  const meant = goals.filter(({ number }) => numbers.has(number))
  const units = new Map(meant.map(({ unit }) => [unit.id, unit]))
  if (meant.length > units.size && units.size > 1 && meant.length > numbers.size)
    return chooseUnit(asked.text, [...units.values()])
  return manyMessage(db, parts, meant, viewer)
}

function misunderstood(line: Exclude<ProgressLine, Read>, goals: readonly UnitGoal[]): string {
  switch (line.kind) {
    case 'several-goals':
      return `一段话里有多项目标（${line.numbers.join('、')}），请每项目标单独一行，${EXAMPLE}。`
    case 'excessive-percent':
      return `完成进度应在 0% 到 100% 之间，没有保存。请改正后重新发送，例如：进展 ${line.number} 已完成100%，全部通过验收。`
    case 'unnumbered': {
      const numbers = [...new Set(goals.map((one) => one.number))].join('、')
      return `没有找到对应的目标。请写明目标序号，${EXAMPLE}。目前可报的目标：${numbers}。`
    }
    default:
      return never(line)
  }
}

function chooseUnit(text: string, units: readonly UnitTable[]): Message {
  const options = units.map(({ id, name }) => ({
    text: name,
    action: { show: 'progress-understood', with: { text, unit: id } } as const,
  }))
  return asCard(progressChoiceCard({ title: TITLE, text: '请选择是哪个单位的目标：', options }))
}

/** Words without a goal's number, as after a reminder: which goal they are said of. */
function chooseGoal({ text, page = 0, ...rest }: Asked, goals: readonly UnitGoal[]): Message {
  const view = { name: 'progress-understood', params: { text, ...rest } }
  const meant = goals.filter(({ id }) => rest.among?.includes(id) === true)
  const { items, turns } = pageOf(meant.length > 0 ? meant : goals, perPage(text), page, view)
  const several = new Set(goals.map(({ unit }) => unit.id)).size > 1
  const options = items.map(({ number, title, unit }) => ({
    about: `${several ? `${unit.name}　` : ''}目标${number}　${title}`,
    text: `目标${number}`,
    action: { show: 'progress-understood', with: { text: `${number} ${text}`, unit: unit.id } } as const,
  }))
  const question = `「${cut(text)}」说的是哪项目标的进展？`
  return asCard(progressChoiceCard({ title: TITLE, text: question, options, turns }))
}

const cut = (text: string): string => {
  const characters = [...text]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text
}
