import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface UnitFacts {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly state: 'listed' | 'exempt' | 'ended'
  readonly leader: string
  readonly heads: readonly string[]
  readonly contacts: readonly string[]
  readonly teams: readonly string[]
  /** `2026年度：已生效，12 项目标`; null where the viewer may not see it. */
  readonly plan: string | null
  /** `2025年度：合格，得分 88.40，第 3 名` */
  readonly results: readonly string[]
  /** `已并入健康学院（校发〔2026〕18号）`; '' where it goes on. */
  readonly became: string
  /** Its reforms, the latest first, a line each. */
  readonly reforms: readonly string[]
  /** Goals that it left to others; empty for who may not see them. */
  readonly left: readonly string[]
  readonly leftInAll: number
  readonly turns: readonly Button[]
  readonly office: boolean
}

const STATES = {
  listed: { text: '参加', tone: 'green' },
  exempt: { text: '豁免', tone: 'orange' },
  ended: { text: '已结束', tone: 'muted' },
} as const

/** A unit's record, who stands for it, and what became of it. */
export function unitCard(facts: UnitFacts): Card {
  const { id, name, kind, state, became } = facts
  return {
    title: name,
    subtitle: `${id} ${kind}`,
    status: STATES[state],
    summary: became === '' ? `${name}：${kind}` : `${name}${became}`,
    elements: [
      ...(became === '' ? [] : [line(`${name}${became}`, 'orange')]),
      recordFields(facts),
      ...(facts.plan === null ? [] : [line(facts.plan)]),
      ...fold('历年结果', facts.results, facts.results.length),
      ...fold('机构变动', facts.reforms, facts.reforms.length),
      ...fold('转出的目标', facts.left, facts.leftInAll),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
      ...(facts.office ? [buttons(...officeButtons(facts))] : []),
      ...(facts.office ? [] : [note('变动请联系领导小组办公室。')]),
    ],
  }
}

function recordFields({ id, kind, leader, heads, contacts, teams, state }: UnitFacts): Element {
  const people = (names: readonly string[]): string => (names.length === 0 ? '暂缺' : names.join('、'))
  return {
    tag: 'fields',
    items: [
      { label: '编号', value: id },
      { label: '类别', value: kind },
      { label: '分管校领导', value: leader === '' ? '暂缺' : leader },
      ...(state === 'ended'
        ? []
        : [
            { label: '负责人', value: people(heads) },
            { label: '联络员', value: people(contacts) },
            { label: '小组', value: people(teams) },
          ]),
    ],
  }
}

const MOST = 30

function fold(title: string, lines: readonly string[], total: number): Element[] {
  if (lines.length === 0) return []
  const rest = lines.length > MOST ? [note(`还有 ${lines.length - MOST} 条未列出`)] : []
  return [
    {
      tag: 'fold',
      title: `${title}（${total}）`,
      elements: [line(lines.slice(0, MOST).join('\n')), ...rest],
    },
  ]
}

function officeButtons({ id, state }: UnitFacts): Button[] {
  const opening = (text: string, form: string): Button => ({
    text,
    action: { show: 'form', with: { form, params: { unit: id } } },
  })
  const history: Button = { text: '历史', action: { show: 'history', with: { subject: `unit:${id}` } } }
  switch (state) {
    case 'listed':
      return [
        opening('更名', 'rename-unit'),
        opening('换分管', 'unit-leader'),
        opening('合并', 'merge-units'),
        opening('拆分', 'split-unit'),
        opening('豁免', 'exempt-unit'),
        opening('改类别', 'unit-kind'),
        history,
      ]
    case 'exempt':
      return [{ ...opening('恢复', 'restore-unit'), style: 'primary' }, history]
    case 'ended':
      return [history]
  }
}
