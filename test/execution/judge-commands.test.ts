import { describe, expect, it } from 'vitest'
import { execution } from '../../src/execution/chapter.ts'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { viewerOf } from '../world/viewer.ts'
import { executionWorld, refusalOf, shownAfter } from './world.ts'

async function withReport(unit = 'JX01') {
  const w = await executionWorld()
  const goal = seedGoal(w.db, unit, 2)
  shownAfter(await w.report(`C-${unit}`, goal))
  const judge = (by: string, verdict: 'accepted' | 'queried', more: object = {}) =>
    w.do(by, 'progress.judge', { goal, report: 1, verdict, ...more })
  const todo = async (person: string) => {
    const viewer = viewerOf(person, { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' })
    return (await execution({ blobs: w.blobs }).todo(w.db, viewer)).map((one) => one.text)
  }
  return { w, goal, judge, todo }
}

describe('Article 20: a reported and an accepted figure', () => {
  it('are both in the journal, the state and the tables, and both are shown', async () => {
    const { w, goal, judge } = await withReport()
    shownAfter(await judge('WG1', 'accepted', { percent: 55, words: '评审尚未通过' }))
    await journalEqualsState(w.db)
    expect(w.db.raw('SELECT report, verdict, percent, value, words, by_person FROM judgement')).toEqual([
      {
        ...{ report: `execution:${goal}:000001`, verdict: 'accepted', percent: 55, value: null },
        ...{ words: '评审尚未通过', by_person: 'WG1' },
      },
    ])
    for (const view of ['progress-reported', 'progress-history', 'progress-judge']) {
      const text = await w.read('WG2', view, { goal })
      expect(text, view).toContain('60%')
      expect(text, view).toContain('55%，评审尚未通过')
    }
    expect(await w.read('C-JX01', 'progress')).toContain('"accepted":"55%"')
  })

  it('are never changed', async () => {
    const { w, judge } = await withReport()
    await judge('WG1', 'accepted')
    expect(() => w.db.exec('UPDATE judgement SET percent = 99')).toThrow('never changed')
    expect(() => w.db.exec('DELETE FROM judgement')).toThrow('never deleted')
    expect(() =>
      w.db.exec(
        `INSERT INTO judgement (report, goal, unit, verdict, percent, words, by_person, by_name, at)
         SELECT report, goal, unit, 'accepted', 100, words, 'X', 'X', at FROM judgement`,
      ),
    ).toThrow('UNIQUE')
  })

  it('are one judgement however fast the button is tapped, and whoever is faster', async () => {
    const { w, judge } = await withReport()
    const outcomes = await Promise.all([
      judge('WG1', 'accepted'),
      judge('WG1', 'accepted'),
      judge('WG2', 'queried', { words: '请附初稿' }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const refused of outcomes.filter(({ ok }) => !ok))
      expect(refusalOf(refused).code).toBe('already-judged')
    expect(count(w.db, 'judgement')).toBe(1)
    await journalEqualsState(w.db)
  })

  it('of a report that another has followed are refused', async () => {
    const { w, goal, judge } = await withReport()
    w.pass(1000)
    await w.report('C-JX01', goal, { percent: 70 })
    expect(refusalOf(await judge('WG1', 'accepted'))).toMatchObject({ code: 'outdated-judgement', number: 2 })
  })

  it('come from nobody but those in charge, whatever card they hold', async () => {
    const { w, judge } = await withReport()
    const codes = []
    for (const by of ['C-JX01', 'H-JX01', 'LD1', 'OF1', 'CH', 'AG1', 'GA-ethics'])
      codes.push(refusalOf(await judge(by, 'accepted')).code)
    expect(new Set(codes)).toEqual(new Set(['unrightful-judge']))
    expect(count(w.db, 'judgement')).toBe(0)
  })

  it('of a department come from its leader in charge', async () => {
    const { w, judge } = await withReport('XZ01')
    expect(refusalOf(await judge('WG1', 'accepted')).code).toBe('unrightful-judge')
    shownAfter(await judge('LD2', 'accepted'))
    expect(count(w.db, 'judgement')).toBe(1)
  })
})

describe('a query', () => {
  it('is told to the unit once, stands in 待办, and is answered by another report', async () => {
    const { w, goal, judge, todo } = await withReport()
    expect(await todo('WG1')).toEqual(['有 1 项进展待核实'])
    shownAfter(await judge('WG1', 'queried', { words: '请附教材初稿' }))
    expect(w.db.raw("SELECT person, view FROM outbox WHERE key LIKE 'send:progress-query:%'")).toEqual([
      { person: 'C-JX01', view: 'progress-reported' },
    ])
    expect(await w.read('C-JX01', 'progress-reported', { goal })).toMatch(
      /进展被质疑.*请附教材初稿.*补报进展/,
    )
    expect(await w.read('WG2', 'progress-reported', { goal })).not.toContain('补报进展')
    expect(await todo('WG1')).toEqual([])
    for (const person of ['C-JX01', 'H-JX01'])
      expect((await todo(person)).join()).toContain('被 第一工作组 组长 质疑：请附教材初稿')
    expect(await w.read('C-JX01', 'progress')).toContain('被质疑')
    w.pass(1000)
    await w.report('C-JX01', goal, { done: '初稿已附' })
    expect((await todo('C-JX01')).join()).not.toContain('质疑')
    expect(await todo('WG1')).toEqual(['有 1 项进展待核实'])
    const first = { goal, report: `execution:${goal}:000001` }
    expect(await w.read('C-JX01', 'progress-reported', first)).toContain('请附教材初稿')
  })

  it('says why', async () => {
    const { judge } = await withReport()
    expect(refusalOf(await judge('WG1', 'queried', { words: '  ' })).code).toBe('wordless-query')
  })
})

describe('核实进展', () => {
  it('lists what waits, the oldest first, page by page', async () => {
    const { w } = await withReport()
    for (let number = 3; number <= 12; number++) {
      w.pass(1000)
      shownAfter(await w.report('C-JX01', seedGoal(w.db, 'JX01', number, { title: `题${number}号` })))
    }
    const first = await w.read('WG1', 'progress-judging')
    expect(first).toContain('11 项')
    expect(first).toContain('目标2')
    expect(first).not.toContain('题12号')
    expect(await w.read('WG1', 'progress-judging', { page: 1 })).toContain('题12号')
    expect(await w.read('GA-ethics', 'progress-judging')).toContain('由其目标管理工作组核实')
    expect(await w.read('AG1', 'progress-judging')).not.toContain('目标2')
  })

  it('shows nothing of another group’s units', async () => {
    const { w, goal } = await withReport()
    for (const person of ['AG1', 'LD2', 'C-JX02', 'C-JX01'])
      expect(await w.read(person, 'progress-judge', { goal }), person).toContain('您不负责核实')
  })

  it('offers nothing on what is judged, and says why nothing can be judged later', async () => {
    const { w, goal, judge } = await withReport()
    await w.enter('results')
    const late = await w.read('WG1', 'progress-judge', { goal })
    expect(late).not.toContain('progress.judge')
    expect(refusalOf(await judge('WG1', 'accepted')).code).toBe('late-judge')
    await w.enter('execution')
    await judge('WG1', 'accepted')
    const judged = await w.read('WG1', 'progress-judge', { goal })
    expect(judged).toContain('已认可')
    expect(judged).not.toContain('progress.judge')
  })

  it('opens its forms for those in charge only, and not for what is judged', async () => {
    const { w, goal, judge } = await withReport()
    const [, accept, query] = execution({ blobs: w.blobs }).forms
    const spec = async (form: typeof accept, person: string) => {
      const viewer = viewerOf(person, { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' })
      const found = await form?.spec(w.db, { goal, report: 1 }, viewer)
      return found && 'refusal' in found ? found.refusal.code : found?.fields.map(({ name }) => name)
    }
    expect(await spec(accept, 'WG1')).toEqual(['percent', 'words'])
    expect(await spec(query, 'WG1')).toEqual(['words'])
    expect(await spec(accept, 'C-JX01')).toBe('unrightful-judge')
    await judge('WG1', 'accepted')
    expect(await spec(query, 'WG2')).toBe('already-judged')
  })
})
