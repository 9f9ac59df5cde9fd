/** Several act on one plan at the same time: one wins, the others are told what happened and see the present state. */
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import { entrust, inName, late, mergeAway, takeBack, todoOf, wordsOf } from './delegated-world.ts'
import { ratifyBy } from './vote-world.ts'
import { expectWhole } from './whole.ts'
import { doneOf, entry, type PlanWorld, passWholePlan, planWorld, refusalOf } from './world.ts'

const PLACE = { year: 2026, unit: 'JX01' } as const

async function sentPlan(): Promise<PlanWorld> {
  const world = planWorld()
  for (const type of ['key', 'routine'] as const) doneOf(await world.draft('WG2', 'JX01', entry(type)))
  doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
  doneOf(await world.send('WG1', 'JX01', 'group'))
  doneOf(await world.send('H-JX01', 'JX01', 'unit'))
  return world
}

/** The one that won and the one that lost. */
function sorted(outcomes: readonly Outcome[]): { readonly lost: Outcome } {
  const lost = outcomes.filter((one) => !one.ok)
  expect(lost).toHaveLength(1)
  const [one] = lost
  if (!one) throw new Error('nobody lost')
  return { lost: one }
}

const ballotOf = async (world: PlanWorld, status: string) => {
  const seen = await world.seen('JX01', status)
  return { ...PLACE, seen, standards: await world.standards('JX01', seen), verdicts: [] }
}

describe('two who decide', () => {
  it('a leader passes and the delegate returns: one wins, the other reads by whom and sees the decided card', async () => {
    const world = await sentPlan()
    await entrust(world, 'LD1', 'LD2')
    const outcomes = await Promise.all([
      world.review('LD1', 'JX01'),
      world.review(inName('LD2', 'LD1'), 'JX01', { 1: '请补充依据' }),
    ])
    const { lost } = sorted(outcomes)
    expect(refusalOf(lost)).toMatchObject({ code: 'already-decided', number: 1 })
    expect(refusalOf(lost).by).toContain('分管教学副校长')
    expect(lost.show).toEqual({ name: 'plan-review', params: PLACE })
    await expectWhole(world, 'JX01')
  })

  it('the chair and the delegate ratify: the plan comes into force once, and everyone is told once', async () => {
    const world = planWorld()
    await entrust(world, 'CH', 'LM1')
    await passWholePlan(world)
    sorted(await Promise.all([world.ratify('CH', 'JX01'), world.ratify(inName('LM1', 'CH'), 'JX01')]))
    expect(world.told().filter((one) => one === 'plan-in-force to H-JX01')).toHaveLength(1)
  })

  it('of a quorum all answer at once: every answer is counted, and the last one needed decides', async () => {
    const world = planWorld()
    world.db.exec("INSERT INTO person (id, name, title) VALUES ('LM2', '成员二', '')")
    world.db.exec(
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('LM2', 'leading-member', '', '2026-01-01')",
    )
    ratifyBy(world, { mode: 'quorum', agree: 3 }, true)
    await passWholePlan(world)
    const outcomes = await Promise.all(['CH', 'LM1', 'LM2'].map((by) => world.ratify(by, 'JX01')))
    for (const one of outcomes) doneOf(one)
    expect((await world.plan('JX01')).status).toBe('in-force')
    expect(outcomes.filter((one) => doneOf(one).inForce === true)).toHaveLength(1)
  })

  it('a delegate whose delegation is taken back in between decides nothing', async () => {
    const world = await sentPlan()
    await entrust(world, 'LD1', 'LD2')
    const ballot = await ballotOf(world, 'sent')
    const outcome = await late(world, inName('LD2', 'LD1'), 'plan.review', ballot, () =>
      takeBack(world, 'LD1'),
    )
    expect(refusalOf(outcome).code).toBe('other-leader')
    expect((await world.plan('JX01')).goals.map((goal) => goal.status)).toEqual(['sent', 'sent', 'sent'])
  })

  it('the leader in charge changes in between: the former is refused and sees why, the new one is waited for', async () => {
    const world = await sentPlan()
    const ballot = await ballotOf(world, 'sent')
    world.db.exec("UPDATE unit SET leader = 'LD2' WHERE id = 'JX01'")
    const outcome = await world.do('LD1', 'plan.review', ballot)
    expect(refusalOf(outcome).code).toBe('other-leader')
    expect(outcome.show).toEqual({ name: 'plan-review', params: PLACE })
    expect(await wordsOf(world, 'LD1', 'plan-review', PLACE)).toContain('您不负责该单位的目标')
    expect((await todoOf(world, 'LD2')).join()).toContain('药学院：3项目标待审核')
    doneOf(await world.do('LD2', 'plan.review', ballot))
  })
})

