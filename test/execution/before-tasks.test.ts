import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { executionWorld } from './world.ts'

const MIGRATION = new URL('../../migrations/0015_tasks.sql', import.meta.url)

it('states from before tasks, values and batches get what their journal folds to', async () => {
  const w = await executionWorld()
  const goal = seedGoal(w.db, 'JX01', 2)
  await w.sends('C-JX01', 'e1', '初稿.pdf')
  await w.arrives('C-JX01', 'e1', new Uint8Array([1]))
  await w.report('C-JX01', goal, { evidence: ['e1'] })
  const states = () => w.db.raw("SELECT id, state FROM subject WHERE id GLOB 'e*' ORDER BY id")
  const parsed = () => (states() as { state: string }[]).map(({ state }) => JSON.parse(state))
  const written = parsed()
  w.db.exec(`UPDATE subject SET state = json_remove(state, '$.value', '$.tasks', '$.stated', '$.judged', '$.last.value', '$.last.task')
    WHERE id GLOB 'execution:*'`)
  expect(parsed()).not.toEqual(written)
  const sql = readFileSync(MIGRATION, 'utf8')
  w.db.exec(sql.slice(sql.indexOf('UPDATE subject')))
  expect(parsed()).toEqual(written)
  await journalEqualsState(w.db)
})
