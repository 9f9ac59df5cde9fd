/** What the story of accounts and sheets begins with: a plan, and what an inspection found. */
import type { World } from '../world/people.ts'
import { type Cast, keyGoal, routineGoal, specialGoal } from './cast.ts'

/** Goals 1 (counted, key), 2 (routine), 3 (special). */
export const PLAN = [keyGoal('获批一流课程', '2'), routineGoal('公文办理'), specialGoal('建成教师发展中心')]

const FACTS = [
  ['获批一流课程', '申报书缺少评审意见'],
  ['单位整体', '台账没有按月更新'],
] as const

/** The convenor visits the unit, and publishes a problem of a goal and one of the unit. */
export async function finds(w: World, { unit, assessors: [name, member] }: Cast): Promise<void> {
  const convenor = w.person(name)
  await convenor.says(`调研 ${unit}`)
  await convenor.taps('安排调研', {
    日期: '2026-03-02',
    督查人员: member ? [name, member] : [name],
    调研内容: '核实课程进度',
  })
  for (const [about, fact] of FACTS) {
    await convenor.says('督查 2026-1')
    await convenor.taps('记录发现', {}, `调研：${unit}`)
    await convenor.taps('保存记录', { 关于: about, 类别: '问题', 程度: '较重', 事实: fact })
    await convenor.taps('发布给单位', {}, fact)
  }
}

/** Full marks on goal 1. */
export const LEVELS = {
  ...{ '目标1 等级': '一级', '目标1 得分': '100', '目标2 等级': '一级', '目标2 得分': '95' },
  ...{ '目标3 等级': '二级', '目标3 得分': '85', '目标3 扣分理由': '挂牌推迟' },
}
