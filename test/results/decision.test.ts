import { describe, expect, it } from 'vitest'
import { setCoefficientsCommand } from '../../src/policy/coefficients/commands.ts'
import { enterPhaseCommand } from '../../src/policy/commands.ts'
import { announceCommand } from '../../src/results/commands/announce-results.ts'
import { proposeCommand, ratifyCommand } from '../../src/results/commands/decide-results.ts'
import { passGateCommand, reportGateCommand } from '../../src/results/commands/report-gate.ts'
import { listResults } from '../../src/results/queries.ts'
import { evolveGate, UNREPORTED } from '../../src/results/rules/gate.ts'
import { evolveResults, UNPROPOSED } from '../../src/results/rules/results.ts'
import { act, codeOf, foldAndState } from '../policy/campus.ts'
import {
  ALL_UNITS,
  AREAS,
  campusInResults,
  completeCampus,
  giveScores,
  naming,
  passGates,
} from './year-in-results.ts'

const ratios = { year: 2026, ratios: { standard: 34_00, graded: 50_00 } }
const failing = (unit: string) => ({
  year: 2026,
  area: 'ethics',
  verdicts: [{ unit, verdict: 'fail', reason: '师德投诉属实' }],
})
const told = (db: Awaited<ReturnType<typeof completeCampus>>) =>
  db.raw("SELECT person, view, params FROM outbox WHERE kind = 'send' ORDER BY person, view") as {
    person: string
    view: string
    params: string
  }[]

describe('gate reports', () => {
  it('tell the office when the last area is in, once', async () => {
    const db = await campusInResults()
    await passGates(db, AREAS.slice(0, 4))
    expect(told(db)).toEqual([])
    await passGates(db, AREAS.slice(4))
    expect(told(db)).toEqual([{ person: 'OF1', view: 'results-gate', params: '{"year":2026}' }])
    await act(db, reportGateCommand, 'GA-ethics', failing('JX01'))
    expect(told(db)).toHaveLength(1)
  })

  it('keep both words in the journal when they are corrected, and the last one in the table', async () => {
    const db = await campusInResults()
    await act(db, passGateCommand, 'GA-ethics', { year: 2026, area: 'ethics', units: ALL_UNITS })
    await act(db, reportGateCommand, 'GA-ethics', failing('JX01'))
    expect(db.raw("SELECT verdict, reason FROM gate WHERE unit = 'JX01'")).toEqual([
      { verdict: 'fail', reason: '师德投诉属实' },
    ])
    expect(db.raw("SELECT count(*) AS n FROM journal WHERE subject = 'gate:2026:ethics'")).toEqual([{ n: 2 }])
    const { fold, state } = await foldAndState(db, 'gate:2026:ethics', evolveGate, UNREPORTED)
    expect(fold).toEqual(state)
  })
})

describe('the ratio', () => {
  it('cannot be set while anything is missing; the refusal lists all of it', async () => {
    const db = await campusInResults()
    giveScores(db, { JX01: 95_00 })
    await passGates(db, AREAS.slice(1))
    const outcome = await act(db, proposeCommand, 'CH', ratios)
    expect(outcome).toMatchObject({ refusal: { code: 'incomplete-results' }, show: { name: 'excellence' } })
    const missing = outcome.ok ? [] : (outcome.refusal as { missing?: { what: string }[] }).missing
    expect(missing?.map((one) => one.what)).toEqual(['score', 'score', 'score', 'score', 'gate'])
  })

  it('is set by the chair only, and again until the ratification', async () => {
    const db = await completeCampus()
    expect(codeOf(await act(db, proposeCommand, 'OF1', ratios))).toBe('refused: chair-only')
    expect(codeOf(await act(db, proposeCommand, 'CH', ratios))).toBe('results-proposed')
    expect(codeOf(await act(db, proposeCommand, 'CH', ratios))).toBe('results-proposed')
  })

  it('can be set in the phase results only, and not for a year that nobody opened', async () => {
    const db = await completeCampus()
    await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'assessment', from: 'results' })
    expect(codeOf(await act(db, proposeCommand, 'CH', ratios))).toBe('refused: early-results')
    expect(codeOf(await act(db, proposeCommand, 'CH', { ...ratios, year: 2030 }))).toBe(
      'refused: early-results',
    )
  })
})

