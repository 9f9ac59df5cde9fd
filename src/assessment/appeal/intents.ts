import type { Intent } from '../../kernel/view.ts'

const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

export const appealIntents: readonly Intent[] = [
  { words: ['申诉', '我的申诉', '提出申诉'], help: '对扣分提出申诉，办理申诉', opens: opening('appeals') },
  { words: ['评分记录', '得分记录'], help: '查看得分的各个版本', opens: opening('score-record') },
]
