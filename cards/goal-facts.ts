/** How one goal is shown on every card that has goals on it. */

import {
  type GoalStatus,
  type GoalType,
  goalName,
  STATUS_NAMES,
  STATUS_TONES,
  TYPE_NAMES,
} from './goal-words.ts'
import type { Element, Span } from './kit.ts'
import { type LastYearFacts, lastYearMark } from './last-year.ts'
import { type SinceReturnFacts, sinceReturnMark } from './since-return.ts'

export interface GoalFacts {
  readonly id: string
  readonly number: number
  readonly type: GoalType
  readonly status: GoalStatus
  readonly title: string
  readonly content: string
  readonly measure: string
  readonly criterion: string
  /** `2026年6月30日`; '' without one. */
  readonly due: string
  readonly weight: string
  /** Share of the unit's total, as `8.33%`. */
  readonly share: string
  readonly owner: string
  /** `12000元`; '' without one. */
  readonly budget: string
  /** The priority, aim or work item that it serves, with its label. */
  readonly serves: { readonly label: string; readonly text: string } | null
  /** Why a special goal is beyond the limit; '' within it. */
  readonly justification: string
  readonly returns: readonly ReturnFacts[]
  /** Of a special goal that the school assigned: by whom and when, as `领导小组办公室（张三，3月1日 09:00）`. */
  readonly assigned?: string
  /** Of a goal that was copied from last year. */
  readonly lastYear?: LastYearFacts
  /** Of a goal that was added, changed or cancelled in force: what and when, in one line (Article 17). */
  readonly adjusted?: string
  /** Of a goal whose spending is over its budget (Article 30): `超预算 200元`. */
  readonly over?: string
  /** Of a goal that came back and was sent again. */
  readonly sinceReturn?: SinceReturnFacts
}

export interface ReturnFacts {
  readonly by: string
  readonly at: string
  readonly comment: string
}

/** Most characters of a long text where several goals share a card. */
const BRIEF = 240
/** Most returns that are told where several goals share a card, the last ones. */
const MOST_RETURNS = 3

export const isCut = (goal: GoalFacts): boolean =>
  goal.returns.length > MOST_RETURNS ||
  [goal.content, goal.measure, goal.criterion, goal.justification].some((text) => text.length > BRIEF)

/** The goal's fields under its title; long texts are cut, and the card offers the whole goal. */
export function goalFold(goal: GoalFacts, open = false): Element {
  return {
    tag: 'fold',
    title: `${goalName(goal.number)} ${TYPE_NAMES[goal.type]}${goal.justification === '' ? '' : '（超额）'} ${goal.title}${marks(goal)}`,
    open,
    elements: [{ tag: 'text', spans: goalSpans(goal) }],
  }
}

function marks({ lastYear, sinceReturn, assigned }: GoalFacts): string {
  const again = sinceReturn && (sinceReturn.before.length > 0 ? '退回后已修改' : '退回后未修改')
  return [assigned && '学校下达', lastYear && lastYearMark(lastYear), again]
    .flatMap((mark) => (mark ? [`（${mark}）`] : []))
    .join('')
}

function goalSpans(goal: GoalFacts): Span[] {
  return [
    ...span('下达', goal.assigned ?? ''),
    ...span('内容', brief(goal.content)),
    ...span('衡量', brief(goal.measure)),
    ...span('评价标准', brief(goal.criterion)),
    ...span('完成时限', goal.due),
    ...(goal.serves ? span(goal.serves.label, brief(goal.serves.text)) : []),
    ...span('权重', `${goal.weight}（占总分${goal.share}）`),
    ...span('责任人', goal.owner),
    ...span('经费预算', goal.budget),
    ...(goal.justification === '' ? [] : warn(`超额理由：${brief(goal.justification)}\n`)),
    ...goal.returns.slice(-MOST_RETURNS).flatMap(returnSpans),
    ...(goal.sinceReturn ? [sinceReturnSpan(goal.sinceReturn)] : []),
    ...(goal.adjusted ? [{ text: `${goal.adjusted}\n`, tone: 'blue' as const }] : []),
  ]
}

const returnSpans = ({ by, at, comment }: ReturnFacts): Span[] => warn(`${at} ${by}退回：${brief(comment)}\n`)

const sinceReturnSpan = (facts: SinceReturnFacts): Span => ({
  text: sinceReturnMark(facts),
  tone: facts.before.length > 0 ? 'blue' : 'orange',
})

const span = (label: string, value: string): Span[] =>
  value === '' ? [] : [{ text: `${label}：`, tone: 'muted' }, { text: `${value}\n` }]

const warn = (text: string): Span[] => [{ text, tone: 'orange' }]

const brief = (text: string): string => (text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text)

/** One goal as a line of a list: number, title, status, and what else is worth saying. */
export function goalLine(goal: GoalFacts, more: readonly Span[] = []): Element {
  return {
    tag: 'text',
    spans: [
      { text: `${goalName(goal.number)} ${goal.title}`, bold: true },
      { text: `　${STATUS_NAMES[goal.status]}`, tone: STATUS_TONES[goal.status] },
      ...(goal.justification === '' ? [] : warn('　超额')),
      ...(goal.assigned ? [{ text: '　学校下达', tone: 'blue' as const }] : []),
      ...(goal.over ? [{ text: `　${goal.over}`, tone: 'red' as const }] : []),
      ...(goal.lastYear ? [lastYearSpan(goal.lastYear)] : []),
      ...more,
      ...(goal.adjusted ? [{ text: `\n${goal.adjusted}`, tone: 'blue' as const }] : []),
    ],
  }
}

const lastYearSpan = (facts: LastYearFacts): Span => ({
  text: `　${lastYearMark(facts)}`,
  tone: facts.same ? 'muted' : 'blue',
})
