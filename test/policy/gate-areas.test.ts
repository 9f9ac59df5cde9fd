import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { enterPhaseCommand } from '../../src/policy/commands.ts'
import { endGateAreaCommand, keepGateAreaCommand } from '../../src/policy/gates/commands.ts'
import { gateAreaForm } from '../../src/policy/gates/form.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { MOST_AREAS } from '../../src/policy/rules/gate-areas.ts'
import { markOfValues } from '../../src/policy/rules/values.ts'
import { evolveYear, UNOPENED } from '../../src/policy/rules/year.ts'
import { reportGateCommand } from '../../src/results/commands/report-gate.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, codeOf, confirmedCampus, foldAndState, policyCardOf, viewer } from './campus.ts'
import { isRatified } from './milestones.ts'

const markIn = async (db: SqliteDatabase) => markOfValues((await getCurrentYear(db)).policy, 'gates')
const areasIn = async (db: SqliteDatabase) => (await getCurrentYear(db)).policy.gateAreas
const rowsIn = (db: SqliteDatabase) =>
  db.raw('SELECT key, name, lead_unit AS leadUnit FROM gate_area WHERE year = 2026 ORDER BY key')

async function keeps(db: SqliteDatabase, by: string, wish: JsonObject): Promise<string> {
  const payload = { year: 2026, seen: await markIn(db), ...wish }
  return codeOf(await act(db, keepGateAreaCommand, by, payload))
}
async function ends(db: SqliteDatabase, by: string, area: string, seen?: string): Promise<string> {
  const payload = { year: 2026, seen: seen ?? (await markIn(db)), area }
  return codeOf(await act(db, endGateAreaCommand, by, payload))
}
const LAB = { name: '实验室安全', leadUnit: '实验室与设备管理处' }
const fails = (db: SqliteDatabase, area: string, by: string) =>
  act(db, reportGateCommand, by, {
    ...{ year: 2026, area },
    verdicts: [{ unit: 'JX01', verdict: 'fail', reason: '用电超额' }],
  })

