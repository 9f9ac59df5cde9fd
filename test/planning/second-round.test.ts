import { describe, expect, it } from 'vitest'
import type { GoalEntry } from '../../src/planning/rules/entry.ts'
import type { GoalType } from '../../src/store/schema/planning.ts'
import { cardOf } from './vote-world.ts'
import { doneOf, entry, type PlanWorld, planWorld } from './world.ts'

const PLAN = { year: 2026, unit: 'JX01' }

async function returnedWorld(): Promise<PlanWorld> {
  const world = planWorld()
  await world.draft('WG2', 'JX01', entry('key', { title: '原来的名称' }))
  await world.draft('WG2', 'JX01', entry('key', { title: '没有动的目标' }))
  await world.send('WG1', 'JX01', 'group')
  doneOf(await world.review('LD1', 'JX01', { 1: '目标值偏低', 2: '请说明依据' }))
  return world
}

const revise = (world: PlanWorld, revision: number, more: Partial<GoalEntry>) =>
  world.do('WG3', 'goal.revise', {
    ...PLAN,
    goal: '2026-JX01-1',
    revision,
    entry: { ...entry('key', { title: '原来的名称', ...more }) },
  })

describe('the next round of a review', () => {
  it('names the fields that changed since the return, with the old text in a fold', async () => {
    const world = await returnedWorld()
    doneOf(await revise(world, 1, { title: '改过的名称', priority: 'YD2' }))
    doneOf(await revise(world, 2, { title: '再改的名称', priority: 'YD2' }))
    await world.send('WG1', 'JX01', 'group')
    const card = await cardOf(world, 'LD1', 'plan-review', PLAN)
    expect(card).toContain('退回后修改了名称、工作要点')
    expect(card).toContain('目标1 退回时的内容')
    expect(card).toContain('原来的名称')
    expect(card).not.toContain('改过的名称')
  })

  it('says so where a goal comes back as it was', async () => {
    const world = await returnedWorld()
    await revise(world, 1, { title: '改过的名称' })
    await world.send('WG1', 'JX01', 'group')
    const card = await cardOf(world, 'LD1', 'plan-review', PLAN)
    expect(card).toContain('没有动的目标（退回后未修改）')
    expect(card).not.toContain('目标2 退回时的内容')
  })

  it('compares with the last return, and shows the words of every round with names and times', async () => {
    const world = await returnedWorld()
    await revise(world, 1, { title: '第二稿' })
    await world.send('WG1', 'JX01', 'group')
    await world.review('LD1', 'JX01', { 1: '还要再高' })
    await revise(world, 2, { title: '第二稿', content: '第三稿的内容' })
    await world.send('WG1', 'JX01', 'group')
    const card = await cardOf(world, 'LD1', 'plan-review', PLAN)
    expect(card).toContain('退回后修改了内容')
    expect(card).toMatch(/3月1日 09:\d\d 分管教学副校长退回：目标值偏低/)
    expect(card).toMatch(/3月1日 09:\d\d 分管教学副校长退回：还要再高/)
  })

  it('is marked for the leading group too, and no more once the plan is in force', async () => {
    const world = await returnedWorld()
    await revise(world, 1, { title: '改过的名称' })
    await world.send('WG1', 'JX01', 'group')
    await world.send('H-JX01', 'JX01', 'unit')
    await world.review('LD1', 'JX01')
    expect(await cardOf(world, 'CH', 'plan-ratify', PLAN)).toContain('退回后修改了名称')
    await world.ratify('CH', 'JX01')
    expect(await cardOf(world, 'C-JX01', 'goal-detail', { goal: '2026-JX01-1' })).not.toContain('退回后修改')
  })
})

/** A goal with every text as long as it may be. */
function longest(type: GoalType, text: (length: number) => string): GoalEntry {
  return entry(type, {
    title: text(60),
    content: text(1000),
    seen: type === 'routine' ? '' : text(500),
    criterion: type === 'routine' ? '' : text(500),
    owner: text(60),
    justification: type === 'special' ? text(500) : '',
  })
}

describe('a review of the longest goals, all changed since their third return', () => {
  it.each([
    ['Chinese', '字'],
    ['signs that could be markup', '*[链]_接`<~'],
    ['emoji', '🎓'],
  ])('fits on cards, with every goal on one of them (%s)', async (_, signs) => {
    const world = planWorld()
    const text = (length: number): string => Array.from(signs.repeat(length)).slice(0, length).join('')
    for (let n = 0; n < 10; n++) doneOf(await world.draft('WG2', 'JX01', longest('key', text)))
    for (let n = 0; n < 4; n++) doneOf(await world.draft('C-JX01', 'JX01', longest('special', text)))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    for (let round = 1; round <= 3; round++) {
      doneOf(await world.send('WG1', 'JX01', 'group'))
      const { goals } = await world.plan('JX01')
      const sent = goals.filter((goal) => goal.status === 'sent' && goal.drafter === 'group')
      const back = Object.fromEntries(sent.map((goal) => [goal.number, text(500)]))
      const seen = await world.seen('JX01', 'sent')
      const ofGroup = Object.fromEntries(sent.map((goal) => [goal.id, seen[goal.id] ?? 0]))
      const verdicts = sent.map((goal) => ({
        goal: goal.id,
        verdict: 'return',
        comment: back[goal.number] ?? '',
      }))
      doneOf(await world.do('LD1', 'plan.review', { ...PLAN, seen: ofGroup, verdicts }))
      for (const goal of sent) {
        const changed = { ...longest('key', text), title: `改${round}`, content: `改${text(990)}` }
        doneOf(
          await world.do('WG3', 'goal.revise', {
            ...PLAN,
            goal: goal.id,
            revision: round,
            entry: { ...changed, criterion: `改${text(490)}`, seen: `改${text(490)}` },
          }),
        )
      }
    }
    doneOf(await world.send('WG1', 'JX01', 'group'))
    const asked = new Set<string>()
    for (let page = 0; page < 14; page++) {
      const card = await cardOf(world, 'LD1', 'plan-review', { ...PLAN, page })
      for (const [name] of card.matchAll(/comment_\d+/g)) asked.add(name)
    }
    expect(asked.size).toBe(14)
  })
})
