import { beforeEach, describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { results } from '../../src/results/chapter.ts'
import { announceCommand } from '../../src/results/commands/announce-results.ts'
import { proposeCommand, ratifyCommand } from '../../src/results/commands/decide-results.ts'
import { reportGateCommand } from '../../src/results/commands/report-gate.ts'
import { gateForm } from '../../src/results/forms/gate-form.ts'
import { namingForm } from '../../src/results/forms/naming-form.ts'
import { quotaForm } from '../../src/results/forms/quota-form.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, codeOf, viewer } from '../policy/campus.ts'
import { campusInResults, cardOf, completeCampus, naming } from './year-in-results.ts'

const PEOPLE = ['CH', 'OF1', 'LM1', 'C-JX01', 'LD1', 'WG2', 'GA-ethics']
const VIEWS: readonly (readonly [string, JsonObject])[] = [
  ['gates', {}],
  ['gate-report', { year: 2026, area: 'ethics', page: 1 }],
  ['excellence', {}],
  ['excellence-quota', { year: 2026 }],
  ['results-gate', {}],
  ['result-list', {}],
  ['result', { year: 2026, unit: 'JX01' }],
]

const wordsOf = async (db: SqliteDatabase, name: string, params: JsonObject, person: string) =>
  JSON.stringify(await cardOf(db, name, params, person))

async function expectAllSendable(db: SqliteDatabase): Promise<void> {
  for (const [name, params] of VIEWS)
    for (const person of PEOPLE)
      expect(validateCard(renderCard(await cardOf(db, name, params, person)))).toEqual([])
}

describe('before all is there', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await campusInResults()
  })

  it('every card can be sent to everyone', () => expectAllSendable(db))

  it('a lead unit gets its own area at once, and can fill in its units', async () => {
    const words = await wordsOf(db, 'gates', {}, 'GA-ethics')
    expect(words).toContain('师德师风评价')
    expect(words).toContain('verdict_5')
    expect(words).toContain('全部合格')
  })

  it('a contact is told politely that gates and excellence are not theirs', async () => {
    for (const name of ['gates', 'excellence', 'results-gate'])
      expect((await cardOf(db, name, {}, 'C-JX01')).elements).toHaveLength(1)
    expect(await wordsOf(db, 'gate-report', { year: 2026, area: 'ethics', page: 1 }, 'C-JX01')).not.toContain(
      '药学院',
    )
  })

  it('the chair sees what is missing instead of the ratio', async () => {
    const words = await wordsOf(db, 'excellence', {}, 'CH')
    expect(words).toContain('考核得分未确定')
    expect(words).toContain('一票否决未报齐')
    expect(words).not.toContain('ratio_standard')
  })

  it('nobody but those who decide sees a result', async () => {
    expect(await wordsOf(db, 'result-list', {}, 'C-JX01')).toContain('还没有公布')
    expect(await wordsOf(db, 'result', { year: 2026, unit: 'JX01' }, 'H-JX01')).toContain('还没有公布')
  })

  it('lead units and the office are reminded', async () => {
    expect(await results.todo(db, viewer('GA-ethics'))).toMatchObject([
      { text: '师德师风评价：5个单位未报告' },
    ])
    expect(await results.todo(db, viewer('OF1'))).toMatchObject([{ text: '结果审定还缺10项' }])
    expect(await results.todo(db, viewer('CH'))).toEqual([])
  })

  it('the filled gate form becomes a report, and an empty unit stays out of it', async () => {
    const params = { year: 2026, area: 'ethics', page: 1, units: ['FY01', 'JX01', 'JX02'] }
    const payload = gateForm.payload({ verdict_1: 'pass', verdict_3: 'fail', reason_3: '投诉属实' }, params)
    expect(payload).toMatchObject({
      verdicts: [
        { unit: 'FY01', verdict: 'pass' },
        { unit: 'JX02', verdict: 'fail', reason: '投诉属实' },
      ],
    })
    expect(codeOf(await act(db, reportGateCommand, 'GA-ethics', payload))).toBe('gate-reported')
    expect(await gateForm.spec(db, params, viewer('C-JX01'))).toMatchObject({
      refusal: { code: 'not-lead-unit' },
    })
  })
})

