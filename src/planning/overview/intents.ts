import type { Intent } from '../../kernel/view.ts'

const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

export const overviewIntents: readonly Intent[] = [
  {
    words: ['进度', '订立进度', '填报进度'],
    help: '查看各单位目标订立到哪一步、在等谁',
    inGroup: 'planning-in-group',
    opens: opening('planning-overview'),
  },
  { words: ['催办'], only: 'office', help: '提醒未办理的人，一人一条', opens: opening('planning-reminder') },
]
