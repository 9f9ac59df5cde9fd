import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import { logOf } from '../../src/planning/goal-sheet/log.ts'
import type { GoalEntry } from '../../src/planning/rules/entry.ts'
import type { PlanEvent } from '../../src/planning/rules/plan.ts'
import { listJournal } from '../../src/store/journal.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { cardOf } from './vote-world.ts'
import { doneOf, entry, type PlanWorld, planWorld, refusalOf } from './world.ts'

const assign = (
  world: PlanWorld,
  by: string,
  units: readonly string[],
  more: Partial<GoalEntry> = {},
): Promise<Outcome> =>
  world.do(by, 'goal.assign', {
    year: 2026,
    units,
    entry: { ...entry('special', { title: '学校的任务', ...more }) },
  })

const place = (goal: string) => ({ year: 2026, unit: 'JX01', goal })

describe('special goals that the school assigns', () => {
  it('Article 14: come from the office, the working group’s convenor or the leader in charge, to one unit or many', async () => {
    const world = planWorld()
    expect(doneOf(await assign(world, 'OF1', ['JX01', 'XZ01']))).toMatchObject({ units: 2, left: 0 })
    expect(doneOf(await assign(world, 'LD1', ['JX01']))).toMatchObject({ units: 1 })
    expect(doneOf(await assign(world, 'WG1', ['kind:teaching']))).toMatchObject({ units: 2 })
    const as = (await world.plan('JX01')).goals.map((goal) => goal.assigned?.as)
    expect(as).toEqual(['office', 'leader', 'group'])
    expect((await world.plan('JX01')).goals.map((goal) => goal.drafter)).toEqual(['unit', 'unit', 'unit'])
    for (const by of ['H-JX01', 'C-JX01', 'WG2', 'LD2', 'CH', 'AG1'])
      expect(refusalOf(await assign(world, by, ['JX01'])).code).toBe('other-assigner')
    expect(refusalOf(await assign(world, 'OF1', [])).code).toBe('unchosen-units')
  })

  it('are told to the unit with who assigned them, on a card that it can do nothing else with', async () => {
    const world = planWorld()
    doneOf(await assign(world, 'OF1', ['JX01']))
    expect(world.told()).toEqual(['goal-detail to C-JX01', 'goal-detail to H-JX01'])
    const card = await cardOf(world, 'C-JX01', 'goal-detail', { goal: '2026-JX01-1' })
    expect(card).toMatch(/领导小组办公室（办公室 工作人员，3月1日 09:\d\d）/)
    expect(card).not.toContain('goal_revise')
    expect(card).not.toContain('goal.remove')
    const drafts = await cardOf(world, 'C-JX01', 'draft-goal', { year: 2026, unit: 'JX01' })
    expect(drafts).toContain('下达，随本单位目标报送，不能修改或删除')
    expect(drafts).not.toContain('goal.remove')
  })

  it('Article 14: cannot be deleted or changed by the unit, which is told who assigned them', async () => {
    const world = planWorld()
    doneOf(await assign(world, 'LD1', ['JX01']))
    const change = { ...place('2026-JX01-1'), revision: 1, entry: { ...entry('special') } }
    for (const by of ['C-JX01', 'H-JX01', 'WG1', 'OF1']) {
      const refusal = { code: 'assigned-goal', number: 1, as: 'leader', by: '分管教学副校长' }
      expect(refusalOf(await world.do(by, 'goal.remove', place('2026-JX01-1')))).toMatchObject(refusal)
      expect(refusalOf(await world.do(by, 'goal.revise', change))).toMatchObject(refusal)
    }
    const form = planning.forms.find((one) => one.name === 'goal_revise')
    const params = { ...place('2026-JX01-1'), type: 'special', revision: 1 }
    const viewer = viewerOf('C-JX01', { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' })
    expect(await form?.spec(world.db, params, viewer)).toMatchObject({ refusal: { code: 'assigned-goal' } })
    doneOf(await world.do('LD1', 'goal.revise', change))
    doneOf(await world.do('LD1', 'goal.remove', place('2026-JX01-1')))
    expect(world.db.raw('SELECT count(*) AS n FROM goal')).toEqual([{ n: 0 }])
  })

  it('Article 10: take none of the places of the unit’s own proposals', async () => {
    const world = planWorld()
    doneOf(await assign(world, 'OF1', ['JX01']))
    for (const title of ['一', '二', '三'])
      doneOf(await world.draft('C-JX01', 'JX01', entry('special', { title })))
    expect(refusalOf(await world.draft('C-JX01', 'JX01', entry('special'))).code).toBe('full-specials')
    doneOf(await assign(world, 'WG1', ['JX01']))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect(doneOf(await world.review('LD1', 'JX01'))).toMatchObject({ passed: 5 })
  })

  it('are assigned whole, because the unit cannot complete them', async () => {
    const world = planWorld()
    const faulty = await assign(world, 'OF1', ['JX01', 'JX02'], { aim: null, content: '' })
    expect(refusalOf(faulty)).toEqual({
      code: 'faulty-goal',
      faults: [
        { field: 'content', fault: 'missing' },
        { field: 'aim', fault: 'missing' },
      ],
    })
    doneOf(await assign(world, 'OF1', ['JX01']))
    const change = { ...place('2026-JX01-1'), revision: 1, entry: { ...entry('special', { aim: null }) } }
    expect(refusalOf(await world.do('OF1', 'goal.revise', change)).code).toBe('faulty-goal')
  })

  it('Article 16: go to the leader’s review with the unit’s part, and at once where that was sent', async () => {
    const world = planWorld()
    doneOf(await assign(world, 'OF1', ['JX01']))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    doneOf(await assign(world, 'WG1', ['JX01']))
    expect((await world.plan('JX01')).goals.map((goal) => goal.status)).toEqual(['sent', 'sent'])
    expect(world.told().filter((one) => one === 'plan-review to LD1')).toHaveLength(2)
    const card = await cardOf(world, 'LD1', 'plan-review', { year: 2026, unit: 'JX01' })
    expect(card).toContain('（学校下达）')
    expect(card).toContain('目标管理工作组（第一工作组 组长')
    expect(doneOf(await world.review('LD1', 'JX01'))).toMatchObject({ passed: 2 })
  })

  it('returned, go back to who assigned them, and the unit sends them again', async () => {
    const world = planWorld()
    doneOf(await assign(world, 'OF1', ['JX01']))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    doneOf(await world.review('LD1', 'JX01', { 1: '单位做不到' }))
    expect(world.told()).toContain('goal-detail to OF1')
    const card = await cardOf(world, 'OF1', 'goal-detail', { goal: '2026-JX01-1' })
    expect(card).toContain('单位做不到')
    expect(card).toContain('goal_revise')
    const change = {
      ...place('2026-JX01-1'),
      revision: 1,
      entry: { ...entry('special', { title: '减轻的任务' }) },
    }
    expect((await world.do('OF1', 'goal.revise', change)).show?.name).toBe('goal-detail')
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect((await world.plan('JX01')).goals).toMatchObject([{ status: 'sent', assigned: { as: 'office' } }])
  })

  it('leave out a unit whose plan is in force, and say so', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    await world.send('H-JX01', 'JX01', 'unit')
    await world.review('LD1', 'JX01')
    doneOf(await world.ratify('CH', 'JX01'))
    const outcome = await assign(world, 'OF1', ['JX01', 'JX02'])
    expect(doneOf(outcome)).toMatchObject({ units: 1, left: 1 })
    const card = await cardOf(world, 'OF1', 'goals-assigned', outcome.show?.params)
    expect(card).toContain('药学院：计划已生效，如需增加请按目标调整办理')
    expect(card).toContain('已下达并通知：护理学院')
    expect(refusalOf(await assign(world, 'OF1', ['JX01'])).code).toBe('ratified-plan')
  })

  it('are listed for who assigned them, with the form for more', async () => {
    const world = planWorld()
    expect(await cardOf(world, 'OF1', 'assign-goal')).toContain('您还没有下达专项目标')
    for (let n = 0; n < 13; n++) doneOf(await assign(world, 'OF1', ['JX01']))
    const card = await cardOf(world, 'OF1', 'assign-goal')
    expect(card).toContain('药学院 目标1 学校的任务')
    expect(card).toContain('下一页（2/2）')
    expect(await cardOf(world, 'H-JX01', 'assign-goal')).not.toContain('goal_assign')
    const form = planning.forms.find((one) => one.name === 'goal_assign')
    const viewer = viewerOf('OF1', { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' })
    const spec = await form?.spec(world.db, { year: 2026 }, viewer)
    if (!spec || 'refusal' in spec) throw new Error('no form')
    expect(spec.fields[0]).toMatchObject({
      name: 'units',
      choices: [
        { value: 'kind:teaching', text: '全部教学单位' },
        { value: 'kind:administrative', text: '全部行政部门' },
        { value: 'FY01' },
        { value: 'JX01' },
        { value: 'JX02' },
        { value: 'XZ01' },
        { value: 'XZ02' },
      ],
    })
    const values = { units: ['XZ01'], title: '填表下达', content: '内容', seen: '通过', aim: 'level' }
    doneOf(await world.do('OF1', 'goal.assign', form?.payload(values, { year: 2026 }) ?? {}))
    expect((await world.plan('XZ01')).goals).toMatchObject([{ content: { title: '填表下达' } }])
  })

  it('survive a withdrawal of the unit’s part, and stand in the sheet’s log', async () => {
    const world = planWorld()
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    doneOf(await assign(world, 'OF1', ['JX01']))
    const sentAt = (await world.plan('JX01')).sent[0]?.act.at ?? ''
    doneOf(await world.do('H-JX01', 'plan.withdraw', { year: 2026, unit: 'JX01', drafter: 'unit', sentAt }))
    expect((await world.plan('JX01')).goals).toMatchObject([{ status: 'draft', assigned: { as: 'office' } }])
    const journal = await listJournal(world.db, 'plan:2026:JX01')
    const events = journal.map((row) => JSON.parse(row.body) as PlanEvent)
    const log = logOf(events, { by: 'CH', name: '组长', at: '2026-03-05T01:00:00.000Z' })
    expect(log.map((one) => one.what)).toEqual(['报送', '下达', '撤回', '生效'])
    expect(log[1]?.lines).toEqual(['目标1 学校的任务（领导小组办公室下达的专项目标）'])
  })
})
