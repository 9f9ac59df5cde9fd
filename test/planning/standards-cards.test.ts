import { describe, expect, it } from 'vitest'
import { formCard } from '../../cards/form.ts'
import type { Card } from '../../cards/kit.ts'
import { priorityListCard } from '../../cards/priority-list.ts'
import { standardChangedCard } from '../../cards/standard-changed.ts'
import { standardListCard } from '../../cards/standard-list.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { seedGoal } from '../world/goals.ts'
import { viewerOf } from '../world/viewer.ts'
import { ITEM, keeping, NOW, standardsWorld, textOf } from './standards-world.ts'
import { doneOf } from './world.ts'

/** Characters that Feishu's markdown has to escape. */
const text = (length: number): string => '*[链]_接<'.repeat(length).slice(0, length)
const name = (number: number): string => `${number}${text(58)}`
const units = Array.from({ length: 100 }, (_, n) => `${n}附属医院与临床医学院`)
const action = { do: 'standard.end', with: { item: text(60), seen: 9 } }

const valid = (card: Card): void => expect(validateCard(renderCard(card))).toEqual([])

describe('cards of standards and priorities at their largest', () => {
  it('a page of work items with the longest names and standards', async () => {
    const world = await standardsWorld()
    for (let n = 0; n < 30; n++) doneOf(await world.add('OF1', name(n), text(1000)))
    for (const page of [0, 3, 5, 99]) await world.show('WG1', 'standards', { page })
    const shown = textOf(await world.show('C-JX01', 'standards', {}))
    expect(shown).not.toContain('standard.end')
    expect(shown).not.toContain('新增项目')
    expect(textOf(await world.show('OF1', 'standards', { item: name(29) }))).toContain(name(29))
  })

  it('a page of nothing', () => {
    valid(standardListCard({ total: 0, items: [], add: action, turns: [] }))
    valid(standardListCard({ total: 0, items: [], add: null, turns: [] }))
    const none = { year: null, total: 0, onlyUnserved: false, priorities: [], filter: null, turns: [] }
    valid(priorityListCard({ ...none, unserved: null, add: null }))
    valid(priorityListCard({ ...none, unserved: [], add: action }))
  })

  it.each([1, 12, 40])('%i changed standards of a hundred units', (count) => {
    const change = { before: text(1000), after: text(1000), by: text(30), at: '3月1日 10:03', units }
    const changes = Array.from({ length: count }, (_, n) => ({ ...change, name: name(n), outdated: true }))
    valid(standardChangedCard({ changes, next: { text: '请审核。', button: '去审核', action } }))
  })

  it('sixty priorities of the greatest length, each served by goals of a hundred units', async () => {
    const world = await standardsWorld()
    for (let n = 0; n < 60; n++) doneOf(await world.addPriority('OF1', `P${n}-${'x'.repeat(28)}`, text(300)))
    for (let n = 0; n < 100; n++) seedGoal(world.db, `U${n}`, 1, { title: text(60) })
    world.db.exec(`UPDATE goal SET priority = 'P0-${'x'.repeat(28)}'`)
    for (const page of [0, 5, 10]) await world.show('OF1', 'priorities', { page })
    await world.show('OF1', 'priorities', { unserved: true, page: 9 })
    const goals = { id: `P0-${'x'.repeat(28)}` }
    for (const page of [0, 2]) await world.show('CH', 'priority-goals', { ...goals, page })
    await world.show('CH', 'plans-to-ratify', {})
  })

  it('forms, to those who keep them', async () => {
    const world = await standardsWorld()
    const viewer = viewerOf('OF1', NOW)
    for (const [form, params] of [
      ['standard', { item: null, seen: 0 }],
      ['standard', { item: ITEM, seen: 1 }],
      ['priority', { id: null, seen: null }],
      ['priority', { id: 'YD1', seen: 0 }],
    ] as const) {
      const spec = await keeping.forms.find((one) => one.name === form)?.spec(world.db, params, viewer)
      if (!spec || 'refusal' in spec) throw new Error(`no form ${form}`)
      valid(formCard({ name: form, params, spec, hasDraft: false }))
    }
    const standard = keeping.forms.find((one) => one.name === 'standard')
    expect(await standard?.spec(world.db, { item: 'GX1', seen: 0 }, viewer)).toMatchObject({
      fields: [{ name: 'standard_text', initial: '教学事故为零，评教良好率不低于90%' }],
    })
    const payload = standard?.payload({ item_name: '甲', standard_text: '乙' }, { item: null, seen: 0 })
    expect(payload).toEqual({ item: null, seen: 0, name: '甲', standard: '乙' })
    const priority = keeping.forms.find((one) => one.name === 'priority')
    expect(priority?.payload({ text: '乙' }, { id: 'YD1', seen: 3 })).toEqual({
      id: 'YD1',
      seen: 3,
      text: '乙',
    })
  })
})
