/** Rulebook 4: a rectification is answered, accepted or returned; an overdue one raises the goal's light. */
import { describe, expect, it } from 'vitest'
import { listWaitingRectifications, overdueRectifications } from '../../src/execution/queries/findings.ts'
import { lightsOf } from '../../src/execution/queries/lights.ts'
import type { LocalDate } from '../../src/kernel/time.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import {
  DAY_MS,
  demanded,
  type InspectionWorld,
  inspectionWorld,
  NOTE,
  publishes,
  seedDelegation,
  VISIT,
} from './inspection-world.ts'

const GOAL = '2026-JX01-1'
const WORDS = '六章初稿已补齐'

const answers = (w: InspectionWorld, finding: string, words = WORDS) =>
  w.does('C-JX01', 'rectification.answer', { finding, words })

describe('a rectification', () => {
  it('waits for the unit, then for its inspectors, and is accepted', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    const waiting = `药学院待整改（1号，期限 2026年3月20日）：目标1 ${NOTE.fact}`
    expect(await w.todos('C-JX01')).toEqual([waiting])
    expect(await w.todos('H-JX01')).toEqual([waiting])
    expect(await w.todos('C-JX02')).toEqual([])
    await answers(w, finding)
    expect(await w.todos('C-JX01')).toEqual([])
    expect(await w.todos('WG1')).toEqual([`药学院整改待验收（1号）：目标1 ${NOTE.fact}`])
    await w.does('WG1', 'rectification.judge', { finding, verdict: 'accept', seen: 0 })
    expect(await w.todos('WG1')).toEqual([])
    expect(await w.read('C-JX01', 'finding', { finding })).toContain('验收通过')
    await journalEqualsState(w.db)
  })

  it('comes back with a reason and another day, as often as it must; every round is shown', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    const back = { finding, verdict: 'return', seen: 0, words: '第四章仍缺', dueOn: '2026-03-30' }
    await answers(w, finding)
    expect(await w.refusal('WG1', 'rectification.judge', { ...back, words: '' })).toBe('empty-words')
    expect(await w.refusal('WG1', 'rectification.judge', { ...back, dueOn: '2026-03-01' })).toBe('past-due')
    await w.does('WG2', 'rectification.judge', back)
    expect(w.db.raw('SELECT status, due_on FROM finding')).toEqual([{ status: 'open', due_on: '2026-03-30' }])
    await answers(w, finding, '第四章已补')
    await w.does('WG1', 'rectification.judge', { ...back, seen: 1, words: '图表缺', dueOn: null })
    expect(w.db.raw('SELECT status, due_on FROM finding')).toEqual([{ status: 'open', due_on: '2026-03-30' }])
    const newest = await w.read('C-JX01', 'finding', { finding })
    expect(newest).toContain('图表缺')
    expect(newest).toContain('下一页（2/2）')
    expect(await w.read('C-JX01', 'finding', { finding, page: 1 })).toContain('第四章仍缺')
    await journalEqualsState(w.db)
  })

  it('is answered by the unit’s contact or head, or a delegate, alone', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    seedDelegation(w.db, 'H-JX01', 'AG3')
    for (const by of ['C-JX02', 'WG1', 'LD1', 'OF1', 'AG3'])
      expect(await w.refusal(by, 'rectification.answer', { finding, words: WORDS }), by).toBe(
        'foreign-rectification',
      )
    expect(await w.refusal('C-JX01', 'rectification.answer', { finding, words: ' ' })).toBe('empty-words')
    await w.does('AG3 for H-JX01', 'rectification.answer', { finding, words: WORDS })
    expect(await w.read('WG1', 'finding', { finding })).toContain('药学院 负责人（考核组 成员乙代）')
  })

  it('is judged by an inspector of the body whose own unit it is not', async () => {
    const w = await inspectionWorld()
    const visit = await w.does('WG1', 'visit.plan', { ...VISIT, unit: 'JX02', inspectors: ['WG1'] })
    const note = { ...NOTE, inspection: visit, unit: 'JX02', goal: '2026-JX02-1' }
    const finding = await w.does('WG1', 'finding.note', note)
    await publishes(w, 'WG1', finding)
    await w.does('C-JX02', 'rectification.answer', { finding, words: WORDS })
    const judge = { finding, verdict: 'accept', seen: 0 }
    seedDelegation(w.db, 'WG3', 'C-JX02')
    for (const by of ['WG2', 'IT1', 'OF1', 'C-JX02', 'C-JX02 for WG3'])
      expect(await w.refusal(by, 'rectification.judge', judge), by).toBe('foreign-finding')
    expect(await w.read('WG2', 'finding', { finding })).not.toContain('验收通过')
    await w.does('WG3', 'rectification.judge', judge)
  })

  it('with evidence, which the inspectors may have', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    await w.sends('C-JX01', 'e2', '初稿.docx')
    await w.arrives('C-JX01', 'e2', new TextEncoder().encode('draft'))
    await w.does('C-JX01', 'rectification.answer', { finding, words: WORDS, evidence: ['e2'] })
    expect(await w.read('WG1', 'finding', { finding })).toContain('整改材料（1份）')
    expect(await w.read('WG1', 'finding-file', { finding, id: 'e2' })).toBe('draft')
  })

  it('is not answered where nothing is demanded, and not after the year', async () => {
    const w = await inspectionWorld()
    const problem = await demanded(w, { kind: 'problem' })
    expect(await w.refusal('C-JX01', 'rectification.answer', { finding: problem, words: WORDS })).toBe(
      'undemanded-finding',
    )
    const finding = await w.does('WG1', 'finding.note', { ...NOTE, inspection: 'inspection:2026:1' })
    await publishes(w, 'WG1', finding)
    await w.enter('closed')
    expect(await w.refusal('C-JX01', 'rectification.answer', { finding, words: WORDS })).toBe(
      'closed-rectification',
    )
    expect(await w.read('C-JX01', 'finding', { finding })).not.toContain('报送整改')
    expect(await w.todos('C-JX01')).toEqual([])
  })
})

