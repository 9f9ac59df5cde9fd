import { describe, expect, it } from 'vitest'
import { coefficientListCard } from '../../cards/coefficient-list.ts'
import { excellenceDecidedCard } from '../../cards/excellence-decided.ts'
import { excellenceNamingCard } from '../../cards/excellence-naming.ts'
import { excellenceQuotaCard } from '../../cards/excellence-quota.ts'
import { gateReportCard } from '../../cards/gate-report.ts'
import type { Card } from '../../cards/kit.ts'
import { resultGateCard } from '../../cards/result-gate.ts'
import { resultListCard } from '../../cards/result-list.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { namingSpec, quotaSpec } from '../../src/results/forms/excellence-forms.ts'
import { gateSpec } from '../../src/results/forms/gate-form.ts'
import type { Deciding } from '../../src/results/proposal.ts'
import { proposeExcellence } from '../../src/results/rules/excellence.ts'
import { UNREPORTED } from '../../src/results/rules/gate.ts'

/** A university of 160 units with names longer than any real one, all of them tied at the top. */
const LONG = '*教学*科研与社会服务综合保障中心（@all）'
const ids = Array.from({ length: 160 }, (_, i) => `U${i}`)
const names = ids.map((id) => `${LONG}${id}`)
const units = ids.map((id, i) => ({
  unit: id,
  name: `${LONG}${id}`,
  cohort: i % 2 === 0 ? ('standard' as const) : ('graded' as const),
  final: 95_00,
  appealed: false,
  failed: [],
  gates: {},
}))
const signed = { by: 'CH', name: '组长', at: '2026-12-01T00:00:00.000Z' } as const
const said = { by: '组长', when: '12月1日 08:00' }
const ratios = { standard: 30_00, graded: 30_00 }
const deciding: Deciding = {
  state: { status: 'proposed', year: 2026, ratios, proposed: signed },
  standing: { units, scored: units, missing: [] },
  proposal: proposeExcellence(units, ratios, REGULATION_DEFAULTS),
}
const faults = (card: Card) => validateCard(renderCard(card))

describe('cards of a large university can still be sent', () => {
  it('the gate report, with every unit unanswered', () => {
    const all = ids.map((id, i) => ({ id, name: names[i] ?? '', verdict: null, reason: '长'.repeat(500) }))
    const card = gateReportCard({
      year: 2026,
      area: { key: 'ethics', name: '师德师风评价', leadUnit: '宣传部' },
      units: all,
      page: 2,
      pages: 16,
      shown: all.slice(10, 20),
      form: {
        spec: gateSpec('师德师风评价', all.slice(10, 20), UNREPORTED),
        params: { year: 2026, area: 'ethics', page: 2, units: ids.slice(10, 20) },
      },
      closed: null,
      open: true,
    })
    expect(faults(card)).toEqual([])
  })

  it('the ratios compared, with everyone tied', () => {
    const tied = names.slice(0, 80)
    const effects = [10_00, 15_00, 20_00, 25_00, 30_00].map((ratio) => ({
      ratio,
      places: 24,
      named: tied,
      tied,
      seats: 3,
      barred: tied,
      border: 95_00,
    }))
    const cohorts = (['standard', 'graded'] as const).map((cohort) => ({
      cohort,
      units: 80,
      effects,
      chosen: 15_00,
    }))
    const form = { spec: quotaSpec(deciding), params: { year: 2026 } }
    expect(faults(excellenceQuotaCard({ year: 2026, cohorts, form }))).toEqual([])
  })

  it('the naming, with fifty to choose from in each cohort', () => {
    const cohorts = (['standard', 'graded'] as const).map((cohort) => ({
      cohort,
      units: 80,
      ratio: 30_00,
      places: 24,
      border: 95_00,
      named: [],
      tied: names.slice(0, 50),
      seats: 24,
      barred: names.slice(0, 80).map((name) => ({ name, areas: ['师德师风评价', '节能减排'] })),
    }))
    const fifty = units.filter((_, i) => i < 100)
    const smaller = { ...deciding, proposal: proposeExcellence(fifty, ratios, REGULATION_DEFAULTS) }
    const form = { spec: namingSpec(smaller), params: { year: 2026, seen: 'x' } }
    expect(faults(excellenceNamingCard({ year: 2026, cohorts, proposed: said, form }))).toEqual([])
  })

  it('the decision, the list of all, the coefficients and what is missing', () => {
    const rows = units.map((unit) => ({ ...unit, unit: unit.name, grade: 'excellent' as const, rank: 1 }))
    const own = rows.map((row, i) => ({ ...row, id: ids[i] ?? '' }))
    const cohorts = [{ cohort: 'standard' as const, ratio: 10_000, units: 160, excellent: names }]
    const missing = [{ title: '考核得分未确定', items: names, go: null }]
    const cards = [
      excellenceDecidedCard({ year: 2026, cohorts, ratified: said, announced: null }),
      resultListCard({ year: 2026, rows, page: 1, own, announced: said }),
      resultListCard({ year: 2026, rows, page: 2, own, announced: null }),
      coefficientListCard({
        year: 2026,
        office: true,
        units: ids.map((id, i) => ({ id, name: names[i] ?? '', coefficients: null })),
      }),
      resultGateCard({ year: 2026, status: 'unproposed', missing, ratified: null, announced: null }),
    ]
    for (const card of cards) expect(faults(card)).toEqual([])
  })
})