describe('the ratification', () => {
  it('Article 25: grades and ranks every unit, and keeps tables and journal equal to the state', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', ratios)
    const outcome = await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01']))
    expect(outcome).toMatchObject({ done: { code: 'results-ratified', excellent: 2, units: 5 } })
    const rows = (await listResults(db, 2026)).map(({ unit, final, grade, rank, announced }) => [
      unit,
      final,
      grade,
      rank,
      announced,
    ])
    expect(rows).toEqual([
      ['JX01', 95_00, 'excellent', 1, 0],
      ['FY01', 92_00, 'qualified', 2, 0],
      ['JX02', 92_00, 'qualified', 2, 0],
      ['XZ01', 91_00, 'excellent', 1, 0],
      ['XZ02', 69_99, 'unqualified', 2, 0],
    ])
    const { fold, state } = await foldAndState(db, 'results:2026', evolveResults, UNPROPOSED)
    expect(fold).toEqual(state)
    expect(told(db)).toEqual([{ person: 'OF1', view: 'results-gate', params: '{"year":2026}' }])
  })

  it('Article 25: a tie across the last place waits for the leading group', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', { year: 2026, ratios: { standard: 67_00, graded: 0 } })
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX01'])))).toBe(
      'refused: unresolved-ties',
    )
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'JX02', 'FY01'])))).toBe(
      'refused: exceeded-places',
    )
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'FY01'])))).toBe(
      'results-ratified',
    )
  })

  it('Article 27: a unit that failed a gate cannot be named, and its place goes to the next', async () => {
    const db = await completeCampus()
    await act(db, reportGateCommand, 'GA-ethics', failing('JX01'))
    await act(db, proposeCommand, 'CH', { year: 2026, ratios: { standard: 67_00, graded: 0 } })
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX01'])))).toBe(
      'refused: ineligible-units',
    )
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX02', 'FY01'])))).toBe(
      'results-ratified',
    )
  })

  it('is refused on a card that showed other facts, with the present card', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', ratios)
    const old = await naming(db, ['JX01'])
    await act(db, reportGateCommand, 'GA-ethics', failing('JX02'))
    expect(await act(db, ratifyCommand, 'CH', old)).toMatchObject({
      ok: false,
      refusal: { code: 'stale-proposal' },
      show: { name: 'excellence' },
    })
  })

  it('says who ratified and when, the second time', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', ratios)
    const payload = await naming(db, ['JX01'])
    await act(db, ratifyCommand, 'CH', payload)
    expect(await act(db, ratifyCommand, 'CH', payload)).toMatchObject({
      refusal: {
        code: 'ratified-results',
        signed: { by: 'CH', name: '领导小组 组长', at: '2026-12-01T02:00:00.000Z' },
      },
    })
  })

  it('closes the gates, so that a report at the same time is either counted or refused', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', ratios)
    const payload = await naming(db, ['JX01'])
    const [ratified, reported] = await Promise.all([
      act(db, ratifyCommand, 'CH', payload),
      act(db, reportGateCommand, 'GA-ethics', failing('JX01')),
    ])
    expect([
      ['results-ratified', 'refused: closed-gate'],
      ['refused: stale-proposal', 'gate-reported'],
    ]).toContainEqual([codeOf(ratified), codeOf(reported)])
    const barred = db.raw(
      "SELECT 1 FROM result JOIN gate USING (year, unit) WHERE grade = 'excellent' AND verdict = 'fail'",
    )
    expect(barred).toEqual([])
  })

  it('freezes the coefficients', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', ratios)
    await act(db, ratifyCommand, 'CH', await naming(db, []))
    const coefficients = { key: 1, special: 1, routine: 1 }
    expect(
      codeOf(await act(db, setCoefficientsCommand, 'OF1', { year: 2026, unit: 'XZ01', coefficients })),
    ).toBe('refused: frozen-year')
  })
})

describe('the announcement', () => {
  async function ratifiedCampus() {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', ratios)
    await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01']))
    db.exec('DELETE FROM outbox')
    return db
  }

  it('needs a ratification, and the office or the chair', async () => {
    const db = await completeCampus()
    expect(codeOf(await act(db, announceCommand, 'OF1', { year: 2026 }))).toBe('refused: unratified-results')
    expect(codeOf(await act(db, announceCommand, 'H-JX01', { year: 2026 }))).toBe('refused: announcer-only')
  })

  it('Article 21: tells each unit its own result, and everyone in the scheme the list of all', async () => {
    const db = await ratifiedCampus()
    await act(db, announceCommand, 'OF1', { year: 2026 })
    const messages = told(db)
    const own = messages.filter((one) => one.view === 'result' && one.params.includes('"JX01"'))
    expect(own.map((one) => one.person)).toEqual(['C-JX01', 'H-JX01', 'LD1'])
    const list = messages.filter((one) => one.view === 'result-list').map((one) => one.person)
    expect(new Set(list).size).toBe(list.length)
    expect(list).toEqual(expect.arrayContaining(['C-XZ02', 'LD2', 'WG3', 'AG1', 'GA-energy', 'CH', 'OF1']))
    expect((await listResults(db, 2026)).every((row) => row.announced === 1)).toBe(true)
  })

  it('is made once, and freezes all that led to it', async () => {
    const db = await ratifiedCampus()
    await act(db, announceCommand, 'CH', { year: 2026 })
    expect(codeOf(await act(db, announceCommand, 'OF1', { year: 2026 }))).toBe('refused: announced-results')
    expect(codeOf(await act(db, proposeCommand, 'CH', ratios))).toBe('refused: announced-results')
    expect(
      codeOf(await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'setting', from: 'results' })),
    ).toBe('refused: frozen-year')
    expect(() => db.exec('UPDATE result SET final = 1')).toThrow('frozen')
    expect(
      codeOf(await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'closed', from: 'results' })),
    ).toBe('phase-entered')
  })
})
