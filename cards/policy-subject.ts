import { type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'
import { type PolicyConfirmation, policyStatus, standing } from './policy.ts'

export interface PolicyValueFacts {
  readonly label: string
  readonly value: string
  /** ◇ what the choice changes; null where the regulation has a figure. */
  readonly changes: string | null
  readonly holds: string
  readonly touches: string
  /** Why it cannot be changed any more, and since when; null while it can. */
  readonly frozen: string | null
}

export interface PolicySubjectFacts {
  readonly year: number
  readonly edition: number
  readonly name: string
  readonly confirmed: PolicyConfirmation | null
  readonly values: readonly PolicyValueFacts[]
  /** Opens the form; null for who may not, and where nothing can be changed any more. */
  readonly change: Button | null
  /** The gate areas, each with what the viewer may do about it; empty on other subjects. */
  readonly areas: readonly GateAreaFacts[]
}

export interface GateAreaFacts {
  readonly name: string
  readonly leadUnit: string
  /** Names of those who report on it; none is a fault. */
  readonly reporters: readonly string[]
  /** Units reported on so far. */
  readonly reports: number
  readonly buttons: readonly Button[]
}

/** One subject of the year's policy: each value, what it changes, from when it holds, what it touches, whether it stands. */
export function policySubjectCard(facts: PolicySubjectFacts): Card {
  const { year, edition, name, confirmed, values, change, areas } = facts
  return {
    title: `${year}年度政策：${name}`,
    subtitle: `第${edition}版`,
    status: policyStatus(confirmed),
    summary: `${name}：${values.map(({ label }) => label).join('、')}`,
    elements: [
      standing(confirmed),
      ...values.flatMap((one) => [divider, ...valuePart(one, areas.length)]),
      ...areas.flatMap(areaPart),
      divider,
      buttons(...(change ? [change] : []), {
        text: '返回政策',
        action: { show: 'policy', with: { year } },
      }),
    ],
  }
}

function valuePart(
  { label, value, changes, holds, touches, frozen }: PolicyValueFacts,
  /** So many are listed below it, each with its own text. */
  listed: number,
): Element[] {
  return [
    {
      tag: 'text',
      spans: [
        { text: `${label}：`, bold: true },
        { text: listed > 0 ? `${listed}项` : value, tone: 'blue' },
      ],
    },
    ...(changes === null ? [] : [note(`◇ ${changes}`)]),
    note(`何时生效：${holds}。影响：${touches}。`),
    ...(frozen === null ? [] : [line(frozen, 'muted')]),
  ]
}

function areaPart({ name, leadUnit, reporters, reports, buttons: acts }: GateAreaFacts): Element[] {
  const people = reporters.length > 0 ? `报告人：${sayNames(reporters)}` : '还没有报告人'
  return [
    { tag: 'text', spans: [{ text: `${name}：`, bold: true }, { text: leadUnit }] },
    line(
      `${people}${reports > 0 ? `；已报告${reports}个单位` : ''}`,
      reporters.length > 0 ? 'muted' : 'orange',
    ),
    ...(acts.length > 0 ? [buttons(...acts)] : []),
  ]
}

const sayNames = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}人` : names.join('、')
