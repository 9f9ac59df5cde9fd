/** The words for what is kept in the chat: standards and priorities. */
import type { Intent } from '../kernel/view.ts'

const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

export const keptIntents: readonly Intent[] = [
  {
    words: ['衡量标准', '工作项目'],
    help: '查看工作项目与衡量标准；办公室和工作组可新增、修改',
    opens: opening('standards'),
  },
  {
    words: ['工作要点', '年度工作要点'],
    help: '查看年度工作要点；办公室可新增、修改，并查看承接情况',
    opens: opening('priorities'),
  },
]
