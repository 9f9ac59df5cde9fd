import { describe, expect, it } from 'vitest'
import { enter } from './lights-world.ts'
import { momentOf, type ReminderWorld, reminderWorld, textOf } from './reminder-world.ts'
import { refusalOf } from './world.ts'

const FRIDAY = '2026-06-26'
const MONDAY = '2026-06-29'

const task = (w: ReminderWorld, goal: string, number: number, owner: string, dueOn: string, percent = 0) =>
  w.db.exec(`INSERT INTO task (id, goal, year, unit, number, title, owner, due_on, share, percent, status)
    VALUES ('${goal}:${number}', '${goal}', 2026, '${goal.split('-')[1]}', ${number}, '编写第一章', '${owner}', '${dueOn}', 1, ${percent}, 'open')`)

const help = (w: ReminderWorld, goal: string, number: number, holder: string, dueOn: string) =>
  w.db.exec(`INSERT INTO help_request (id, goal, number, year, unit, status, words, holder, holder_name, asked_by, asked_name, asked_at, due_on, moved_at)
    VALUES ('help:${goal}:${number}', '${goal}', ${number}, 2026, '${goal.split('-')[1]}', 'open', '缺少实验场地', '${holder}', '', 'C', '联络员',
      '${momentOf('2026-06-15')}', '${dueOn}', '${momentOf('2026-06-15')}')`)

const rectification = (w: ReminderWorld, unit: string, dueOn: string, status = 'open') =>
  w.db.exec(`INSERT INTO inspection (id, year, number, body, kind, status, purpose, held_on, moved_at)
    VALUES ('inspection:2026:1', 2026, 1, 'WG', 'visit', 'done', '', '2026-06-01', '${momentOf('2026-06-01')}');
    INSERT INTO inspection_unit (inspection, unit) VALUES ('inspection:2026:1', '${unit}');
    INSERT INTO finding (id, year, number, inspection, body, unit, goal, kind, severity, fact, status, due_on, published_by, published_at, moved_at)
    VALUES ('finding:2026:1', 2026, 1, 'inspection:2026:1', 'WG', '${unit}', NULL, 'rectification', 'grave', '实验室台账不全', '${status}',
      '${dueOn}', 'WG1', '${momentOf('2026-06-01')}', '${momentOf('2026-06-01')}')`)

const petition = (w: ReminderWorld, number: number, day: '2026-06-01' | '2026-06-10', concerns?: string) => {
  w.db.exec(`INSERT INTO petition (number, year, sequence, status, waits_for, hidden, written_at, moved_at)
    VALUES ('FY2026-00${number}', 2026, ${number}, 'open', 'leaders', 1, '${momentOf(day)}', '${momentOf(day)}')`)
  if (concerns)
    w.db.exec(
      `INSERT INTO petition_concerned (petition, person) VALUES ('FY2026-00${number}', '${concerns}')`,
    )
}

describe('goals', () => {
  it('that are done, cancelled, not in force, or of an exempt unit remind nobody', async () => {
    const w = await reminderWorld()
    w.reported(w.goal('JX01', 1, '2026-06-20'), '2026-06-19', 100)
    w.db.exec(`UPDATE goal SET status = 'cancelled' WHERE id = '${w.goal('JX01', 2, '2026-06-20')}'`)
    w.db.exec(`UPDATE goal SET status = 'sent' WHERE id = '${w.goal('JX01', 3, '2026-06-20')}'`)
    w.goal('JX02', 1, '2026-06-20')
    w.db.exec("UPDATE unit SET active = 0 WHERE id = 'JX02'")
    await w.tick(FRIDAY)
    expect(w.told(FRIDAY)).toEqual([])
  })

  it('one goal is one line: overdue it is no longer called silent', async () => {
    const w = await reminderWorld()
    w.goal('JX01', 1, '2026-06-20')
    await w.tick(FRIDAY)
    const card = textOf(await w.digest('C-JX01', FRIDAY))
    expect(card).toContain('共 1 项：1项已逾期')
    expect(card).toContain('已逾期6天（应于6月20日前完成）')
    expect(card).not.toContain('没有报送')
  })

  it('silence is told after the policy’s days, and ends with a report', async () => {
    const w = await reminderWorld()
    const goal = w.goal('JX01', 1, '2026-12-20')
    w.reported(goal, '2026-05-27')
    await w.tick('2026-06-25')
    expect(w.told('2026-06-25')).toEqual([])
    await w.tick(FRIDAY)
    expect(textOf(await w.digest('C-JX01', FRIDAY))).toContain('已30天没有报送进展')
    w.reported(goal, FRIDAY, 70)
    expect(textOf(await w.digest('C-JX01', FRIDAY))).toContain('没有需要提醒您的事项')
  })

  it('no longer remind once execution has ended', async () => {
    const w = await reminderWorld()
    w.goal('JX01', 1, '2026-06-20')
    await enter(w.db, 'assessment', momentOf('2026-06-25'))
    await w.tick(FRIDAY)
    expect(w.told(FRIDAY)).toEqual([])
  })

  it('a unit without contact is reminded by its head', async () => {
    const w = await reminderWorld()
    w.goal('JX01', 1, '2026-06-20')
    w.db.exec("DELETE FROM role_held WHERE role = 'contact' AND scope = 'JX01'")
    await w.tick(FRIDAY)
    expect(w.told(FRIDAY)).toEqual(['H-JX01'])
  })
})

