import type { Intent } from '../../kernel/view.ts'
import { readAccountLine } from './rules/account-line.ts'

/** More than an answer takes is cut by the line's reader. */
const LONGEST = 2000

export const accountIntents: readonly Intent[] = [
  {
    words: ['自评', '年度自评', '述职', '年度述职', '提交自评', '填写自评'],
    help: '填写、查看本单位的年度自评，如：自评 3 已建成48门',
    opens: (rest) => {
      if (rest === '') return { show: 'account', with: {} }
      const typed = rest.slice(0, LONGEST)
      return readAccountLine(typed) ? { show: 'account-page', with: { typed } } : undefined
    },
  },
  {
    words: ['自评进度', '述职进度'],
    help: '查看各单位自评提交情况（办公室、考核组）',
    opens: (rest) => (rest === '' ? { show: 'account-progress', with: {} } : undefined),
  },
]
