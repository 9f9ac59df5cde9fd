import { describe, expect, it } from 'vitest'
import type { Action, Card, Element } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { GoalType } from '../../src/store/schema/planning.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { doneOf, entry, type PlanWorld, passWholePlan, planWorld } from './world.ts'

const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

async function show(world: PlanWorld, person: string, name: string, params: JsonObject): Promise<Card> {
  const view = planning.views.find((one) => one.name === name)
  const message = await view?.render(world.db, params, viewerOf(person, NOW))
  if (message?.kind !== 'card') throw new Error(`no card ${name}`)
  const faults = validateCard(renderCard(message.card))
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
  return message.card
}

const textOf = (card: Card): string => JSON.stringify(card)

function actionsOf(elements: readonly Element[]): Action[] {
  return elements.flatMap((one) => {
    if (one.tag === 'buttons' || one.tag === 'form') return one.buttons.map((button) => button.action)
    return one.tag === 'fold' ? actionsOf(one.elements) : []
  })
}

/** A goal with every text as long as it may be, in characters that Feishu's markdown has to escape. */
function longest(type: GoalType, number: number) {
  const text = (length: number): string => '*[链]_接'.repeat(length).slice(0, length)
  return entry(type, {
    title: `${number}${text(58)}`,
    content: text(1000),
    ...(type === 'routine' ? {} : { seen: text(500), criterion: text(500) }),
    owner: text(60),
    budget: 99_999_999_99,
    justification: type === 'special' ? text(500) : '',
  })
}

async function bigPlan(goal: typeof longest, goals: number): Promise<PlanWorld> {
  const world = planWorld()
  for (let n = 1; n <= goals; n++)
    doneOf(await world.draft('WG2', 'JX01', goal(n % 3 ? 'routine' : 'key', n)))
  for (let n = 0; n < 5; n++) doneOf(await world.draft('C-JX01', 'JX01', goal('special', goals + n + 1)))
  doneOf(await world.send('WG1', 'JX01', 'group'))
  doneOf(await world.send('H-JX01', 'JX01', 'unit'))
  return world
}

