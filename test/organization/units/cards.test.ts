/** The cards of units and their reforms, at their largest and as the views fill them. */
import { describe, expect, it } from 'vitest'
import { formCard } from '../../../cards/form.ts'
import type { Card } from '../../../cards/kit.ts'
import { reformDoneCard } from '../../../cards/reform-done.ts'
import { reformPreviewCard } from '../../../cards/reform-preview.ts'
import { unitCard } from '../../../cards/unit.ts'
import { unitListCard } from '../../../cards/unit-list.ts'
import { renderCard } from '../../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import type { Viewer } from '../../../src/kernel/view.ts'
import { units } from '../../../src/organization/units/chapter.ts'
import { givePlan, type UnitsWorld, unitsWorld } from './world.ts'

const faults = (card: Card) => validateCard(renderCard(card))
const long = '很长的名称'.repeat(10)
const many = (count: number) => Array.from({ length: count }, (_, at) => `${at}${long}`)

const PAPER = {
  ...({ kind: 'merge', document: '校发〔2026〕18号'.repeat(4), on: '2026年6月10日' } as const),
  ...{ from: many(10), into: [long] },
}

describe('cards of units at their largest', () => {
  it('the list, one unit, a preview and its outcome are cards that the platform takes', () => {
    const button = { text: long, action: { show: 'units', with: {} } } as const
    const list = unitListCard({
      units: many(10).map((name) => ({ id: name, name, kind: '直属附属医院', state: 'exempt', reforms: 3 })),
      counts: { listed: 100, exempt: 10, ended: 100 },
      shown: '全部参加单位',
      filters: many(7).map((text) => ({ ...button, text })),
      turns: [button, button],
      office: true,
    })
    const unit = unitCard({
      ...{ id: 'J'.repeat(20), name: long, kind: '其他非教学单位', state: 'listed', leader: long },
      ...{ heads: many(3), contacts: many(5), teams: many(3), plan: long, results: many(20) },
      ...{ became: `已并入${long}`, reforms: many(50), left: many(10), leftInAll: 300 },
      ...{ turns: [button, button], office: true },
    })
    const preview = reformPreviewCard({
      ...PAPER,
      ...{ reform: 7, seen: 'mark', bars: many(10), remarks: many(6), details: many(5) },
      touches: many(6).map((what) => ({ what, how: what })),
      goals: many(8).map((name) => ({ name, to: name, open: true })),
      ...{ goalsInAll: 300, turns: [button, button], choose: many(8).map((text) => ({ ...button, text })) },
      ...{ roles: many(60), teams: many(3), who: long },
    })
    const done = reformDoneCard({
      ...{ ...PAPER, what: 'applied', who: long, when: '6月10日 09:00', lines: many(5), unit: 'JX09' },
    })
    for (const card of [list, unit, preview, done]) expect(faults(card)).toEqual([])
  })
})

describe('views and forms, as they are filled', () => {
  const viewerOf = (w: UnitsWorld, by: string): Viewer => {
    const { at, today } = w.meta(by)
    return { by, inNameOf: by, at, today }
  }
  const shows = async (w: UnitsWorld, by: string, name: string, params: object): Promise<Card> => {
    const view = units.views.find((one) => one.name === name)
    if (!view) throw new Error(`no view ${name}`)
    const complete = await view.complete(w.db, params, viewerOf(w, by))
    const message = await view.render(w.db, complete.params, viewerOf(w, by))
    if (message.kind !== 'card') throw new Error('no card')
    expect(faults(message.card)).toEqual([])
    return message.card
  }
  const text = (card: Card) => JSON.stringify(card)

  it('before it is confirmed only the office sees a reform; after it everybody concerned', async () => {
    const w = await unitsWorld()
    await givePlan(w, 'JX01', 'teaching')
    await givePlan(w, 'JX02', 'teaching')
    const wish = { kind: 'merge', units: ['JX01', 'JX02'], id: 'JX09', into: '健康学院' }
    const reform = await w.prepares({ ...wish, unitKind: 'teaching', leader: 'LD1' })
    expect(text(await shows(w, 'OF1', 'reform', { reform }))).toContain('确认生效')
    expect(text(await shows(w, 'C-JX01', 'reform', { reform }))).toContain('没有这项机构变动')
    expect(await w.confirms(reform, 'merge')).toMatchObject({ ok: true })
    expect(text(await shows(w, 'C-JX01', 'reform', { reform }))).toContain('6 项目标连同进展')
    const told = w.db.raw(`SELECT person FROM outbox WHERE view = 'reform' AND kind = 'send' ORDER BY person`)
    expect((told as { person: string }[]).map(({ person }) => person)).toEqual([
      ...['C-JX01', 'C-JX02', 'H-JX01', 'H-JX02', 'LD1', 'OF2', 'WG1'],
    ])
  })

  it('an ended unit is shown under its own name, with where it went and by which document', async () => {
    const w = await unitsWorld()
    await givePlan(w, 'JX01', 'teaching')
    const wish = {
      kind: 'merge',
      units: ['JX01'],
      into: 'JX02',
      id: '',
      unitKind: 'teaching',
      leader: '',
    }
    expect(await w.reforms(wish)).toMatchObject({ ok: true })
    const card = text(await shows(w, 'C-JX01', 'unit', { unit: '药学院' }))
    expect(card).toContain('已并入护理学院（校发〔2026〕18号）')
    expect(card).toContain('目标1 JX01的目标1 → 护理学院 目标1')
    expect(text(await shows(w, 'C-XZ01', 'unit', { unit: '药学院' }))).not.toContain('目标1')
    expect(text(await shows(w, 'OF1', 'unit', { unit: '护理' }))).toContain('药学院并入')
    expect(text(await shows(w, 'OF1', 'units', { shown: 'ended' }))).toContain('药学院')
    expect(text(await shows(w, 'OF1', 'unit', { unit: '没有' }))).toContain('没有找到')
  })

  it('every form opens for the office, and for nobody else', async () => {
    const w = await unitsWorld()
    await givePlan(w, 'JX01', 'teaching')
    const reform = await w.prepares({ kind: 'split', unit: 'JX01', lines: 'JX11 甲\nJX12 乙' })
    expect(await w.reforms({ kind: 'exempt', unit: 'XZ02', reason: '筹建' })).toMatchObject({ ok: true })
    const asked: { readonly [form: string]: object } = {
      ...{ 'add-unit': {}, 'merge-units': { units: '药学院、护理学院', into: '健康学院' }, 'split-unit': {} },
      ...{
        'rename-unit': { unit: '药学院' },
        'exempt-unit': { unit: 'JX01' },
        'unit-leader': { unit: 'JX01' },
      },
      ...{ 'unit-kind': { unit: 'JX01' }, 'restore-unit': { unit: 'XZ02' } },
      'reform-goals': { reform, goals: ['2026-JX01-1', '2026-JX01-2'] },
      'reform-places': { reform, roles: ['H-JX01|head|JX01'] },
    }
    for (const form of units.forms) {
      const params = asked[form.name] ?? {}
      const spec = await form.spec(w.db, params, viewerOf(w, 'OF1'))
      if ('refusal' in spec) throw new Error(`${form.name}: ${spec.refusal.code}`)
      expect(faults(formCard({ name: form.name, params: params as never, spec, hasDraft: false }))).toEqual(
        [],
      )
      expect(await form.spec(w.db, params, viewerOf(w, 'C-JX01'))).toMatchObject({
        refusal: { code: 'office-units' },
      })
    }
  })
})