describe('an overdue rectification', () => {
  it('raises the goal’s light from the day after its last day until it is answered', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    const late = async (today: string) => [
      ...(await overdueRectifications(w.db, [GOAL, '2026-JX01-2'], today as '2026-03-20')),
    ]
    expect(await late('2026-03-20')).toEqual([])
    expect(await late('2026-03-21')).toEqual([GOAL])
    w.pass(19 * DAY_MS)
    expect(await w.todos('C-JX01')).toEqual([
      `药学院待整改（1号，已逾期，期限 2026年3月20日）：目标1 ${NOTE.fact}`,
    ])
    expect(await w.read('LD1', 'findings', { kind: 'rectifications' })).toContain('其中逾期 1 条')
    expect(await w.read('C-JX01', 'finding', { finding })).toContain('整改逾期')
    await answers(w, finding)
    expect(await late('2026-03-21')).toEqual([])
    expect(await w.read('WG1', 'finding', { finding })).toContain('逾期报送')
  })

  it('is what the light of the goal says, too', async () => {
    const w = await inspectionWorld()
    await demanded(w)
    const light = async (day: LocalDate) => (await lightsOf(w.db, [GOAL], day)).get(GOAL)
    expect(await light('2026-03-20')).toMatchObject({ light: 'grey', why: [{ code: 'awaited-report' }] })
    expect(await light('2026-03-21')).toMatchObject({
      light: 'yellow',
      why: [{ code: 'overdue-rectification' }, {}],
    })
  })

  it('raises it again when it comes back with the old day, and no more when it is withdrawn', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    await answers(w, finding)
    await w.does('WG1', 'rectification.judge', { finding, verdict: 'return', seen: 0, words: '不够' })
    const late = () => overdueRectifications(w.db, [GOAL], '2026-04-01')
    expect([...(await late())]).toEqual([GOAL])
    await w.does('WG1', 'finding.withdraw', { finding, reason: '误判' })
    expect([...(await late())]).toEqual([])
    expect(await listWaitingRectifications(w.db, 'open', { bodies: ['WG'], units: ['JX01'] })).toEqual([])
  })
})

describe('two at once', () => {
  it('two inspectors judge together: one verdict stands, the other is told whose', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    await answers(w, finding)
    const outcomes = await Promise.all([
      w.do('WG1', 'rectification.judge', { finding, verdict: 'accept', seen: 0 }),
      w.do('WG3', 'rectification.judge', { finding, verdict: 'return', seen: 0, words: '不够' }),
    ])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    const lost = outcomes.find((one) => !one.ok)
    expect(lost).toMatchObject({
      show: { name: 'finding' },
      refusal: { by: expect.stringContaining('工作组') },
    })
    expect(count(w.db, "journal WHERE type IN ('rectification.accepted', 'rectification.returned')")).toBe(1)
    await journalEqualsState(w.db)
  })

  it('a verdict on an answer that is not the newest is refused', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    await answers(w, finding)
    await w.does('WG1', 'rectification.judge', { finding, verdict: 'return', seen: 0, words: '不够' })
    expect(await w.refusal('WG3', 'rectification.judge', { finding, verdict: 'accept', seen: 0 })).toBe(
      'unanswered-rectification',
    )
    await answers(w, finding, '已补')
    expect(await w.refusal('WG3', 'rectification.judge', { finding, verdict: 'accept', seen: 0 })).toBe(
      'newer-answer',
    )
  })

  it('the unit answers while it is withdrawn: nothing is answered after the withdrawal', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    const [withdrawn, answer] = await Promise.all([
      w.do('WG1', 'finding.withdraw', { finding, reason: '误判' }),
      w.do('C-JX01', 'rectification.answer', { finding, words: WORDS }),
    ])
    expect(withdrawn.ok).toBe(true)
    if (!answer.ok)
      expect(answer).toMatchObject({ refusal: { code: 'withdrawn-finding' }, show: { name: 'finding' } })
    expect(w.db.raw('SELECT status FROM finding')).toEqual([{ status: 'withdrawn' }])
    expect(await w.refusal('C-JX01', 'rectification.answer', { finding, words: '再报' })).toBe(
      'withdrawn-finding',
    )
    await journalEqualsState(w.db)
  })

  it('contact and head answer together: one answer stands', async () => {
    const w = await inspectionWorld()
    const finding = await demanded(w)
    const outcomes = await Promise.all(
      ['C-JX01', 'H-JX01'].map((by) => w.do(by, 'rectification.answer', { finding, words: WORDS })),
    )
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    expect(outcomes.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'answered-rectification' } })
  })
})
