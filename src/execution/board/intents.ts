import type { Action } from '../../../cards/kit.ts'
import type { Intent } from '../../kernel/view.ts'

const opening =
  (view: string) =>
  (rest: string): Action | undefined =>
    rest === '' ? { send: view, with: {} } : undefined

export const boardIntents: readonly Intent[] = [
  {
    words: ['看板', '目标看板', '红黄灯', '总览'],
    help: '查看红黄灯、进度走势、逾期、求助和整改，可逐级点开',
    inGroup: 'board-in-group',
    opens: opening('board'),
  },
  {
    words: ['导出看板', '导出'],
    help: '导出看板（Excel 文件）：单位、目标、进展、检查发现',
    opens: opening('board-export'),
  },
]
