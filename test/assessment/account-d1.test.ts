import { afterAll, beforeAll, expect, it } from 'vitest'
import { chaptersFor } from '../../src/chapters.ts'
import { createConversation } from '../../src/conversation/conversation.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { openD1 } from '../../src/store/d1.ts'
import { enter } from '../execution/lights-world.ts'
import { memoryBlobs } from '../organization/world.ts'
import { startD1 } from '../world/d1.ts'
import { codeOf, drops, said, takes } from './account-world.ts'

const AT = '2026-12-01T01:00:00.000Z'
const JX = { year: 2026, unit: 'JX01' }

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

it('rulebook 4, 5: accounts and sheets live on D1 as on SQLite, with their races and their triggers', async () => {
  const db = openD1(d1.binding)
  await enter(db, 'assessment', AT)
  const row = (sql: string) => ({ sql, parameters: [] })
  await db.commit(
    [
      "INSERT INTO unit (id, name, kind, leader, active) VALUES ('JX01', '药学院', 'teaching', NULL, 1)",
      `INSERT INTO person (id, name, unit, title) VALUES ('C', '张明', 'JX01', ''), ('H', '李华', 'JX01', ''),
        ('WG1', '周正', NULL, ''), ('WG2', '陈晨', NULL, '')`,
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('C', 'contact', 'JX01', '2026-01-01'),
        ('H', 'head', 'JX01', '2026-01-01'), ('WG1', 'working-convenor', 'WG', '2026-01-01'),
        ('WG2', 'working-member', 'WG', '2026-01-01')`,
      "INSERT INTO team (id, name, kind) VALUES ('WG', '第一工作组', 'working')",
      "INSERT INTO team_unit (group_id, unit) VALUES ('WG', 'JX01')",
      `INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight)
        VALUES ('g1', 'plan:2026:JX01', 2026, 'JX01', 'key', 1, 'in-force', 'unit', '课程', '内容', '完成', '按期', NULL, 100)`,
      `INSERT INTO inspection (id, year, number, body, kind, status, purpose, held_on, moved_at)
        VALUES ('inspection:2026:1', 2026, 1, 'WG', 'visit', 'planned', '核实', '2026-10-01', '${AT}')`,
      "INSERT INTO inspection_unit (inspection, unit) VALUES ('inspection:2026:1', 'JX01')",
      `INSERT INTO finding (id, year, number, inspection, body, unit, goal, kind, severity, fact, status, due_on, published_by, published_at, moved_at)
        VALUES ('finding:2026:1', 2026, 1, 'inspection:2026:1', 'WG', 'JX01', 'g1', 'problem', 'grave', '晚交', 'published', NULL, 'WG1', '${AT}', '${AT}')`,
    ].map(row),
  )
  const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
  const talk = createConversation({ db, chapters, clock: () => AT, platform: 'feishu' })
  let acts = 0
  const act = (by: string, type: string, payload: JsonObject) =>
    talk.execute(
      type,
      { ...JX, ...payload },
      { by, inNameOf: by, causes: [`act:${++acts}`], at: AT, today: '2026-12-01' },
    )
  const score = (by: string, findings: object[], account: number | null) =>
    act(by, 'sheet.fill', {
      ...{ marks: [{ goal: 1, deductions: '' }], findings: findings as never, account, seal: true },
    })

  expect(codeOf(await act('C', 'account.state', { said: [said(1)] }))).toBe('account-kept')
  const signing = await Promise.all([1, 2].map(() => act('H', 'account.sign', { seen: 1 })))
  expect(signing.map(codeOf).toSorted()).toEqual(['account-signed', 'signed-account'])
  const both = await Promise.all([act('H', 'account.take-back', {}), score('WG2', [takes(1, '2.5')], 1)])
  const taken = codeOf(both[0]) === 'account-taken-back'
  expect(both.map(codeOf)).toEqual(
    taken ? ['account-taken-back', 'moved-account'] : ['scored-account', 'sheet-sent'],
  )
  if (taken) await act('H', 'account.sign', { seen: 1 })
  if (taken) expect(codeOf(await score('WG2', [takes(1, '2.5')], 1))).toBe('sheet-sent')
  expect(codeOf(await score('WG1', [], 1))).toBe('page-saved')
  await expect(db.commit([row("UPDATE sheet SET status = 'sent', sent_at = 'now'")])).rejects.toThrow()
  expect(codeOf(await score('WG1', [drops(1, '已补交')], 1))).toBe('sheet-sent')
  expect(codeOf(await act('WG1', 'deliberation.open', {}))).toBe('deliberation-opened')
  expect(codeOf(await act('H', 'account.take-back', {}))).toBe('late-account')
  for (const [who, name] of [
    ['C', 'account'],
    ['WG2', 'score-sheet'],
    ['WG2', 'account-progress'],
  ] as const) {
    const params =
      name === 'account-progress' ? {} : { ...JX, page: 1, ...(name === 'account' ? {} : { member: who }) }
    expect(JSON.stringify(await talk.render({ name, params }, who))).toContain('药学院')
  }
})
