/** Views `history` (of one subject) and `history-of` (what words mean, or a choice). */
import * as z from 'zod'
import { doneCard } from '../../cards/done.ts'
import { historyCard } from '../../cards/history.ts'
import { historyChoiceCard } from '../../cards/history-choice.ts'
import type { Button, Message } from '../../cards/kit.ts'
import { pageOf } from '../kernel/paging.ts'
import { type Viewer, viewOf } from '../kernel/view.ts'
import type { Database } from '../store/database.ts'
import type { SubjectTable } from '../store/schema/kernel.ts'
import { findSubjects } from './find.ts'
import { loadNames } from './names.ts'
import { historyPage } from './page.ts'
import { findSeen } from './relations.ts'
import type { Sight } from './rules/sight.ts'
import { partsOf, type SubjectParts } from './rules/subject-parts.ts'
import { BROKEN_WORDS } from './say-broken.ts'
import { idsIn, titleOf } from './title.ts'

const CHOICES = 8
const LONGEST_WORDS = 80
const EXAMPLES = '如：历史 药学院、历史 药学院 申诉 1、历史 抽查 2026-7、历史 年度政策、历史 张三。'
const NOTHING = `没有找到您可以查看的这项历史。请写明单位、人员或事项，${EXAMPLES}`
const NOT_YOURS = '这项历史您不能查看。如职责有变，请联系领导小组办公室核对您的角色。'

const instead = (text: string): Message => ({ kind: 'card', card: doneCard({ text, tone: 'muted' }) })

const page = z.int().min(0).default(0)

export const historyView = viewOf({
  name: 'history',
  params: z.object({ subject: z.string().max(300), page }),
  async render(db, { subject, page: wanted }, viewer): Promise<Message> {
    const parts = partsOf(subject)
    const seen = await findSeen(db, viewer, subject, parts)
    if (!parts || !seen) return instead(NOTHING)
    if (seen.sight === 'none') return instead(NOT_YOURS)
    return shown(db, { parts, row: seen.row, sight: seen.sight }, wanted)
  },
})

interface Seen {
  readonly parts: SubjectParts
  readonly row: SubjectTable
  readonly sight: Exclude<Sight, 'none'>
}

async function shown(db: Database, { parts, row, sight }: Seen, wanted: number): Promise<Message> {
  const history = await historyPage(db, parts, row, sight, wanted)
  const { title, total, entries, broken } = history
  return {
    kind: 'card',
    card: historyCard({
      ...{ title, total, entries, partial: sight === 'told' },
      broken: broken
        ? `第 ${broken.version} 条：${BROKEN_WORDS[broken.what]}。请发送「核对日志」并从备份中核对。`
        : '',
      brokenAt: broken?.version ?? null,
      buttons: [...turns(row.id, history), ...versions(parts)],
    }),
  }
}

function turns(
  subject: string,
  { page: now, last }: { readonly page: number; readonly last: number },
): Button[] {
  const turn = (text: string, to: number): Button => ({
    text: `${text}（${to + 1}/${last + 1}）`,
    action: { show: 'history', with: { subject, page: to } },
  })
  return [...(now > 0 ? [turn('较新', now - 1)] : []), ...(now < last ? [turn('较早', now + 1)] : [])]
}

/** A goal's versions are planning's own card. */
function versions({ kind, goal, unit }: SubjectParts): Button[] {
  if (kind === 'execution' && goal !== undefined)
    return [{ text: '目标各版本', action: { send: 'goal-versions', with: { goal } } }]
  if (kind === 'plan' && unit !== undefined)
    return [{ text: '调整过的目标', action: { send: 'goal-history', with: { unit, number: null } } }]
  return []
}

export const historyOfView = viewOf({
  name: 'history-of',
  params: z.object({ words: z.string(), page }),
  async render(db, { words: typed, page: wanted }, viewer): Promise<Message> {
    const words = typed.slice(0, LONGEST_WORDS)
    const { subjects, unit } = await findSubjects(db, viewer, words)
    const seen = await seenAmong(db, viewer, subjects)
    const [one, ...others] = seen
    if (!one) return instead(words === '' ? `请说明要看什么的历史，${EXAMPLES}` : NOTHING)
    if (others.length === 0 && !unit) return shown(db, one, 0)
    return choice(db, words, seen, wanted, unit?.name)
  },
})

async function seenAmong(db: Database, viewer: Viewer, subjects: readonly string[]): Promise<Seen[]> {
  const found: Seen[] = []
  for (const subject of subjects) {
    const parts = partsOf(subject)
    const seen = await findSeen(db, viewer, subject, parts)
    if (parts && seen && seen.sight !== 'none') found.push({ parts, row: seen.row, sight: seen.sight })
  }
  return found
}

async function choice(
  db: Database,
  words: string,
  seen: readonly Seen[],
  wanted: number,
  unit: string | undefined,
): Promise<Message> {
  const { items, turns: more } = pageOf(seen, CHOICES, wanted, { name: 'history-of', params: { words } })
  const names = await loadNames(
    db,
    [],
    items.flatMap(({ parts }) => idsIn(parts)),
  )
  const options = items.map(({ parts, row }) => ({
    text: titleOf(parts, names),
    records: row.version,
    action: { send: 'history', with: { subject: row.id, page: 0 } },
  }))
  const further: Button[] =
    unit === undefined
      ? []
      : [
          { text: '目标进展', action: { send: 'history-of', with: { words: `进展 ${unit}`, page: 0 } } },
          { text: '求助', action: { send: 'history-of', with: { words: `求助 ${unit}`, page: 0 } } },
        ]
  return {
    kind: 'card',
    card: historyChoiceCard({ words, total: seen.length, options, buttons: [...more, ...further] }),
  }
}