describe('while the leading group decides', () => {
  it('the chair compares the ratios, and everyone’s cards can be sent', async () => {
    const db = await completeCampus()
    const words = await wordsOf(db, 'excellence', {}, 'CH')
    for (const ratio of ['10%', '15%', '20%', '25%', '30%']) expect(words).toContain(ratio)
    expect(words).toContain('ratio_standard')
    expect(await wordsOf(db, 'excellence', {}, 'OF1')).not.toContain('ratio_standard')
    expect(await results.todo(db, viewer('CH'))).toMatchObject([{ text: '2026年度优秀比例待确定' }])
    await expectAllSendable(db)
  })

  it('the filled forms are a ratio and a naming, with a tie left on purpose', async () => {
    const db = await completeCampus()
    const quota = quotaForm.payload({ ratio_standard: 67_00, ratio_graded: 50_00 }, { year: 2026 })
    expect(codeOf(await act(db, proposeCommand, 'CH', quota))).toBe('results-proposed')
    await expectAllSendable(db)
    const { seen } = (await naming(db, [])) as { seen: string }
    const spec = await namingForm.spec(db, { year: 2026, seen }, viewer('CH'))
    expect(spec).toMatchObject({
      fields: [
        { name: 'named_standard', initial: ['JX01'], choices: [{ value: 'JX01' }, {}, {}, { value: '-' }] },
        { name: 'named_graded', initial: ['XZ01'] },
      ],
    })
    const payload = namingForm.payload({ named_standard: ['JX01', '-'] }, { year: 2026, seen })
    expect(payload).toEqual({ year: 2026, seen, named: ['JX01'], left: ['standard'] })
    expect(codeOf(await act(db, ratifyCommand, 'CH', payload))).toBe('results-ratified')
  })

  it('nobody can be named where nobody has a place, and the results are ratified by one button', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', { year: 2026, ratios: { standard: 0, graded: 0 } })
    expect(await wordsOf(db, 'excellence', {}, 'CH')).toContain('"do":"results.ratify"')
    await expectAllSendable(db)
  })
})

describe('after the announcement', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await completeCampus()
    await act(db, reportGateCommand, 'GA-ethics', {
      year: 2026,
      area: 'ethics',
      verdicts: [{ unit: 'JX02', verdict: 'fail', reason: '师德投诉属实' }],
    })
    await act(db, proposeCommand, 'CH', { year: 2026, ratios: { standard: 34_00, graded: 50_00 } })
    await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01']))
    expect(await results.todo(db, viewer('OF1'))).toMatchObject([{ text: '2026年度考核结果待公布' }])
    await expectAllSendable(db)
    await act(db, announceCommand, 'OF1', { year: 2026 })
  })

  it('every card can be sent, and decided ones have no buttons that decide', async () => {
    await expectAllSendable(db)
    for (const name of ['excellence', 'excellence-quota', 'results-gate']) {
      const words = await wordsOf(db, name, { year: 2026 }, 'CH')
      expect(words).not.toContain('"do"')
      expect(words).not.toContain('"submit"')
    }
  })

  it('Article 21: a teacher without any role sees the list of all', async () => {
    db.exec("INSERT INTO person (id, name, unit, title) VALUES ('T1', '教师', 'XZ02', '教师')")
    const words = await wordsOf(db, 'result-list', {}, 'T1')
    for (const name of ['药学院', '护理学院', '附属医院', '教务处', '科技处']) expect(words).toContain(name)
    expect(words).toContain('科技处：不合格，69.99分，第2名')
  })

  it('a unit’s own card says why it is not excellent', async () => {
    const reason = (unit: string) => wordsOf(db, 'result', { year: 2026, unit }, 'C-JX01')
    expect(await reason('JX02')).toContain('师德师风评价不合格')
    expect(await reason('FY01')).toContain('未列入领导小组按比例确定的优秀单位')
    expect(await reason('JX01')).toContain('优秀，95.00分')
    expect(await reason('XZ02')).toContain('不合格')
    expect(await reason('ZZ')).toContain('没有这个单位')
  })
})
