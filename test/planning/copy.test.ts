import { describe, expect, it } from 'vitest'
import { copyWorld, lastYear, routine } from './copy-world.ts'
import { cardOf } from './workbook-world.ts'
import { doneOf, entry, type PlanWorld, refusalOf } from './world.ts'

const copy = (world: PlanWorld, by: string, ...units: string[]) =>
  world.do(by, 'goals.copy', { year: 2026, units })
const textOf = (card: unknown): string => JSON.stringify(card)

describe('copying last year', () => {
  it('Article 15: makes last year’s routine goals drafts, due a year later; key and special goals are not copied', async () => {
    const world = copyWorld()
    expect(doneOf(await copy(world, 'WG2', 'JX01'))).toEqual({
      code: 'goals-copied',
      goals: 2,
      units: 1,
      ended: ['函授教学'],
      left: [],
    })
    const goals = (await world.plan('JX01')).goals
    expect(
      goals.map(({ number, status, copiedFrom, content }) => [number, status, copiedFrom, content]),
    ).toEqual([
      [1, 'draft', '2025-JX01-1', { ...routine('本科教学运行'), dueOn: '2026-11-30' }],
      [
        2,
        'draft',
        '2025-JX01-3',
        { ...routine('试卷归档', { weight: 250, budget: 1000_00 }), dueOn: '2026-06-30' },
      ],
    ])
  })

  it('Article 11: names work items that have ended, and leaves their goals out', async () => {
    const world = copyWorld()
    expect(textOf(await cardOf(world, 'WG2', 'goal-copy', {}))).toContain('工作项目已停用，不复制：函授教学')
    lastYear(world, 'JX02', [routine('只有旧的', { workItem: 'GX9' })])
    expect(refusalOf(await copy(world, 'WG2', 'JX02'))).toEqual({
      code: 'nothing-copied',
      why: 'ended-items',
    })
  })

  it('copies nothing twice, and what was removed can be copied again', async () => {
    const world = copyWorld()
    doneOf(await copy(world, 'WG2', 'JX01'))
    expect(refusalOf(await copy(world, 'WG1', 'JX01'))).toMatchObject({ code: 'nothing-copied' })
    doneOf(await world.do('WG2', 'goal.remove', { year: 2026, unit: 'JX01', goal: '2026-JX01-1' }))
    expect(doneOf(await copy(world, 'WG2', 'JX01'))).toMatchObject({ goals: 1 })
    expect((await world.plan('JX01')).goals.map((goal) => goal.number)).toEqual([2, 3])
  })

  it('Articles 13-15: is for the drafter of routine goals: the working group, or the unit under the graded regime', async () => {
    const world = copyWorld()
    for (const [by, unit] of [
      ['C-JX01', 'JX01'],
      ['LD2', 'XZ01'],
      ['WG2', 'XZ01'],
      ['CH', 'JX01'],
    ] as const)
      expect(refusalOf(await copy(world, by, unit))).toEqual({ code: 'foreign-copy' })
    expect(doneOf(await copy(world, 'C-XZ01', 'XZ01'))).toMatchObject({ goals: 1, units: 1 })
    expect(textOf(await cardOf(world, 'CH', 'goal-copy', {}))).toContain('没有由您填报常规目标的单位')
  })

  it('takes several units at once; one whose part is sent, or has none, is named and hinders no other', async () => {
    const world = copyWorld()
    lastYear(world, 'JX02', [routine('护理教学')])
    doneOf(await world.draft('WG2', 'JX01', entry('key')))
    doneOf(await world.draft('WG2', 'JX01', entry('routine')))
    doneOf(await world.send('WG1', 'JX01', 'group'))
    const card = textOf(await cardOf(world, 'WG2', 'goal-copy', {}))
    expect(card).toContain('工作组填报部分已由第一工作组 组长')
    expect(doneOf(await copy(world, 'WG2', 'JX01', 'JX02', 'FY01'))).toMatchObject({
      goals: 1,
      units: 1,
      left: ['附属医院', '药学院'],
    })
  })

  it('is refused outside the phase of setting goals', async () => {
    const world = copyWorld()
    world.enter('execution')
    expect(refusalOf(await copy(world, 'WG2', 'JX01')).code).toBe('closed-setting')
  })

  it('marks each copy as same or changed on draft and review cards, with last year’s text for the reviewer', async () => {
    const world = copyWorld()
    doneOf(await copy(world, 'WG2', 'JX01'))
    const revise = (number: number, more: object) =>
      world.do('WG2', 'goal.revise', {
        year: 2026,
        unit: 'JX01',
        goal: `2026-JX01-${number}`,
        revision: 1,
        entry: { ...entry('routine', { title: '试卷归档', content: '做好日常工作', ...more }) },
      })
    doneOf(await revise(2, { content: '全部电子化归档', dueOn: '2026-06-30', owner: '教务干事' }))
    doneOf(await world.draft('WG2', 'JX01', entry('key')))
    const drafts = textOf(await cardOf(world, 'WG2', 'draft-goal', { year: 2026, unit: 'JX01' }))
    expect(drafts).toContain('与去年相同')
    expect(drafts).toContain('较去年有改动')
    doneOf(await world.send('WG1', 'JX01', 'group'))
    const review = textOf(await cardOf(world, 'LD1', 'plan-review', { year: 2026, unit: 'JX01' }))
    expect(review).toContain('本科教学运行（与去年相同）')
    expect(review).toContain('试卷归档（较去年有改动）')
    expect(review).toContain('目标2 去年的内容')
    expect(review).toContain('做好日常工作')
    expect(review).toContain('2.5')
    expect(review).not.toContain('2025年6月30日')
    expect(review).not.toContain('目标1 去年的内容')
    const detail = textOf(await cardOf(world, 'LD1', 'goal-detail', { goal: '2026-JX01-2' }))
    expect(detail).toContain('由去年的目标复制，较去年有改动')
  })

  it('Article 11: marks a copy as changed when its standard is another than last year', async () => {
    const world = copyWorld()
    doneOf(await copy(world, 'WG2', 'JX01'))
    world.db.exec("UPDATE work_item SET standard = '评教良好率不低于95%' WHERE id = 'GX1'")
    const drafts = textOf(await cardOf(world, 'WG2', 'draft-goal', { year: 2026, unit: 'JX01' }))
    expect(drafts).not.toContain('与去年相同')
    expect(drafts).toContain('较去年有改动')
  })

  it('keeps a copy’s source through review, return and ratification', async () => {
    const world = copyWorld()
    doneOf(await copy(world, 'WG2', 'JX01'))
    doneOf(await world.draft('WG2', 'JX01', entry('key')))
    doneOf(await world.send('WG1', 'JX01', 'group'))
    doneOf(await world.review('LD1', 'JX01', { 1: '再改' }))
    expect((await world.plan('JX01')).goals.map((goal) => goal.copiedFrom)).toEqual([
      '2025-JX01-1',
      '2025-JX01-3',
      undefined,
    ])
  })

  it('29 February is the 28th in a year without it', async () => {
    const world = copyWorld()
    lastYear(world, 'FY01', [routine('闰日', { dueOn: '2024-02-29' })])
    doneOf(await copy(world, 'WG2', 'FY01'))
    expect((await world.plan('FY01')).goals[0]?.content.dueOn).toBe('2026-02-28')
  })

  it('has a valid card for 100 units with the longest names', async () => {
    const world = copyWorld()
    for (let n = 0; n < 100; n++) {
      const id = `DX${n}`
      world.db.exec(
        `INSERT INTO unit (id, name, kind, leader, active) VALUES ('${id}', '${'院'.repeat(46)}${n}', 'teaching', 'LD1', 1)`,
      )
      world.db.exec(`INSERT INTO team_unit (group_id, unit) VALUES ('WG', '${id}')`)
      lastYear(
        world,
        id,
        Array.from({ length: 30 }, (_, i) => routine(`${'*[链]'.repeat(14)}${i}`)),
      )
    }
    const card = textOf(await cardOf(world, 'WG2', 'goal-copy', { year: 2026, page: 3 }))
    expect(card).toContain('全部复制')
    const units = Array.from({ length: 100 }, (_, n) => `DX${n}`)
    expect(doneOf(await copy(world, 'WG2', ...units))).toMatchObject({ goals: 3000, units: 100 })
  }, 60_000)
})
