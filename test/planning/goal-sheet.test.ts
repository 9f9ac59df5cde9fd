import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Element } from '../../cards/kit.ts'
import type { SheetFacts } from '../../src/planning/goal-sheet/facts.ts'
import { loadSheet } from '../../src/planning/goal-sheet/load.ts'
import { rangesText } from '../../src/planning/goal-sheet/log.ts'
import { findSeat } from '../../src/planning/places.ts'
import { claimOutbox } from '../../src/store/outbox.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { ask, sheetOf, UNIT } from './goal-sheet-plan.ts'
import { doneOf, entry, type PlanWorld, passWholePlan, planWorld } from './world.ts'

const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

async function inForce(): Promise<PlanWorld> {
  const world = planWorld()
  await passWholePlan(world)
  doneOf(await world.ratify('CH', 'JX01'))
  return world
}

async function factsOf(world: PlanWorld, unit = 'JX01'): Promise<SheetFacts> {
  const seat = await findSeat(world.db, unit)
  const facts = seat && (await loadSheet(world.db, 2026, seat))
  if (!facts) throw new Error('no sheet')
  return facts
}

const buttonsOf = (elements: readonly Element[]) =>
  elements.flatMap((one) => (one.tag === 'buttons' ? one.buttons : []))

describe('the goal sheet', () => {
  afterEach(() => void vi.useRealTimers())

  it('Article 16: follows the card to contact and head when the plan is in force; leader and convenor get the card', async () => {
    const world = await inForce()
    const until = '2026-03-01T03:00:00.000Z'
    const rows = await claimOutbox(world.db, { now: until, until, lease: 'lease', most: 100 })
    const told = (person: string): string[] =>
      rows.filter((row) => row.person === person && /in-force|sheet/.test(row.view)).map((row) => row.view)
    expect(told('C-JX01')).toEqual(['plan-in-force', 'goal-sheet'])
    expect(told('H-JX01')).toEqual(['plan-in-force', 'goal-sheet'])
    expect([told('WG1'), told('LD1')]).toEqual([['plan-in-force'], ['plan-in-force']])
  })

  it('is a .docx named after the unit and the year', async () => {
    const { name, bytes } = await sheetOf(await inForce())
    expect(name).toBe('药学院 2026年度目标责任书.docx')
    expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe('PK\u0003\u0004')
  })

  it('is the same, byte for byte, whenever it is made of the same plan', async () => {
    const world = await inForce()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-05T01:00:00Z') })
    const made = await sheetOf(world)
    vi.setSystemTime(Date.parse('2031-12-31T20:00:00Z'))
    expect(Buffer.compare(made.bytes, (await sheetOf(world, 'OF1')).bytes)).toBe(0)
  })

  it('names the plan’s version and the journal’s hash there', async () => {
    const world = await inForce()
    const [last] = world.db.raw(
      "SELECT version, hash FROM journal WHERE subject = 'plan:2026:JX01' ORDER BY version DESC LIMIT 1",
    ) as { version: number; hash: string }[]
    const facts = await factsOf(world)
    expect({ version: facts.version, hash: facts.hash }).toEqual(last)
  })

  it('Article 8: shares each type out among its goals by weight', async () => {
    const world = planWorld()
    for (const weight of [100, 200]) doneOf(await world.draft('WG2', 'JX01', entry('key', { weight })))
    doneOf(await world.send('WG1', 'JX01', 'group'))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    doneOf(await world.review('LD1', 'JX01'))
    doneOf(await world.ratify('CH', 'JX01'))
    const [key, special] = (await factsOf(world)).sections
    const shares = key?.goals.map((goal) => [goal.shareOfType, goal.shareOfTotal])
    expect(shares).toEqual([
      ['33.33%', '8.33%'],
      ['66.67%', '16.67%'],
    ])
    expect(special).toMatchObject({ ratio: 15, goals: [] })
  })

  it('Article 30: sums the budgets of each type and of the unit', async () => {
    const world = planWorld()
    for (const budget of [1_234_567_80, null, 20_00])
      doneOf(await world.draft('WG2', 'JX01', entry('key', { budget })))
    doneOf(await world.draft('WG2', 'JX01', entry('routine')))
    doneOf(await world.send('WG1', 'JX01', 'group'))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    doneOf(await world.review('LD1', 'JX01'))
    doneOf(await world.ratify('CH', 'JX01'))
    const { budget, sections } = await factsOf(world)
    expect([budget, ...sections.map((one) => one.budget)]).toEqual(['1,234,587.8', '1,234,587.8', '', ''])
    expect(sections[0]?.goals.map((goal) => goal.budget)).toEqual(['1,234,567.8', '', '20'])
  })

  it('Article 16: tells who sent, returned with which words, passed and ratified, in their order', async () => {
    const world = planWorld()
    doneOf(await world.draft('WG2', 'JX01', entry('key')))
    doneOf(await world.draft('WG2', 'JX01', entry('routine')))
    doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
    doneOf(await world.send('WG1', 'JX01', 'group'))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    doneOf(await world.review('LD1', 'JX01', { 3: '不必单列' }))
    doneOf(await world.do('C-JX01', 'goal.remove', { ...UNIT, goal: '2026-JX01-3' }))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    doneOf(await world.ratify('CH', 'JX01'))
    const told = (await factsOf(world)).log.map(({ by, what, lines }) => `${by} ${what} ${lines.join('|')}`)
    expect(told).toEqual([
      '第一工作组 组长 报送 工作组填报部分：目标1、2，共2项',
      '药学院 负责人 报送 单位填报部分：目标3，共1项',
      '分管教学副校长 审核 通过：目标1、2，共2项|退回目标3：不必单列',
      '药学院 负责人 报送 单位填报部分：无目标',
      '领导小组 组长 审定 审定：目标1、2，共2项',
      '领导小组 组长 生效 全部目标审定完毕，计划生效',
    ])
  })

  it('Article 13: says that the leader’s own draft went straight to ratification', async () => {
    const world = planWorld()
    doneOf(await world.draft('LD2', 'XZ01', entry('key')))
    doneOf(await world.draft('C-XZ01', 'XZ01', entry('routine')))
    doneOf(await world.send('LD2', 'XZ01', 'leader'))
    doneOf(await world.send('H-XZ01', 'XZ01', 'unit'))
    doneOf(await world.review('LD2', 'XZ01'))
    doneOf(await world.ratify('CH', 'XZ01'))
    const { kind, log } = await factsOf(world, 'XZ01')
    expect(kind).toBe('administrative')
    expect(log[0]?.lines).toEqual(['分管校领导填报部分：目标1，共1项；本人拟订，直接提交审定'])
  })

  it('is given to everybody who may see the unit’s goals, and to nobody else', async () => {
    const world = await inForce()
    for (const person of ['C-JX01', 'H-JX01', 'WG1', 'WG3', 'LD1', 'CH', 'LM1', 'OF1'])
      expect((await ask(world, person)).kind).toBe('file')
    for (const person of ['C-JX02', 'LD2', 'AG1', 'GA-energy'])
      expect((await ask(world, person)).kind).toBe('card')
  })

  it('is asked for with 责任书: the own unit’s at once, and by choice among those in force', async () => {
    const world = await inForce()
    const intent = planning.intents.find((one) => one.words.includes('责任书'))
    expect(intent?.opens('')).toEqual({ send: 'goal-sheet', with: {} })
    expect((await ask(world, 'C-JX01', {})).kind).toBe('file')
    const choice = await ask(world, 'LD1', {})
    const offered = choice.kind === 'card' ? buttonsOf(choice.card.elements) : []
    expect(offered).toEqual([{ text: '药学院', action: { show: 'goal-sheet', with: UNIT } }])
  })

  it('is offered with a button on the card of the plan in force and on 我的目标', async () => {
    const world = await inForce()
    for (const name of ['plan-in-force', 'my-goals']) {
      const view = planning.views.find((one) => one.name === name)
      const message = await view?.render(world.db, UNIT, viewerOf('WG1', NOW))
      const offered = message?.kind === 'card' ? buttonsOf(message.card.elements) : []
      expect(offered).toContainEqual({
        text: '目标责任书',
        action: { send: 'goal-sheet', with: UNIT },
      })
    }
  })

  it('waits for the ratification, and says so', async () => {
    const world = planWorld()
    await passWholePlan(world)
    expect(JSON.stringify(await ask(world, 'C-JX01'))).toContain('药学院的计划尚未生效')
    expect(JSON.stringify(await ask(world, 'LD1', {}))).toContain('还没有生效的计划')
  })

  it('draws numbers in a row together', () => {
    expect(rangesText([7])).toBe('目标7')
    expect(rangesText([3, 1, 2, 5, 7, 8, 10, 9])).toBe('目标1—3、5、7—10')
    expect(rangesText([1, 2, 4, 5])).toBe('目标1、2、4、5')
  })
})
