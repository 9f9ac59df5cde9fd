import { describe, expect, it } from 'vitest'
import { coefficientListCard } from '../../cards/coefficient-list.ts'
import { excellenceBallotCard } from '../../cards/excellence-ballot.ts'
import { excellenceDecidedCard } from '../../cards/excellence-decided.ts'
import { excellenceNamingCard } from '../../cards/excellence-naming.ts'
import { excellenceQuotaCard } from '../../cards/excellence-quota.ts'
import { gateChasedCard } from '../../cards/gate-chased.ts'
import { gateReminderCard } from '../../cards/gate-reminder.ts'
import { gateReportCard } from '../../cards/gate-report.ts'
import { gateWorkbookFaultsCard } from '../../cards/gate-workbook-faults.ts'
import { gateWorkbookSummaryCard } from '../../cards/gate-workbook-summary.ts'
import type { Button, Card } from '../../cards/kit.ts'
import { type MissingItem, resultGateCard } from '../../cards/result-gate.ts'
import { resultListCard } from '../../cards/result-list.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { returnSpec } from '../../src/results/forms/ballot-form.ts'
import { failSpec, gateSpec } from '../../src/results/forms/gate-form.ts'
import { namingSpec } from '../../src/results/forms/naming-form.ts'
import { quotaSpec } from '../../src/results/forms/quota-form.ts'
import type { Deciding } from '../../src/results/proposal.ts'
import { UNREPORTED } from '../../src/results/rules/gate.ts'

/** A university of 300 units with names longer than any real one, all of them tied at the top. */
const LONG = '*教学*科研与社会服务综合保障中心（@all）'
const ids = Array.from({ length: 300 }, (_, i) => `U${i}`)
const names = ids.map((id) => `${LONG}${id}`)
const units = ids.map((id, i) => ({
  unit: id,
  name: `${LONG}${id}`,
  cohort: i % 2 === 0 ? ('standard' as const) : ('graded' as const),
  final: 95_00,
  stage: 'decided' as const,
  appealed: false,
  appeal: null,
  failed: [],
  gates: {},
}))
const signed = { by: 'CH', name: '组长', at: '2026-12-01T00:00:00.000Z' } as const
const said = { by: '组长', when: '12月1日 08:00' }
const ratios = { standard: 30_00, graded: 30_00 }
const state = { status: 'proposed', year: 2026, ratios, proposed: signed } as const
const deciding: Deciding = { state, standing: { units, scored: units, missing: [] } }
const turns: Button[] = ['上一页', '下一页'].map((text) => ({ text, action: { show: 'x', with: {} } }))
const moved = names.map((name, i) => ({
  name,
  from: { final: 95_00, grade: 'excellent' as const, rank: i + 1 },
  to: { final: 95_00, grade: 'qualified' as const, rank: i + 2 },
  displacedBy: names.slice(0, 40),
}))
const barred = names.slice(0, 150).map((name) => ({ name, areas: ['师德师风评价', '节能减排'] }))
const faults = (card: Card) => validateCard(renderCard(card))

