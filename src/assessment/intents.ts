import type { Intent } from '../kernel/view.ts'

const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

export const assessmentIntents: readonly Intent[] = [
  { words: ['打分', '考核打分', '评分'], help: '给所负责的单位打分', opens: opening('assess') },
  { words: ['合议'], help: '查看交表情况，参加合议', opens: opening('assess') },
  {
    words: ['我的得分', '得分', '考核得分', '扣分'],
    help: '查看本单位考核得分和扣分原因',
    opens: opening('my-score'),
  },
]
