import { type Button, buttons, type Card, divider, type Element, heading, line, note } from './kit.ts'

export interface ReplacementFacts {
  readonly leaver: string
  readonly successor: string
  readonly leaves: boolean
  /** What somebody should know of the successor. */
  readonly warnings: readonly string[]
  /** Roles and units in charge of this page, each kept or moved by its button. */
  readonly moving: readonly {
    readonly text: string
    readonly kept: boolean
    readonly toggle: Button | null
  }[]
  readonly total: number
  /** Open work that passes, by kind. */
  readonly works: readonly {
    readonly text: string
    readonly items: readonly string[]
    readonly kept: boolean
  }[]
  readonly workToggle: Button | null
  /** What comes along with the roles, ends, or stays: each in one sentence. */
  readonly along: readonly string[]
  readonly stays: readonly string[]
  readonly turns: readonly Button[]
  readonly buttons: readonly Button[]
}

const ITEMS_SHOWN = 12

/** Everything that would move from one to the other, before anyone confirms it. */
export function replacementCard(facts: ReplacementFacts): Card {
  const { leaver, successor, leaves, warnings, moving, total, turns } = facts
  return {
    title: `替换：${leaver} → ${successor}`,
    status: { text: '待确认', tone: 'orange' },
    summary: `请核对${leaver}移交给${successor}的内容`,
    elements: [
      line(
        leaves
          ? `确认后下列内容一次移交，今天起由${successor}办理，${leaver}离任。`
          : `确认后下列内容一次移交，今天起由${successor}办理；${leaver}留任，已办的记录不变。`,
      ),
      ...warnings.map((text) => line(`• ${text}`, 'orange')),
      divider,
      heading(`角色和分管单位（${total}）`),
      ...(moving.length === 0 ? [line('没有。', 'muted')] : moving.flatMap(movingElements)),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      divider,
      heading('未完成的事'),
      ...workElements(facts),
      ...sentences('随角色移交', facts.along),
      ...sentences('其他', facts.stays),
      ...(facts.buttons.length === 0 ? [] : [divider, buttons(...facts.buttons)]),
    ],
  }
}

function movingElements({ text, kept, toggle }: ReplacementFacts['moving'][number]): Element[] {
  return [
    {
      tag: 'text',
      spans: [
        { text: `${text}　` },
        kept ? { text: '保留', tone: 'muted' } : { text: '移交', tone: 'green' },
      ],
    },
    ...(toggle === null ? [] : [buttons(toggle)]),
  ]
}

function workElements({ works, workToggle }: ReplacementFacts): Element[] {
  if (works.length === 0) return [line('没有需要移交的任务。', 'muted')]
  return [
    ...works.flatMap(({ text, items, kept }): Element[] => [
      line(`${text}　${kept ? '保留' : '移交'}`),
      {
        tag: 'fold',
        title: `查看（${items.length}）`,
        elements: [
          ...items.slice(0, ITEMS_SHOWN).map((item) => line(`• ${item}`)),
          ...(items.length > ITEMS_SHOWN ? [note(`另有 ${items.length - ITEMS_SHOWN} 项。`)] : []),
        ],
      },
    ]),
    ...(workToggle === null ? [] : [buttons(workToggle)]),
  ]
}

const sentences = (title: string, list: readonly string[]): Element[] =>
  list.length === 0 ? [] : [divider, heading(title), ...list.map((text) => line(`• ${text}`))]
