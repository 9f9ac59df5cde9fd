import type { Wording } from '../../kernel/view.ts'
import type { CopyRefusal } from '../rules/copy.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import type { CopyDone } from './done.ts'

const WHY = {
  'no-routines': '去年没有已生效的常规目标，请逐项填报，或发送「目标模板」批量填报。',
  'all-copied': '去年的常规目标都已复制，无需再次复制。',
  'ended-items': '去年的常规目标所属的工作项目都已停用，请按今年的工作项目填报。',
} as const

type OwnRefusal = Exclude<CopyRefusal, PlanningRefusal>

export const copyWording = {
  'nothing-copied': ({ why }) => WHY[why],
  'foreign-copy': () => '所选单位的常规目标不由您填报。请发送「复制去年」，查看由您填报的单位。',
  'goals-copied': ({ goals, units, ended, left }) =>
    [
      `已为${units}个单位复制${goals}项常规目标，请核对后报送。`,
      ended.length > 0 ? `工作项目已停用、未复制：${listed(ended)}。` : '',
      left.length > 0 ? `没有可复制的单位：${listed(left)}。` : '',
    ].join(''),
} satisfies Wording<OwnRefusal | CopyDone>

const listed = (names: readonly string[]): string =>
  names.length > 10 ? `${names.slice(0, 10).join('、')}等${names.length}个` : names.join('、')
