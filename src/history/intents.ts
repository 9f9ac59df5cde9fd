import type { Intent } from '../kernel/view.ts'
import { isAsked } from './words.ts'

export const historyIntents: readonly Intent[] = [
  {
    words: ['历史记录', '历史'],
    help: '查看单位、人员、督查等事项的全部记录，如：历史 药学院',
    opens: (rest) => (isAsked(rest) ? { send: 'history-of', with: { words: rest, page: 0 } } : undefined),
  },
  {
    words: ['核对日志', '日志核对'],
    only: 'office',
    help: '核对全部日志的校验链',
    opens: (rest) => (rest === '' ? { do: 'journal.check', with: {} } : undefined),
  },
  {
    words: ['导出年度', '年度导出'],
    only: 'office',
    help: '导出年度的全部数据和日志',
    opens(rest) {
      const year = rest === '' ? null : /^(20\d\d)(?:年度?)?$/.exec(rest)?.[1]
      return year === undefined
        ? undefined
        : { send: 'year-export', with: { year: year === null ? null : Number(year) } }
    },
  },
]
