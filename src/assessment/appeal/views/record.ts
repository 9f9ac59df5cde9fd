/** `score-record` 评分记录: every version of a unit's scores with what led to it; nothing is ever overwritten. */
import * as z from 'zod'
import { sayPlace } from '../../../../cards/appeal-words.ts'
import { feedbackRecordCard, type RecordEntry } from '../../../../cards/feedback-record.ts'
import type { Message } from '../../../../cards/kit.ts'
import { sayPoints, sayScore } from '../../../../cards/score-words.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { scopesOf } from '../../../organization/rules/actor.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { bytesOf, packedPage } from '../../packed.ts'
import { mayReadFeedback } from '../../readers.ts'
import { versionAt, versionsOf } from '../../rules/answering.ts'
import type { Decided } from '../../rules/assessment.ts'
import { assessmentId } from '../../subjects.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { type Case, loadCase } from '../case.ts'
import { findAppeal, listAppealsOf } from '../queries.ts'
import type { AppealState } from '../rules/appeal.ts'
import { finalNow } from '../rules/decide.ts'

const TITLE = '评分记录'

export const scoreRecordView = viewOf({
  name: 'score-record',
  ofYear: true,
  params: z.object({
    year: z.int().exactOptional(),
    unit: z.string().exactOptional(),
    page: z.int().min(0).exactOptional(),
  }),
  about: ({ year, unit }) => (year === undefined || unit === undefined ? null : assessmentId(year, unit)),
  async complete(db, params, viewer) {
    const found = await placeFor(db, params, viewer)
    return found && { name: 'score-record', params: found }
  },
  async render(db, params, viewer): Promise<Message> {
    const found = await placeFor(db, params, viewer)
    if (!found) return saidInstead(TITLE, '请先发送「得分」选择单位，再在卡片上点「评分记录」。')
    const known = await loadCase(db, found, viewer)
    if ('refusal' in known || !mayReadFeedback(known.actor, found.unit))
      return saidInstead(TITLE, '只有该单位的联络员、负责人、分管校领导可以查看；结果公布后全体可查。')
    const { assessment } = known.facts
    if (assessment.status !== 'decided') return saidInstead(TITLE, '考核得分还没有形成，形成后会立即通知您。')
    return record(db, known, assessment, params.page ?? 0)
  },
})

interface Asked {
  readonly year?: number
  readonly unit?: string
}

async function placeFor(db: Database, { year, unit }: Asked, viewer: Viewer) {
  if (year !== undefined && unit !== undefined) return { year, unit }
  const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
  const [own] = scopesOf(actor, 'contact', 'head')
  return open && own !== undefined ? { year: year ?? open.year, unit: own } : undefined
}

async function record(db: Database, known: Case, state: Decided, asked: number): Promise<Message> {
  const { year, unit, unitName } = known.facts
  const rows = (await listAppealsOf(db, year, unit)).filter((one) => one.status !== 'draft')
  const appeals = await Promise.all(
    rows.map(async ({ number }) => ({ number, state: (await findAppeal(db, year, unit, number)).state })),
  )
  const timed = [...versionEntries(known, state), ...appeals.flatMap(appealEntries), ...answerEntries(state)]
  const entries = timed
    .toSorted((one, other) => (one.when < other.when ? -1 : one.when > other.when ? 1 : 0))
    .map((one) => one.entry)
  const view = { name: 'score-record', params: { year, unit } }
  const packing = { bytes: entryBytes, most: 30, budget: 18_000 }
  const page = packedPage(entries, packing, asked, view)
  return shown(
    feedbackRecordCard({
      ...{ unit: unitName, year },
      versions: versionsOf(state).length,
      entries: page.items,
      turns: page.turns,
      back: { text: '返回反馈', action: { show: 'feedback', with: { year, unit } } },
    }),
  )
}

interface Timed {
  readonly when: string
  readonly entry: RecordEntry
}

const entryBytes = ({ head, at, lines }: RecordEntry): number =>
  300 + bytesOf(head, at) + lines.reduce((sum, { text }) => sum + 160 + bytesOf(text), 0)

function versionEntries({ facts }: Case, state: Decided): Timed[] {
  return versionsOf(state).map((version, at) => {
    const when = versionAt(state, version)
    const total = finalNow({ ...state, agreed: version.agreed }, facts)
    const from = version.basis ? `第${version.basis.appeal}件申诉后` : '合议形成'
    const received = version.received
    return {
      when,
      entry: {
        head: `第${at + 1}版　${total === null ? '待权重系数' : sayScore(total)}`,
        at: `${from}，${sayInstant(when)}`,
        lines: received
          ? [{ text: `${received.member.name}于${sayInstant(received.at)}确认收到`, tone: 'muted' as const }]
          : [],
      },
    }
  })
}

function appealEntries({ number, state }: { readonly number: number; readonly state: AppealState }): Timed[] {
  if (state.status === 'withdrawn') {
    const text = `第${number}件申诉已撤回（${state.withdrawn.name}，${sayInstant(state.withdrawn.at)}）`
    return [one(state.withdrawn.at, text)]
  }
  if (state.status !== 'decided') {
    const sent = 'sent' in state ? state.sent : undefined
    return sent ? [one(sent.at, `第${number}件申诉在办（${sent.name}，${sayInstant(sent.at)}报送）`)] : []
  }
  const { decided, items, verdicts } = state
  return [
    one(decided.at, `第${number}件申诉办结（${decided.name}，${sayInstant(decided.at)}）`),
    ...items.map(({ place, points }) => {
      const verdict = verdicts[place]
      const now =
        verdict?.kind === 'changed'
          ? `${sayPoints(points)}→${sayPoints(verdict.points)}分`
          : `维持${sayPoints(points)}分`
      return one(decided.at, `${sayPlace(place)}：${now}。${verdict?.reason ?? ''}`)
    }),
  ]
}

const one = (when: string, text: string): Timed => ({
  when,
  entry: { head: '', at: '', lines: [{ text, tone: 'plain' }] },
})

function answerEntries({ silentSince }: Decided): Timed[] {
  return silentSince ? [one(silentSince, `到期未答复（${sayInstant(silentSince)}记录），得分有效`)] : []
}
