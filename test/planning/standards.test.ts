import { describe, expect, it } from 'vitest'
import { findGoal } from '../../src/planning/queries.ts'
import { findDelivery, insertDelivery } from '../../src/store/deliveries.ts'
import { viewerOf } from '../world/viewer.ts'
import {
  draftRoutine,
  ITEM,
  keeping,
  NEW,
  NOW,
  OLD,
  sendRoutine,
  sentence,
  standardsWorld,
  tapOf,
  textOf,
  toldOfStandards,
} from './standards-world.ts'
import { doneOf, entry, refusalOf } from './world.ts'

const PLACE = { year: 2026, unit: 'JX01' }

describe('keeping work items and standards', () => {
  it('Article 11: belongs to the office and to the working groups’ convenors and members', async () => {
    const world = await standardsWorld()
    for (const by of ['OF1', 'WG1', 'WG2']) doneOf(await world.add(by, `项目${by}`, '标准'))
    for (const by of ['C-JX01', 'H-XZ01', 'LD1', 'CH', 'AG1']) {
      expect(refusalOf(await world.add(by, '别的', '标准')).code).toBe('foreign-standards')
      expect(refusalOf(await world.change(by, ITEM, NEW)).code).toBe('foreign-standards')
      expect(refusalOf(await world.end(by, ITEM)).code).toBe('foreign-standards')
    }
  })

  it('offers a new item to the drafters at once', async () => {
    const world = await standardsWorld()
    await draftRoutine(world, 'JX01')
    expect(await findGoal(world.db, '2026-JX01-1')).toMatchObject({ type: 'routine', criterion: OLD })
  })

  it('names every fault of what was typed at once', async () => {
    const world = await standardsWorld()
    const refusal = refusalOf(await world.add('OF1', '项'.repeat(61), '  '))
    expect(refusal).toEqual({
      code: 'faulty-standard',
      faults: [
        { field: 'name', fault: 'too-long', limit: 60 },
        { field: 'standard', fault: 'missing', limit: 1000 },
      ],
    })
    expect(sentence(refusal)).toBe('请改正后再保存：工作项目不能超过60字；衡量标准须填写。')
    expect(refusalOf(await world.add('OF1', ' 教学运行 ', '标准'))).toEqual({
      code: 'taken-item',
      name: '教学运行',
    })
    expect(refusalOf(await world.change('OF1', ITEM, ` ${OLD} `)).code).toBe('unchanged-standard')
  })

  it('Article 11: before ratification a change holds for every unit that has the item', async () => {
    const world = await standardsWorld()
    for (const unit of ['JX01', 'JX02', 'XZ01']) await draftRoutine(world, unit)
    doneOf(await world.change('WG3', ITEM, NEW))
    for (const unit of ['JX01', 'JX02', 'XZ01'])
      expect(await findGoal(world.db, `2026-${unit}-1`)).toMatchObject({ criterion: NEW })
  })

  it('Article 11: tells drafters, contacts, heads and the leader who reviews, one message a person', async () => {
    const world = await standardsWorld()
    await draftRoutine(world, 'JX01')
    for (const unit of ['JX01', 'JX02']) await sendRoutine(world, unit)
    await draftRoutine(world, 'XZ01')
    await draftRoutine(world, 'XZ02', 'GX2')
    expect(doneOf(await world.change('OF1', ITEM, NEW))).toMatchObject({ what: 'changed', told: 8 })
    expect(toldOfStandards(world)).toEqual([
      'C-JX01',
      'C-JX02',
      'C-XZ01',
      'H-JX01',
      'H-JX02',
      'H-XZ01',
      'LD1',
      'WG1',
    ])
  })

  it('does not tell whoever made the change', async () => {
    const world = await standardsWorld()
    await draftRoutine(world, 'JX01')
    doneOf(await world.change('WG1', ITEM, NEW))
    expect(toldOfStandards(world)).toEqual(['C-JX01', 'H-JX01'])
  })

  it('shows old and new side by side to those whom the change concerns, each with the own units', async () => {
    const world = await standardsWorld()
    for (const unit of ['JX01', 'JX02']) await sendRoutine(world, unit)
    doneOf(await world.change('OF1', ITEM, NEW))
    const params = { year: 2026, changes: [{ item: ITEM, version: 2 }] }
    const leader = textOf(await world.show('LD1', 'standard-changed', params))
    for (const part of [OLD, NEW, '药学院、护理学院', '去审核', '办公室 工作人员修改'])
      expect(leader).toContain(part)
    const contact = textOf(await world.show('C-JX01', 'standard-changed', params))
    expect(contact).toContain('涉及单位：药学院"')
    expect(contact).not.toContain('去审核')
    doneOf(await world.change('OF1', ITEM, '三改'))
    expect(textOf(await world.show('C-JX01', 'standard-changed', params))).toContain('此后又有修改')
  })
})

