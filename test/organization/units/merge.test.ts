/** Units are merged in mid-year, with goals in force (rulebook 1): open goals go where the office says; history stays. */
import { beforeEach, describe, expect, it } from 'vitest'
import { listGoalsInForce } from '../../../src/planning/queries.ts'
import { journalEqualsState } from '../../world/journal.ts'
import { barsOf, givePlan, planOf, type UnitsWorld, unitsWorld, YEAR } from './world.ts'

const NEW = { id: 'JX09', into: '健康学院', unitKind: 'teaching', leader: 'LD1' }
const MERGE = { kind: 'merge', units: ['JX01', 'JX02'], ...NEW }

const report = (goal: string, percent: number) => ({
  ...{ goal, percent, value: null, state: 'on-track', done: `完成${percent}%`, next: '', difficulty: '' },
  ...{ reason: '', cost: null, evidence: [], task: null },
})

describe('two units are merged into a new one in mid-year', () => {
  let w: UnitsWorld
  let [a, b] = [[] as string[], [] as string[]]
  beforeEach(async () => {
    w = await unitsWorld()
    a = await givePlan(w, 'JX01', 'teaching')
    b = await givePlan(w, 'JX02', 'teaching')
    await w.enters('execution')
  })

  it('every goal goes on in the successor under a new number, with where it came from', async () => {
    expect(await w.reforms(MERGE)).toMatchObject({ ok: true, done: { code: 'reform-applied' } })
    const plan = await planOf(w, 'JX09')
    expect(plan.status).toBe('in-force')
    expect(plan.goals.map(({ id, number, status }) => [id, number, status])).toEqual(
      [...a, ...b].map((id, at) => [id, at + 1, 'in-force']),
    )
    expect(plan.goals[4]?.origins).toMatchObject([
      { unit: 'JX02', name: '护理学院', number: 2, document: '校发〔2026〕18号' },
    ])
    for (const unit of ['JX01', 'JX02']) {
      expect((await planOf(w, unit)).goals).toEqual([])
      expect((await planOf(w, unit)).left).toHaveLength(3)
    }
    expect((await listGoalsInForce(w.db, YEAR, 'JX09')).map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6,
    ])
    await journalEqualsState(w.db)
  })

  it('reports of before stay readable at the new unit, and the next ones follow them', async () => {
    const [goal = ''] = a
    expect(await w.do('C-JX01', 'progress.report', report(goal, 30))).toMatchObject({ ok: true })
    await w.reforms(MERGE)
    expect(await w.do('C-JX01', 'progress.report', report(goal, 60))).toMatchObject({ ok: true })
    expect(w.db.raw(`SELECT unit, percent FROM progress WHERE goal = '${goal}' ORDER BY id`)).toEqual([
      { unit: 'JX01', percent: 30 },
      { unit: 'JX09', percent: 60 },
    ])
    await journalEqualsState(w.db)
  })

  it('people, roles and the place in the group go on in the successor', async () => {
    await w.reforms(MERGE)
    expect(w.db.raw(`SELECT id FROM person WHERE unit IN ('JX01', 'JX02')`)).toEqual([])
    expect(
      w.db.raw(`SELECT person FROM role_held WHERE scope = 'JX09' AND to_on IS NULL ORDER BY person`),
    ).toEqual(['C-JX01', 'C-JX02', 'H-JX01', 'H-JX02'].map((person) => ({ person })))
    expect(
      w.db.raw(
        `SELECT unit FROM team_unit JOIN team ON team.id = group_id WHERE kind = 'working' ORDER BY unit`,
      ),
    ).toEqual([{ unit: 'FY01' }, { unit: 'JX09' }])
  })

  it('into one that is there: its own goals keep their numbers', async () => {
    expect(await w.reforms({ ...MERGE, units: ['JX01'], into: 'JX02', id: '' })).toMatchObject({ ok: true })
    const plan = await planOf(w, 'JX02')
    expect(plan.goals.map(({ id }) => id)).toEqual([...b, ...a])
    expect(plan.goals.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    await journalEqualsState(w.db)
  })

  it('Article 10: special goals beyond the limit are marked as exceptions, not refused', async () => {
    await givePlan(w, 'FY01', 'hospital', ['special', 'special', 'special'])
    await w.reforms({ ...MERGE, units: ['JX01', 'JX02', 'FY01'] })
    const specials = (await planOf(w, 'JX09')).goals.filter(({ content }) => content.type === 'special')
    expect(specials.map(({ origins }) => origins?.at(-1)?.exception ?? false)).toEqual([
      ...[false, false, false, true, true],
    ])
    expect(w.db.raw(`SELECT count(*) AS n FROM goal WHERE unit = 'JX09' AND exception = 1`)).toEqual([
      { n: 2 },
    ])
  })

  it('a goal that nobody takes over is cancelled with the reason, and stays with the ended unit', async () => {
    const reform = await w.prepares(MERGE)
    const [goal = ''] = a
    await w.do('OF1', 'unit.assign', { reform, choices: { goals: { [goal]: { drop: '职能取消' } } } })
    expect(await w.confirms(reform, 'merge')).toMatchObject({ ok: true })
    expect((await planOf(w, 'JX01')).goals).toMatchObject([{ id: goal, status: 'cancelled' }])
    expect((await planOf(w, 'JX09')).goals).toHaveLength(5)
    expect(w.db.raw(`SELECT unit, status FROM goal WHERE id = '${goal}'`)).toEqual([
      { unit: 'JX01', status: 'cancelled' },
    ])
    await journalEqualsState(w.db)
  })

  it('what changed since the preview is refused with the new preview', async () => {
    const reform = await w.prepares(MERGE)
    expect(await w.do('OF1', 'unit.merge', { reform, seen: 'old' })).toMatchObject({
      ok: false,
      refusal: { code: 'stale-reform' },
      show: { name: 'reform' },
    })
    expect(await w.confirms(reform, 'merge')).toMatchObject({ ok: true })
    expect(await w.confirms(reform, 'merge')).toMatchObject({
      ok: false,
      refusal: { code: 'applied-reform' },
    })
  })

  it('an assessment that has begun is that unit’s: it is not merged any more', async () => {
    w.db.exec(
      `INSERT INTO score (year, unit, assessment, status) VALUES (${YEAR}, 'JX01', 'assessment:2026:JX01', 'sheets')`,
    )
    const reform = await w.prepares(MERGE)
    expect(await barsOf(w, reform)).toEqual([{ bar: 'begun-assessment', units: ['JX01'] }])
    expect(await w.confirms(reform, 'merge')).toMatchObject({ ok: false, refusal: { code: 'barred-reform' } })
  })

  it('goals that are not in force come as drafts, and not into a plan that is in force', async () => {
    await w.enters('setting')
    await givePlan(w, 'FY01', 'hospital', ['key', 'special'], 'sent')
    const into = await w.prepares({ ...MERGE, units: ['FY01'], into: 'JX01', id: '' })
    expect(await barsOf(w, into)).toMatchObject([{ bar: 'unratified-goals' }])
    expect(await w.reforms({ ...MERGE, units: ['FY01', 'JX01'], id: 'JX08', into: '新学院' })).toMatchObject({
      ok: true,
    })
    const plan = await planOf(w, 'JX08')
    expect(plan.status).toBe('drafting')
    expect(plan.goals.map(({ status }) => status)).toEqual([
      'draft',
      'draft',
      'in-force',
      'in-force',
      'in-force',
    ])
    await journalEqualsState(w.db)
  })
})
