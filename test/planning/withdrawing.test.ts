import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import type { Drafter } from '../../src/store/schema/planning.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { doneOf, entry, type PlanWorld, planWorld, refusalOf } from './world.ts'

const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

/** As tapped on the drafts card: it names the sending that the card showed. */
async function withdraw(world: PlanWorld, by: string, unit: string, drafter: Drafter): Promise<Outcome> {
  const part = (await world.plan(unit)).sent.find((one) => one.drafter === drafter)
  return world.do(by, 'plan.withdraw', { year: 2026, unit, drafter, sentAt: part?.act.at ?? '' })
}

async function cardOf(world: PlanWorld, person: string, name: string): Promise<string> {
  const view = planning.views.find((one) => one.name === name)
  const message = await view?.render(world.db, { year: 2026, unit: 'JX01' }, viewerOf(person, NOW))
  return JSON.stringify(message)
}

async function sentPart(): Promise<PlanWorld> {
  const world = planWorld()
  await world.draft('C-JX01', 'JX01', entry('special'))
  doneOf(await world.send('H-JX01', 'JX01', 'unit'))
  return world
}

describe('withdrawing', () => {
  it('gives the part back to its drafter, who changes it and sends it again', async () => {
    const world = await sentPart()
    expect(doneOf(await withdraw(world, 'H-JX01', 'JX01', 'unit'))).toEqual({
      code: 'part-withdrawn',
      drafter: 'unit',
      count: 1,
    })
    const plan = await world.plan('JX01')
    expect(plan.status).toBe('drafting')
    expect(plan.goals.map((goal) => goal.status)).toEqual(['draft'])
    doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect((await world.plan('JX01')).withdrawn).toEqual([])
    expect(doneOf(await world.review('LD1', 'JX01'))).toMatchObject({ passed: 2 })
  })

  it('belongs to the sender of the part', async () => {
    const world = await sentPart()
    for (const by of ['C-JX01', 'WG1', 'LD1', 'CH', 'OF1'])
      expect(refusalOf(await withdraw(world, by, 'JX01', 'unit'))).toEqual({
        code: 'other-withdrawer',
        drafter: 'unit',
      })
  })

  it('ends with the first decision on any of the part’s goals, and says who decided and when', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    const page = { year: 2026, unit: 'JX01', seen: { '2026-JX01-2': 1 }, verdicts: [] }
    doneOf(await world.do('LD1', 'plan.review', page))
    expect(refusalOf(await withdraw(world, 'H-JX01', 'JX01', 'unit'))).toMatchObject({
      code: 'already-decided',
      number: 2,
      outcome: 'pass',
      by: '分管教学副校长',
    })
    expect(await cardOf(world, 'H-JX01', 'draft-goal')).not.toContain('撤回')
  })

  it('is not needed for a part that came back, or was never sent', async () => {
    const world = await sentPart()
    doneOf(await world.review('LD1', 'JX01', { 1: '再改' }))
    const unsent = { code: 'unsent-part', drafter: 'unit' }
    expect(refusalOf(await withdraw(world, 'H-JX01', 'JX01', 'unit'))).toEqual(unsent)
    expect(refusalOf(await withdraw(world, 'WG1', 'JX01', 'group'))).toMatchObject({ code: 'unsent-part' })
  })

  it('of a second sending leaves the goals returned, with the words of the leader', async () => {
    const world = await sentPart()
    await world.review('LD1', 'JX01', { 1: '再改' })
    await world.send('H-JX01', 'JX01', 'unit')
    doneOf(await withdraw(world, 'H-JX01', 'JX01', 'unit'))
    expect((await world.plan('JX01')).goals).toMatchObject([
      { status: 'returned', returns: [{ comment: '再改' }] },
    ])
  })

  it('takes a leader’s own draft back from the leading group, until it ratifies', async () => {
    const world = planWorld()
    await world.draft('LD2', 'XZ01', entry('key'))
    await world.draft('C-XZ01', 'XZ01', entry('routine'))
    await world.send('LD2', 'XZ01', 'leader')
    await world.send('H-XZ01', 'XZ01', 'unit')
    await world.review('LD2', 'XZ01')
    expect((await world.plan('XZ01')).status).toBe('in-ratification')
    doneOf(await withdraw(world, 'LD2', 'XZ01', 'leader'))
    expect((await world.plan('XZ01')).status).toBe('drafting')
    expect(refusalOf(await world.ratify('CH', 'XZ01')).code).toBe('early-ratification')
    doneOf(await world.send('LD2', 'XZ01', 'leader'))
    doneOf(await world.ratify('CH', 'XZ01'))
    expect(refusalOf(await withdraw(world, 'LD2', 'XZ01', 'leader')).code).toBe('ratified-plan')
  })

  it('takes an empty part back while nothing of the plan is ratified', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    await world.send('H-JX01', 'JX01', 'unit')
    await world.review('LD1', 'JX01')
    doneOf(await withdraw(world, 'H-JX01', 'JX01', 'unit'))
    expect((await world.plan('JX01')).status).toBe('drafting')
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect((await world.plan('JX01')).status).toBe('in-ratification')
    doneOf(await world.ratify('CH', 'JX01', { 1: '再议' }))
    expect(refusalOf(await withdraw(world, 'H-JX01', 'JX01', 'unit'))).toMatchObject({
      code: 'already-decided',
      number: 2,
      by: '领导小组 组长',
    })
  })

  it('refuses an old card’s tap after the part was sent again', async () => {
    const world = await sentPart()
    const old = (await world.plan('JX01')).sent[0]?.act.at ?? ''
    doneOf(await withdraw(world, 'H-JX01', 'JX01', 'unit'))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    const again = { year: 2026, unit: 'JX01', drafter: 'unit', sentAt: old }
    expect(refusalOf(await world.do('H-JX01', 'plan.withdraw', again)).code).toBe('stale-plan')
  })

  it('of a withdrawal and a review at once one wins, and the leader’s card says what happened', async () => {
    const world = await sentPart()
    const [taken, reviewed] = await Promise.all([
      withdraw(world, 'H-JX01', 'JX01', 'unit'),
      world.review('LD1', 'JX01'),
    ])
    expect([taken.ok, reviewed.ok].filter(Boolean)).toHaveLength(1)
    const other = await sentPart()
    expect(await cardOf(other, 'H-JX01', 'draft-goal')).toContain('撤回')
    doneOf(await withdraw(other, 'H-JX01', 'JX01', 'unit'))
    const card = await cardOf(other, 'LD1', 'plan-review')
    expect(card).toMatch(/单位填报部分已由药学院 负责人于3月1日 09:\d\d撤回/)
    expect(card).not.toContain('全部通过')
  })
})