it('tasks remind their owner, and go up to those who answer for the unit, no higher', async () => {
  const w = await reminderWorld()
  const goal = w.goal('JX01', 1, '2026-12-20')
  w.reported(goal, '2026-06-20')
  task(w, goal, 1, 'AG2', '2026-06-25')
  task(w, goal, 2, 'AG3', '2026-06-25', 100)
  await w.tick(FRIDAY)
  expect(w.told(FRIDAY)).toEqual(['AG2'])
  for (const day of ['2026-06-30', '2026-07-01', '2026-07-30', '2026-08-31'] as const) await w.tick(day)
  expect(w.escalations().filter((one) => one.startsWith('task'))).toEqual([
    `task:${goal}:1 0 own 2026-06-26: 考核组 成员甲`,
    `task:${goal}:1 1 head 2026-06-30: 药学院 负责人、药学院 联络员`,
  ])
  expect(textOf(await w.digest('H-JX01', '2026-06-30'))).toContain(
    '经办人：考核组 成员甲；6月30日已上报负责人',
  )
})

describe('Article 19: an unanswered request for help', () => {
  it('reminds those who have to answer, the day before and after, and then the office and the leader in charge', async () => {
    const w = await reminderWorld()
    const goal = w.goal('JX01', 1, '2026-12-20')
    w.reported(goal, '2026-06-20')
    help(w, goal, 1, 'group:WG', '2026-06-26')
    await w.tick('2026-06-25')
    expect(w.told('2026-06-25')).toEqual(['WG1'])
    expect(textOf(await w.digest('WG1', '2026-06-25'))).toContain('求助（目标1）：缺少实验场地')
    for (const day of [MONDAY, '2026-07-07', '2026-07-16'] as const) await w.tick(day)
    expect(w.escalations()).toEqual([
      `help:${goal}:1 0 own ${MONDAY}: 第一工作组 组长`,
      `help:${goal}:1 1 office 2026-07-07: 办公室 工作人员`,
      `help:${goal}:1 2 leader 2026-07-16: 分管教学副校长`,
    ])
    w.db.exec("UPDATE help_request SET status = 'answered'")
    expect(textOf(await w.digest('OF1', '2026-07-16'))).not.toContain('缺少实验场地')
  })

  it('with the leader in charge goes to the office, and not to the leader a second time', async () => {
    const w = await reminderWorld()
    const goal = w.goal('XZ01', 1, '2026-12-20')
    w.reported(goal, '2026-06-20')
    help(w, goal, 1, 'leader:XZ01', '2026-06-24')
    for (const day of ['2026-06-25', '2026-07-03', '2026-08-31'] as const) await w.tick(day)
    expect(w.escalations().filter((one) => one.startsWith('help'))).toEqual([
      `help:${goal}:1 0 own 2026-06-25: 分管行政副校长`,
      `help:${goal}:1 1 office 2026-07-03: 办公室 工作人员`,
    ])
  })
})

it('Article 20: an open rectification reminds the unit before and after its day; an answered one does not', async () => {
  const w = await reminderWorld()
  rectification(w, 'XZ01', '2026-07-03')
  await w.tick(FRIDAY)
  expect(textOf(await w.digest('C-XZ01', FRIDAY))).toContain('整改：实验室台账不全')
  expect(textOf(await w.digest('C-XZ01', FRIDAY))).toContain('还有7天到期（7月3日）')
  await w.tick('2026-07-06')
  expect(w.told('2026-07-06')).toEqual(['C-XZ01'])
  w.db.exec("UPDATE finding SET status = 'answered'")
  await w.tick('2026-07-07')
  expect(w.told('2026-07-07')).toEqual([])
})

