import { type Action, type Button, buttons, type Card, type Element, line, note, type Span } from './kit.ts'

export interface UnitCopyFacts {
  readonly name: string
  /** Of the goals that would be copied. */
  readonly titles: readonly string[]
  /** How many were copied before. */
  readonly copied: number
  /** Names of work items that have ended; their goals are left out. */
  readonly ended: readonly string[]
  /** Why nothing can be copied; '' where something can. */
  readonly barred: string
  readonly copy: Action | null
}

export interface GoalCopyFacts {
  readonly year: number
  /** This page's units. */
  readonly units: readonly UnitCopyFacts[]
  /** How many goals could be copied for all units. */
  readonly goals: number
  /** Where there are several units. */
  readonly all: Action | null
  readonly turns: readonly Button[]
}

/** What copying last year's routine goals would bring, unit by unit. */
export function goalCopyCard(facts: GoalCopyFacts): Card {
  const { year, units, goals, turns } = facts
  return {
    title: `复制${year - 1}年度常规目标`,
    status: goals > 0 ? { text: '可复制', tone: 'blue' } : { text: '无可复制', tone: 'muted' },
    summary: `${year - 1}年度常规目标：${goals}项可复制为${year}年度草稿`,
    elements: [
      line(
        `去年已生效的常规目标可复制为${year}年度草稿，完成时限顺延一年。重点、专项目标每年重新订立，不复制。`,
      ),
      ...units.flatMap(unitElements),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...allButton(facts),
      note('复制后仍可逐项修改；审核时会注明与去年相同或有改动。'),
    ],
  }
}

function unitElements({ name, titles, copied, ended, barred, copy }: UnitCopyFacts): Element[] {
  const count = titles.length > 0 ? `　可复制${titles.length}项` : ''
  const spans: Span[] = [
    { text: name, bold: true },
    { text: `${count}${copied > 0 ? `　已复制${copied}项` : ''}` },
    ...(titles.length > 0 ? [{ text: `\n${listed(titles)}`, tone: 'muted' as const }] : []),
    ...(ended.length > 0
      ? [{ text: `\n工作项目已停用，不复制：${listed(ended)}`, tone: 'orange' as const }]
      : []),
    ...(barred === '' ? [] : [{ text: `\n${barred}`, tone: 'muted' as const }]),
  ]
  const said: Element = { tag: 'text', spans }
  return copy ? [said, buttons({ text: '复制', action: copy })] : [said]
}

function allButton({ all, goals, year }: GoalCopyFacts): Element[] {
  if (!all) return []
  return [
    buttons({
      text: '全部复制',
      style: 'primary',
      action: all,
      confirm: { title: '全部复制？', text: `将为所列单位复制${goals}项常规目标，成为${year}年度草稿。` },
    }),
  ]
}

const MOST = 8

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST).map((name) => (name.length > 20 ? `${name.slice(0, 20)}…` : name))
  return names.length > MOST ? `${shown.join('、')}等${names.length}项` : shown.join('、')
}
