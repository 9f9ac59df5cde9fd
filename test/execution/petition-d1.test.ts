import { afterAll, beforeAll, expect, it } from 'vitest'
import { chaptersFor } from '../../src/chapters.ts'
import { createConversation } from '../../src/conversation/conversation.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { openD1 } from '../../src/store/d1.ts'
import { memoryBlobs } from '../organization/world.ts'
import { startD1 } from '../world/d1.ts'
import { enter } from './lights-world.ts'
import { codeOf } from './petition-world.ts'

const AT = '2026-03-05T01:00:00.000Z'

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

it('Article 32: a petition lives on D1 as on SQLite, with its races and its triggers', async () => {
  const db = openD1(d1.binding)
  await enter(db, 'execution', '2026-03-02T01:00:00.000Z')
  const row = (sql: string) => ({ sql, parameters: [] })
  await db.commit(
    [
      "INSERT INTO unit (id, name, kind, leader, active) VALUES ('S1', '教务处', 'administrative', NULL, 1)",
      `INSERT INTO person (id, name, unit, title) VALUES ('CH', '张明', NULL, ''), ('LM1', '李华', NULL, ''),
        ('LM2', '周正', NULL, ''), ('H1', '陈晨', 'S1', ''), ('T1', '王芳', 'S1', ''), ('OF1', '孙立', NULL, '')`,
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('CH', 'chair', '', '2026-01-01'),
        ('LM1', 'leading-member', '', '2026-01-01'), ('LM2', 'leading-member', '', '2026-01-01'),
        ('H1', 'head', 'S1', '2026-01-01'), ('OF1', 'office', '', '2026-01-01')`,
    ].map(row),
  )
  const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
  const talk = createConversation({ db, chapters, clock: () => AT, platform: 'feishu' })
  let acts = 0
  const act = (by: string, type: string, payload: JsonObject) =>
    talk.execute(type, payload, { by, inNameOf: by, causes: [`act:${++acts}`], at: AT, today: '2026-03-05' })
  const read = async (who: string, name: string, params: JsonObject = {}) =>
    JSON.stringify(await talk.render({ name, params }, who))

  const wish = { text: '实验楼采购', concerned: '张明', hidden: true, opened: 'a' }
  const both = await Promise.all([act('T1', 'petition.write', wish), act('T1', 'petition.write', wish)])
  expect(both.map(codeOf).toSorted()).toEqual(['petition-written', 'written-petition'])
  const petition = '2026-001'
  expect(codeOf(await act('LM1', 'petition.pass', { petition, to: '教务处', text: '请核实', seen: 1 }))).toBe(
    'passing-proposed',
  )
  expect(await read('LM2', 'todo')).toContain('的转办等您同意')
  expect(await read('LM1', 'todo')).toContain('等您办理')
  expect(await read('CH', 'todo')).not.toContain('来信')
  const consents = await Promise.all(
    [1, 2].map(() => act('LM2', 'petition.consent', { petition, proposal: 2, agree: true })),
  )
  expect(consents.map(codeOf).toSorted()).toEqual(['petition-passed', 'settled-passing'])
  expect(await read('H1', 'todo')).toContain('领导小组转办')
  expect(codeOf(await act('H1', 'petition.report', { petition, place: 3, text: '已核实' }))).toBe(
    'passing-reported',
  )
  expect(await read('LM1', 'petition', { petition })).toContain('已核实')
  expect(await read('LM1', 'petitions')).toContain('实验楼采购')
  expect(await read('CH', 'petitions')).not.toContain(petition)
  expect(await read('T1', 'my-petitions')).toContain(petition)
  expect(await read('OF1', 'petition-register')).toContain('王芳＊')
  await expect(db.commit([row("UPDATE petition_paper SET body = '{}'")])).rejects.toThrow('never changed')
})
