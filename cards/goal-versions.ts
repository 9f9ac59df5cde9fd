/** All versions of a goal: what changed, old and new, why, who, when, and from which day (Article 17). */
import { goalName } from './goal-words.ts'
import { type Action, type Button, buttons, type Card, type Element, heading, line } from './kit.ts'

export interface GoalVersionsFacts {
  readonly unit: string
  readonly year: number
  readonly number: number
  readonly title: string
  readonly cancelled: boolean
  /** How many there are, on all pages. */
  readonly total: number
  /** Newest first. */
  readonly versions: readonly VersionFacts[]
  readonly turns: readonly Button[]
  /** The adjustments that made these versions. */
  readonly opens: readonly Button[]
  readonly back: Action
}

export interface VersionFacts {
  /** `第2版（现行）`. */
  readonly name: string
  /** `特殊情况：…`; '' of the first. */
  readonly why: string
  /** Who asked, passed, ratified, and when; a line each. */
  readonly acts: readonly string[]
  /** `2026年12月1日起执行`. */
  readonly effective: string
  /** What differs from the version before; of the first all that it says. */
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  readonly first: boolean
}

/** Most characters of a text of an older version. */
const BRIEF = 400

export function goalVersionsCard(facts: GoalVersionsFacts): Card {
  const { unit, year, number, title, total, versions, turns, opens, back } = facts
  return {
    title: `${goalName(number)} ${title}`,
    subtitle: `${unit} ${year}年度　历史版本`,
    status: facts.cancelled ? { text: '已取消', tone: 'muted' } : { text: `共${total}版`, tone: 'blue' },
    summary: `${unit} ${goalName(number)} ${title}：共${total}个版本`,
    elements: [
      ...versions.flatMap(versionElements),
      buttons(...turns, ...opens, { text: '返回目标', action: back }),
    ],
  }
}

function versionElements({ name, why, acts, effective, changes, first }: VersionFacts): Element[] {
  return [
    heading(name),
    ...(why === '' ? [] : [line(why)]),
    line([effective, ...acts].filter((one) => one !== '').join('\n'), 'muted'),
    ...(first ? whole(changes) : changes.map(changed)),
  ]
}

function whole(changes: VersionFacts['changes']): Element[] {
  const spans = changes.flatMap(({ label, after }) => [
    { text: `${label}：`, tone: 'muted' as const },
    { text: `${brief(after)}\n` },
  ])
  return spans.length === 0 ? [] : [{ tag: 'fold', title: '内容', elements: [{ tag: 'text', spans }] }]
}

const changed = ({ label, before, after }: VersionFacts['changes'][number]): Element => ({
  tag: 'text',
  spans: [
    { text: `${label}：`, bold: true },
    { text: brief(before) || '（空）', tone: 'muted' },
    { text: ' → ' },
    { text: brief(after) || '（空）', tone: 'blue' },
  ],
})

const brief = (text: string): string => (text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text)
