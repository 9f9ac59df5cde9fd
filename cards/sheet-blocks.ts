/** What an assessor has before the eyes of a goal and of a finding (Articles 22–24; rulebook 4, 5). */
import { type Told, toldLines } from './account-words.ts'
import { FINDING_KINDS, type FindingStatus, findingMark, SEVERITIES, sayKind } from './inspection-words.ts'
import { type Element, type Field, type FieldElement, field, type Span, type Tone } from './kit.ts'
import { lightSpan, sayReasons } from './light-words.ts'
import type { Block } from './packing.ts'
import { type GoalFacts, goalBlock } from './score-words.ts'

/** A goal's year in a few words. */
export interface ProgressInShort {
  /** `报送6次，最近11月20日 90%、45门；认可80%`; '' where nothing was reported. */
  readonly reports: string
  /** As on the last day of the year's work; null where none was computed. */
  readonly light: Parameters<typeof sayReasons>[0] | null
  /** `超预算 200元`; '' within it. */
  readonly over: string
  /** Good practices that inspections found. */
  readonly good: readonly string[]
}

export interface SheetGoalFacts {
  readonly id: string
  readonly goal: GoalFacts
  /** Null where the unit has signed no account, or states nothing of the goal. */
  readonly told: Told | null
  readonly progress: ProgressInShort
  readonly fields: readonly Field[]
}

export interface SheetFindingFacts {
  readonly number: number
  readonly kind: 'problem' | 'rectification'
  readonly severity: keyof typeof SEVERITIES | null
  readonly status: FindingStatus
  readonly overdue: boolean
  readonly fact: string
  readonly at: string
  /** Of which it was found, where that is not the goal above: the unit, or a goal that is not assessed. */
  readonly about: string
  readonly weighed: 'open' | 'taken' | 'dropped'
  readonly fields: readonly Field[]
}

export function goalOnSheet(facts: SheetGoalFacts, hasAccount: boolean): Block {
  const { goal, told, progress, fields } = facts
  const [head, ...questions] = goalBlock(goal, [], fields)
  return {
    key: `goal:${goal.number}`,
    elements: [
      ...(head ? [head] : []),
      progressText(progress),
      ...(hasAccount ? [toldFold(facts.id, told)] : []),
      ...questions,
    ],
  }
}

export function progressText({ reports, light, over, good }: ProgressInShort): Element {
  const said = reports === '' ? (light ? '' : '没有报送过进展') : `${light ? '\n' : ''}进展：${reports}`
  return {
    tag: 'text',
    size: 'small',
    spans: [
      ...(light ? [lightSpan(light), muted(` ${sayReasons(light)}`)] : []),
      ...(said === '' ? [] : [muted(said)]),
      ...(over === '' ? [] : [{ text: `　${over}`, tone: 'red' as const }]),
      ...good.map((one): Span => ({ text: `\n${FINDING_KINDS.good}：${one}`, tone: 'green' })),
    ],
  }
}

const muted = (text: string): Span => ({ text, tone: 'muted' })

function toldFold(goal: string, told: Told | null): Element {
  const lines = told ? toldLines(told) : ['单位没有写这项目标。']
  return {
    tag: 'fold',
    title: `自评：${told?.result || '未写明'}`,
    elements: [
      { tag: 'text', size: 'small', spans: [{ text: lines.join('\n') }] },
      {
        tag: 'buttons',
        buttons: [{ text: '进展和佐证', action: { send: 'progress-history', with: { goal, page: 0 } } }],
      },
    ],
  }
}

const WEIGHED: {
  readonly [weighed in SheetFindingFacts['weighed']]: { readonly text: string; readonly tone: Tone }
} = {
  open: { text: '待处理', tone: 'orange' },
  taken: { text: '已采纳', tone: 'blue' },
  dropped: { text: '不采纳', tone: 'muted' },
}

export function findingOnSheet(facts: SheetFindingFacts): Block {
  const { number, kind, severity, status, overdue, fact, at, about, weighed, fields } = facts
  const course = kind === 'rectification' ? findingMark(status, overdue) : null
  const spans: readonly Span[] = [
    { text: `督查发现${number}`, bold: true },
    { text: `　${sayKind(kind, severity)}`, tone: severity === null ? 'plain' : SEVERITIES[severity].tone },
    ...(course ? [{ text: `　${course.text}`, tone: course.tone }] : []),
    { text: `　${WEIGHED[weighed].text}`, tone: WEIGHED[weighed].tone },
    { text: `\n${about === '' ? '' : `${about}：`}${fact}（${at}）` },
  ]
  const elements: readonly (Element | FieldElement)[] = [{ tag: 'text', spans }, ...fields.map(field)]
  return { key: `finding:${number}`, elements }
}
