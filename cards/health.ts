import { type Action, type Button, buttons, type Card, type Element, line, note, type Tone } from './kit.ts'

export interface HealthRow {
  /** What is wrong and what it leads to, in one sentence. */
  readonly text: string
  readonly weight: 'stops' | 'harms' | 'note'
  /** At most eight characters. */
  readonly button: string
  readonly mend: Action
}

export interface HealthFacts {
  /** The day, for people. */
  readonly on: string
  readonly counts: { readonly [weight in HealthRow['weight']]: number }
  /** Of this page. */
  readonly rows: readonly HealthRow[]
  readonly turns: readonly Button[]
}

/** A phone shows so many without tiring. */
export const ROWS_A_CARD = 8

const TONE: { readonly [weight in HealthRow['weight']]: Tone } = {
  stops: 'red',
  harms: 'orange',
  note: 'plain',
}
const NAME: { readonly [weight in HealthRow['weight']]: string } = {
  stops: '须处理',
  harms: '宜处理',
  note: '供参考',
}

/** 体检: what is not well with units, people, roles and groups; each with the button that mends it. */
export function healthCard(facts: HealthFacts): Card {
  const { on, counts, rows, turns } = facts
  const { stops, harms } = counts
  const all = stops + harms + counts.note
  return {
    title: '组织体检',
    subtitle: on,
    status:
      stops > 0
        ? { text: `须处理 ${stops}`, tone: 'red' }
        : harms > 0
          ? { text: `宜处理 ${harms}`, tone: 'orange' }
          : { text: '良好', tone: 'green' },
    summary: all === 0 ? '组织体检：没有发现问题' : `组织体检：须处理 ${stops} 项，宜处理 ${harms} 项`,
    elements: [
      ...(all === 0
        ? [line('单位、人员、角色和工作组都没有发现问题。', 'green')]
        : [line(`须处理 ${stops} 项，宜处理 ${harms} 项，供参考 ${counts.note} 项。`)]),
      ...rows.flatMap((row, at) => [...headingOf(row, rows[at - 1]), ...rowOf(row)]),
      buttons(...turns, { text: '重新体检', action: { show: 'health', with: {} } }),
      note('红色的会使工作停住；改好后点「重新体检」。'),
    ],
  }
}

const headingOf = ({ weight }: HealthRow, before: HealthRow | undefined): Element[] =>
  before?.weight === weight
    ? []
    : [{ tag: 'text', size: 'heading', spans: [{ text: NAME[weight], tone: TONE[weight] }] }]

const rowOf = ({ text, button, mend }: HealthRow): Element[] => [
  line(text),
  buttons({ text: button, action: mend }),
]
