import { type OpenHelp, openHelpElements } from './help-open.ts'
import type { Action, Card, Element, Tone } from './kit.ts'
import { buttons, line, note } from './kit.ts'
import { PROGRESS_STATES, type ProgressState } from './progress-words.ts'

export interface ProgressFacts {
  readonly unit: string
  readonly number: number
  readonly title: string
  /** 0-100 */
  readonly percent: number
  /** Of the report before it; null for the first. */
  readonly before: number | null
  readonly state: ProgressState
  readonly done: string
  readonly next: string
  readonly difficulty: string
  /** Why a figure went down, or differs from the tasks; '' where neither. */
  readonly reason: string
  /** Yuan, as `1200.50`; null where none was given. */
  readonly cost: string | null
  /** The indicator's value with its target, as `180人（目标 300人）`; '' without one. */
  readonly value: string
  /** The task that was reported, as `任务2 编写教材 50%`; '' for the whole goal. */
  readonly task: string
  /** The weighted mean of the goal's tasks, where the goal's own percent is another one; else null. */
  readonly mean: number | null
  /** What the group said of it. */
  readonly judgement: ProgressJudgement | null
  /** `超预算 200元`; '' within the budget. */
  readonly over: string
}

export interface ProgressJudgement {
  readonly accepted: boolean
  /** Figures and words, who and when. */
  readonly text: string
}

export interface ProgressReportFacts extends ProgressFacts {
  /** The report's evidence; each can be had back. */
  readonly files: readonly { readonly name: string; readonly open: Action }[]
  /** How many of its files were refused after all, as too large or empty. */
  readonly lost: number
  readonly by: string
  readonly at: string
  /** A later report on the same goal; null for the last. */
  readonly later: Action | null
  /** Files that the viewer sent and no report uses yet; null where there are none. */
  readonly unused: { readonly count: number; readonly add: Action } | null
  readonly history: Action
  /** Where the unit may answer a query with another report. */
  readonly answer: Action | null
  /** Where the viewer accepts or queries it. */
  readonly judge: Action | null
  /** What became of the goal in force, in one line (Article 17). */
  readonly adjusted?: string
  /** What its unit waits for help with. */
  readonly help?: readonly OpenHelp[]
}

/** One report as it stands: who, when, what, with its evidence. */
export function progressReportCard(facts: ProgressReportFacts): Card {
  const title = `目标${facts.number} ${facts.title}`
  const stands = facts.judgement && STANDS[facts.judgement.accepted ? 'accepted' : 'queried']
  return {
    title: stands?.title ?? '进展已报送',
    subtitle: facts.unit,
    status: { text: `${facts.percent}%`, tone: stands?.tone ?? PROGRESS_STATES[facts.state].tone },
    summary: `${title} 进展 ${facts.percent}% ${stands?.text ?? '已报送'}`,
    elements: [
      line(title),
      ...(facts.adjusted ? [line(facts.adjusted, 'blue')] : []),
      ...queryOf(facts),
      { tag: 'fields', items: progressFields(facts) },
      ...openHelpElements(facts.help ?? []),
      ...filesOf(facts),
      note(`${facts.by} 于 ${facts.at} 报送。如有出入，再报一次即可，历次报送都会保留。`),
      ...(facts.later ? [note('此后又有新的进展。')] : []),
      ...unusedOf(facts),
      buttons(
        ...(facts.answer ? [{ text: '补报进展', style: 'primary' as const, action: facts.answer }] : []),
        ...(facts.judge ? [{ text: '认可或质疑', style: 'primary' as const, action: facts.judge }] : []),
        ...(facts.later ? [{ text: '最新进展', action: facts.later }] : []),
        { text: '进展记录', action: facts.history },
      ),
    ],
  }
}

const STANDS = {
  accepted: { title: '进展已认可', text: '已认可', tone: 'green' },
  queried: { title: '进展被质疑', text: '被质疑，请补报', tone: 'orange' },
} as const

function queryOf({ judgement, later }: ProgressReportFacts): Element[] {
  if (!judgement || judgement.accepted) return []
  return [line(later ? '此次进展曾被质疑，已另行补报。' : '此次进展被质疑，请核对后补报。', 'orange')]
}

/** What a report says, field by field; what it does not say is left out. */
export function progressFields(facts: ProgressFacts): { label: string; value: string; tone?: Tone }[] {
  const percent = facts.before === null ? `${facts.percent}%` : `${facts.percent}%（上次 ${facts.before}%）`
  const state = PROGRESS_STATES[facts.state]
  const optional: [string, string | null][] = [
    ['本次任务', facts.task],
    ['指标值', facts.value],
    ['完成情况', facts.done],
    ['下一步', facts.next],
    ['困难', facts.difficulty],
    ['调整原因', facts.reason],
    ['累计支出', facts.cost && `${facts.cost} 元`],
  ]
  return [
    { label: '完成进度', value: facts.mean === null ? percent : `${percent}，任务加权 ${facts.mean}%` },
    { label: '状态', value: state.text, tone: state.tone },
    ...optional.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    ...(facts.over === '' ? [] : [{ label: '经费', value: facts.over, tone: 'red' as const }]),
    ...judgementFields(facts.judgement),
  ]
}

function judgementFields(
  judgement: ProgressJudgement | null,
): { label: string; value: string; tone: Tone }[] {
  if (!judgement) return []
  const { accepted, text } = judgement
  return [{ label: accepted ? '认可' : '质疑', value: text, tone: accepted ? 'green' : 'orange' }]
}

function filesOf({ files, lost }: ProgressReportFacts): Element[] {
  const warning = lost === 0 ? [] : [line(`有 ${lost} 份材料没有保存成功，请压缩后重新发送。`, 'orange')]
  if (files.length === 0) return warning
  return [
    line(`佐证材料（${files.length} 份）：`),
    line(files.map(({ name }, position) => `${position + 1}. ${name}`).join('\n')),
    buttons(...files.map(({ open }, position) => ({ text: `取回材料${position + 1}`, action: open }))),
    ...warning,
  ]
}

function unusedOf({ unused }: ProgressReportFacts): Element[] {
  if (!unused) return []
  return [
    line(`您还有 ${unused.count} 份材料没有用于任何进展。如属于这项目标，请点「补充材料」。`),
    buttons({ text: '补充材料', action: unused.add }),
  ]
}