describe('cards of a university of 300 units can still be sent', () => {
  it('the gate report, with every unit unanswered', () => {
    const all = ids.map((id, i) => ({ id, name: names[i] ?? '', verdict: null, reason: '长'.repeat(500) }))
    const card = gateReportCard({
      year: 2026,
      area: { key: 'ethics', name: '师德师风评价', leadUnit: '宣传部' },
      units: all,
      page: 2,
      pages: 30,
      shown: all.slice(10, 20),
      form: {
        spec: gateSpec('师德师风评价', all.slice(10, 20), UNREPORTED),
        params: { year: 2026, area: 'ethics', page: 2, units: ids.slice(10, 20) },
        fails: failSpec,
      },
      office: true,
      closed: null,
      open: true,
    })
    expect(faults(card)).toEqual([])
  })

  it('the chase, and the workbook with its faults and its summary', () => {
    const areas = REGULATION_DEFAULTS.gateAreas.map((area) => ({ ...area, silent: 300, people: names }))
    const place = '「一票否决」第300行「单位编号」'
    const shown = names.slice(0, 50).map((name) => ({ place, text: `“${name}”不在本年度考核单位中` }))
    const reported = REGULATION_DEFAULTS.gateAreas.map(({ name }) => ({
      name,
      pass: 100,
      fails: names.map((unit) => ({ unit, reason: '长'.repeat(500) })),
      changed: names,
      silent: 12,
    }))
    const summary = { name: LONG, file: 'a'.repeat(64), seen: 'b'.repeat(16), pass: 500, fail: 1500 }
    const cards = [
      gateReminderCard({ year: 2026, areas, people: 300, last: said, today: 12 }),
      gateChasedCard({ year: 2026, areas: areas.map((area) => ({ ...area, silent: names })) }),
      gateWorkbookFaultsCard({ name: LONG, total: 1500, shown, turns }),
      gateWorkbookSummaryCard({ ...summary, areas: reported }),
    ]
    for (const card of cards) expect(faults(card)).toEqual([])
  })

  it('the ratios compared, with everyone tied', () => {
    const tied = names.slice(0, 150)
    const effects = [10_00, 15_00, 20_00, 25_00, 30_00, 40_00, 50_00].map((ratio) => ({
      ratio,
      places: 45,
      named: tied,
      tied,
      seats: 3,
      border: 95_00,
    }))
    const cohorts = (['standard', 'graded'] as const).map((cohort) => ({
      cohort,
      units: 150,
      effects,
      chosen: 15_00,
      barred,
    }))
    const form = { spec: quotaSpec(deciding), params: { year: 2026 } }
    expect(faults(excellenceQuotaCard({ year: 2026, cohorts, missing: 3, form }))).toEqual([])
  })

  it.each([20, 45])('the naming, with %i places in each cohort, before and after an appeal', (places) => {
    const distinct = units.map((unit, i) => ({ ...unit, name: `第${i}临床教学医院`, final: 100_00 - i }))
    const standing = { units: distinct, scored: distinct, missing: [] }
    const ratio = Math.ceil((places * 10_000) / 150)
    const chosen = { ...state, ratios: { standard: ratio, graded: ratio } }
    const spec = namingSpec({ state: chosen, standing }, REGULATION_DEFAULTS)
    const cohorts = (['standard', 'graded'] as const).map((cohort) => ({
      ...{ cohort, units: 150, ratio: 30_00, places: 45, border: 95_00 },
      ...{ named: names.slice(0, 45), tied: names, seats: 24, barred },
    }))
    const common = { year: 2026, cohorts, proposed: said, quorum: true }
    const sentBack = { ...said, words: '长'.repeat(500) }
    const form = { spec, params: { year: 2026, seen: 'x' } }
    const after = { ...common, form, sentBack, correction: { moved, announced: true } }
    for (const card of [
      excellenceNamingCard({ ...common, form, sentBack, correction: null }),
      excellenceNamingCard(after),
    ]) {
      expect(faults(card)).toEqual([])
      // Every choice can be ticked: none was cut to make the card fit.
      if (places === 20)
        expect(JSON.stringify(renderCard(card)).match(/临床教学医院/g)).toHaveLength(2 * places)
    }
  })

  it('the ballot, with sixty members', () => {
    const cohorts = (['standard', 'graded'] as const).map((cohort) => ({
      ...{ cohort, ratio: 30_00, places: 45, named: names.slice(0, 45) },
      ...{ chosen: names.slice(0, 20), passed: names.slice(0, 100) },
    }))
    const members = names.slice(0, 60).map((name) => ({ name, answer: null }))
    const card = excellenceBallotCard({
      ...{ year: 2026, put: said, cohorts, members, needed: 31, stale: true, moved, renames: true },
      answer: { spec: returnSpec, params: { year: 2026, ballot: signed.at }, given: 'abstain' },
    })
    expect(faults(card)).toEqual([])
  })

  it('the decision, the list of all on each of its pages, the coefficients', () => {
    const rows = units.map((unit) => ({ ...unit, unit: unit.name, grade: 'excellent' as const, rank: 1 }))
    const own = rows.map((row, i) => ({ ...row, id: ids[i] ?? '' }))
    const cohorts = [{ cohort: 'standard' as const, ratio: 10_000, units: 300, excellent: names }]
    const corrections = Array.from({ length: 9 }, () => ({ ...said, moved }))
    const quorum = { needed: 5, members: 9 }
    const figures = { key: 9_9999, special: 1, routine: 1_0000 }
    const cards = [
      excellenceDecidedCard({ year: 2026, cohorts, ratified: said, quorum, corrections, announced: null }),
      ...[1, 2, 3, 4].map((page) => resultListCard({ year: 2026, rows, page, own, announced: said, moved })),
      coefficientListCard({
        year: 2026,
        office: true,
        units: ids
          .slice(0, 50)
          .map((id, i) => ({ id, name: names[i] ?? '', coefficients: null, suggested: figures })),
        ...{ total: 1000, missing: 999, first: ids[0] ?? null, turns, confirmed: null },
        adopt: { units: 999, seen: 'f0f0f0f0-99999' },
      }),
    ]
    for (const card of cards) expect(faults(card)).toEqual([])
  })

  it('what is missing, forty of each kind, each with its own button', () => {
    const items = names.slice(0, 40).map(
      (name, i): MissingItem => ({
        what: (['coefficient', 'score', 'gate', 'appeal'] as const)[Math.floor(i / 10)] ?? 'score',
        text: `${name}（合议中）`,
        button: name,
        action: { send: 'deliberation', with: { year: 2026, unit: ids[i] ?? '' } },
      }),
    )
    const common = { year: 2026, items, total: 600, turns, office: true, corrects: true }
    for (const status of ['unproposed', 'proposed', 'ratified', 'announced'] as const) {
      const card = resultGateCard({ ...common, status, ratified: said, announced: said })
      expect(faults(card)).toEqual([])
      expect(JSON.stringify(renderCard(card)).match(/"deliberation"/g)).toHaveLength(40)
    }
  })
})
