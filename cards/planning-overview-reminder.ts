import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface ReminderChoice {
  /** Those for whom something has waited for so many days; 0 for all. */
  readonly days: number
  /** Who would be told now. */
  readonly people: number
  readonly items: number
}

export interface ReminderFacts {
  readonly year: number
  readonly choices: readonly ReminderChoice[]
  /** The last reminder; null before the first. */
  readonly last: {
    readonly by: string
    readonly at: string
    readonly days: number
    readonly people: number
    readonly items: number
    /** Names of those who were late too, but had been reminded that day. */
    readonly skipped: readonly string[]
  } | null
  /** How many people were reminded today. */
  readonly today: number
  /** What waits for a role that nobody holds, as `药学院：填报专项目标，负责人（空缺）`. */
  readonly vacant: readonly string[]
}

const NAMED = 20

/** Before reminding: whom it would reach; after it: whom it has reached, and who was left out (rulebook 7). */
export function planningReminderCard(facts: ReminderFacts): Card {
  const { year, choices } = facts
  const open = choices.filter((choice) => choice.people > 0)
  return {
    title: `${year}年度目标订立催办`,
    ...(facts.today > 0 && { status: { text: `今天已催办${facts.today}人`, tone: 'green' as const } }),
    summary: open[0] ? `可催办${open[0].people}人` : '没有需要催办的人',
    elements: [
      ...lastPart(facts),
      ...openPart(facts, open),
      ...vacantPart(facts.vacant),
      buttons(...open.map((choice) => remindButton(year, choice)), {
        text: '查看进度',
        action: { show: 'planning-overview', with: { year } },
      }),
    ],
  }
}

const whom = (days: number): string => (days === 0 ? '全部' : `等候满${days}天的`)

function lastPart({ last }: ReminderFacts): Element[] {
  if (last === null) return []
  const skipped = last.skipped.slice(0, NAMED).join('、')
  const more = last.skipped.length > NAMED ? `等${last.skipped.length}人` : ''
  return [
    line(
      `${last.at} ${last.by}催办（${whom(last.days)}）：已提醒${last.people}人，共${last.items}件。`,
      'green',
    ),
    ...(skipped === '' ? [] : [line(`当天已提醒过、没有重复提醒的：${skipped}${more}。`)]),
  ]
}

function openPart({ today }: ReminderFacts, open: readonly ReminderChoice[]): Element[] {
  if (open.length === 0) {
    return [line(today > 0 ? '今天需要催办的人都已提醒过，明天可以再催办。' : '没有需要催办的人。')]
  }
  return [
    line(today > 0 ? '今天还没有提醒过的：' : '等候办理的：'),
    {
      tag: 'fields',
      items: open.map(({ days, people, items }) => ({
        label: whom(days),
        value: `${people}人，${items}件`,
      })),
    },
    note('每人只收到一条消息，列出本人的全部事项；同一人一天只提醒一次。'),
  ]
}

function vacantPart(vacant: readonly string[]): Element[] {
  if (vacant.length === 0) return []
  const rest = vacant.length > NAMED ? `\n等${vacant.length}件` : ''
  return [
    line(`无人可催的有${vacant.length}件，请先在名册中设置：`, 'orange'),
    line(`${vacant.slice(0, NAMED).join('\n')}${rest}`),
  ]
}

const remindButton = (year: number, { days, people, items }: ReminderChoice): Button => ({
  text: days === 0 ? '催办全部' : `催办满${days}天`,
  ...(days === 0 && { style: 'primary' as const }),
  action: { do: 'planning.remind', with: { year, days } },
  confirm: { title: '发送催办？', text: `将给${people}人各发一条消息，共${items}件事项。` },
})
