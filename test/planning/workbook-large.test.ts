import { describe, expect, it } from 'vitest'
import { firstBroken } from '../../src/kernel/journal.ts'
import { evolvePlan } from '../../src/planning/rules/evolve-plan.ts'
import { NEW_PLAN, type PlanEvent } from '../../src/planning/rules/plan.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { count } from '../world/rows.ts'
import { bytesOf, cardOf, fillIn, type RowValues, row, send, show, template } from './workbook-world.ts'
import { doneOf, type PlanWorld, planWorld } from './world.ts'

const UNITS = Array.from({ length: 50 }, (_, n) => ({ id: `DX${n}`, name: `第${n}学院` }))

function addUnits(db: SqliteDatabase): void {
  for (const { id, name } of UNITS) {
    db.exec(
      `INSERT INTO unit (id, name, kind, leader, active) VALUES ('${id}', '${name}', 'teaching', 'LD1', 1)`,
    )
    db.exec(`INSERT INTO team_unit (group_id, unit) VALUES ('WG', '${id}')`)
  }
}

const goalsOf = (unit: string): RowValues[] =>
  Array.from({ length: 20 }, (_, n) =>
    row(unit, n < 5 ? '重点目标' : '常规目标', {
      title: `${unit}的第${n}项目标`,
      content: '完成年度任务，做到有部署、有落实、有检查、有成效。'.repeat(4),
      weight: n + 1,
      dueOn: '2026-11-30',
    }),
  )

async function checkJournal(world: PlanWorld, unit: string): Promise<void> {
  const subject = `plan:2026:${unit}`
  const [head, journal] = await Promise.all([findSubject(world.db, subject), listJournal(world.db, subject)])
  if (!head) throw new Error(`no ${subject}`)
  expect(firstBroken(journal, head)).toBeUndefined()
  const folded = journal.map((one) => JSON.parse(one.body) as PlanEvent).reduce(evolvePlan, NEW_PLAN)
  expect(JSON.parse(head.state)).toEqual(JSON.parse(JSON.stringify(folded)))
}

describe('a workbook of 1,000 goals', () => {
  it('for 50 units is read, checked and applied in under 5 seconds', async () => {
    const world = planWorld()
    addUnits(world.db)
    const rows = UNITS.flatMap(({ name }) => goalsOf(name))
    const bytes = await bytesOf(fillIn(await template(world, 'WG1'), rows))
    const started = performance.now()
    const sent = await send(world, 'WG1', bytes)
    const read = performance.now()
    const done = doneOf(await sent.confirm())
    const applied = performance.now()
    console.log(
      `1,000 goals: ${Math.round(read - started)} ms to read, ${Math.round(applied - read)} ms to sum up, check again and apply`,
    )
    expect(done).toEqual({ code: 'workbook-applied', drafted: 1000, revised: 0, units: 50 })
    expect(count(world.db, "goal WHERE status = 'draft'")).toBe(1000)
    expect(applied - started).toBeLessThan(5000)
    await checkJournal(world, 'DX7')
    const again = await send(world, 'WG1', await template(world, 'WG1').then(bytesOf))
    expect(JSON.stringify(await again.card())).toContain('填报表与现有目标一致')
  }, 60_000)

  it('with something wrong in every row has a valid card for each page of its faults', async () => {
    const world = planWorld()
    addUnits(world.db)
    const rows = UNITS.flatMap(({ name }) => goalsOf(name)).map((one) => ({
      ...one,
      weight: '很重很重'.repeat(50),
    }))
    const sent = await send(world, 'WG1', fillIn(await template(world, 'WG1'), rows))
    const card = JSON.stringify(await sent.card())
    expect(card).toContain('有1000处错误')
    expect(card).toContain('下一页（2/20）')
  }, 60_000)

  it('has a valid summary for 100 units with the longest names, of which every page can be turned to', async () => {
    const world = planWorld()
    for (let n = 0; n < 100; n++) {
      world.db.exec(
        `INSERT INTO unit (id, name, kind, leader, active) VALUES ('DX${n}', '${'院'.repeat(46)}${n}', 'teaching', 'LD1', 1)`,
      )
      world.db.exec(`INSERT INTO team_unit (group_id, unit) VALUES ('WG', 'DX${n}')`)
    }
    const rows = Array.from({ length: 100 }, (_, n) => '院'.repeat(46) + n).flatMap((unit) =>
      (['重点目标', '常规目标'] as const).map((type) => row(unit, type, { title: '*[链]_'.repeat(12) })),
    )
    const sent = await send(world, 'WG1', fillIn(await template(world, 'WG1'), rows))
    expect(JSON.stringify(await sent.card())).toContain('下一页（2/4）')
    const last = await cardOf(world, 'WG1', 'goal-workbook', { by: 'WG1', file: sent.file, page: 3 })
    expect(JSON.stringify(last)).toContain(`${'院'.repeat(46)}99`)
  }, 60_000)

  it('comes back as a template with all its drafts within seconds', async () => {
    const world = planWorld()
    addUnits(world.db)
    const rows = UNITS.flatMap(({ name }) => goalsOf(name))
    doneOf(await (await send(world, 'WG1', fillIn(await template(world, 'WG1'), rows))).confirm())
    const started = performance.now()
    const file = await show(world, 'WG1', 'goal-template', {})
    console.log(`template with 1,000 drafts: ${Math.round(performance.now() - started)} ms`)
    expect(file.kind).toBe('file')
    expect(performance.now() - started).toBeLessThan(5000)
  }, 60_000)
})
