import { describe, expect, it } from 'vitest'
import { doneOf, entry, planWorld, refusalOf } from './world.ts'

describe('review', () => {
  it('Article 16: belongs to the unit’s leader in charge', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    for (const by of ['LD2', 'CH', 'H-JX01', 'OF1']) {
      expect(refusalOf(await world.review(by, 'JX01')).code).toBe('other-leader')
    }
  })

  it('passes what is not returned, and gives returned goals back to their drafters with the words', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('WG1', 'JX01', 'group')
    await world.send('H-JX01', 'JX01', 'unit')
    expect(doneOf(await world.review('LD1', 'JX01', { 1: '目标值偏低' }))).toMatchObject({
      passed: 1,
      returned: 1,
      left: 0,
    })
    const { goals, status } = await world.plan('JX01')
    expect(goals.map((goal) => goal.status)).toEqual(['returned', 'passed'])
    expect(status).toBe('drafting')
    expect(world.told().slice(2)).toEqual([
      'goals-returned to WG1',
      'goals-returned to WG2',
      'goals-returned to WG3',
    ])
    expect(world.db.raw('SELECT remark FROM goal WHERE number = 1')).toEqual([{ remark: '目标值偏低' }])
  })

  it('lets a returned goal be changed and sent again, while the others stay passed', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.draft('WG2', 'JX01', entry('routine'))
    await world.send('WG1', 'JX01', 'group')
    await world.review('LD1', 'JX01', { 1: '目标值偏低' })
    const change = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('key', { title: '改后' }) } }
    doneOf(await world.do('WG3', 'goal.revise', { year: 2026, unit: 'JX01', ...change }))
    doneOf(await world.send('WG1', 'JX01', 'group'))
    const { goals } = await world.plan('JX01')
    expect(goals.map((goal) => goal.status)).toEqual(['sent', 'passed'])
    expect(goals[0]?.returns).toMatchObject([{ stage: 'review', comment: '目标值偏低' }])
  })

  it('names every faulty verdict at once: no word for a return, a word without a return, too long a word', async () => {
    const world = planWorld()
    for (let n = 0; n < 3; n++) await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    const verdicts = [
      { goal: '2026-JX01-1', verdict: 'return', comment: ' ' },
      { goal: '2026-JX01-2', verdict: null, comment: '请再想想' },
      { goal: '2026-JX01-3', verdict: 'return', comment: '字'.repeat(501) },
    ]
    const seen = await world.seen('JX01', 'sent')
    const refusal = refusalOf(
      await world.do('LD1', 'plan.review', { year: 2026, unit: 'JX01', seen, verdicts }),
    )
    expect(refusal).toMatchObject({
      code: 'faulty-verdicts',
      uncommented: [1],
      unreturned: [2],
      overlong: [3],
    })
  })

  it('decides one page’s goals and leaves the others where they are', async () => {
    const world = planWorld()
    for (let n = 0; n < 3; n++) await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    const page = { '2026-JX01-1': 1, '2026-JX01-2': 1 }
    const outcome = await world.do('LD1', 'plan.review', {
      year: 2026,
      unit: 'JX01',
      seen: page,
      verdicts: [],
    })
    expect(doneOf(outcome)).toMatchObject({ passed: 2, left: 1 })
    expect((await world.plan('JX01')).goals.map((goal) => goal.status)).toEqual(['passed', 'passed', 'sent'])
  })

  it('of two taps at once one decides, and the other is told who and when', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    const [first, second] = await Promise.all([
      world.review('LD1', 'JX01'),
      world.review('LD1', 'JX01', { 1: '再改' }),
    ])
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    const refusal = refusalOf(first.ok ? second : first)
    expect(refusal).toMatchObject({ code: 'already-decided', number: 1, by: '分管教学副校长' })
    expect(refusal.at).toMatch(/^2026-03-01T01:/)
    expect(world.db.raw("SELECT count(*) AS n FROM journal WHERE type = 'plan.reviewed'")).toEqual([{ n: 1 }])
  })

  it('refuses a verdict on a text that has changed since, and shows the present card', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    const seen = await world.seen('JX01', 'sent')
    await world.review('LD1', 'JX01', { 1: '改' })
    const change = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('special', { title: '改后' }) } }
    await world.do('C-JX01', 'goal.revise', { year: 2026, unit: 'JX01', ...change })
    await world.send('H-JX01', 'JX01', 'unit')
    const outcome = await world.do('LD1', 'plan.review', { year: 2026, unit: 'JX01', seen, verdicts: [] })
    expect(refusalOf(outcome).code).toBe('stale-plan')
    expect(outcome.show).toEqual({ name: 'plan-review', params: { year: 2026, unit: 'JX01' } })
  })
})