describe('a standard that changes under a review', () => {
  it('Article 11: makes the leader’s old card stale, and the new one shows the new standard', async () => {
    const world = await standardsWorld()
    await sendRoutine(world, 'JX01')
    const old = await world.show('LD1', 'plan-review', PLACE)
    expect(textOf(old)).toContain(OLD)
    doneOf(await world.change('OF1', ITEM, NEW))
    const outcome = await world.do('LD1', 'plan.review', tapOf(old, 'plan.review'))
    expect(refusalOf(outcome).code).toBe('stale-plan')
    expect(outcome.show).toEqual({ name: 'plan-review', params: PLACE })
    const present = await world.show('LD1', 'plan-review', PLACE)
    expect(textOf(present)).toContain(NEW)
    doneOf(await world.do('LD1', 'plan.review', tapOf(present, 'plan.review')))
  })

  it('Article 11: makes a ballot on one page stale in the same way', async () => {
    const world = await standardsWorld()
    await sendRoutine(world, 'JX01')
    const form = planFormOf(await world.show('LD1', 'plan-review', PLACE))
    doneOf(await world.change('OF1', ITEM, NEW))
    const ballot = { ...form, verdicts: [] }
    expect(refusalOf(await world.do('LD1', 'plan.review', ballot)).code).toBe('stale-plan')
  })

  it('Article 11: makes the chair’s old card stale; what is ratified is the standard that the chair saw', async () => {
    const world = await standardsWorld()
    await sendRoutine(world, 'JX01')
    doneOf(await world.review('LD1', 'JX01'))
    const old = await world.show('CH', 'plan-ratify', PLACE)
    doneOf(await world.change('OF1', ITEM, NEW))
    expect(refusalOf(await world.do('CH', 'plan.ratify', tapOf(old, 'plan.ratify'))).code).toBe('stale-plan')
    const present = await world.show('CH', 'plan-ratify', PLACE)
    doneOf(await world.do('CH', 'plan.ratify', tapOf(present, 'plan.ratify')))
    expect(await findGoal(world.db, '2026-JX01-1')).toMatchObject({ criterion: NEW, status: 'in-force' })
  })

  it('leaves a card without a goal of the item as good as it was', async () => {
    const world = await standardsWorld()
    await sendRoutine(world, 'JX01', 'GX1')
    const card = await world.show('LD1', 'plan-review', PLACE)
    doneOf(await world.change('OF1', ITEM, NEW))
    doneOf(await world.do('LD1', 'plan.review', tapOf(card, 'plan.review')))
  })

  it('has every card with a goal of it drawn anew', async () => {
    const world = await standardsWorld()
    await sendRoutine(world, 'JX01')
    await sendRoutine(world, 'JX02', 'GX1')
    const card = { chat_id: 'c', person: 'LD1', view: 'plan-review', params: '{}', sent_at: NOW.at }
    await world.db.commit([
      insertDelivery({ ...card, message_id: 'om_1', about: 'plan:2026:JX01' }),
      insertDelivery({ ...card, message_id: 'om_2', about: 'plan:2026:JX02' }),
    ])
    expect(await findDelivery(world.db, 'om_1')).toBeDefined()
    doneOf(await world.change('OF1', ITEM, NEW))
    expect(world.db.raw("SELECT message_id FROM outbox WHERE kind = 'update'")).toEqual([
      { message_id: 'om_1' },
    ])
  })
})

describe('after the first ratification of the year', () => {
  it('Article 11: a standard is fixed, and the refusal points to the adjustment of goals', async () => {
    const world = await standardsWorld()
    await sendRoutine(world, 'JX01')
    await draftRoutine(world, 'JX02')
    doneOf(await world.review('LD1', 'JX01'))
    doneOf(await world.ratify('CH', 'JX01'))
    const refusal = refusalOf(await world.change('OF1', ITEM, NEW))
    expect(refusal).toEqual({ code: 'ratified-standard', name: ITEM, unit: '药学院' })
    expect(sentence(refusal)).toContain('请按「目标调整」')
    const form = keeping.forms.find((one) => one.name === 'standard')
    const asked = await form?.spec(world.db, { item: ITEM, seen: 1 }, viewerOf('OF1', NOW))
    expect(asked).toEqual({ refusal })
    expect(textOf(await world.show('OF1', 'standards', { item: ITEM }))).toContain('已审定')
  })

  it('Article 11: other items can still be changed', async () => {
    const world = await standardsWorld()
    await sendRoutine(world, 'JX01', 'GX1')
    doneOf(await world.review('LD1', 'JX01'))
    doneOf(await world.ratify('CH', 'JX01'))
    doneOf(await world.change('OF1', ITEM, NEW))
  })
})

describe('ending a work item', () => {
  it('is refused while goals use it, with the units named', async () => {
    const world = await standardsWorld()
    for (const unit of ['JX01', 'JX02']) await draftRoutine(world, unit)
    const refusal = refusalOf(await world.end('OF1', ITEM))
    expect(refusal).toEqual({ code: 'used-item', name: ITEM, units: ['药学院', '护理学院'] })
    expect(sentence(refusal)).toContain('药学院、护理学院')
  })

  it('takes it from the drafters’ lists, and it may come back', async () => {
    const world = await standardsWorld()
    doneOf(await world.end('WG1', ITEM))
    const draft = () => world.draft('WG2', 'JX01', entry('routine', { workItem: ITEM }))
    expect(refusalOf(await draft())).toMatchObject({ faults: [{ field: 'workItem', fault: 'unknown' }] })
    expect(refusalOf(await world.end('WG1', ITEM)).code).toBe('unknown-item')
    doneOf(await world.add('OF1', ITEM, NEW))
    doneOf(await draft())
  })
})

/** What the form on the card names as seen. */
function planFormOf(card: Awaited<ReturnType<Awaited<ReturnType<typeof standardsWorld>>['show']>>) {
  const form = card.elements.find((one) => one.tag === 'form')
  const action = form?.tag === 'form' ? form.buttons[0]?.action : undefined
  if (!action || !('submit' in action)) throw new Error('no form on the card')
  return action.with
}