describe('plans', () => {
  it('that are not in force remind nobody until the office says by when', async () => {
    const w = await reminderWorld({ phase: 'setting', started: '2026-03-02' })
    await w.tick('2026-03-13')
    expect(w.told('2026-03-13')).toEqual([])
    const set = { year: 2026, dueOn: '2026-03-20' }
    expect(refusalOf(await w.do('H-JX01', 'plan-deadline.set', set, '2026-03-13')).code).toBe(
      'office-sets-deadline',
    )
    expect((await w.do('OF1', 'plan-deadline.set', set, '2026-03-13')).ok).toBe(true)
    expect(refusalOf(await w.do('OF1', 'plan-deadline.set', set, '2026-03-13')).code).toBe('same-deadline')
    const past = { year: 2026, dueOn: '2026-03-12' }
    expect(refusalOf(await w.do('OF1', 'plan-deadline.set', past, '2026-03-13')).code).toBe('past-deadline')
    await w.tick('2026-03-16')
    expect(w.told('2026-03-16')).toEqual([])
    await w.tick('2026-03-19')
    expect(w.told('2026-03-19')).toContain('H-JX01')
    expect(w.told('2026-03-19')).toContain('WG1')
    expect(w.told('2026-03-19')).toContain('LD2')
    expect(textOf(await w.digest('H-JX01', '2026-03-19'))).toContain('明天到期（3月20日）')
    expect(textOf(await w.see('OF1', 'plan-deadline', {}, '2026-03-19'))).toContain('期限：3月20日，还有1天')
  })

  it('overdue they go to the office and to the leader in charge', async () => {
    const w = await reminderWorld({ phase: 'setting', started: '2026-03-02' })
    await w.do('OF1', 'plan-deadline.set', { year: 2026, dueOn: '2026-03-20' }, '2026-03-13')
    for (const day of ['2026-03-23', '2026-03-31', '2026-04-10'] as const) await w.tick(day)
    const unit = w.escalations().filter((one) => one.startsWith('plan:2026:XZ01:special+routine'))
    expect(unit.map((one) => one.split(' ').slice(2, 4).join(' '))).toEqual([
      'own 2026-03-23:',
      'office 2026-03-31:',
      'leader 2026-04-10:',
    ])
    expect(textOf(await w.digest('OF1', '2026-03-31'))).toContain('上报至您')
  })
})

describe('Article 32: petitions that wait', () => {
  it('remind each of the leading group of their number and age, every seven days, and nobody of what concerns oneself', async () => {
    const w = await reminderWorld()
    petition(w, 1, '2026-06-01')
    petition(w, 2, '2026-06-10', 'LM1')
    await w.tick('2026-06-08')
    expect(w.told('2026-06-08')).toEqual([])
    await w.tick('2026-06-09')
    expect(w.told('2026-06-09')).toEqual(['CH', 'LM1'])
    expect(textOf(await w.digest('CH', '2026-06-09'))).toContain('反映问题 2 件')
    const member = textOf(await w.digest('LM1', '2026-06-09'))
    expect(member).toContain('反映问题 1 件')
    expect(member).toContain('最早的已等8天')
    expect(member).not.toContain('FY2026')
    await w.tick('2026-06-10')
    expect(w.told('2026-06-10')).toEqual([])
    await w.tick('2026-06-16')
    expect(w.told('2026-06-16')).toEqual(['CH', 'LM1'])
  })

  it('leave no word in the journal', async () => {
    const w = await reminderWorld()
    petition(w, 1, '2026-06-01')
    await w.tick('2026-06-15')
    expect(
      JSON.stringify(w.db.raw("SELECT body FROM journal WHERE subject LIKE 'reminders:%'")),
    ).not.toContain('petition')
    expect(w.escalations()).toEqual([])
  })
})

describe('who acts for another', () => {
  const give = (w: ReminderWorld, principal: string, delegate: string, duties: string) =>
    w.db.exec(`INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
      VALUES ('${principal}', 1, '${delegate}', '${duties}', '2026-06-01', '2026-07-31', '${principal}', '${momentOf('2026-06-01')}')`)

  it('hears of it in the own digest: one message a person, and the way into the other’s name', async () => {
    const w = await reminderWorld()
    w.goal('JX01', 1, '2026-06-20')
    w.goal('JX02', 1, '2026-06-20')
    give(w, 'C-JX01', 'C-JX02', '[{"role":"all","scope":""}]')
    give(w, 'C-XZ01', 'AG1', '[{"role":"all","scope":""}]')
    await w.tick(FRIDAY)
    expect(w.told(FRIDAY)).toEqual(['C-JX01', 'C-JX02'])
    const card = await w.digest('C-JX02', FRIDAY)
    expect(textOf(card)).toContain('代药学院 联络员：1 项')
    expect(textOf(card)).toContain('"for":"C-JX01"')
    expect(textOf(await w.digest('C-JX01', FRIDAY, FRIDAY, 'C-JX02'))).toContain('目标1 建设精品教材')
  })

  it('hears of nothing that was not given, and is told also where there is nothing of the own', async () => {
    const w = await reminderWorld()
    const goal = w.goal('JX01', 1, '2026-06-20')
    task(w, goal, 1, 'C-JX01', '2026-06-20')
    give(w, 'C-JX01', 'AG1', '[{"role":"contact","scope":"JX01"}]')
    give(w, 'H-JX01', 'AG2', '[{"role":"office","scope":""}]')
    await w.tick(FRIDAY)
    expect(w.told(FRIDAY)).toEqual(['AG1', 'C-JX01'])
    const card = textOf(await w.digest('AG1', FRIDAY))
    expect(card).toContain('代药学院 联络员：1 项')
    expect(textOf(await w.digest('C-JX01', FRIDAY, FRIDAY, 'AG1'))).not.toContain('编写第一章')
  })
})