describe('the gate areas of a year', () => {
  it('Articles 27, 31: are added, renamed and given to another unit by the office, and confirmed again', async () => {
    const db = await confirmedCampus()
    expect(await keeps(db, 'CH', LAB)).toBe('refused: office-only')
    expect(await keeps(db, 'OF1', LAB)).toBe('gate-area-kept')
    expect(await keeps(db, 'OF1', { area: 'energy', name: '节能降耗', leadUnit: '后勤处' })).toBe(
      'gate-area-kept',
    )
    const areas = await areasIn(db)
    expect(areas).toHaveLength(6)
    expect(areas).toContainEqual({ key: 'energy', name: '节能降耗', leadUnit: '后勤处' })
    expect(areas.at(-1)).toEqual({ key: 'area-2026-2', ...LAB })
    expect(rowsIn(db)).toEqual(areas.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    expect(await getCurrentYear(db)).toMatchObject({ notice: null, edition: 3 })
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
  })

  it('two areas can exchange their names, but never share one', async () => {
    const db = await confirmedCampus()
    const [first, second] = await areasIn(db)
    if (!first || !second) throw new Error('no areas')
    const asThe = (name: string) => ({ area: first.key, name, leadUnit: first.leadUnit })
    expect(await keeps(db, 'OF1', asThe(second.name))).toBe('refused: contradicting-values')
    expect(await keeps(db, 'OF1', asThe('暂名'))).toBe('gate-area-kept')
    expect(await keeps(db, 'OF1', asThe(first.name))).toBe('gate-area-kept')
    expect(await keeps(db, 'OF1', asThe(first.name))).toBe('refused: unchanged-values')
  })

  it('Article 27: one in which a unit was reported is not ended, in whatever order the two come', async () => {
    const db = await confirmedCampus()
    await act(db, enterPhaseCommand, 'OF1', {
      ...{ year: 2026, phase: 'assessment', from: 'setting' },
    })
    expect(codeOf(await fails(db, 'energy', 'GA-energy'))).not.toContain('refused')
    expect(await ends(db, 'OF1', 'energy')).toBe('refused: reported-area')
    expect(await ends(db, 'OF1', 'security')).toBe('gate-area-ended')
    expect(await ends(db, 'OF1', 'security')).toBe('refused: unknown-area')
    const both = await Promise.all([
      ends(db, 'OF1', 'students'),
      fails(db, 'students', 'GA-students').then(codeOf),
    ])
    expect(both.filter((code) => !code.startsWith('refused'))).toHaveLength(1)
    const reports = db.raw("SELECT 1 FROM gate WHERE area = 'students'").length
    const listed = (await areasIn(db)).some((area) => area.key === 'students')
    expect(reports > 0).toBe(listed)
    expect(() => db.exec("DELETE FROM gate_area WHERE key = 'energy'")).toThrow('reported in the area')
    expect(() => db.exec("INSERT INTO gate VALUES (2026, 'security', 'JX01', 'pass', '')")).toThrow(
      'was ended',
    )
  })

  it('one at least stays, and no more than a card can list', async () => {
    const db = await confirmedCampus()
    const keys = (await areasIn(db)).map((area) => area.key)
    for (const key of keys.slice(1)) expect(await ends(db, 'OF1', key)).toBe('gate-area-ended')
    expect(await ends(db, 'OF1', keys[0] ?? '')).toBe('refused: last-area')
    for (let i = 1; i < MOST_AREAS; i++)
      expect(await keeps(db, 'OF1', { name: `工作${i}`, leadUnit: '部门' })).toBe('gate-area-kept')
    expect(await keeps(db, 'OF1', { name: '再加一项', leadUnit: '部门' })).toBe('refused: full-areas')
  })

  it('stand with the ratified results; a form that another has overtaken undoes nothing', async () => {
    const db = await confirmedCampus()
    const old = await markIn(db)
    await keeps(db, 'OF2', LAB)
    expect(await ends(db, 'OF1', 'energy', old)).toBe('refused: stale-values')
    expect(await keeps(db, 'OF1', { ...LAB, name: '网络安全', seen: old })).toBe('refused: stale-values')
    isRatified(db)
    expect(await ends(db, 'OF1', 'energy')).toBe('refused: frozen-year')
    expect(await keeps(db, 'OF1', { ...LAB, name: '网络安全' })).toBe('refused: frozen-year')
  })

  it('stand on a card of their own with who reports on each; twelve of them fit', async () => {
    const db = await confirmedCampus()
    const card = await policyCardOf(db, 'OF1', 'policy-subject', { subject: 'gates' })
    for (const words of ['节能减排', '后勤管理处', '报告人：', '不再列入', '增加一项'])
      expect(card).toContain(words)
    const other = await policyCardOf(db, 'C-JX01', 'policy-subject', { subject: 'gates' })
    for (const button of ['不再列入', '增加一项']) expect(other).not.toContain(button)
    for (let i = 1; i <= 7; i++)
      await keeps(db, 'OF1', { name: `${i}`.padEnd(30, '工'), leadUnit: `${i}`.padEnd(40, '处') })
    expect(await policyCardOf(db, 'CH', 'policy')).toContain('policy_confirm')
    const full = await policyCardOf(db, 'OF1', 'policy-subject', { subject: 'gates' })
    expect(full).toContain('还没有报告人')
    expect(full).not.toContain('增加一项')
  })

  it('the form opens with what stands, and refuses an area that was ended meanwhile', async () => {
    const db = await confirmedCampus()
    const seen = await markIn(db)
    expect(await gateAreaForm.spec(db, { year: 2026, seen, area: 'energy' }, viewer('OF1'))).toMatchObject({
      fields: [{ initial: '节能减排' }, { initial: '后勤管理处' }],
    })
    await ends(db, 'OF1', 'energy')
    expect(await gateAreaForm.spec(db, { year: 2026, seen, area: 'energy' }, viewer('OF1'))).toMatchObject({
      refusal: { code: 'unknown-area' },
    })
    expect(await gateAreaForm.spec(db, { year: 2026, seen }, viewer('CH'))).toEqual({
      refusal: { code: 'office-only' },
    })
  })
})
