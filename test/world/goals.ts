import type { World } from './people.ts'

/** A good special goal of a teaching unit, by the labels of its form. */
export const SPECIAL_GOAL = {
  目标名称: '建成教师发展中心',
  目标内容: '完成场地改造，配齐师资培训课程',
  专项类别: '提升工作层次水平',
  定性要求: '中心挂牌并开出第一期培训',
  评价标准: '按期建成为完成',
  完成时限: '2026-11-30',
} as const

/** The contact of 药学院 drafts one special goal and its head sends it: the leader in charge has a card to decide. */
export async function sendOneGoal(w: World): Promise<void> {
  const contact = w.person('药学院 联络员')
  await contact.says('填报目标')
  await contact.taps('填报专项目标')
  await contact.taps('保存目标', SPECIAL_GOAL)
  const head = w.person('药学院 负责人')
  await head.says('报送')
  await head.taps('报送')
}