describe('the contact edits while the head sends', () => {
  async function drafted() {
    const world = planWorld()
    doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
    const send = { ...PLACE, drafter: 'unit', seen: await world.seen('JX01', 'draft') }
    const edited = { ...entry('special', { title: '改过的目标' }) }
    const edit = { ...PLACE, goal: '2026-JX01-1', revision: 1, entry: edited }
    return { world, send, edit }
  }

  it('a goal that changed after the head looked is not sent: the head sees the new one', async () => {
    const { world, send, edit } = await drafted()
    const outcome = await late(world, 'H-JX01', 'plan.send', send, () =>
      world.do('C-JX01', 'goal.revise', edit),
    )
    expect(refusalOf(outcome).code).toBe('stale-plan')
    expect(outcome.show).toEqual({ name: 'draft-goal', params: PLACE })
    expect(await wordsOf(world, 'H-JX01', 'draft-goal', PLACE)).toContain('改过的目标')
  })

  it('a goal that was sent in between is not edited any more: the contact is told', async () => {
    const { world, send, edit } = await drafted()
    const outcome = await late(world, 'C-JX01', 'goal.revise', edit, () =>
      world.do('H-JX01', 'plan.send', send),
    )
    expect(refusalOf(outcome)).toMatchObject({ code: 'locked-goal', number: 1, status: 'sent' })
    expect((await world.plan('JX01')).goals[0]?.content.title).toBe('目标')
  })

  it('a goal that is drafted while the head sends does not slip in unseen', async () => {
    const { world, send } = await drafted()
    const another = { ...PLACE, entry: { ...entry('special', { title: '后来的目标' }) } }
    const outcome = await late(world, 'H-JX01', 'plan.send', send, () =>
      world.do('C-JX01', 'goal.draft', another),
    )
    expect(refusalOf(outcome).code).toBe('stale-plan')
  })

  it('of both at the very same moment one wins, and the plan is whole', async () => {
    const { world, send, edit } = await drafted()
    sorted(
      await Promise.all([world.do('H-JX01', 'plan.send', send), world.do('C-JX01', 'goal.revise', edit)]),
    )
    await expectWhole(world, 'JX01')
  })
})

