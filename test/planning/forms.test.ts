import { describe, expect, it } from 'vitest'
import type { FormSpec } from '../../cards/kit.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { doneOf, entry, type PlanWorld, planWorld } from './world.ts'

const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

async function ask(world: PlanWorld, person: string, name: string, params: JsonObject) {
  const form = planning.forms.find((one) => one.name === name)
  if (!form) throw new Error(`no form ${name}`)
  return form.spec(world.db, params, viewerOf(person, NOW))
}

function namesOf(spec: FormSpec | { readonly refusal: unknown }): string[] {
  return 'refusal' in spec ? [] : spec.fields.map((field) => field.name)
}

const goal = (unit: string, type: string): JsonObject => ({ year: 2026, unit, type })

describe('the goal form', () => {
  it('Articles 9-12: asks only what the type needs', async () => {
    const world = planWorld()
    const key = namesOf(await ask(world, 'WG1', 'goal', goal('JX01', 'key')))
    const special = namesOf(await ask(world, 'C-JX01', 'goal', goal('JX01', 'special')))
    const routine = namesOf(await ask(world, 'WG1', 'goal', goal('JX01', 'routine')))
    expect(key).toEqual(expect.arrayContaining(['priority', 'criterion', 'due_on', 'indicator', 'seen']))
    expect(special).toContain('aim')
    expect(special).not.toContain('justification')
    expect(routine).toEqual(['work_item', 'title', 'content', 'weight', 'owner', 'budget'])
  })

  it('Article 10: asks for the justification when the limit is reached', async () => {
    const world = planWorld()
    for (const title of ['一', '二', '三']) await world.draft('C-JX01', 'JX01', entry('special', { title }))
    expect(namesOf(await ask(world, 'C-JX01', 'goal', goal('JX01', 'special')))).toContain('justification')
  })

  it('is refused to whoever is not the drafter, with the drafter named', async () => {
    const world = planWorld()
    expect(await ask(world, 'C-JX01', 'goal', goal('JX01', 'key'))).toEqual({
      refusal: { code: 'other-drafter', type: 'key', drafter: 'group' },
    })
  })

  it('becomes the command, and opens again with what was filled in', async () => {
    const world = planWorld()
    const form = planning.forms.find((one) => one.name === 'goal')
    const values = {
      title: '提高就业率',
      content: '访企拓岗',
      priority: 'YD1',
      indicator: '就业率',
      target: 95_50,
      measure_unit: '%',
      criterion: '达到目标值',
      due_on: '2026-09-30',
      weight: 150,
      budget: 12_000_00,
    }
    const payload = form?.payload(values, goal('JX01', 'key'))
    if (!form || !payload) throw new Error('no payload')
    expect(doneOf(await world.do('WG1', form.command, payload))).toEqual({
      code: 'goal-drafted',
      number: 1,
      lacks: 0,
    })
    const revise = { ...goal('JX01', 'key'), goal: '2026-JX01-1', revision: 1 }
    const spec = await ask(world, 'WG1', 'goal_revise', revise)
    if ('refusal' in spec) throw new Error('refused')
    const initial = Object.fromEntries(spec.fields.map((field) => [field.name, field.initial]))
    expect(initial).toMatchObject({
      title: '提高就业率',
      priority: 'YD1',
      target: '95.5',
      weight: '1.5',
      budget: '12000',
      due_on: '2026-09-30',
    })
  })
})

describe('what waits', () => {
  const todo = async (world: PlanWorld, person: string): Promise<string[]> =>
    (await planning.todo(world.db, viewerOf(person, NOW))).map((one) => one.text)

  it('is a draft for its drafter, a plan for the leader, then for the chair', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    expect(await todo(world, 'WG1')).toContain('药学院：1项目标草稿待报送')
    expect(await todo(world, 'WG2')).toContain('药学院：1项目标草稿，待目标管理工作组组长报送')
    expect(await todo(world, 'C-JX01')).toEqual(['药学院：专项目标待填报，没有的由单位负责人直接报送'])
    await world.send('WG1', 'JX01', 'group')
    await world.send('H-JX01', 'JX01', 'unit')
    expect(await todo(world, 'WG1')).not.toContainEqual(expect.stringContaining('药学院'))
    expect(await todo(world, 'C-JX01')).toEqual([])
    expect(await todo(world, 'LD1')).toEqual(['药学院：1项目标待审核'])
    expect(await todo(world, 'CH')).toEqual([])
    await world.review('LD1', 'JX01')
    expect(await todo(world, 'LD1')).toEqual([])
    expect(await todo(world, 'CH')).toEqual(['药学院：1项目标待审定'])
    await world.ratify('CH', 'JX01')
    expect(await todo(world, 'CH')).toEqual([])
  })

  it('is a returned goal with the leader’s words', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special', { title: '智慧药房' }))
    await world.send('H-JX01', 'JX01', 'unit')
    await world.review('LD1', 'JX01', { 1: '请写明完成标志' })
    const words = ['药学院：目标1「智慧药房」被退回，意见：请写明完成标志']
    expect(await todo(world, 'C-JX01')).toEqual(words)
    expect(await todo(world, 'H-JX01')).toEqual(words)
    expect(await todo(world, 'LD1')).toEqual([])
  })
})
