import { type DigestGroup, GROUPS, sayCounts } from './digest-words.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  divider,
  type Element,
  heading,
  line,
  note,
} from './kit.ts'

export interface DigestItem {
  readonly group: DigestGroup
  /** `目标3 建设精品教材` */
  readonly what: string
  /** '' for what belongs to no unit. */
  readonly unit: string
  /** `已逾期5天（应于7月1日前完成）` */
  readonly when: string
  /** To whom it went up, until when it is put off. */
  readonly notes: readonly string[]
  readonly buttons: readonly Button[]
}

export interface DigestFacts {
  /** `7月6日`; null for all that is before the person, whatever the day. */
  readonly day: string | null
  /** Of all pages. */
  readonly counts: { readonly [group in DigestGroup]: number }
  readonly items: readonly DigestItem[]
  readonly turns: readonly Button[]
  /** How many are put off. */
  readonly snoozed: number
  /** For whom else the person may act, with how many things wait there. */
  readonly inNames: readonly { readonly name: string; readonly count: number; readonly open: Action }[]
  /** The number of a goal on which a typed line would report; null for none. */
  readonly reportable: number | null
}

/** All that is before one person, in one message: the most urgent first, each with what to do about it. */
export function digestCard(facts: DigestFacts): Card {
  const { day, counts, items, turns, inNames } = facts
  const title = day === null ? '我的提醒' : '今日提醒'
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const elements = [
    ...groupsOf(items),
    ...(turns.length > 0 ? [divider, buttons(...turns)] : []),
    ...inNameLines(facts),
    ...feet(facts),
  ]
  if (total === 0 && inNames.length === 0) return doneCard(title, elements)
  const said = total > 0 ? sayCounts(counts) : `${inNames.map(({ name }) => `代${name}`).join('、')}有提醒`
  return {
    title,
    ...(day === null ? {} : { subtitle: day }),
    status: {
      text: `${total > 0 ? total : inNames.length} 项`,
      tone: counts.overdue + counts.raised > 0 ? 'red' : 'orange',
    },
    summary: said,
    elements: [...(total > 0 ? [line(`共 ${total} 项：${said}。`)] : []), ...elements],
  }
}

const doneCard = (title: string, elements: readonly Element[]): Card => ({
  title,
  status: { text: '已办完', tone: 'green' },
  summary: '提醒事项都已办完',
  elements: [line('没有需要提醒您的事项，谢谢。'), ...elements],
})

/** A heading where another group begins. */
function groupsOf(items: readonly DigestItem[]): Element[] {
  return items.flatMap((item, at) => [
    divider,
    ...(items[at - 1]?.group === item.group ? [] : [heading(GROUPS[item.group].name)]),
    ...itemElements(item),
  ])
}

function itemElements({ group, what, unit, when, notes, buttons: list }: DigestItem): Element[] {
  const { tone } = GROUPS[group]
  return [
    { tag: 'text', spans: [{ text: what, bold: true }] },
    {
      tag: 'text',
      spans: [...(unit === '' ? [] : [{ text: `${unit}　`, tone: 'muted' as const }]), { text: when, tone }],
    },
    ...(notes.length === 0 ? [] : [note(notes.join('；'))]),
    buttons(...list),
  ]
}

/** Nobody acts for more at a time. */
const MOST_NAMES = 10

const inNameLines = ({ inNames }: DigestFacts): Element[] =>
  inNames.length === 0
    ? []
    : [
        divider,
        heading('代他人办理'),
        ...inNames
          .slice(0, MOST_NAMES)
          .flatMap(({ name, count, open }) => [
            line(`代${name}：${count} 项`),
            buttons({ text: '查看', action: open }),
          ]),
      ]

function feet({ day, snoozed, reportable }: DigestFacts): Element[] {
  const more: Button[] = [
    ...(day === null ? [] : [{ text: '全部提醒', action: { show: 'digest', with: {} } as const }]),
    ...(snoozed === 0
      ? []
      : [{ text: `已延后 ${snoozed} 项`, action: { show: 'snoozed', with: {} } as const }]),
  ]
  return [
    divider,
    ...(more.length === 0 ? [] : [buttons(...more)]),
    ...(reportable === null ? [] : [note(`也可直接回复：进展 ${reportable} 60% 教材初稿完成`)]),
    note('随时发送「提醒」查看；每个工作日最多提醒一次。'),
  ]
}
