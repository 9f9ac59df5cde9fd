import { buttons, type Card, type Element, line, note } from './kit.ts'

export interface RosterGroup {
  readonly sheet: string
  readonly names: readonly string[]
}

export interface RosterPreviewFacts {
  readonly roster: string
  readonly name: string
  /** Version of the organization that this preview shows: only that is confirmed. */
  readonly seen: number
  readonly mayConfirm: boolean
  readonly counts: readonly {
    readonly sheet: string
    readonly added: number
    readonly changed: number
    readonly ended: number
  }[]
  readonly added: readonly RosterGroup[]
  readonly changed: readonly RosterGroup[]
  readonly ended: readonly RosterGroup[]
  /** Names of people without an account. */
  readonly unreached: readonly string[]
  readonly doubled: readonly string[]
  /** False where the directory did not answer. */
  readonly directoryAsked: boolean
  readonly warnings: readonly {
    readonly text: string
    readonly units: readonly string[]
    /** 个单位 without. */
    readonly counted?: string
  }[]
}

/** What a roster will add, change and end, before anyone confirms it. */
export function rosterPreviewCard(facts: RosterPreviewFacts): Card {
  if (facts.counts.length === 0) return unchangedCard(facts)
  return {
    title: '名册核对无误，请确认导入',
    status: { text: '待确认', tone: 'orange' },
    summary: `名册「${facts.name}」核对无误，请确认导入`,
    elements: [
      line(`「${facts.name}」没有错误。确认后按下表一次导入，全部生效；放弃则不作任何改动。`),
      countTable(facts),
      ...fold('新增', facts.added, false),
      ...fold('变更', facts.changed, false),
      ...fold('将结束', facts.ended, true),
      ...remarks(facts),
      ...(facts.mayConfirm ? [confirmButtons(facts)] : [note('由办公室成员确认。')]),
    ],
  }
}

function unchangedCard(facts: RosterPreviewFacts): Card {
  return {
    title: '名册与现有组织一致',
    status: { text: '无需导入', tone: 'muted' },
    summary: `名册「${facts.name}」与现有组织一致，无需导入`,
    elements: [line(`「${facts.name}」与现有组织完全一致，无需导入。`), ...remarks(facts)],
  }
}

function countTable({ counts }: RosterPreviewFacts): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'sheet', label: '工作表', kind: 'text' },
      { name: 'added', label: '新增', kind: 'number' },
      { name: 'changed', label: '变更', kind: 'number' },
      { name: 'ended', label: '将结束', kind: 'number' },
    ],
    rows: counts.map(({ sheet, added, changed, ended }) => ({ sheet, added, changed, ended })),
  }
}

function fold(title: string, groups: readonly RosterGroup[], open: boolean): Element[] {
  const total = groups.reduce((sum, group) => sum + group.names.length, 0)
  if (total === 0) return []
  const elements = groups.map(({ sheet, names }) => line(`${sheet}：${listed(names)}`))
  return [{ tag: 'fold', title: `${title}（${total}）`, open, elements }]
}

function remarks(facts: RosterPreviewFacts): Element[] {
  const { unreached, doubled, warnings } = facts
  return [
    ...(facts.directoryAsked
      ? []
      : [line('飞书通讯录暂时查不到人，稍后重新发送此文件即可补查；也可先导入。', 'orange')]),
    ...(unreached.length === 0
      ? []
      : [
          line(
            `以下人员未在飞书找到，导入后收不到消息，请核对手机或邮箱（${unreached.length}人）：${listed(unreached)}`,
            'orange',
          ),
        ]),
    ...(doubled.length === 0
      ? []
      : [line(`以下人员的手机或邮箱查到的是名册中另一人的账号，请核对：${listed(doubled)}`, 'orange')]),
    ...warnings.map(({ text, units, counted = '个单位' }) =>
      line(`${text}（${units.length}${counted}）：${listed(units)}`, 'orange'),
    ),
  ]
}

function confirmButtons({ roster, seen, counts }: RosterPreviewFacts): Element {
  const sum = (of: 'added' | 'changed' | 'ended'): number => counts.reduce((all, one) => all + one[of], 0)
  return buttons(
    {
      text: '确认导入',
      style: 'primary',
      action: { do: 'roster.apply', with: { roster, seen } },
      confirm: {
        title: '确认导入名册？',
        text: `将新增 ${sum('added')} 项、变更 ${sum('changed')} 项、结束 ${sum('ended')} 项，立即生效。`,
      },
    },
    { text: '放弃', action: { do: 'roster.drop', with: { roster } } },
  )
}

const MOST = 60

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name))
    .join('、')
  return names.length > MOST ? `${shown} 等 ${names.length} 项` : shown
}
