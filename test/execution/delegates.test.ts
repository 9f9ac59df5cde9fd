/** Rulebook 7: a delegate reports and accepts in the principal's name, and every record shows both. */
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/execute.ts'
import { giveDelegationCommand } from '../../src/organization/delegation/commands.ts'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type ExecutionWorld, executionWorld, refusalOf, shownAfter } from './world.ts'

async function entrust({ db }: ExecutionWorld, principal: string, delegate: string): Promise<void> {
  const wish = { principal, delegate, duties: ['all'], from: '2026-03-02', to: '2026-03-31' }
  const moment = { at: '2026-03-02T00:00:00.000Z', today: '2026-03-02' } as const
  const meta = {
    by: 'OF1',
    inNameOf: 'OF1',
    causes: [`entrust:${principal}:${delegate}`],
    ...moment,
  } as const
  const outcome = await execute(db, giveDelegationCommand, wish, meta)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
}

describe('a delegate', () => {
  it('reports for the head, with files of the own, under both names', async () => {
    const w = await executionWorld()
    const goal = seedGoal(w.db, 'JX01', 2)
    expect(refusalOf(await w.sends('AG2', 'e0', '一.pdf')).code).toBe('unneeded-file')
    await entrust(w, 'H-JX01', 'AG2')
    const who = { by: 'AG2', for: 'H-JX01' }
    shownAfter(await w.sends('AG2', 'e1', '二.pdf'))
    expect(await w.read(who, 'progress-understood', { text: '2 60% 初稿' })).toContain('1. 二.pdf')
    shownAfter(await w.report(who, goal, { evidence: ['e1'] }))
    for (const view of ['progress-reported', 'progress-history', 'progress-judge'])
      expect(await w.read('WG1', view, { goal }), view).toContain('药学院 负责人（考核组 成员甲代）')
    expect(w.db.raw("SELECT by_person, in_name_of FROM journal WHERE type = 'progress.reported'")).toEqual([
      { by_person: 'AG2', in_name_of: 'H-JX01' },
    ])
    expect(refusalOf(await w.report('AG2', goal)).code).toBe('foreign-goal')
    await journalEqualsState(w.db)
  })

  it('accepts for a member of the group, but never what the own unit reports', async () => {
    const w = await executionWorld()
    const goal = seedGoal(w.db, 'JX01', 2)
    await w.report('C-JX01', goal)
    await entrust(w, 'WG1', 'AG2')
    const judgement = { goal, report: 1, verdict: 'accepted' }
    const own = { by: 'C-JX01', for: 'WG1' }
    expect(refusalOf(await w.do(own, 'progress.judge', judgement)).code).toBe('unrightful-judge')
    await entrust(w, 'WG2', 'H-JX01')
    const head = { by: 'H-JX01', for: 'WG2' }
    expect(refusalOf(await w.do(head, 'progress.judge', judgement)).code).toBe('own-unit-judge')
    expect(await w.read(head, 'progress-judge', { goal })).toContain('您不负责核实')
    shownAfter(await w.do({ by: 'AG2', for: 'WG1' }, 'progress.judge', judgement))
    expect(w.db.raw('SELECT by_person, by_name FROM judgement')).toEqual([
      { by_person: 'WG1', by_name: '第一工作组 组长（考核组 成员甲代）' },
    ])
    await journalEqualsState(w.db)
  })
})
