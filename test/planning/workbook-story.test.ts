import { describe, expect, it } from 'vitest'
import { parseJson, textAt } from '../../src/chat/feishu/json.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import { workbookOf } from '../organization/roster/workbook.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type Person, type World, world } from '../world/people.ts'
import { bytesOf, fillIn, open, type RowValues, row } from './workbook-world.ts'

/** The file that the bot sent last. */
function received(w: World, person: Person): Uint8Array {
  const message = w.campus.chat.messages(person.openId).findLast((one) => one.type === 'file')
  const key = message && textAt(parseJson(message.content), 'file_key')
  const file = key === undefined ? undefined : w.campus.chat.file(key)
  if (!file) throw new Error(`${person.name} got no file`)
  return file.bytes
}

async function fillAndSend(w: World, person: Person, rows: readonly RowValues[]): Promise<void> {
  await person.says('目标模板')
  const bytes = await bytesOf(fillIn(await open(received(w, person)), rows))
  await person.sends({ name: '目标填报表.xlsx', type: 'file', bytes })
}

describe('goals in bulk, in the chat', () => {
  it('are downloaded as a workbook, filled in, sent back, mended, confirmed and sent for review', async () => {
    const w = await world()
    const member = w.person('第一工作组 成员甲')
    const routine = (unit: string, more: RowValues = {}): RowValues =>
      row(unit, '常规目标', { workItem: null, ...more })
    await fillAndSend(w, member, [routine('药学院'), routine('教务处', { title: '不归我填' })])
    member.sees('填报表有误，没有导入', '「目标」第3行「单位」：“教务处”不是由您填报的单位')
    await fillAndSend(w, member, [routine('药学院'), routine('护理学院', { title: '护理教学' })])
    member.sees('填报表核对无误，请确认导入', '药学院 | 常规目标 | 1 | 0 | 0', '其中2项还没有填完')
    await member.taps('确认导入')
    member.sees('目标已导入', '2个单位，新增2项、修改0项')
    await member.taps('查看草稿')
    member.sees('草稿1项待报送')
    await member.says('目标模板')
    await member.sends({ name: '填好了.xlsx', type: 'file', bytes: received(w, member) })
    member.sees('填报表与现有目标一致')
    expect(await journalEqualsState(w.db)).toContain('goal-workbook')
    await w.stop()
  }, 60_000)

  it('are told from a roster by the sheet 目标, where one of the office drafts as well', async () => {
    const w = await world()
    w.db.exec(
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('OF1', 'contact', 'JX01', '2026-01-01')",
    )
    const office = w.person('办公室 工作人员')
    await office.sends({ name: '名册.xlsx', type: 'file', bytes: await workbookOf(demoRoster()) })
    office.sees('名册与现有组织一致')
    await fillAndSend(w, office, [row('药学院', '专项目标', { dueOn: '2026-11-30' })])
    office.sees('填报表核对无误', '新增1项')
    await office.taps('放弃')
    office.sees('目标没有任何改动')
    await w.stop()
  }, 60_000)

  it('are no matter of one who drafts nothing: the office’s workbook is a roster, others’ is told what to do', async () => {
    const w = await world()
    const bytes = await workbookOf(demoRoster())
    await w.person('办公室 负责人').sends({ name: '名册.xlsx', type: 'file', bytes })
    w.person('办公室 负责人').sees('名册与现有组织一致')
    await w.person('考核组 成员甲').sends({ name: '目标.xlsx', type: 'file', bytes })
    w.person('考核组 成员甲').sees('没有保存')
    await w.person('考核组 成员甲').says('目标模板')
    w.person('考核组 成员甲').sees('没有由您填报的目标')
    await w.stop()
  }, 60_000)
})
