import { describe, expect, it } from 'vitest'
import { doneOf, EMPTY_ENTRY, entry, planWorld, refusalOf } from './world.ts'

describe('sending', () => {
  it('Article 9: is refused with the whole list of what is missing, not the first fault', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', { ...EMPTY_ENTRY, content: '', seen: '' })
    await world.draft('WG2', 'JX01', { ...EMPTY_ENTRY, seen: '', indicator: '就业率' })
    await world.draft('WG2', 'JX01', { ...EMPTY_ENTRY, type: 'routine' })
    expect(refusalOf(await world.send('WG1', 'JX01', 'group'))).toEqual({
      code: 'incomplete-part',
      missing: [
        { number: 1, field: 'content' },
        { number: 1, field: 'measure' },
        { number: 1, field: 'criterion' },
        { number: 1, field: 'dueOn' },
        { number: 1, field: 'priority' },
        { number: 2, field: 'target' },
        { number: 2, field: 'criterion' },
        { number: 2, field: 'dueOn' },
        { number: 2, field: 'priority' },
        { number: 3, field: 'workItem' },
      ],
    })
  })

  it('belongs to the head, the convenor and the leader in charge, each for the own part', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    expect(refusalOf(await world.send('C-JX01', 'JX01', 'unit'))).toEqual({
      code: 'other-sender',
      drafter: 'unit',
    })
    expect(refusalOf(await world.send('WG2', 'JX01', 'group'))).toEqual({
      code: 'other-sender',
      drafter: 'group',
    })
    expect(refusalOf(await world.send('LD1', 'JX01', 'leader'))).toMatchObject({ code: 'other-sender' })
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect(refusalOf(await world.send('H-JX01', 'JX01', 'unit'))).toMatchObject({ code: 'sent-part' })
  })

  it('Article 14: only a unit that drafts nothing but special goals may send an empty part', async () => {
    const world = planWorld()
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    const nothing = { code: 'incomplete-part', missing: [{ number: null, field: 'goals' }] }
    expect(refusalOf(await world.send('WG1', 'JX01', 'group'))).toEqual(nothing)
    expect(refusalOf(await world.send('H-XZ01', 'XZ01', 'unit'))).toEqual(nothing)
    expect(refusalOf(await world.send('LD2', 'XZ01', 'leader'))).toEqual(nothing)
  })

  it('Article 16: tells the leader in charge with the card to review', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    expect(world.told()).toEqual(['plan-review to LD1'])
  })

  it('Article 16: a leader’s own draft goes to ratification without a second review, and the journal says why', async () => {
    const world = planWorld()
    await world.draft('LD2', 'XZ01', entry('key'))
    doneOf(await world.send('LD2', 'XZ01', 'leader'))
    expect((await world.plan('XZ01')).goals[0]?.status).toBe('passed')
    expect(world.db.raw("SELECT body->>'$.review' AS review FROM journal WHERE type = 'part.sent'")).toEqual([
      { review: 'own-draft' },
    ])
    expect(world.told()).toEqual([])
  })

  it('is refused where nobody is in charge of the unit', async () => {
    const world = planWorld()
    world.db.exec("UPDATE unit SET leader = NULL WHERE id = 'JX01'")
    expect(refusalOf(await world.send('H-JX01', 'JX01', 'unit')).code).toBe('missing-leader')
  })

  it('sends only what the sender has seen', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    const refusal = await world.do('H-JX01', 'plan.send', {
      year: 2026,
      unit: 'JX01',
      drafter: 'unit',
      seen: {},
    })
    expect(refusalOf(refusal).code).toBe('stale-plan')
  })
})
