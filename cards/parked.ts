import type { Instant } from '../src/kernel/time.ts'
import { sayInstant } from '../src/kernel/time.ts'
import { buttons, type Card, line, note } from './kit.ts'

export interface ParkedFacts {
  readonly to: string
  readonly why: string
  readonly at: Instant
}

/** What could not be delivered, and the one thing to do about it. */
export function parkedCard(rows: readonly ParkedFacts[]): Card {
  if (rows.length === 0) {
    return {
      title: '消息送达情况',
      status: { text: '正常', tone: 'green' },
      summary: '没有未送达的消息',
      elements: [line('没有未送达的消息。')],
    }
  }
  return {
    title: '有消息未能送达',
    status: { text: `${rows.length} 条`, tone: 'orange' },
    summary: `${rows.length} 条消息未能送达，请检查后重发`,
    elements: [
      line('请核对下列人员是否在应用的可用范围内、账号是否有效，然后重发。'),
      {
        tag: 'table',
        columns: [
          { name: 'to', label: '收件人', kind: 'text' },
          { name: 'why', label: '原因', kind: 'text' },
          { name: 'at', label: '时间', kind: 'text' },
        ],
        rows: rows.map((row) => ({ to: row.to, why: row.why, at: sayInstant(row.at) })),
        pageSize: 10,
      },
      buttons({ text: '全部重发', style: 'primary', action: { do: 'outbox.retry', with: {} } }),
      note('消息内容不会丢失；重发以最新内容为准。'),
    ],
  }
}
