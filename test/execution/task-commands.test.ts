import { describe, expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count, rowCounts } from '../world/rows.ts'
import { executionWorld, refusalOf, shownAfter } from './world.ts'

const LIST = '编写教材初稿 张三 6月30日 40%\n审校 T-2 9月30日 60%'

async function universityWithPeople() {
  const w = await executionWorld()
  const goal = seedGoal(w.db, 'JX01', 2)
  const person = (id: string, name: string, unit: string) =>
    w.db.exec(`INSERT INTO person (id, name, unit, title) VALUES ('${id}', '${name}', '${unit}', '教师')`)
  person('T-1', '张三', 'JX01')
  person('T-2', '李四', 'JX01')
  person('T-9', '王五', 'JX02')
  return { w, goal, person }
}

const notices = (w: Awaited<ReturnType<typeof universityWithPeople>>['w']) =>
  w.db.raw("SELECT person, view FROM outbox WHERE kind = 'send' ORDER BY created_at, key")

describe('Article 18: tasks', () => {
  it('are in the journal, the state and the table alike', async () => {
    const { w, goal } = await universityWithPeople()
    await w.do('C-JX01', 'task.split', { goal, text: LIST })
    await w.do('T-1', 'progress.report', { goal, task: 1, percent: 50, done: '写完三章' })
    await w.do('C-JX01', 'task.save', {
      ...{ goal, task: 2, title: '审校定稿', owner: '张三', dueOn: '2026-10-31', share: 40, reason: '分工' },
    })
    await w.do('H-JX01', 'task.end', { goal, task: 2, reason: '另行安排' })
    expect(await journalEqualsState(w.db)).toContain('execution')
    expect(
      w.db.raw('SELECT number, title, owner, due_on, share, percent, status FROM task ORDER BY number'),
    ).toEqual([
      {
        ...{ number: 1, title: '编写教材初稿', owner: 'T-1', due_on: '2026-06-30', share: 40, percent: 50 },
        status: 'open',
      },
      {
        ...{ number: 2, title: '审校定稿', owner: 'T-1', due_on: '2026-10-31', share: 40, percent: 0 },
        status: 'ended',
      },
    ])
    expect(w.db.raw('SELECT percent, task, task_percent FROM progress')).toEqual([
      { percent: 20, task: 1, task_percent: 50 },
    ])
  })

  it('belong to people of the unit alone', async () => {
    const { w, goal } = await universityWithPeople()
    const text = '教材 王五 6月30日'
    expect(refusalOf(await w.do('C-JX01', 'task.split', { goal, text })).code).toBe('unknown-owner')
    expect(refusalOf(await w.do('C-JX02', 'task.split', { goal, text })).code).toBe('foreign-goal')
    const form = { goal, title: '教材', owner: 'T-9', dueOn: '2026-06-30' }
    expect(refusalOf(await w.do('C-JX01', 'task.save', form)).code).toBe('unknown-owner')
    w.db.exec("UPDATE person SET ended_on = '2026-01-31' WHERE id = 'T-1'")
    expect(refusalOf(await w.do('C-JX01', 'task.save', { ...form, owner: '张三' })).code).toBe(
      'unknown-owner',
    )
    expect(count(w.db, 'task')).toBe(0)
  })

  it('a name that two have is refused with their numbers, until one is chosen', async () => {
    const { w, goal, person } = await universityWithPeople()
    person('T-3', '张三', 'JX01')
    const refusal = refusalOf(await w.do('C-JX01', 'task.split', { goal, text: LIST }))
    expect(refusal).toMatchObject({ code: 'ambiguous-owner', owner: '张三' })
    await w.do('C-JX01', 'task.split', { goal, text: LIST, owners: { 张三: 'T-3' } })
    expect(w.db.raw('SELECT owner FROM task ORDER BY number')).toEqual([{ owner: 'T-3' }, { owner: 'T-2' }])
  })

  it('each owner is told once of an act, the former one too, and nobody of the own', async () => {
    const { w, goal } = await universityWithPeople()
    await w.do('C-JX01', 'task.split', { goal, text: '甲 张三 6月1日\n乙 张三 6月2日\n丙 C-JX01 6月3日' })
    expect(notices(w)).toEqual([{ person: 'T-1', view: 'tasks-given' }])
    w.pass(1000)
    await w.do('C-JX01', 'task.save', {
      goal,
      task: 1,
      title: '甲',
      owner: '李四',
      dueOn: '2026-06-01',
      share: 1,
    })
    expect(notices(w).slice(1)).toEqual([
      { person: 'T-1', view: 'task' },
      { person: 'T-2', view: 'task' },
    ])
    expect(await w.read('T-1', 'tasks-given', { goal, tasks: [1, 2] })).not.toContain('任务2.1')
    expect(await w.read('T-2', 'task', { goal, task: 1 })).toContain('您负责的任务')
  })

  it('two lists at once are both kept, and a stale card adds nothing', async () => {
    const { w, goal } = await universityWithPeople()
    const both = await Promise.all([
      w.do('C-JX01', 'task.split', { goal, text: '甲 张三 6月1日' }),
      w.do('H-JX01', 'task.split', { goal, text: '乙 李四 6月1日' }),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(w.db.raw('SELECT number FROM task ORDER BY number')).toEqual([{ number: 1 }, { number: 2 }])
    const stale = await w.do('C-JX01', 'task.split', { goal, text: '丙 张三 6月1日', seen: 0 })
    expect(refusalOf(stale).code).toBe('changed-tasks')
    expect(stale.show).toEqual({ name: 'tasks', params: { goal } })
  })

  it('two owners who report together are both counted', async () => {
    const { w, goal } = await universityWithPeople()
    await w.do('C-JX01', 'task.split', { goal, text: LIST })
    await Promise.all([
      w.do('T-1', 'progress.report', { goal, task: 1, percent: 100, done: '完成' }),
      w.do('T-2', 'progress.report', { goal, task: 2, percent: 50, done: '过半' }),
    ])
    expect(w.db.raw('SELECT percent FROM progress ORDER BY id DESC LIMIT 1')).toEqual([{ percent: 70 }])
  })

  it('a refused act leaves nothing but its receipt', async () => {
    const { w, goal } = await universityWithPeople()
    await w.do('C-JX01', 'task.split', { goal, text: LIST })
    const before = rowCounts(w.db)
    for (const [by, type, payload] of [
      ['T-1', 'task.end', { goal, task: 1, reason: '不做了' }],
      ['T-2', 'progress.report', { goal, task: 1, percent: 50, done: '代报' }],
      ['C-JX01', 'task.end', { goal, task: 7, reason: '没有' }],
      ['C-JX01', 'task.save', { goal, title: '审校', owner: '张三', dueOn: '2026-06-30' }],
    ] as const)
      expect(refusalOf(await w.do(by, type, payload)).code).toBeTruthy()
    const { receipt, ...rest } = rowCounts(w.db)
    expect(rest).toEqual(Object.fromEntries(Object.entries(before).filter(([table]) => table !== 'receipt')))
    expect(receipt).toBe((before.receipt ?? 0) + 4)
  })

  it('of a payload beyond its limits nothing is done', async () => {
    const { w, goal } = await universityWithPeople()
    const form = { goal, title: '教材', owner: '张三', dueOn: '2026-06-30' }
    for (const bad of [
      { title: ' ' },
      { title: '教'.repeat(101) },
      { dueOn: '2026-02-30' },
      { share: 0 },
      { share: 1.5 },
      { share: 1001 },
    ])
      await expect(w.do('C-JX01', 'task.save', { ...form, ...bad }), JSON.stringify(bad)).rejects.toThrow()
    await expect(w.do('C-JX01', 'task.split', { goal, text: '教'.repeat(3001) })).rejects.toThrow()
  })

  it('are seen by owners, the unit and those in charge, and by nobody else', async () => {
    const { w, goal } = await universityWithPeople()
    w.db.exec("UPDATE person SET unit = NULL WHERE id = 'T-1'")
    w.db.exec(
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('T-1', 'contact', 'JX01', '2026-01-01')",
    )
    shownAfter(await w.do('C-JX01', 'task.split', { goal, text: LIST }))
    for (const who of ['T-1', 'T-2', 'C-JX01', 'WG1', 'LD1', 'OF1'])
      expect(await w.read(who, 'tasks', { goal }), who).toContain('编写教材初稿')
    for (const who of ['T-9', 'C-JX02', 'LD2', 'AG1'])
      expect(await w.read(who, 'tasks', { goal }), who).not.toContain('编写教材初稿')
    expect(await w.read('T-2', 'tasks', { goal })).not.toContain('添加任务')
  })

  it('of a goal that is in force no more are not listed as still to do', async () => {
    const { w, goal } = await universityWithPeople()
    await w.do('C-JX01', 'task.split', { goal, text: LIST })
    expect(await w.read('T-1', 'my-tasks')).toContain('编写教材初稿')
    w.db.exec(`UPDATE goal SET status = 'sent' WHERE id = '${goal}'`)
    expect(await w.read('T-1', 'my-tasks')).not.toContain('编写教材初稿')
  })
})

describe('the table of tasks', () => {
  const broken: readonly (readonly [what: string, sql: string])[] = [
    ['a share of 0', 'UPDATE task SET share = 0'],
    ['a percent beyond 100', 'UPDATE task SET percent = 101'],
    ['another status', "UPDATE task SET status = 'gone'"],
    ['an ended task that is opened again', "UPDATE task SET status = 'open' WHERE number = 2"],
    ['a task that is deleted', 'DELETE FROM task'],
    ['a number that is given twice', 'UPDATE task SET number = 2 WHERE number = 1'],
  ]
  it.each(broken)('takes no %s', async (_, sql) => {
    const { w, goal } = await universityWithPeople()
    await w.do('C-JX01', 'task.split', { goal, text: LIST })
    await w.do('C-JX01', 'task.end', { goal, task: 2, reason: '合并' })
    expect(() => w.db.exec(sql)).toThrow()
  })
})
