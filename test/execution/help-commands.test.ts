import { describe, expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { executionWorld, refusalOf, shownAfter } from './world.ts'

const DAY_MS = 86_400_000

async function universityInNeed() {
  const w = await executionWorld()
  const goal = seedGoal(w.db, 'JX01', 3)
  const graded = seedGoal(w.db, 'XZ01', 1)
  return { w, goal, graded }
}
type Asked = Awaited<ReturnType<typeof universityInNeed>>

const notices = ({ w }: Asked) =>
  w.db
    .raw("SELECT person FROM outbox WHERE kind = 'send' AND view = 'help-request' ORDER BY created_at, key")
    .map((row) => (row as { person: string }).person)
const status = ({ w }: Asked) => w.db.raw('SELECT status, holder FROM help_request ORDER BY id')

describe('Article 19: help', () => {
  it('is asked of the working group, or of the leader in charge, due in the policy’s working days', async () => {
    const all = await universityInNeed()
    const { w, goal, graded } = all
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少实验场地' })
    w.pass(1000)
    await w.do('H-XZ01', 'help.ask', { goal: graded, words: '需要后台支持' })
    expect(w.db.raw('SELECT goal, number, holder, due_on, status FROM help_request ORDER BY id')).toEqual([
      { goal, number: 1, holder: 'group:WG', due_on: '2026-03-09', status: 'open' },
      { goal: graded, number: 1, holder: 'leader:XZ01', due_on: '2026-03-09', status: 'open' },
    ])
    expect(notices(all)).toEqual(['WG1', 'LD2'])
    expect(await journalEqualsState(w.db)).toContain('help')
  })

  it('the days are working days: over a holiday it is due later', async () => {
    const { w, goal } = await universityInNeed()
    w.pass(58 * DAY_MS)
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少实验场地' })
    expect(w.db.raw('SELECT due_on FROM help_request')).toEqual([{ due_on: '2026-05-09' }])
  })

  it('is asked by the contact or the head alone, of a goal in force, while goals are realised', async () => {
    const { w, goal } = await universityInNeed()
    const ask = (by: string, of = goal, words = '缺场地') => w.do(by, 'help.ask', { goal: of, words })
    expect(refusalOf(await ask('C-JX02')).code).toBe('foreign-goal')
    expect(refusalOf(await ask('WG1')).code).toBe('foreign-goal')
    expect(refusalOf(await ask('C-JX01', seedGoal(w.db, 'JX01', 9, { status: 'sent' }))).code).toBe(
      'unratified-goal',
    )
    expect(refusalOf(await ask('C-JX01', 'gone')).code).toBe('unknown-goal')
    expect(refusalOf(await ask('C-JX01', goal, ' ')).code).toBe('empty-request')
    await expect(ask('C-JX01', goal, '缺'.repeat(501))).rejects.toThrow()
    await w.enter('assessment')
    expect(refusalOf(await ask('C-JX01')).code).toBe('closed-execution')
    expect(count(w.db, 'help_request')).toBe(0)
  })

  it('a report that tells of a difficulty opens a request, once, and every later card of the goal shows it', async () => {
    const { w, goal } = await universityInNeed()
    await w.report('C-JX01', goal, { difficulty: '缺少实验场地' })
    await w.report('C-JX01', goal, { percent: 70, difficulty: '缺少实验场地。' })
    await w.report('C-JX01', goal, { percent: 80, difficulty: '无' })
    expect(count(w.db, 'help_request')).toBe(1)
    const report = { goal, report: `execution:${goal}:000003` }
    for (const [view, params] of [
      ['progress-reported', report],
      ['progress-history', { goal }],
      ['tasks', { goal }],
      ['progress-understood', { text: '3 90% 快完成了' }],
    ] as const)
      expect(await w.read('C-JX01', view, params), view).toContain('求助待答复：缺少实验场地')
    w.pass(10 * DAY_MS)
    expect(await w.read('LD1', 'progress-reported', report)).toContain('求助逾期未答复')
    await w.do('WG1', 'help.answer', { goal, number: 1, words: '调配东区实验室' })
    expect(await w.read('C-JX01', 'progress-reported', report)).not.toContain('求助')
  })

  it('a task’s owner asks through the own report', async () => {
    const { w, goal } = await universityInNeed()
    w.db.exec("INSERT INTO person (id, name, unit, title) VALUES ('T-1', '张三', 'JX01', '教师')")
    await w.do('C-JX01', 'task.split', { goal, text: '教材 张三 6月30日' })
    await w.do('T-1', 'progress.report', { goal, task: 1, percent: 10, done: '起步', difficulty: '缺书号' })
    expect(w.db.raw('SELECT words, asked_by FROM help_request')).toEqual([
      { words: '缺书号', asked_by: 'T-1' },
    ])
    expect(await w.read('T-1', 'help-request', { goal, number: 1 })).toContain('缺书号')
  })

  it('two requests of one goal at the same time get a number each', async () => {
    const { w, goal } = await universityInNeed()
    await Promise.all([
      w.do('C-JX01', 'help.ask', { goal, words: '缺少场地' }),
      w.do('H-JX01', 'help.ask', { goal, words: '缺少经费' }),
    ])
    expect(w.db.raw('SELECT number FROM help_request ORDER BY number')).toEqual([
      { number: 1 },
      { number: 2 },
    ])
  })

  it('of two who answer together one wins, the other gets the answer shown', async () => {
    const all = await universityInNeed()
    const { w, goal } = all
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少场地' })
    const outcomes = await Promise.all(
      ['WG1', 'WG2'].map((by) => w.do(by, 'help.answer', { goal, number: 1, words: `${by}答复` })),
    )
    const lost = outcomes.filter(({ ok }) => !ok)
    expect(lost).toHaveLength(1)
    expect(lost[0]).toMatchObject({ refusal: { code: 'closed-request', how: 'answered' } })
    expect(lost[0]?.show).toEqual({ name: 'help-request', params: { goal, number: 1 } })
    expect(status(all)).toEqual([{ status: 'answered', holder: 'group:WG' }])
  })

  it('an answer and a passing on at once: whichever is second is refused with the present state', async () => {
    const { w, goal } = await universityInNeed()
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少场地' })
    const outcomes = await Promise.all([
      w.do('WG1', 'help.answer', { goal, number: 1, words: '调配' }),
      w.do('WG2', 'help.pass', { goal, number: 1, to: 'leader', words: '请校领导定' }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)?.show).toBeDefined()
  })

  it('passed on to each, and shown to the unit with who holds it', async () => {
    const all = await universityInNeed()
    const { w, goal } = all
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少场地' })
    const way = [
      ['WG2', { to: 'leader' }, 'leader:JX01', '分管校领导 分管教学副校长'],
      ['LD1', { to: 'office' }, 'office:', '领导小组办公室'],
      ['OF1', { to: 'unit', unit: '教务' }, 'unit:XZ01', '教务处负责人'],
      ['H-XZ01', { to: 'group' }, 'group:WG', '第一目标管理工作组'],
    ] as const
    for (const [by, to, holder, said] of way) {
      w.pass(1000)
      shownAfter(await w.do(by, 'help.pass', { goal, number: 1, ...to, words: '请协调' }))
      expect(status(all)).toEqual([{ status: 'open', holder }])
      expect(await w.read('C-JX01', 'help-request', { goal, number: 1 })).toContain(said)
    }
    expect(notices(all)).toEqual(['WG1', 'LD1', 'OF1', 'H-XZ01', 'WG1'])
    expect(await w.read('H-XZ01', 'help-request', { goal, number: 1 })).toContain('缺少场地')
  })

  it('a group with nobody who can answer is passed by', async () => {
    const all = await universityInNeed()
    const { w, goal } = all
    w.db.exec("UPDATE person SET unit = 'JX01' WHERE id IN ('WG1', 'WG2', 'WG3')")
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少场地' })
    expect(status(all)).toEqual([{ status: 'open', holder: 'leader:JX01' }])
    expect(
      refusalOf(await w.do('LD1', 'help.pass', { goal, number: 1, to: 'group', words: '转' })).code,
    ).toBe('groupless-unit')
  })

  it('is seen by who asked, who holds or held it and who follows the unit, and by nobody else', async () => {
    const { w, goal } = await universityInNeed()
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少场地' })
    for (const who of ['C-JX01', 'H-JX01', 'WG3', 'LD1', 'OF1'])
      expect(await w.read(who, 'help-request', { goal, number: 1 }), who).toContain('缺少场地')
    for (const who of ['C-JX02', 'H-XZ01', 'LD2'])
      expect(await w.read(who, 'help-request', { goal, number: 1 }), who).not.toContain('缺少场地')
  })

  it('the lists hold what concerns the person, the oldest first, page by page', async () => {
    const { w, goal } = await universityInNeed()
    for (let number = 1; number <= 9; number++) {
      await w.do('C-JX01', 'help.ask', { goal, words: `第${number}个困难` })
      w.pass(60_000)
    }
    const first = await w.read('WG1', 'help-list')
    expect(first).toContain('第1个困难')
    expect(first).not.toContain('第9个困难')
    expect(await w.read('WG1', 'help-list', { kind: 'to-answer', page: 1 })).toContain('第9个困难')
    await w.do('WG1', 'help.answer', { goal, number: 1, words: '好' })
    expect(await w.read('WG1', 'help-list', { kind: 'closed' })).toContain('第1个困难')
    expect(await w.read('C-JX01', 'help-list')).toContain('第9个困难')
    expect(await w.read('C-JX02', 'help-list', { kind: 'asked' })).not.toContain('困难')
    expect(await w.read('WG1', 'help-list', { kind: 'overdue' })).not.toContain('第2个困难')
  })
})

describe('the table of requests', () => {
  const broken: readonly (readonly [what: string, sql: string])[] = [
    ['another status', "UPDATE help_request SET status = 'gone'"],
    ['other words', "UPDATE help_request SET words = '别的'"],
    ['another day', "UPDATE help_request SET due_on = '2026-12-31'"],
    ['an answered one that is open again', "UPDATE help_request SET status = 'open' WHERE number = 2"],
    ['another holder of an answered one', "UPDATE help_request SET holder = 'office:' WHERE number = 2"],
    ['a deleted one', 'DELETE FROM help_request'],
    ['a number that is given twice', 'UPDATE help_request SET number = 2 WHERE number = 1'],
  ]
  it.each(broken)('takes no %s', async (_, sql) => {
    const { w, goal } = await universityInNeed()
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少场地' })
    await w.do('C-JX01', 'help.ask', { goal, words: '缺少经费' })
    await w.do('WG1', 'help.answer', { goal, number: 2, words: '已拨付' })
    expect(() => w.db.exec(sql)).toThrow()
  })
})
