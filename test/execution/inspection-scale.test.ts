/** Inspection at the size of a school: 100 units of 30 goals, a body with many units and people, a year of findings. */
import { beforeAll, describe, expect, it } from 'vitest'
import { formCard } from '../../cards/form.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { checkForm, visitForm } from '../../src/execution/inspection/forms/plan.ts'
import { beginView } from '../../src/execution/inspection/views/choose.ts'
import { viewerOf } from '../world/viewer.ts'
import { CHECK, type InspectionWorld, inspectionWorld, NOTE, VISIT } from './inspection-world.ts'

const LOOKING = viewerOf('WG1', { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' })

let w: InspectionWorld
beforeAll(async () => {
  w = await inspectionWorld()
  const rows = (count: number, of: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => of(n + 1)).join(', ')
  w.db.exec(
    `INSERT INTO unit (id, name, kind, leader, active) VALUES ${rows(97, (n) => `('U${n}', '第${n}学院', 'teaching', 'LD1', 1)`)}`,
  )
  w.db.exec(`INSERT INTO team_unit (group_id, unit) VALUES ${rows(97, (n) => `('WG', 'U${n}')`)}`)
  w.db.exec(`INSERT INTO person (id, name, title) VALUES ${rows(47, (n) => `('P${n}', '督查员${n}', '')`)}`)
  w.db.exec(
    `INSERT INTO role_held (person, role, scope, from_on) VALUES ${rows(47, (n) => `('P${n}', 'working-member', 'WG', '2026-01-01')`)}`,
  )
  w.db.exec(`INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight)
    SELECT '2026-' || unit.id || '-' || n.value, 'plan:2026:' || unit.id, 2026, unit.id, 'routine', n.value, 'in-force', 'group',
      '教学运行', '', '', '', '2026-11-30', 100
    FROM unit, (SELECT value FROM json_each('${JSON.stringify(Array.from({ length: 30 }, (_, n) => n + 1))}')) AS n WHERE unit.id LIKE 'U%'`)
})

const drawn = async (form: typeof visitForm, params: Parameters<typeof visitForm.spec>[1]) => {
  const spec = await form.spec(w.db, params, LOOKING)
  if ('refusal' in spec) throw new Error(spec.refusal.code)
  const card = formCard({ name: form.name, params: {}, spec, hasDraft: true })
  expect(validateCard(renderCard(card))).toEqual([])
  return spec
}

describe('a body of a hundred units', () => {
  it('draws fifty of three thousand goals, and everyone can have the list', async () => {
    const began = performance.now()
    const inspection = await w.does('WG1', 'check.state', { ...CHECK, places: 50 })
    await w.does('OF1', 'check.draw', { inspection, said: '7' })
    const card = await w.read('OF1', 'inspection', { inspection })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(card).toContain('2916 项中抽 50')
    expect((await w.read('OF1', 'check-list', { inspection })).trim().split('\n')).toHaveLength(2916)
    expect(await w.read('WG1', 'finding-target', { inspection })).toContain('下一页')
  })

  it('is asked for the unit in a card of pages, or by words, before the form', async () => {
    expect(await beginView.complete(w.db, { kind: 'visit' }, LOOKING)).toMatchObject({
      name: 'inspection-begin',
    })
    expect(await w.read('WG1', 'inspection-begin', { kind: 'visit', page: 3 })).toContain('下一页（5/9）')
    expect(await beginView.complete(w.db, { kind: 'visit', unit: '第97学院' }, LOOKING)).toMatchObject({
      name: 'form',
      params: { form: 'visit', params: { body: 'WG', unit: 'U97' } },
    })
    expect(await w.read('WG1', 'inspection-begin', { kind: 'visit', unit: '第9' })).toContain('第97学院')
    expect(await w.read('WG1', 'inspection-begin', { kind: 'visit', unit: '教务处' })).toContain(
      '没有您可以检查的',
    )
    expect((await drawn(visitForm, { body: 'WG', unit: 'U97' })).title).toBe('安排调研：第97学院')
    await drawn(checkForm, { body: 'WG' })
  })

  it('lists a year of visits and findings in pages', async () => {
    for (let n = 1; n <= 30; n++) {
      const inspection = await w.does('WG1', 'visit.plan', { ...VISIT, unit: `U${n}`, inspectors: ['WG1'] })
      const note = { ...NOTE, inspection, unit: `U${n}`, goal: `2026-U${n}-1`, fact: `事实${n}` }
      const finding = await w.does('WG1', 'finding.note', note)
      const [row] = w.db.raw(`SELECT state ->> '$.hash' AS hash FROM subject WHERE id = '${finding}'`)
      await w.does('WG1', 'finding.publish', { finding, seen: String(Reflect.get(row as object, 'hash')) })
    }
    for (const page of [0, 1, 2, 3, 99]) {
      expect(await w.read('OF1', 'inspections', { page })).toContain('共 31 次')
      expect(await w.read('OF1', 'findings', { page, kind: 'rectifications' })).toContain('共 30 条')
    }
    expect(await w.read('OF1', 'inspections', { kind: 'check' })).toContain('共 1 次')
    expect(await w.todos('C-JX01')).toEqual([])
  })
})
