import { type Button, buttons, type Card, line } from './kit.ts'

export interface GoalWorkbookFaultsFacts {
  readonly name: string
  readonly total: number
  /** Those of this page, as `「目标」第3行「权重」` and what is wrong. */
  readonly shown: readonly { readonly place: string; readonly text: string }[]
  readonly turns: readonly Button[]
}

/** All that is wrong in a 目标填报表; nothing was drafted. */
export function goalWorkbookFaultsCard({ name, total, shown, turns }: GoalWorkbookFaultsFacts): Card {
  return {
    title: '填报表有误，没有导入',
    status: { text: '待更正', tone: 'red' },
    summary: `目标填报表有${total}处错误，请更正后重新发送`,
    elements: [
      line(`「${name}」有${total}处错误，目标没有任何改动。请在表格中逐处更正，保存后把文件再发到这里。`),
      ...shown.map(({ place, text }) => line(`${place}：${text}`)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
    ],
  }
}
