import type { Intent } from '../kernel/view.ts'

/** Opens the view for the year that is being managed; makes nothing of words that follow. */
const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

export const planningIntents: readonly Intent[] = [
  {
    words: ['填报目标', '填目标', '目标填报', '报目标'],
    help: '填报、修改本单位或所负责单位的目标',
    opens: opening('draft-goal'),
  },
  {
    words: ['下达目标', '下达专项目标'],
    help: '办公室、分管校领导、工作组组长向单位下达专项目标',
    opens: opening('assign-goal'),
  },
  { words: ['我的目标', '目标'], help: '查看目标、状态和占比', opens: opening('my-goals') },
  {
    words: ['责任书', '目标责任书'],
    help: '领取目标责任书（Word 文件），打印后签署',
    opens: opening('goal-sheet'),
  },
  { words: ['报送', '报送目标'], help: '把填好的目标报送审核', opens: opening('draft-goal') },
  { words: ['审核', '审核目标'], help: '分管校领导审核目标', opens: opening('plans-to-review') },
  { words: ['审定', '审定目标'], help: '领导小组审定目标', opens: opening('plans-to-ratify') },
]
