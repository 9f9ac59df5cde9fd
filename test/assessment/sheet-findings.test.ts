/** Rulebook 4: every finding is put before the assessors; each one is taken, or dropped with a reason. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Candidate,
  heldEntries,
  openCandidates,
  type Verdict,
} from '../../src/assessment/rules/candidates.ts'
import { readFindingMarks, wordsOf } from '../../src/assessment/rules/finding-marks.ts'
import { readMarks } from '../../src/assessment/rules/marks.ts'
import { accountTime, act, codeOf, drops, JX, read, seedFinding, takes, todos, XZ } from './account-world.ts'
import { raw } from './raw.ts'
import { clean, goalsOf, graded } from './world.ts'

const goals = goalsOf('JX01')
const candidate = (number: number, goal: string | null): Candidate => ({
  ...{ number, goal, kind: 'problem', severity: 'grave', fact: '初稿未交', status: 'published' },
})
const FOUND = [candidate(1, 'JX01-2'), candidate(2, null)]

describe('what an assessor makes of a finding', () => {
  const reading = (words: string, take: boolean | null = true, goal: number | null = null, number = 1) =>
    readFindingMarks('standard', goals, FOUND, [{ finding: number, take, words, goal }])

  it.each([
    ['2.5 初稿晚交', { points: 2_50, reason: '初稿晚交' }],
    ['3', { points: 3_00, reason: '初稿未交' }],
    ['扣1.25分', { points: 1_25, reason: '初稿未交' }],
  ])(
    'Article 23: taken as 「%s」 it is a deduction with points, reason and criterion',
    (words, deduction) => {
      expect(reading(words)).toEqual({
        verdicts: { 1: { kind: 'taken', goal: 'JX01-2', criterion: '按期完成', ...deduction } },
      })
    },
  )

  it.each([
    [reading('初稿晚交'), 'unread-points'],
    [reading(''), 'unread-points'],
    [reading('0 理由'), 'zero-points'],
    [reading('1.234 理由'), 'fine-points'],
    [reading('101 理由'), 'huge-points'],
    [reading('', false), 'missing-drop-reason'],
    [reading('2 理由', null), 'missing-choice'],
    [reading('2 理由', true, null, 2), 'missing-goal'],
    [reading('2 理由', true, 99, 2), 'missing-goal'],
    [reading('2 理由', true, null, 9), 'unknown-finding'],
    [reading(`2 ${'长'.repeat(400)}`), 'long-text'],
  ])('%#: what is wrong is said', (read_, what) => expect(read_).toMatchObject({ faults: [{ what }] }))

  it('about the unit it counts on the goal that the assessor names', () => {
    expect(reading('2 理由', true, 5, 2)).toMatchObject({ verdicts: { 2: { goal: 'JX01-5', points: 2_00 } } })
  })

  it('what is read is written back as it was typed, and read alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_00 }),
        fc.constantFrom('晚交', '缺材料 两份'),
        (points, reason) => {
          const first = reading(`${points / 100} ${reason}`)
          if ('faults' in first) throw new Error('faulty')
          expect(reading(wordsOf(first.verdicts[1]))).toEqual(first)
        },
      ),
    )
  })

  it('taken ones are deducted beside what was typed, those withdrawn since are not, and the order of marking changes nothing', () => {
    const verdicts = [takes(1, '2 晚交'), takes(2, '3 管理松散', 2)]
    const marks = readMarks('standard', goals, [{ goal: 2, deductions: '1 迟报' }])
    if ('faults' in marks) throw new Error('faulty')
    const held = (order: typeof verdicts, found = FOUND) => {
      const weighed = order.map((one) => readFindingMarks('standard', goals, FOUND, [one]))
      const merged = Object.assign({}, ...weighed.map((one) => ('verdicts' in one ? one.verdicts : {})))
      return heldEntries({ entries: marks.entries, verdicts: merged }, found)['JX01-2']
    }
    expect(held(verdicts)).toMatchObject({
      deductions: [{ points: 1_00 }, { points: 2_00, finding: 1 }, { points: 3_00, finding: 2 }],
    })
    expect(held(verdicts.toReversed())).toEqual(held(verdicts))
    expect(held(verdicts, [FOUND[0] as Candidate])).toMatchObject({
      deductions: [{ points: 1_00 }, { points: 2_00 }],
    })
  })

  it('none is left open exactly when each was taken on an assessed goal or dropped', () => {
    const verdict = fc.constantFrom('open', 'taken', 'gone', 'dropped')
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 12 }), (made) => {
        const all = made.map((_, at) => candidate(at + 1, null))
        const verdicts = Object.fromEntries(
          made.flatMap((one, at): [number, Verdict][] => {
            if (one === 'open') return []
            if (one === 'dropped') return [[at + 1, { kind: 'dropped', reason: '不属实' }]]
            const goal = one === 'gone' ? 'cancelled' : 'JX01-1'
            return [[at + 1, { kind: 'taken', goal, points: 1_00, reason: '晚', criterion: '' }]]
          }),
        )
        const open = openCandidates(all, verdicts, goals).map((one) => one.number)
        expect(open).toEqual(made.flatMap((one, at) => (one === 'open' || one === 'gone' ? [at + 1] : [])))
      }),
    )
  })
})

describe('the sheet', () => {
  const found = () => {
    const db = accountTime()
    seedFinding(db, 'JX01', 1, { goal: 'JX01-2' })
    seedFinding(db, 'JX01', 2, { kind: 'rectification' })
    seedFinding(db, 'JX01', 3, { goal: 'JX01-2', kind: 'good', fact: '示范做法' })
    return db
  }
  const fill = (db: ReturnType<typeof found>, who: string, findings: object[], seal = true) =>
    act(db, who, 'sheet.fill', { ...JX, marks: clean('JX01') as never, findings: findings as never, seal })

  it('shows what was found on the unit before the first goal, good practice as information', async () => {
    const card = await read(found(), 'WG2', 'score-sheet', { ...JX, member: 'WG2', page: 1 })
    expect(card.indexOf('督查发现2')).toBeLessThan(card.indexOf('目标1 目标内容1'))
    expect(card.indexOf('督查发现1')).toBeGreaterThan(card.indexOf('目标2 目标内容2'))
    expect(card).toContain('好的做法：示范做法')
    expect(card).toContain('整改逾期')
    expect(card).not.toContain('发现3 处理')
  })

  it('is not sent while a finding is open: kept, and refused with the list', async () => {
    const db = found()
    expect(await fill(db, 'WG2', [takes(1, '2.5 晚交')])).toMatchObject({
      done: { code: 'page-saved', goals: [], findings: [2] },
      show: { params: { finding: 2 } },
    })
    expect(await act(db, 'WG2', 'sheet.send', JX)).toMatchObject({
      refusal: { code: 'incomplete-sheet', findings: [2] },
    })
    expect(codeOf(await fill(db, 'WG2', [drops(2, '已整改到位')]))).toBe('sheet-sent')
  })

  it('carries taken findings into the deliberation as deductions, dropped ones with their reasons', async () => {
    const db = found()
    for (const who of ['WG1', 'WG2', 'WG3'])
      await fill(db, who, [takes(1, '2.5 晚交'), who === 'WG1' ? takes(2, '1 管理', 4) : drops(2, '已整改')])
    await act(db, 'WG1', 'deliberation.open', JX)
    const [row] = raw(db, "SELECT state FROM subject WHERE id = 'assessment:2026:JX01'") as {
      state: string
    }[]
    const sitting = JSON.parse(row?.state ?? '{}')
    expect(sitting.sheets.WG1['JX01-2'].deductions).toEqual([
      { points: 2_50, reason: '晚交', criterion: '按期完成', finding: 1 },
    ])
    expect(sitting.sheets.WG1['JX01-4'].deductions).toMatchObject([{ points: 1_00, finding: 2 }])
    expect(sitting.sheets.WG2['JX01-4'].deductions).toEqual([])
    expect(sitting.verdicts.WG2['2']).toEqual({ kind: 'dropped', reason: '已整改' })
  })

  it('a finding that is published after the sheet was sent is weighed before the deliberation opens', async () => {
    const db = found()
    for (const who of ['WG1', 'WG2', 'WG3']) await fill(db, who, [drops(1, '属实但已改'), drops(2, '已整改')])
    seedFinding(db, 'JX01', 7, { goal: 'JX01-1' })
    expect(await todos(db, 'WG2')).toContain('药学院有1条新的督查发现待处理')
    expect(await act(db, 'WG1', 'deliberation.open', JX)).toMatchObject({
      refusal: { code: 'missing-sheets' },
    })
    for (const who of ['WG1', 'WG2', 'WG3']) {
      const only = { ...JX, marks: [], findings: [takes(7, '1 缺材料')] as never, seal: false }
      expect(codeOf(await act(db, who, 'sheet.fill', only))).toBe('sheet-changed')
    }
    expect(codeOf(await act(db, 'WG1', 'deliberation.open', JX))).toBe('deliberation-opened')
  })

  it('a finding that is withdrawn is asked of nobody, and counts no more', async () => {
    const db = found()
    await fill(db, 'WG2', [takes(1, '2.5 晚交'), drops(2, '已整改')])
    db.exec("UPDATE finding SET status = 'withdrawn' WHERE number IN (1, 2)")
    for (const who of ['WG1', 'WG3']) expect(codeOf(await fill(db, who, []))).toBe('sheet-sent')
    await act(db, 'WG1', 'deliberation.open', JX)
    const [row] = raw(db, "SELECT state FROM subject WHERE id = 'assessment:2026:JX01'") as {
      state: string
    }[]
    expect(JSON.parse(row?.state ?? '{}').sheets.WG2['JX01-2'].deductions).toEqual([])
  })

  it('Article 24: under the graded regime a taken finding is a reason, and full marks contradict it', async () => {
    const db = accountTime()
    seedFinding(db, 'XZ01', 1, { goal: 'XZ01-1', fact: '台账缺失' })
    const full = graded().map((mark) =>
      'score' in mark && mark.goal === 1 ? { ...mark, score: 100_00 } : mark,
    )
    const fillXz = (marks: object[], findings: object[]) =>
      act(db, 'AG1', 'sheet.fill', { ...XZ, marks: marks as never, findings: findings as never, seal: true })
    expect(await fillXz(full, [takes(1, '')])).toMatchObject({
      done: { code: 'page-saved', full: [1], findings: [] },
    })
    expect(codeOf(await fillXz(graded(), [takes(1, '')]))).toBe('sheet-sent')
    for (const who of ['AG2', 'AG3'])
      await act(db, who, 'sheet.fill', {
        ...XZ,
        marks: graded() as never,
        findings: [drops(1, '已补')] as never,
        seal: true,
      })
    await act(db, 'AG1', 'deliberation.open', XZ)
    const [row] = raw(db, "SELECT state FROM subject WHERE id = 'assessment:2026:XZ01'") as {
      state: string
    }[]
    expect(JSON.parse(row?.state ?? '{}').sheets.AG1['XZ01-1']).toMatchObject({
      score: 92_00,
      reason: '台账缺失',
    })
  })

  it('the tables hold it: no sheet is sent, and no deliberation opened, over an open finding', async () => {
    const db = found()
    const broken = (sql: string) => expect(() => db.exec(sql)).toThrow('decide again')
    broken(`INSERT INTO sheet VALUES (2026, 'JX01', 'WG2', 'sent', NULL, 'now')`)
    await fill(db, 'WG2', [takes(1, '2.5 晚交')])
    broken(`UPDATE sheet SET status = 'sent', sent_at = 'now'`)
    await fill(db, 'WG2', [drops(2, '已整改')])
    seedFinding(db, 'JX01', 7)
    broken(`UPDATE score SET status = 'deliberation'`)
    broken(
      `UPDATE sheet SET status = 'draft', sent_at = NULL; UPDATE sheet SET status = 'sent', sent_at = 'now'`,
    )
  })

  it('a finding is published while the convenor opens: it is weighed first, or it came too late', async () => {
    const db = found()
    for (const who of ['WG1', 'WG2', 'WG3']) await fill(db, who, [drops(1, '已改'), drops(2, '已整改')])
    const opening = act(db, 'WG1', 'deliberation.open', JX)
    seedFinding(db, 'JX01', 7)
    const outcome = await opening
    const [{ n }] = raw(db, `SELECT count(*) AS n FROM score WHERE status = 'deliberation'`) as [
      { n: number },
    ]
    expect(n).toBe(outcome.ok ? 1 : 0)
    if (!outcome.ok) expect(outcome.refusal.code).toBe('missing-sheets')
  })
})
