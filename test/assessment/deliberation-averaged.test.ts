/** Policy `agreement` = `averaged` (rulebook 5): the mean is the proposal, and nothing is decided without the members. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAssessment, listScores } from '../../src/assessment/queries.ts'
import { apportion, averagedEntry, averagedScore } from '../../src/assessment/rules/average.ts'
import type { Comparison } from '../../src/assessment/rules/compare.ts'
import {
  LONGEST_TEXT,
  readDeductionLines,
  writeDeductionLines,
} from '../../src/assessment/rules/deduction-lines.ts'
import { type Deduction, type Entry, ledgerOf, scoreOf } from '../../src/assessment/rules/entry.ts'
import { isInBand, levelOf, REGULATION_LEVELS } from '../../src/assessment/rules/levels.ts'
import { act, assessmentTime, deliberate, goalsOf, graded, putYear, see, standard } from './world.ts'

const JX = { year: 2026, unit: 'JX01' }
const XZ = { year: 2026, unit: 'XZ01' }
const K = { XZ01: { key: 1_0500, special: 1_0000, routine: 9800 } }
const WG = ['WG1', 'WG2', 'WG3'] as const
const AVERAGED = { policy: { agreement: 'averaged' }, coefficients: K } as const

function compared(entries: readonly Entry[]): Comparison {
  const [goal] = goalsOf('JX01')
  if (!goal) throw new Error('no goal')
  const sheets = entries.map((entry, i) => ({
    member: { id: `m${i}`, name: `成员${i}` },
    entry,
    score: scoreOf(entry),
  }))
  return { goal, sheets, spread: 0, mean: 0 }
}

const deducting = (...all: readonly (readonly [points: number, reason: string])[]): Entry => ({
  kind: 'deductions',
  deductions: all.map(([points, reason]) => ({ points, reason, criterion: '按期完成' })),
})
const levelled = (points: number, reason = ''): Entry => ({
  kind: 'level',
  level: levelOf(points * 100, REGULATION_LEVELS),
  score: points * 100,
  reason,
})

describe('the mean of deductions', () => {
  it('Article 23: each deduction counts by its share of the members, the same reason once', () => {
    const sheets = [deducting([8_00, '延期']), deducting([8_00, '延期']), deducting([5_00, '缺佐证'])]
    expect(averagedEntry(compared(sheets))).toEqual(deducting([5_33, '延期'], [1_67, '缺佐证']))
  })

  it('Article 23: more than 100 points on one sheet count as the 100 that were lost', () => {
    const sheets = [deducting([80_00, '甲'], [60_00, '乙']), deducting()]
    const entry = averagedEntry(compared(sheets))
    expect(ledgerOf(entry)).toEqual({ deducted: 50_00, floored: false, score: 50_00 })
  })

  it('gives no deduction of nothing', () => {
    const all = ['a', 'b'].map((reason): Deduction => ({ points: 1, reason, criterion: '' }))
    expect(apportion(1, all)).toEqual(all.slice(0, 1))
  })

  const word = fc.oneof(
    fc.constantFrom('延期', '缺佐证', '未达标'),
    fc.string({ minLength: 1, maxLength: 300 }).map((text) => `理由${text}`),
  )
  const sheet = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40_00 }), word), { maxLength: 6 })
    .map((all) => deducting(...all))

  it('closes the ledger to the last hundredth, and has room in one question', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 12 }), (sheets) => {
        const one = compared(sheets)
        const sum = one.sheets.reduce((total, { score }) => total + score, 0)
        const mean = Math.floor((2 * sum + sheets.length) / (2 * sheets.length))
        expect(averagedScore(one)).toBe(mean)
        const entry = averagedEntry(one)
        expect(ledgerOf(entry)).toEqual({ deducted: 100_00 - mean, floored: false, score: mean })
        if (entry.kind !== 'deductions') throw new Error('no deductions')
        const text = writeDeductionLines(entry.deductions, '按期完成')
        expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT)
        const read = readDeductionLines(text, '按期完成')
        expect('deductions' in read && read.deductions.map((line) => line.points)).toEqual(
          entry.deductions.map((line) => line.points),
        )
      }),
    )
  })

  it('is the same in whatever order the members sit', () => {
    const orders = fc
      .array(sheet, { minLength: 2, maxLength: 6 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(averagedEntry(compared(shuffled))).toEqual(averagedEntry(compared(all)))
      }),
    )
  })
})

describe('the mean of levels', () => {
  it('Article 24: is rounded half up to a whole point, once, and its level follows', () => {
    expect(averagedEntry(compared([levelled(90), levelled(89, '迟报')]))).toEqual(levelled(90, '迟报'))
    expect(averagedEntry(compared([levelled(90), levelled(89, '迟报'), levelled(89, '缺佐证')]))).toEqual(
      levelled(89, '缺佐证；迟报'),
    )
    // 200 sheets of 89.495: half up in two steps would make a first level of it.
    const many = Array.from({ length: 200 }, (_, i) => levelled(i < 99 ? 90 : 89, i < 99 ? '' : '迟报'))
    expect(scoreOf(averagedEntry(compared(many)))).toBe(89_00)
  })

  it('Article 24: lies in the band of its level, with a reason for every level below 一级, in any order', () => {
    const marks = fc
      .integer({ min: 0, max: 100 })
      .chain((points) =>
        fc
          .string({ minLength: 1, maxLength: 400 })
          .map((text) => levelled(points, points < 90 ? `由${text}` : '')),
      )
    const orders = fc
      .array(marks, { minLength: 1, maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        const entry = averagedEntry(compared(all))
        if (entry.kind !== 'level') throw new Error('no level')
        expect(isInBand(entry.level, entry.score, REGULATION_LEVELS)).toBe(true)
        expect(entry.score % 100).toBe(0)
        expect(entry.score >= REGULATION_LEVELS.first || entry.reason !== '').toBe(true)
        expect(entry.reason.length).toBeLessThanOrEqual(LONGEST_TEXT)
        expect(averagedEntry(compared(shuffled))).toEqual(entry)
      }),
    )
  })
})

describe('the deliberation under policy averaged', () => {
  async function differing() {
    const db = assessmentTime(AVERAGED)
    const other = standard.with(0, { goal: 1, deductions: '5 佐证不全' })
    for (const member of WG) {
      await act(db, member, 'sheet.fill', { ...JX, marks: member === 'WG2' ? other : standard, seal: true })
    }
    await act(db, 'WG1', 'deliberation.open', JX)
    return db
  }

  it('Article 22: the convenor puts the means with one tap, and the members decide', async () => {
    const db = await differing()
    const card = await see(db, 'WG1', 'proposal-page', { ...JX, page: 1 })
    expect(card).toContain('5.33 第1项不足\\n1.67 佐证不全')
    expect(
      await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true }),
    ).toMatchObject({ done: { code: 'proposal-made' } })
    expect(await findAssessment(db, 2026, 'JX01')).toMatchObject({
      status: 'deliberating',
      rounds: [
        {
          entries: {
            'JX01-1': deducting([5_33, '第1项不足'], [1_67, '佐证不全']),
            'JX01-2': deducting([20_00, '第2项不足']),
          },
        },
      ],
    })
    expect(await see(db, 'WG2', 'deliberation', JX)).toContain('得分按平均分提出')
    await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 1 })
    expect((await listScores(db, 2026))[0]).toMatchObject({ status: 'deliberation', final: null })
    await act(db, 'WG3', 'deliberation.agree', { ...JX, round: 1 })
    // Key (2·93 + 80)/3, special 95, routine 88: 0.25·88.6667 + 14.25 + 52.8 = 89.2167
    expect((await listScores(db, 2026))[0]).toMatchObject({ status: 'decided', final: 89_22 })
  })

  it('Article 22: after an objection the reasons are worded anew, and the mean stays', async () => {
    const db = await differing()
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    await act(db, 'WG3', 'deliberation.object', { ...JX, round: 1, words: '理由应合并' })
    const worded = (deductions: string) =>
      act(db, 'WG1', 'deliberation.propose', {
        ...JX,
        round: 1,
        marks: [{ goal: 1, deductions }],
        seal: true,
      })
    expect(await worded('6.99 进度不足、佐证不全')).toMatchObject({
      refusal: { code: 'unequal-means', goals: [{ goal: 1, mean: 93_00 }] },
    })
    expect(await worded('7 进度不足、佐证不全')).toMatchObject({ done: { code: 'proposal-made' } })
    expect(await findAssessment(db, 2026, 'JX01')).toMatchObject({
      rounds: [{}, { entries: { 'JX01-1': deducting([7_00, '进度不足、佐证不全']) } }],
    })
  })

  it('rulebook 5: what was written before the policy changed counts only where it keeps to the mean', async () => {
    const db = await differing()
    putYear(db, { coefficients: K })
    const marks = [{ goal: 1, deductions: '1 另议' }]
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks, seal: false })
    putYear(db, AVERAGED)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    const state = await findAssessment(db, 2026, 'JX01')
    expect(
      state.status === 'deliberating' && scoreOf(state.rounds[0]?.entries['JX01-1'] ?? deducting()),
    ).toBe(93_00)
  })

  it('Article 24: whole points for a graded unit, and only reasons are asked for', async () => {
    const db = assessmentTime(AVERAGED)
    await act(db, 'AG1', 'sheet.fill', { ...XZ, marks: graded(), seal: true })
    await act(db, 'AG2', 'sheet.fill', { ...XZ, marks: graded(-1), seal: true })
    await act(db, 'AG3', 'sheet.fill', { ...XZ, marks: graded(), seal: true })
    await act(db, 'AG1', 'deliberation.open', XZ)
    const card = await see(db, 'AG1', 'proposal-page', { ...XZ, page: 1 })
    expect(card).not.toContain('score_1')
    const marks = [{ goal: 5, level: null, score: null, reason: '材料不齐' }]
    await act(db, 'AG1', 'deliberation.propose', { ...XZ, round: 0, marks, seal: true })
    expect(await findAssessment(db, 2026, 'XZ01')).toMatchObject({
      status: 'deliberating',
      rounds: [
        {
          entries: {
            'XZ01-1': levelled(92),
            'XZ01-2': levelled(80, '第2项不足'),
            'XZ01-5': levelled(90, '材料不齐'),
          },
        },
      ],
    })
  })

  it('Article 22: sheets that say the same need no other mean', async () => {
    const db = assessmentTime(AVERAGED)
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 1 })
    expect((await listScores(db, 2026))[0]).toMatchObject({ final: 89_05 })
  })
})
