/** Rulebook 4: a deduction stays tied to the inspection's finding as long as nobody rewords it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAssessment } from '../../src/assessment/queries.ts'
import { readDeductionLines, writeDeductionLines } from '../../src/assessment/rules/deduction-lines.ts'
import type { Deduction, Entries } from '../../src/assessment/rules/entry.ts'
import { linkedEntries } from '../../src/assessment/rules/finding-links.ts'
import { accountTime, act, codeOf, JX, seedFinding, takes } from './account-world.ts'
import { clean } from './world.ts'

const BASIS = '按期完成'
const late: Deduction = { points: 2_50, reason: '晚交', criterion: BASIS, finding: 7 }
const held = (...deductions: readonly Deduction[]): Entries => ({ g: { kind: 'deductions', deductions } })

/** As the form writes what is held, somebody changes it, and it is read back. */
function typed(deductions: readonly Deduction[], change = (text: string) => text): Entries {
  const read = readDeductionLines(change(writeDeductionLines(deductions, BASIS)), BASIS)
  if ('faults' in read) throw new Error(JSON.stringify(read))
  return held(...read.deductions)
}
const findingsOf = ({ g: entry }: Entries): readonly (number | null)[] => {
  return entry?.kind === 'deductions' ? entry.deductions.map((one) => one.finding ?? null) : []
}

describe('a line of typed deductions', () => {
  it('keeps its finding while words, points and criterion are unchanged', () => {
    const other: Deduction = { points: 1_00, reason: '管理', criterion: '另一标准', finding: 8 }
    const own: Deduction = { points: 3_00, reason: '迟报', criterion: BASIS }
    expect(findingsOf(linkedEntries(typed([own, late, other]), [held(late, own, other)]))).toEqual([
      null,
      7,
      8,
    ])
  })

  it.each([
    ['points', (text: string) => text.replace('2.5', '2.4')],
    ['words', (text: string) => text.replace('晚交', '晚交两天')],
    ['criterion', (text: string) => `${text} | 另一标准`],
  ])('loses it with other %s', (_, change) => {
    expect(findingsOf(linkedEntries(typed([late], change), [held(late)]))).toEqual([null])
  })

  it('written twice is tied once', () => {
    const twice = typed([late], (text) => `${text}\n${text}`)
    expect(findingsOf(linkedEntries(twice, [held(late), held(late)]))).toEqual([7, null])
    const same = { ...late, finding: 9 }
    expect(findingsOf(linkedEntries(twice, [held(late, same)]))).toEqual([7, 9])
  })

  it('takes no finding of another goal, nor any where none is known', () => {
    const elsewhere: Entries = { h: { kind: 'deductions', deductions: [late] } }
    expect(findingsOf(linkedEntries(typed([late]), [elsewhere, {}]))).toEqual([null])
  })

  it('changes nothing else, and never ties a finding twice', () => {
    const deduction = fc.record({
      points: fc.constantFrom(1_00, 2_50),
      reason: fc.constantFrom('晚交', '缺 材料', '甲|乙'),
      criterion: fc.constantFrom(BASIS, '另一标准'),
      finding: fc.constantFrom(1, 2, 3),
    })
    fc.assert(
      fc.property(
        fc.array(deduction, { maxLength: 5 }),
        fc.array(deduction, { maxLength: 5 }),
        (mine, all) => {
          const before = typed(mine.map((one) => ({ ...one, reason: one.reason.replace('|', '／') })))
          const after = linkedEntries(before, [held(...all)])
          const found = findingsOf(after).filter((one) => one !== null)
          expect(new Set(found).size).toBe(found.length)
          const bare = JSON.parse(
            JSON.stringify(after, (key, value) => (key === 'finding' ? undefined : value)),
          )
          expect(bare).toEqual(before)
        },
      ),
    )
  })
})

describe('the convenor’s page', () => {
  it('Article 22: saved as it was filled in, the proposal still says on which finding a deduction rests', async () => {
    const db = accountTime()
    seedFinding(db, 'JX01', 1, { goal: 'JX01-2', fact: '初稿未交' })
    for (const [who, words] of [
      ['WG1', '2.5 晚交'],
      ['WG2', '2.5 晚交'],
      ['WG3', '4 晚交一周'],
    ] as const) {
      const findings = [takes(1, words)] as never
      await act(db, who, 'sheet.fill', { ...JX, marks: clean('JX01') as never, findings, seal: true })
    }
    await act(db, 'WG1', 'deliberation.open', JX)
    const propose = (round: number, deductions: string) =>
      act(db, 'WG1', 'deliberation.propose', { ...JX, round, marks: [{ goal: 2, deductions }], seal: true })
    expect(codeOf(await propose(0, '2.5 晚交\n1 台账不全'))).toBe('proposal-made')
    expect(codeOf(await propose(1, '4 晚交一周'))).toBe('proposal-made')
    expect(codeOf(await propose(2, '3 晚交一周'))).toBe('proposal-made')
    const state = await findAssessment(db, 2026, 'JX01')
    if (state.status !== 'deliberating') throw new Error('not open')
    expect(state.rounds.map((one) => one.entries['JX01-2'])).toMatchObject([
      { deductions: [{ points: 2_50, finding: 1 }, { points: 1_00 }] },
      { deductions: [{ points: 4_00, finding: 1 }] },
      { deductions: [{ points: 3_00, reason: '晚交一周', criterion: BASIS }] },
    ])
    const [first, , last] = state.rounds.map((one) => JSON.stringify(one.entries['JX01-2']))
    expect(first?.match(/finding/g)).toHaveLength(1)
    expect(last).not.toContain('finding')
  })
})
