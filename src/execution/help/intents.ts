import type { Intent } from '../../kernel/view.ts'
import { MAX_HELP_WORDS } from './rules/ask.ts'

/** More than a request takes, with the goal's number, so that the view can say that it was too long. */
const LONGEST = MAX_HELP_WORDS + 30

export const helpIntents: readonly Intent[] = [
  {
    words: ['求助', '请求帮助', '申请帮助', '求助于'],
    help: '遇到困难时请工作组或分管校领导帮助，如：求助 3 缺少实验场地',
    opens: (rest) => ({ show: 'help-understood', with: { text: [...rest].slice(0, LONGEST).join('') } }),
  },
  {
    words: ['求助记录', '我的求助', '待答复', '答复求助'],
    help: '查看和答复求助',
    opens: (rest) => (rest === '' ? { show: 'help-list', with: {} } : undefined),
  },
]
