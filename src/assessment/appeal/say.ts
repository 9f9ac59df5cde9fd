/** An appeal in words for people. */
import type { AppealItemFacts, AppealStatus, VerdictFacts } from '../../../cards/appeal-words.ts'
import type { Action } from '../../../cards/kit.ts'
import { sayScore } from '../../../cards/score-words.ts'
import { daysBetween, type Instant, type LocalDate, localDateOf, sayInstant } from '../../kernel/time.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import type { Case } from './case.ts'
import type { AppealState, Item, Verdict } from './rules/appeal.ts'
import { seesDeliberation } from './sight.ts'

/** `已3天`; '' on the day itself. */
export function ageOf(since: Instant, today: LocalDate): string {
  const days = daysBetween(localDateOf(since), today)
  return days > 0 ? `已${days}天` : ''
}

export const statusOf = (state: Exclude<AppealState, { readonly status: 'none' }>): AppealStatus =>
  state.status === 'decided' ? state.outcome : state.status

export const verdictFacts = (verdict: Verdict | undefined): VerdictFacts | null =>
  verdict ? { points: verdict.kind === 'changed' ? verdict.points : null, reason: verdict.reason } : null

export function itemFacts(
  item: Item,
  { facts }: Case,
  more: { readonly title: string; readonly verdict: Verdict | undefined; readonly drop: boolean },
): AppealItemFacts {
  const { year, unit, number } = facts
  const { place, points, reason, criterion, why, evidence } = item
  const open: Action = { send: 'appeal-evidence', with: { year, unit, number, place } }
  return {
    ...{ place, title: more.title, points, reason, criterion, why },
    evidence: evidence.length === 0 ? null : { count: evidence.length, open },
    verdict: verdictFacts(more.verdict),
    drop: more.drop ? { do: 'appeal.drop', with: { year, unit, number, place } } : null,
  }
}

const said = ({ name, at }: Pick<Signed, 'name' | 'at'>): string => `${name}，${sayInstant(at)}`
const quoted = (words: string): string => (words === '' ? '' : `：${words}`)

export interface LogLine {
  readonly text: string
  readonly bad: boolean
}

/** Who did what, oldest first; what the group said among itself only for its members and who decides. */
export function logOf(known: Case): LogLine[] {
  const { appeal } = known.facts
  if (appeal.status === 'none') return []
  const plain = (text: string): LogLine => ({ text, bad: false })
  const routes = 'routes' in appeal ? (appeal.routes ?? []) : []
  const inside = 'rounds' in appeal && seesDeliberation(known) ? roundsLog(appeal.rounds) : []
  const [first, ...later] = routes.map((one) => {
    const to = one.to === 'group' ? '送工作组重新合议' : '交领导小组决定'
    return plain(`${to}（${said(one.signed)}）${quoted(one.words)}`)
  })
  return [
    ...('sent' in appeal && appeal.sent ? [plain(`报送（${said(appeal.sent)}）`)] : []),
    ...(first ? [first] : []),
    ...inside,
    ...later,
    ...endLog(appeal),
  ]
}

function roundsLog(rounds: Extract<AppealState, { readonly status: 'with-group' }>['rounds']): LogLine[] {
  return rounds.flatMap((round, at) => {
    const agreed = round.agreed.map((one) => one.member.name).join('、')
    return [
      {
        text: `第${at + 1}次处理意见（${round.by.name}，${sayInstant(round.at)}），同意：${agreed}`,
        bad: false,
      },
      ...(round.excused === '' ? [] : [{ text: `缺席：${round.excused}`, bad: false }]),
      ...round.objections.map((one) => ({
        text: `异议（${one.member.name}，${sayInstant(one.at)}）：${one.words}`,
        bad: true,
      })),
    ]
  })
}

function endLog(appeal: AppealState): LogLine[] {
  if (appeal.status === 'withdrawn') return [{ text: `撤回（${said(appeal.withdrawn)}）`, bad: false }]
  if (appeal.status !== 'decided') return []
  const { before, after, outcome, by, decided } = appeal
  const who = by === 'group' ? '工作组合议' : '领导小组决定'
  const score =
    outcome === 'kept'
      ? '得分不变'
      : `得分 ${before === null ? '—' : sayScore(before)} → ${after === null ? '—' : sayScore(after)}`
  return [{ text: `${who}（${said(decided)}）：${score}`, bad: false }]
}
