import type { Intent } from '../kernel/view.ts'

/** Opens the view for the year that is being managed; says nothing to words that follow. */
const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

export const policyIntents: readonly Intent[] = [
  { words: ['阶段', '年度阶段'], help: '查看年度进行到哪个阶段', opens: opening('phase') },
  { words: ['权重系数', '系数'], help: '查看各单位权重系数', opens: opening('coefficients') },
  { words: ['年度政策', '政策'], help: '查看本年度的政策', opens: opening('policy') },
]
