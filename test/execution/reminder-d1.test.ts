import { afterAll, beforeAll, expect, it } from 'vitest'
import { reminders } from '../../src/execution/reminders/chapter.ts'
import { sendDigestsCommand } from '../../src/execution/reminders/commands/sweep.ts'
import { execute } from '../../src/kernel/execute.ts'
import { openD1 } from '../../src/store/d1.ts'
import { startD1 } from '../world/d1.ts'
import { enter } from './lights-world.ts'
import { momentOf, textOf } from './reminder-world.ts'

const TODAY = '2026-06-26'

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

it('digests are sent once, put off and drawn on D1 as on SQLite', async () => {
  const db = openD1(d1.binding)
  await enter(db, 'execution', momentOf('2026-03-02'))
  const row = (sql: string) => ({ sql, parameters: [] })
  await db.commit(
    [
      "INSERT INTO unit (id, name, kind, leader, active) VALUES ('S1', '药学院', 'teaching', NULL, 1)",
      "INSERT INTO person (id, name, unit, title) VALUES ('C1', '李明', 'S1', ''), ('P1', '王芳', 'S1', '')",
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('C1', 'contact', 'S1', '2026-01-01')",
      `INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight)
        VALUES ('2026-S1-1', 'plan:2026:S1', 2026, 'S1', 'key', 1, 'in-force', 'unit', '教材', '', '', '', '2026-06-20', 1)`,
      `INSERT INTO task (id, goal, year, unit, number, title, owner, due_on, share, percent, status)
        VALUES ('2026-S1-1:1', '2026-S1-1', 2026, 'S1', 1, '第一章', 'P1', '2026-07-03', 1, 0, 'open')`,
    ].map(row),
  )
  const at = momentOf(TODAY)
  const metaOf = (by: string, cause: string) =>
    ({ by, inNameOf: by, causes: [cause], at, today: TODAY }) as const
  const sweep = () =>
    execute(db, sendDigestsCommand, { year: 2026, day: TODAY }, metaOf('clock', 'clock:digest'))
  const outcomes = await Promise.all([sweep(), sweep()])
  expect(outcomes.map((one) => one.ok)).toEqual([true, true])
  const rows = await db.all(row("SELECT person FROM outbox WHERE key LIKE 'send:digest:%' ORDER BY person"))
  expect(rows).toEqual([{ person: 'C1' }, { person: 'P1' }])
  const [, snooze] = reminders.commands
  if (!snooze) throw new Error('no command')
  const put = await execute(
    db,
    snooze,
    { matter: 'task:2026-S1-1:1', until: '2026-06-29' },
    metaOf('P1', 'tap'),
  )
  expect(put.ok).toBe(true)
  const [digest, snoozed] = reminders.views
  const viewer = (by: string) => ({ by, inNameOf: by, at, today: TODAY }) as const
  const read = async (view: typeof digest, by: string, params: object): Promise<string> => {
    const message = await view?.render(db, params, viewer(by))
    return message?.kind === 'card' ? textOf(message.card) : ''
  }
  expect(await read(digest, 'C1', { day: TODAY, last: null })).toContain('已逾期6天')
  expect(await read(digest, 'P1', { day: TODAY, last: null })).toContain('没有需要提醒您的事项')
  expect(await read(snoozed, 'P1', {})).toContain('延后至6月29日')
})
