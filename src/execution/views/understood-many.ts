import type { Message } from '../../../cards/kit.ts'
import { type ProgressManyFacts, progressManyCard } from '../../../cards/progress-many.ts'
import { say } from '../../kernel/chapter.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import type { Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { UnitGoal } from '../access.ts'
import { MOST_AT_ONCE } from '../commands/report-many.ts'
import { progressForm } from '../form.ts'
import { listUnattachedEvidence } from '../queries.ts'
import type { ReadPart } from '../rules/progress-lines.ts'
import { sayGuess } from '../say-figures.ts'
import { type Read, readTyped, type TypedReport } from '../typed-report.ts'
import { executionWording } from '../wording.ts'
import { asCard, told } from './told.ts'
import { sayTyped } from './understood-goal.ts'

type Line = ProgressManyFacts['lines'][number]
type Entry = { readonly line: Line; readonly report?: JsonObject }

/** Several goals in one message: each as it was understood, all saved on one tap. */
export async function manyMessage(
  db: Database,
  parts: readonly ReadPart[],
  goals: readonly UnitGoal[],
  viewer: Viewer,
): Promise<Message> {
  if (parts.length > MOST_AT_ONCE)
    return told('没有保存进展', `一条消息最多报 ${MOST_AT_ONCE} 项目标，没有保存。请分几条发送。`)
  const entries = await Promise.all(
    parts.map((part, position) => entryOf(db, part, parts.slice(0, position), goals, viewer)),
  )
  const reports = entries.flatMap(({ report }) => report ?? [])
  const files = await listUnattachedEvidence(db, viewer.by)
  return asCard(
    progressManyCard({
      lines: entries.map(({ line }) => line),
      files: files.length,
      save: reports.length === 0 ? null : { do: 'progress.report-many', with: { reports } },
      count: reports.length,
    }),
  )
}

async function entryOf(
  db: Database,
  { text, line }: ReadPart,
  before: readonly ReadPart[],
  goals: readonly UnitGoal[],
  viewer: Viewer,
): Promise<Entry> {
  if (line.kind === 'excessive-percent') return unread(text, '完成进度应在 0% 到 100% 之间')
  if (line.kind !== 'read') return unread(text, '没有写明目标序号')
  const goal = goals.find(({ number }) => number === line.number)
  if (!goal) return unread(text, `没有找到目标${line.number}`)
  if (before.some((one) => one.line.kind === 'read' && one.line.number === line.number))
    return unread(text, `目标${line.number}写了两次，只取第一次`)
  return understood(db, goal, { text, line }, viewer)
}

const unread = (text: string, fault: string): Entry => ({ line: { kind: 'unread', text, fault } })

async function understood(
  db: Database,
  goal: UnitGoal,
  { text, line }: { readonly text: string; readonly line: Read },
  viewer: Viewer,
): Promise<Entry> {
  const edit = {
    send: 'form',
    with: { form: progressForm.name, params: { goal: goal.id, line: text } },
  } as const
  const typed = await readTyped(db, goal, line, viewer)
  const { number, title } = goal
  if (!typed)
    return { line: { kind: 'incomplete', number, title, fault: '没有写完成进度或完成情况，请补充', edit } }
  if (typed.hindrance) {
    const fault = say(executionWording, typed.hindrance) ?? ''
    return { line: { kind: 'incomplete', number, title, fault, edit } }
  }
  const facts = await sayTyped(db, goal, typed)
  const guess = sayGuess(typed.guess, typed.said.percent, typed.goal.measure)
  return { line: { kind: 'understood', ...facts, guess }, report: reportOf(goal, typed) }
}

const reportOf = ({ id }: UnitGoal, { said, seen }: TypedReport): JsonObject => {
  const { evidence: _, task: __, ...report } = said
  return { goal: id, ...report, seen }
}
