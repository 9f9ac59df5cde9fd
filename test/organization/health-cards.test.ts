import { describe, expect, it } from 'vitest'
import { healthCard, ROWS_A_CARD } from '../../cards/health.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { loadFindings } from '../../src/organization/health/load.ts'
import { loadHealth } from '../../src/organization/health/queries.ts'
import { examineHealth } from '../../src/organization/health/rules/examine.ts'
import { freshDatabase } from '../world/database.ts'
import { processorTime } from '../world/processor.ts'
import { seedOrganization } from '../world/seed.ts'

const LONG = '**长**<at id=all></at>'.repeat(60)
const mend = {
  send: 'form',
  with: { form: 'give-role', params: { role: 'contact', scope: LONG.slice(0, 60) } },
} as const

describe('the card of 体检', () => {
  it('can be sent at its largest', () => {
    const rows = Array.from({ length: ROWS_A_CARD }, (_, at) => ({
      ...{ text: LONG.slice(0, 300), button: '安排工作组一二三', mend },
      weight: (['stops', 'harms', 'note'] as const)[at % 3] ?? 'note',
    }))
    const turns = ['上一页', '下一页'].map((text) => ({
      text,
      action: { show: 'health', with: { page: 1 } },
    }))
    const counts = { stops: 4000, harms: 4000, note: 4000 }
    expect(validateCard(renderCard(healthCard({ on: '2026年3月2日', counts, rows, turns })))).toEqual([])
  })

  it('of a healthy school can be sent', () => {
    const card = healthCard({
      on: '2026年3月2日',
      counts: { stops: 0, harms: 0, note: 0 },
      rows: [],
      turns: [],
    })
    expect(validateCard(renderCard(card))).toEqual([])
  })
})

describe('a school of 1,000 units and 5,000 people', () => {
  it('is examined in few statements, within a second', async () => {
    const db = freshDatabase()
    seedOrganization(db)
    db.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      INSERT INTO unit (id, name, kind, leader, active) SELECT 'U' || i, '单位' || i, 'administrative', NULL, 1 FROM n;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO person (id, name, unit, title) SELECT 'P' || i, '人员' || i, 'U' || (i % 1000 + 1), '' FROM n;
      INSERT INTO role_held (person, role, scope, from_on) SELECT id, 'head', unit, '2026-01-01' FROM person WHERE id LIKE 'P%';`)
    const used = processorTime()
    const found = await loadFindings(db, '2026-03-02')
    expect(used()).toBeLessThan(1000)
    expect(found.filter(({ code }) => code === 'missing-contact')).toHaveLength(1000)
    const unreached = found.find((one) => one.code === 'unreachable-holders')
    expect(unreached?.people.length).toBeGreaterThanOrEqual(5000)
    expect(examineHealth(await loadHealth(db, [], '2026-03-02')).length).toBeGreaterThan(1000)
  })
})