describe('a unit is merged in between', () => {
  const commands = async (world: PlanWorld): Promise<readonly (readonly [string, string, object])[]> => [
    ['LD1', 'plan.review', await ballotOf(world, 'sent')],
    ['CH', 'plan.ratify', await ballotOf(world, 'passed')],
    ['H-JX01', 'plan.send', { ...PLACE, drafter: 'unit', seen: {} }],
    ['H-JX01', 'plan.withdraw', { ...PLACE, drafter: 'unit', sentAt: '' }],
    ['C-JX01', 'goal.draft', { ...PLACE, entry: { ...entry('special') } }],
    ['C-JX01', 'goal.revise', { ...PLACE, goal: '2026-JX01-3', revision: 1, entry: { ...entry('special') } }],
    ['C-JX01', 'goal.remove', { ...PLACE, goal: '2026-JX01-3' }],
  ]

  it('nothing more is done on its plan, and whoever tries is told and sees it', async () => {
    const world = await sentPlan()
    mergeAway(world, 'JX01')
    for (const [by, type, payload] of await commands(world)) {
      const outcome = await world.do(by, type, payload as never)
      expect(refusalOf(outcome).code, type).toBe('unknown-unit')
    }
    for (const [by, view] of [
      ['LD1', 'plan-review'],
      ['CH', 'plan-ratify'],
      ['H-JX01', 'draft-goal'],
    ] as const)
      expect(await wordsOf(world, by, view, PLACE)).toContain('没有参加本年度目标管理')
    expect((await todoOf(world, 'LD1')).join()).not.toContain('药学院')
  })

  it('not even at the last moment: what was decided before the merger was committed is decided again', async () => {
    const world = await sentPlan()
    const ballot = await ballotOf(world, 'sent')
    const outcome = await late(world, 'LD1', 'plan.review', ballot, () => mergeAway(world, 'JX01'))
    expect(refusalOf(outcome).code).toBe('unknown-unit')
    expect(outcome.show).toEqual({ name: 'plan-review', params: PLACE })
    expect((await world.plan('JX01')).goals.map((goal) => goal.status)).toEqual(['sent', 'sent', 'sent'])
  })

  it('among several passed at once the others pass, and the card says which is gone', async () => {
    const world = await sentPlan()
    doneOf(await world.draft('WG2', 'JX02', entry('key')))
    doneOf(await world.send('WG1', 'JX02', 'group'))
    const card = await wordsOf(world, 'LD1', 'plans-to-review')
    const marks = JSON.parse(/"marks":({[^}]*})/.exec(card)?.[1] ?? '{}')
    mergeAway(world, 'JX01')
    const outcome = await world.do('LD1', 'plans.review', { year: 2026, units: ['JX01', 'JX02'], marks })
    expect(doneOf(outcome)).toMatchObject({ code: 'plans-reviewed', units: 1, left: 1 })
    const shown = await wordsOf(world, 'LD1', 'plans-reviewed', outcome.show?.params)
    expect(shown).toContain('药学院：已不由您分管，或已不参加本年度目标管理')
    expect(shown).toContain('护理学院：1项目标已通过')
  })

  it('its open goals hold nothing up: the progress of the others, a work item, a priority', async () => {
    const world = await sentPlan()
    const end = (table: string, id: string) => () =>
      world.db.exec(`INSERT INTO ${table} (id, ${table === 'priority' ? 'text' : 'name, standard'}, active)
        VALUES ('${id}', ${table === 'priority' ? "'x'" : "'x', 'x'"}, 0) ON CONFLICT (id) DO UPDATE SET active = 0`)
    expect(end('work_item', 'GX1')).toThrow('a goal has the work item')
    expect(end('priority', 'YD1')).toThrow('a goal serves the priority')
    mergeAway(world, 'JX01')
    end('work_item', 'GX1')()
    end('priority', 'YD1')()
    expect(await wordsOf(world, 'OF1', 'planning-overview', { year: 2026 })).not.toContain('药学院')
  })
})

describe('a standard changes under a review', () => {
  it('what the leader saw is not what would pass: refused, and the card shows the new standard', async () => {
    const world = await sentPlan()
    const ballot = await ballotOf(world, 'sent')
    const outcome = await late(world, 'LD1', 'plan.review', ballot, () =>
      world.db.exec("UPDATE work_item SET standard = '新的标准' WHERE id = 'GX1'"),
    )
    // The review was prepared on the old standard, as if it had come a moment earlier; ratification looks again.
    doneOf(outcome)
    const old = { ...(await ballotOf(world, 'passed')), standards: ballot.standards }
    const ratified = await world.do('CH', 'plan.ratify', old)
    expect(refusalOf(ratified).code).toBe('stale-plan')
    expect(await wordsOf(world, 'CH', 'plan-ratify', PLACE)).toContain('新的标准')
  })

  it('before the tap: the review is refused as stale, and shows the new standard', async () => {
    const world = await sentPlan()
    const ballot = await ballotOf(world, 'sent')
    world.db.exec("UPDATE work_item SET standard = '新的标准' WHERE id = 'GX1'")
    const outcome = await world.do('LD1', 'plan.review', ballot)
    expect(refusalOf(outcome).code).toBe('stale-plan')
    expect(outcome.show).toEqual({ name: 'plan-review', params: PLACE })
    expect(await wordsOf(world, 'LD1', 'plan-review', PLACE)).toContain('新的标准')
  })
})
