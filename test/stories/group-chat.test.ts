/** A group chat with the bot in it, over the wire: totals are shown there, everything else goes to the private chat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageEvent, post, signedNow } from '../http/deliveries.ts'
import { type World, world } from '../world/people.ts'

const ROOM = 'oc_0123456789abcdef0123456789abcdef'
const OFFICE = '办公室 工作人员'

let w: World
let count = 0

beforeAll(async () => {
  w = await world({ groups: [{ chatId: ROOM, name: '目标管理工作群' }] })
}, 120_000)
afterAll(() => w.stop())

/** Says it in the group; gives what came into the group and what came to the speaker alone. */
async function inGroup(name: string, text: string) {
  const person = w.person(name)
  const [room, own] = [w.campus.chat.messages(ROOM).length, person.messages().length]
  count += 1
  const event = JSON.parse(
    JSON.stringify(messageEvent(person.openId, `@_user_1 ${text}`, { eventId: `group-${count}` }))
      .replace('"p2p"', '"group"')
      .replace(`oc_${person.openId}`, ROOM),
  )
  await post(w, signedNow(w, event))
  await w.settled()
  return {
    room: w.campus.chat
      .messages(ROOM)
      .slice(room)
      .map(({ content }) => content),
    own: person
      .messages()
      .slice(own)
      .map(({ text: words }) => words),
  }
}

describe('a group chat', { timeout: 60_000 }, () => {
  it('看板, 进度 and 阶段 are answered in the group, in totals: no unit, no person, no button', async () => {
    const names = w.db.raw('SELECT name FROM unit UNION SELECT name FROM person') as { name: string }[]
    for (const words of ['看板', '进度', '阶段']) {
      const { room, own } = await inGroup('药学院 联络员', words)
      expect(own).toEqual([])
      expect(room).toHaveLength(1)
      const card = room[0] ?? ''
      expect(names.filter(({ name }) => card.includes(name))).toEqual([])
      expect(card).not.toContain('"tag":"button"')
    }
  })

  it.each([
    '我的得分',
    '结果',
    '反映问题 食堂的账不清楚',
    '看板 药学院',
    '解释 药学院',
    '来信',
    '待办',
    '帮助',
    '纪要',
  ])('%s is moved to the private chat, and not done', async (words) => {
    const { room, own } = await inGroup(OFFICE, words)
    expect(room).toEqual([])
    expect(own).toHaveLength(1)
    expect(own[0]).toContain('只在私聊里办理')
  })

  it('a petition said in a group is kept nowhere', async () => {
    const secret = '某处长收受礼品的事情'
    await inGroup('药学院 教师', `反映问题 ${secret}`)
    const tables = w.db.raw("SELECT name FROM sqlite_master WHERE type = 'table'") as { name: string }[]
    const dump = tables.map(({ name }) => JSON.stringify(w.db.raw(`SELECT * FROM "${name}"`))).join('\n')
    expect(dump).not.toContain(secret)
  })

  it('a person whom nobody knows is told whom to ask, in private', async () => {
    w.db.exec("DELETE FROM account WHERE person = 'T-JX01'")
    const { room, own } = await inGroup('药学院 教师', '看板')
    expect(room).toEqual([])
    expect(own).toHaveLength(1)
    expect(own[0]).toContain('告诉目标管理领导小组办公室（办公室')
  })
})
