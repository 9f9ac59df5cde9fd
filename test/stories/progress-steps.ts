/** Progress of 药学院 beyond the plain report: by the indicator's value, queried, accepted. */
import { expect } from 'vitest'
import type { World } from '../world/people.ts'
import { refused } from './refused.ts'
import { waitingFor } from './steps.ts'

const CONTACT = '药学院 联络员'

/** 引进博士, target 3: the value is typed, and corrected downwards with a reason. */
export async function reportsByValue(w: World): Promise<void> {
  const contact = w.person(CONTACT)
  await contact.says('目标3 已引进博士 2 人')
  contact.sees('请确认进展', '引进高层次人才', '2人（目标 3人）', '66%', '按指标值 2/3人 折算为 66%')
  await contact.taps('保存进展')
  contact.sees('进展已报送', '66%', '2人（目标 3人）')
  await contact.says('目标3 已引进博士 1 人')
  contact.sees('上次已报指标值 2，这次是 1', '请点「补充修改」')
  expect(contact.lastCard().buttons.map((one) => one.text)).not.toContain('保存进展')
  await contact.taps('补充修改')
  await contact.taps('报送进展', { 调整原因: '一人推迟到岗' })
  contact.sees('进展已报送', '66%', '1人（目标 3人）', '一人推迟到岗')
}

/** A member of the working group queries goal 2, and accepts another figure of the report that follows. */
export async function judgesProgress(w: World, judge: string): Promise<void> {
  const [member, contact] = [w.person(judge), w.person(CONTACT)]
  expect(await waitingFor(w, judge)).toContain('有 3 项进展待核实')
  await member.says('核实进展')
  await member.taps('核实', {}, '获批国家级一流课程')
  const card = member.lastCard()
  expect(await refused(w, '药学院 负责人', card, '认可')).toContain('工作组')
  await member.taps('质疑')
  await member.taps('提交质疑', { 质疑的理由: '请附教材初稿' })
  contact.sees('进展被质疑', '请附教材初稿', judge)
  expect(await waitingFor(w, CONTACT)).toContain('请附教材初稿')
  await contact.taps('补报进展', {}, '进展被质疑')
  await contact.taps('报送进展', { 完成进度: '60', 完成情况: '教材初稿完成，初稿已附' })
  contact.sees('进展已报送', '初稿已附')
  expect(await waitingFor(w, CONTACT)).not.toContain('质疑')
  await member.says('核实进展')
  await member.taps('核实', {}, '获批国家级一流课程')
  await member.taps('认可其他数')
  await member.taps('认可', { 认可进度: '55', 理由: '评审尚未通过' }, '认可目标2的进展')
  member.sees('已认可', '60%', '55%', '评审尚未通过')
  await contact.says('进展记录 2')
  contact.sees('60%', '55%', '被质疑', '已认可')
}
