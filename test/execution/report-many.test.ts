import { describe, expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { executionWorld, refusalOf, shownAfter } from './world.ts'

async function withGoals(goals = 3) {
  const w = await executionWorld()
  const ids = Array.from({ length: goals }, (_, at) => seedGoal(w.db, 'JX01', at + 1))
  const reports = ids.map((goal, at) => ({ goal, percent: 10 * (at + 1), done: '推进', seen: 0 }))
  const all = (by: string, more: object = {}) => w.do(by, 'progress.report-many', { reports, ...more })
  return { w, ids, reports, all }
}

describe('several goals in one message', () => {
  it('are saved together, each with its own result', async () => {
    const { w, ids, reports, all } = await withGoals()
    shownAfter(await w.report('H-JX01', ids[1] ?? '', { percent: 50 }))
    w.pass(1000)
    const foreign = { ...reports[0], goal: seedGoal(w.db, 'JX02', 1) }
    const outcome = await all('C-JX01', { reports: [...reports, foreign] })
    expect(outcome).toMatchObject({ done: { code: 'reported-many', saved: [1, 3], refused: 2 } })
    const shown = shownAfter(outcome)
    const text = await w.read('C-JX01', 'progress-reported-many', shown)
    expect(text).toContain('药学院 负责人 已于')
    expect(text).toContain('这是护理学院的目标')
    expect(await w.read('C-JX02', 'progress-reported-many', shown)).toContain('您不负责该单位的目标')
    expect(count(w.db, 'progress')).toBe(3)
    await journalEqualsState(w.db)
  })

  it('are saved once, however fast the button is tapped', async () => {
    const { w, all } = await withGoals()
    const outcomes = await Promise.all([all('C-JX01'), all('C-JX01')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok).map((one) => refusalOf(one).code)).toEqual(['repeated-report'])
    expect(count(w.db, 'progress')).toBe(3)
    await journalEqualsState(w.db)
  })

  it('are twenty at most, each once, and share no file', async () => {
    const { w, ids, reports, all } = await withGoals()
    await w.sends('C-JX01', 'e1', '初稿.pdf')
    const shared = reports.map((report) => ({ ...report, evidence: ['e1'] }))
    for (const wrong of [[...reports, reports[0]], shared, [], Array(21).fill(reports[0])])
      await expect(all('C-JX01', { reports: wrong })).rejects.toThrow()
    expect(count(w.db, 'progress')).toBe(0)
    shownAfter(await all('C-JX01', { reports: [shared[0], reports[1]] }))
    expect(w.db.raw('SELECT goal FROM evidence')).toEqual([{ goal: ids[0] }])
  })

  it('with a difficulty each open a request for help', async () => {
    const { w, reports, all } = await withGoals()
    const difficult = reports.map((report, at) => ({ ...report, difficulty: at === 0 ? '' : `缺设备${at}` }))
    shownAfter(await all('C-JX01', { reports: difficult }))
    expect(count(w.db, "help_request WHERE status = 'open'")).toBe(2)
    await journalEqualsState(w.db)
  })
})

describe('Article 19: a difficulty', () => {
  it('opens a request for help in the same change, once for the same words', async () => {
    const { w, ids } = await withGoals(1)
    const [goal = ''] = ids
    shownAfter(await w.report('C-JX01', goal, { difficulty: '经费不足' }))
    w.pass(1000)
    shownAfter(await w.report('C-JX01', goal, { percent: 70, difficulty: '经费不足。' }))
    expect(w.db.raw('SELECT words, holder_name FROM help_request')).toEqual([
      { words: '经费不足', holder_name: '第一目标管理工作组' },
    ])
    w.pass(1000)
    shownAfter(await w.report('C-JX01', goal, { percent: 80, difficulty: '无' }))
    expect(count(w.db, 'help_request')).toBe(1)
    expect(count(w.db, "outbox WHERE view = 'help-request'")).toBeGreaterThan(0)
    await journalEqualsState(w.db)
  })
})

describe('Article 30: over budget', () => {
  it('is marked on every progress card of the goal, and on the list', async () => {
    const { w, ids } = await withGoals(1)
    const [goal = ''] = ids
    w.db.exec('UPDATE goal SET budget = 500000')
    shownAfter(await w.report('C-JX01', goal, { cost: 500_000 }))
    expect(await w.read('C-JX01', 'progress-reported', { goal })).not.toContain('超预算')
    w.pass(1000)
    shownAfter(await w.report('C-JX01', goal, { percent: 70, cost: 520_000 }))
    w.pass(1000)
    shownAfter(await w.report('C-JX01', goal, { percent: 80 }))
    for (const view of ['progress-reported', 'progress-history'])
      expect(await w.read('H-JX01', view, { goal }), view).toContain('超预算 200元')
    const first = { goal, report: `execution:${goal}:000001` }
    expect(await w.read('H-JX01', 'progress-reported', first)).not.toContain('超预算')
    expect(await w.read('WG1', 'progress-judge', { goal })).toContain('超预算 200元')
    expect(await w.read('WG1', 'progress-judging')).toContain('超预算')
    expect(await w.read('C-JX01', 'progress')).toContain('超预算：目标1')
    const typed = { text: '1 90% 收尾，支出 6000元' }
    expect(await w.read('C-JX01', 'progress-understood', typed)).toContain('超预算 1000元')
  })
})
