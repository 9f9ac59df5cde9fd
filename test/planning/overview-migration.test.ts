import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { entry, passWholePlan, planWorld } from './world.ts'

const MIGRATION = new URL('../../migrations/0010_planning_progress.sql', import.meta.url)

it('plans from before the overview get the goal stages that their next change would write', async () => {
  const world = planWorld()
  await passWholePlan(world)
  await world.ratify('CH', 'JX01', { 1: '目标值偏低' })
  await world.draft('C-XZ01', 'XZ01', entry('routine'))
  await passWholePlan(world, 'JX02')
  await world.ratify('CH', 'JX02')
  await world.draft('WG2', 'FY01', entry('key'))
  await world.draft('WG2', 'FY01', entry('routine'))
  await world.send('WG1', 'FY01', 'group')
  await world.review('LD1', 'FY01', { 2: '再改' })
  const stages = () =>
    world.db.raw('SELECT unit, value FROM plan, json_each(goal_stages) ORDER BY unit, value')
  const written = stages()
  expect(written).toHaveLength(8)
  world.db.exec("UPDATE plan SET goal_stages = '[]'")
  const sql = readFileSync(MIGRATION, 'utf8')
  world.db.exec(sql.slice(sql.indexOf('UPDATE')))
  expect(stages()).toEqual(written)
})
