/** Article 22: two of three members leave the group while it deliberates; the office takes it back to the sheets; over the wire. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { deadButtons } from './buttons.ts'
import { standardCast } from './cast.ts'
import { brings, enters, opens, proposes, scores, waitingFor } from './steps.ts'

const CAST = standardCast('药学院')
const [CONVENOR, FIRST, SECOND] = CAST.assessors as readonly [string, string, string]
const OFFICE = '办公室 工作人员'
const MARKS = { '目标1 扣分': '8 任务迟报', '目标2 扣分': '10 办结率不足' }

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())

const seat = (name: string, until: string): void =>
  w.db.exec(
    `UPDATE role_held SET to_on = ${until} WHERE role = 'working-member' AND person = (SELECT id FROM person WHERE name = '${name}')`,
  )

it('Article 22: what nobody can decide any more is scored and deliberated again', async () => {
  await proposes(w, CAST)
  await brings(w, CAST)
  await enters(w, '实现目标')
  await enters(w, '考核')
  for (const member of CAST.assessors) await scores(w, member, CAST.unit, MARKS)
  await opens(w, CONVENOR, CAST.unit)
  const [office, convenor] = [w.person(OFFICE), w.person(CONVENOR)]
  for (const name of [FIRST, SECOND]) seat(name, "'2026-01-02'")
  expect(await waitingFor(w, CONVENOR)).toContain('药学院合议到会人数不足，待退回打分')
  await convenor.taps('去处理', {}, '药学院合议到会人数不足')
  convenor.sees('人数不足', '在任的只有1人')
  const board = convenor.lastCard()
  expect(await waitingFor(w, OFFICE)).toContain('药学院合议到会人数不足')
  await office.taps('去处理', {}, '药学院合议到会人数不足')
  office.seesNo('任务迟报')
  await office.taps('退回打分', { 退回打分的原因: '两位成员调离' }, '合议：药学院')
  expect(office.toast).toContain('已退回打分')
  await convenor.tapsOld(board, '退回打分', { 退回打分的原因: '再退回' })
  convenor.sees('不需要重复办理', '退回打分：两位成员调离')
  seat(FIRST, 'NULL')
  await opens(w, CONVENOR, CAST.unit)
  await convenor.taps('填写意见', {}, '合议：药学院')
  await convenor.taps('提出意见', {}, '合议意见：药学院')
  await w.person(FIRST).taps('同意', {}, '合议：药学院')
  w.person(FIRST).sees('已形成')
  expect(await journalEqualsState(w.db)).toContain('assessment')
  expect(await deadButtons(w)).toEqual([])
}, 120_000)
