import { type Action, type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'
import { sayDays, sayTask, type WaitFacts } from './planning-overview-words.ts'

export interface DigestItem extends Pick<WaitFacts, 'task' | 'goals' | 'types'> {
  readonly unit: string
  /** Whether the part may be sent without any goal. */
  readonly optional: boolean
  readonly days: number | null
  readonly open: Action
}

export interface DigestFacts {
  readonly year: number
  /** Of all pages. */
  readonly total: number
  readonly items: readonly DigestItem[]
  readonly turns: readonly Button[]
}

/** One reminder a person, with everything in planning that waits for the person, the oldest first. */
export function planningDigestCard({ year, total, items, turns }: DigestFacts): Card {
  const title = `${year}年度目标订立提醒`
  if (total === 0) {
    return {
      title,
      status: { text: '已办完', tone: 'green' },
      summary: '目标订立事项已办完',
      elements: [line('您的目标订立事项都已办完，不需要再处理。')],
    }
  }
  return {
    title,
    status: { text: `${total} 件`, tone: 'orange' },
    summary: `领导小组办公室请您尽快办理${total}件目标订立事项`,
    elements: [
      line(`领导小组办公室提醒您：以下${total}件事项正在等您办理，请尽快处理。`),
      ...items.flatMap(itemElements),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
    ],
  }
}

const BUTTONS: { readonly [task in WaitFacts['task']]: string } = {
  draft: '去填报',
  revise: '去修改',
  send: '去报送',
  review: '去审核',
  ratify: '去审定',
  'appoint-leader': '查看进度',
  'appoint-group': '查看进度',
}

function itemElements({ unit, optional, days, open, ...wait }: DigestItem): Element[] {
  const without = wait.task === 'draft' && optional ? '；没有的，由负责人直接报送' : ''
  return [
    divider,
    line(`${unit}：${sayTask(wait)}${without}`),
    ...(days === null || days === 0 ? [] : [note(`已等候${sayDays(days)}`)]),
    buttons({ text: BUTTONS[wait.task], style: 'primary', action: open }),
  ]
}