describe('cards of planning', () => {
  it('fit into Feishu’s limits for a plan of 45 goals with the longest texts', async () => {
    const world = await bigPlan(longest, 40)
    const unit = { year: 2026, unit: 'JX01' }
    for (const page of [0, 4]) {
      await show(world, 'LD1', 'plan-review', { ...unit, page })
      await show(world, 'C-JX01', 'my-goals', { ...unit, page })
    }
    await show(world, 'WG1', 'draft-goal', unit)
    await show(world, 'C-JX01', 'goal-detail', { goal: '2026-JX01-41' })
    doneOf(await world.review('LD1', 'JX01'))
    await show(world, 'LD1', 'plan-review', unit)
    await show(world, 'CH', 'plan-ratify', unit)
    doneOf(await world.ratify('CH', 'JX01', { 1: '字'.repeat(500), 41: '字'.repeat(500) }))
    await show(world, 'CH', 'plan-ratify', unit)
    await show(world, 'WG1', 'draft-goal', unit)
    const at = (await world.plan('JX01')).goals[0]?.returns[0]?.act.at ?? ''
    await show(world, 'WG1', 'goals-returned', { ...unit, drafter: 'group', at })
  })

  it('are valid at every drafting page, with both regimes and an empty plan', async () => {
    const world = planWorld()
    for (const person of ['C-JX01', 'H-XZ01', 'WG1', 'LD2', 'CH', 'OF1', 'AG1', 'GA-energy']) {
      for (const name of ['draft-goal', 'my-goals', 'plans-to-review', 'plans-to-ratify'])
        await show(world, person, name, {})
    }
    for (let n = 0; n < 9; n++) await world.draft('C-XZ01', 'XZ01', longest('routine', n))
    await show(world, 'H-XZ01', 'draft-goal', {})
    await show(world, 'H-XZ01', 'draft-goal', { year: 2026, unit: 'XZ01', page: 1 })
  })

  it('Article 10: mark a goal beyond the limit on the cards of review and ratification', async () => {
    const world = planWorld()
    for (const title of ['一', '二', '三']) await world.draft('C-JX01', 'JX01', entry('special', { title }))
    await world.draft('C-JX01', 'JX01', entry('special', { justification: '省厅专项任务' }))
    await world.draft('WG1', 'JX01', entry('key'))
    await world.send('H-JX01', 'JX01', 'unit')
    await world.send('WG1', 'JX01', 'group')
    const unit = { year: 2026, unit: 'JX01' }
    const review = textOf(await show(world, 'LD1', 'plan-review', unit))
    expect(review).toContain('目标4是超出限额的专项目标')
    expect(review).toContain('超额理由：省厅专项任务')
    await world.review('LD1', 'JX01')
    expect(textOf(await show(world, 'CH', 'plan-ratify', unit))).toContain('目标4是超出限额的专项目标')
  })

  it('ask for verdicts on at most ten goals a page, and turn to the others', async () => {
    const world = await bigPlan((type, n) => entry(type, { title: `目标${n}`, justification: '必要' }), 20)
    const card = await show(world, 'LD1', 'plan-review', { year: 2026, unit: 'JX01' })
    const form = card.elements.find((one) => one.tag === 'form')
    expect(form?.elements.filter((one) => one.tag === 'field')).toHaveLength(10)
    expect(actionsOf(card.elements)).toContainEqual({
      show: 'plan-review',
      with: { year: 2026, unit: 'JX01', page: 1 },
    })
  })

  it('read a review form by its own fields, and become the command', async () => {
    const world = await bigPlan((type, n) => entry(type, { title: `目标${n}`, justification: '必要' }), 4)
    const card = await show(world, 'LD1', 'plan-review', { year: 2026, unit: 'JX01' })
    const submit = actionsOf(card.elements).find((action) => 'submit' in action)
    if (!submit || !('submit' in submit)) throw new Error('no submit')
    const form = planning.forms.find((one) => one.name === submit.submit)
    const values = { comment_1: '目标值偏低' }
    const payload = form?.payload(values, submit.with)
    if (!form || !payload) throw new Error('no payload')
    const outcome = await world.do('LD1', form.command, payload)
    expect(doneOf(outcome)).toMatchObject({ passed: 8, returned: 1, left: 0 })
  })

  it('have no buttons once decided, and say who decided what and when', async () => {
    const world = planWorld()
    await passWholePlan(world)
    const unit = { year: 2026, unit: 'JX01' }
    const reviewed = await show(world, 'LD1', 'plan-review', unit)
    expect(actionsOf(reviewed.elements)).toEqual([])
    expect(textOf(reviewed)).toContain('分管教学副校长')
    await world.ratify('CH', 'JX01')
    const ratified = await show(world, 'CH', 'plan-ratify', unit)
    expect(actionsOf(ratified.elements)).toEqual([])
    expect(textOf(ratified)).toMatch(/3月1日 09:\d\d 领导小组 组长/)
    const annual = textOf(await show(world, 'C-JX01', 'plan-in-force', unit))
    expect(annual).toContain('按期通过验收')
    expect(annual).toContain('2026年11月30日')
  })

  it('Article 8: show what each goal counts in the total', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key', { weight: 200 }))
    await world.draft('WG2', 'JX01', entry('key', { weight: 100 }))
    const card = textOf(await show(world, 'C-JX01', 'my-goals', {}))
    expect(card).toContain('占总分16.67%')
    expect(card).toContain('占总分8.33%')
    expect(card).toContain('重点目标 2项（占25%）')
  })

  it('show a unit’s goals to nobody but those who have to do with it', async () => {
    const world = planWorld()
    await passWholePlan(world)
    const unit = { year: 2026, unit: 'JX01' }
    for (const person of ['C-JX02', 'LD2', 'GA-energy', 'AG1']) {
      for (const name of ['my-goals', 'plan-review', 'plan-ratify', 'plan-in-force'])
        expect(textOf(await show(world, person, name, unit))).not.toContain('做成一件事')
      expect(textOf(await show(world, person, 'goal-detail', { goal: '2026-JX01-1' }))).toContain('无法查看')
    }
  })

  it('offer the sending to the sender only, and not while something is missing', async () => {
    const world = planWorld()
    const sends = async (person: string): Promise<boolean> =>
      actionsOf((await show(world, person, 'draft-goal', {})).elements).some(
        (action) => 'do' in action && action.do === 'plan.send',
      )
    await world.draft('C-JX01', 'JX01', entry('special', { aim: null }))
    expect(await sends('H-JX01')).toBe(false)
    const whole = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('special') } }
    await world.do('C-JX01', 'goal.revise', { year: 2026, unit: 'JX01', ...whole })
    expect([await sends('H-JX01'), await sends('C-JX01')]).toEqual([true, false])
  })
})
