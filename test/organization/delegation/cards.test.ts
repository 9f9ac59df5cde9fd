import { describe, expect, it } from 'vitest'
import { type DelegationStatus, delegationCard } from '../../../cards/delegation.ts'
import { delegationListCard } from '../../../cards/delegation-list.ts'
import { formCard } from '../../../cards/form.ts'
import { inNameCard } from '../../../cards/in-name.ts'
import type { Action, Card, Element } from '../../../cards/kit.ts'
import { whichPrincipalCard } from '../../../cards/which-principal.ts'
import { renderCard, sizeOf } from '../../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import { delegation } from '../../../src/organization/delegation/chapter.ts'
import { planning } from '../../planning/chapter.ts'
import { doneOf, entry, planWorld } from '../../planning/world.ts'
import { viewerOf } from '../../world/viewer.ts'
import { delegationWorld } from './world.ts'

const nasty = (length: number): string =>
  '<at id=all></at>**粗**[链](http://x.cn)😀"\\'.repeat(length).slice(0, length)
const NOW = { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' } as const
const DUTIES = `${Array.from({ length: 8 }, () => nasty(40)).join('、')} 等 300 项`
const open: Action = { show: 'delegation', with: { principal: nasty(60), number: 999 } }

function drawn(card: Card): void {
  const rendered = renderCard(card)
  expect(validateCard(rendered)).toEqual([])
  expect(sizeOf(rendered)).toBeLessThan(30 * 1024)
}

function actionsOf(elements: readonly Element[]): Action[] {
  return elements.flatMap((one) => {
    if (one.tag === 'buttons') return one.buttons.map((button) => button.action)
    if (one.tag === 'form')
      return [...one.buttons.map((button) => button.action), ...actionsOf(one.elements as readonly Element[])]
    return one.tag === 'fold' ? actionsOf(one.elements) : []
  })
}

describe('the cards of delegation', () => {
  it.each<DelegationStatus>(['later', 'live', 'ended', 'over'])(
    'draw one that is %s at its largest',
    (status) => {
      const names = { principal: nasty(60), delegate: nasty(60), duties: DUTIES }
      const button = { text: '代办事项', action: open, confirm: { title: nasty(40), text: nasty(200) } }
      drawn(
        delegationCard({
          ...{ ...names, status, span: '2026年12月30日至2027年12月30日', given: nasty(80) },
          ...{ end: nasty(80), hint: nasty(200), buttons: [button, button] },
        }),
      )
    },
  )

  it('draw a full page of them with everything that the office may do', () => {
    const item = { principal: nasty(60), delegate: nasty(60), duties: DUTIES, span: '3月2日至3月10日', open }
    const items = Array.from({ length: 10 }, () => ({ ...item, status: 'live' as const }))
    const buttons = Array.from({ length: 3 }, () => ({ text: '下一页（100/100）', action: open }))
    drawn(delegationListCard({ ofAll: true, total: 1000, items, give: buttons, turns: buttons.slice(1) }))
    drawn(delegationListCard({ ofAll: false, total: 0, items: [], give: [], turns: [] }))
  })

  it('draw the choice among twenty who have one name', () => {
    const person = { id: nasty(30), name: nasty(60), unit: nasty(60), title: nasty(60) }
    drawn(whichPrincipalCard({ text: nasty(200), people: Array.from({ length: 30 }, () => person) }))
  })

  it('draw the form for somebody with a hundred duties, whatever was typed into it', async () => {
    const world = delegationWorld()
    for (let n = 0; n < 100; n++) {
      world.db.exec(
        `INSERT INTO unit (id, name, kind, leader, active) VALUES ('U${n}', '名称很长的单位${n}', 'party', 'LD1', 1)`,
      )
      world.db.exec(
        `INSERT INTO role_held (person, role, scope, from_on) VALUES ('LD1', 'head', 'U${n}', '2026-01-01')`,
      )
    }
    const [form] = delegation.forms
    const spec = await form?.spec(world.db, { of: null }, viewerOf('LD1', NOW))
    if (!spec || 'refusal' in spec) throw new Error('no form')
    drawn(formCard({ name: 'delegation', params: { of: null }, spec, hasDraft: true }))
  })
})

describe('a card in another’s name', () => {
  it('holds the largest review card, and every one of its buttons taps in that name', async () => {
    const world = planWorld()
    const long = '*[链]_接'.repeat(200)
    for (let n = 1; n <= 30; n++) {
      const words = {
        title: `${n}${long.slice(0, 58)}`,
        content: long.slice(0, 1000),
        owner: long.slice(0, 60),
      }
      doneOf(await world.draft('WG2', 'JX01', entry(n % 3 ? 'routine' : 'key', words)))
    }
    doneOf(await world.send('WG1', 'JX01', 'group'))
    const view = planning.views.find((one) => one.name === 'plan-review')
    const message = await view?.render(world.db, { year: 2026, unit: 'JX01' }, viewerOf('LD1', NOW))
    if (message?.kind !== 'card') throw new Error('no card')
    const card = inNameCard(message.card, { principal: nasty(30), name: nasty(60), until: '12月30日' })
    drawn(card)
    const actions = actionsOf(card.elements)
    expect(actions.length).toBeGreaterThan(5)
    expect(new Set(actions.map((action) => action.for))).toEqual(new Set([nasty(30)]))
    expect(JSON.stringify(card)).toContain('您代')
  })
})
