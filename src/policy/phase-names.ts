import type { Phase } from '../store/schema/policy.ts'

/** The phases as people know them (rulebook 2). */
export const PHASE_NAMES: { readonly [phase in Phase]: string } = {
  setting: '订立目标',
  execution: '实现目标',
  assessment: '考核',
  results: '结果',
  closed: '已结束',
}
