import type { Intent } from '../kernel/view.ts'

/** Opens the view for the year that is being managed; says nothing to words that follow. */
const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

export const resultsIntents: readonly Intent[] = [
  { words: ['结果', '考核结果'], help: '查看考核结果', opens: opening('result-list') },
  {
    words: ['一票否决', '否决项', '关口'],
    help: '报告或查看一票否决工作',
    opens: opening('gates'),
  },
  {
    words: ['催办关口', '关口催办'],
    only: 'office',
    help: '提醒没有报齐的牵头部门，一人一条',
    opens: opening('gate-reminder'),
  },
  { words: ['优秀比例', '评优'], help: '确定优秀比例，审定结果', opens: opening('excellence') },
  {
    words: ['结果总表', '考核结果总表'],
    only: 'office',
    help: '导出全部得分、扣分、名次和等次（.xlsx）',
    opens: opening('results-workbook'),
  },
  {
    words: ['绩效工资表', '绩效工资'],
    only: 'office',
    help: '导出奖励性绩效工资表（.xlsx）',
    opens: opening('pay-workbook'),
  },
  { words: ['公布结果', '结果公布'], help: '查看还缺什么，公布结果', opens: opening('results-gate') },
]
