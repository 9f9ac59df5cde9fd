import type { Intent } from '../kernel/view.ts'

/** Words for setting many goals at once. */
export const bulkIntents: readonly Intent[] = [
  {
    words: ['批量填报', '目标模板', '目标填报表'],
    help: '下载目标填报表（Excel），填好后发回即可批量填报',
    opens: (rest) => (rest === '' ? { send: 'goal-template', with: {} } : undefined),
  },
  {
    words: ['复制去年'],
    help: '把去年的常规目标复制为今年的草稿，可加单位名称',
    opens: (rest) => ({ send: 'goal-copy', with: rest === '' ? {} : { unit: rest } }),
  },
]
