import { type Button, buttons, type Card, line } from './kit.ts'

export interface GateWorkbookFaultsFacts {
  readonly name: string
  readonly total: number
  /** Those of this page, as `「一票否决」第3行「结论」` and what is wrong. */
  readonly shown: readonly { readonly place: string; readonly text: string }[]
  readonly turns: readonly Button[]
}

/** All that is wrong in a 一票否决报告表; nothing was reported. */
export function gateWorkbookFaultsCard({ name, total, shown, turns }: GateWorkbookFaultsFacts): Card {
  return {
    title: '报告表有误，没有导入',
    status: { text: '待更正', tone: 'red' },
    summary: `一票否决报告表有${total}处错误，请更正后重新发送`,
    elements: [
      line(`「${name}」有${total}处错误，没有任何改动。请在表格中逐处更正，保存后把文件再发到这里。`),
      ...shown.map(({ place, text }) => line(`${place}：${text}`)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
    ],
  }
}
