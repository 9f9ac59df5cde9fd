/** What is known of a goal goes where the goal goes (rulebook 1): tasks, requests for help, findings; what is open elsewhere bars the reform. */
import { beforeEach, describe, expect, it } from 'vitest'
import { listHelp } from '../../../src/execution/queries/help.ts'
import type { Outcome } from '../../../src/kernel/command.ts'
import { journalEqualsState } from '../../world/journal.ts'
import { barsOf, givePlan, type UnitsWorld, unitsWorld, YEAR } from './world.ts'

const MERGE = {
  ...{ kind: 'merge', units: ['JX01', 'JX02'], id: 'JX09', into: '健康学院' },
  ...{ unitKind: 'teaching', leader: 'LD1' },
}
const done = (outcome: Outcome) => expect(outcome).toMatchObject({ ok: true })

describe('what is known of a goal goes with it', () => {
  let w: UnitsWorld
  let goal = ''
  beforeEach(async () => {
    w = await unitsWorld()
    goal = (await givePlan(w, 'JX01', 'teaching'))[0] ?? ''
    await givePlan(w, 'JX02', 'teaching')
    await w.enters('execution')
  })
  const inspection = `inspection:${YEAR}:1`
  const visited = async () => {
    const plan = {
      body: '第一目标管理工作组',
      inspectors: ['WG1'],
      purpose: '调研',
      unit: 'JX01',
      on: '2026-06-20',
    }
    done(await w.do('WG1', 'visit.plan', plan))
  }
  const found = async (kind: string, fact: string, more: object = {}) => {
    const note = { inspection, unit: 'JX01', goal, kind, severity: 'slight', fact, ...more }
    const kept = await w.do('WG1', 'finding.note', note)
    done(kept)
    const [row] = w.db.raw(
      `SELECT id, state ->> '$.hash' AS hash FROM subject WHERE id LIKE 'finding:%' ORDER BY id DESC LIMIT 1`,
    ) as { id: string; hash: string }[]
    done(await w.do('WG1', 'finding.publish', { finding: row?.id ?? '', seen: row?.hash ?? '' }))
    return row?.id ?? ''
  }

  it('Article 19: an open request goes on as the successor’s; what was answered stays readable there', async () => {
    done(await w.do('C-JX01', 'help.ask', { goal, words: '缺少实验场地' }))
    done(await w.do('WG1', 'help.answer', { goal, number: 1, words: '已协调' }))
    done(await w.do('C-JX01', 'help.ask', { goal, words: '缺少经费' }))
    done(await w.reforms(MERGE))
    expect(w.db.raw(`SELECT number, unit, status FROM help_request ORDER BY number`)).toEqual([
      { number: 1, unit: 'JX01', status: 'answered' },
      { number: 2, unit: 'JX09', status: 'open' },
    ])
    const list = await listHelp(w.db, { kind: 'asked', units: ['JX09'] }, { from: 0, size: 10 })
    expect(list.map(({ number }) => number)).toEqual([2, 1])
    done(await w.do('WG1', 'help.answer', { goal, number: 2, words: '已拨付' }))
    await journalEqualsState(w.db)
  })

  it('Article 20: a finding is the successor’s to put right, and stays a candidate deduction', async () => {
    await visited()
    const finding = await found('rectification', '台账不全', { demand: '补齐台账', dueOn: '2026-07-01' })
    done(await w.do('WG1', 'inspection.end', { inspection, how: 'done', words: '完成' }))
    done(await w.reforms(MERGE))
    expect(w.db.raw(`SELECT unit, status FROM finding`)).toEqual([{ unit: 'JX09', status: 'open' }])
    done(await w.do('C-JX02', 'rectification.answer', { finding, words: '已补齐' }))
    await journalEqualsState(w.db)
  })

  it('an inspection that is not over, or an open adjustment, comes to its end first', async () => {
    await visited()
    w.db.exec(
      `INSERT INTO adjustment (id, year, unit, number, kind, title, side, status, asked_by, moved_at)
       VALUES ('adjustment:2026:JX02:1', ${YEAR}, 'JX02', 1, 'add', '新任务', 'unit', 'asked', 'C-JX02', '2026-06-10T01:00:00.000Z')`,
    )
    const reform = await w.prepares(MERGE)
    expect(await barsOf(w, reform)).toEqual([
      { bar: 'open-adjustments', adjustments: [{ unit: 'JX02', number: 1 }] },
      { bar: 'open-inspections', numbers: [1] },
    ])
    done(await w.do('WG1', 'inspection.end', { inspection, how: 'cancelled', words: '单位合并' }))
    w.db.exec(`UPDATE adjustment SET status = 'withdrawn'`)
    expect(await barsOf(w, reform)).toEqual([])
  })

  it('a note on an ended unit is not published any more', async () => {
    await visited()
    done(
      await w.do('WG1', 'finding.note', { inspection, unit: 'JX01', goal: null, kind: 'good', fact: '好' }),
    )
    done(await w.do('WG1', 'inspection.end', { inspection, how: 'done', words: '完成' }))
    done(await w.reforms(MERGE))
    const [row] = w.db.raw(
      `SELECT id, state ->> '$.hash' AS hash FROM subject WHERE id LIKE 'finding:%'`,
    ) as { id: string; hash: string }[]
    expect(
      await w.do('WG1', 'finding.publish', { finding: row?.id ?? '', seen: row?.hash ?? '' }),
    ).toMatchObject({
      refusal: { code: 'unfit-target' },
    })
  })

  it('Article 18: tasks go on, and their owner reports to the successor', async () => {
    const split = { goal, text: '编写初稿 药学院 联络员 6月30日', seen: 0 }
    w.db.exec(`UPDATE person SET name = '张三' WHERE id = 'C-JX01'`)
    done(await w.do('C-JX01', 'task.split', { ...split, text: '编写初稿 张三 6月30日' }))
    done(await w.reforms(MERGE))
    expect(w.db.raw(`SELECT unit, status FROM task`)).toEqual([{ unit: 'JX09', status: 'open' }])
  })
})

describe('races', () => {
  const report = (goal: string) => ({
    ...{ goal, percent: 50, value: null, state: 'on-track', done: '完成一半', next: '', difficulty: '' },
    ...{ reason: '', cost: null, evidence: [], task: null },
  })

  it('a report that arrives while the merge commits is the successor’s, or was the unit’s: never lost, never astray', async () => {
    for (const first of ['report', 'merge']) {
      const w = await unitsWorld()
      const [goal = ''] = await givePlan(w, 'JX01', 'teaching')
      await givePlan(w, 'JX02', 'teaching')
      await w.enters('execution')
      const reform = await w.prepares(MERGE)
      const acts = [() => w.do('C-JX01', 'progress.report', report(goal)), () => w.confirms(reform, 'merge')]
      const outcomes = await Promise.all((first === 'report' ? acts : acts.toReversed()).map((act) => act()))
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
      expect(w.db.raw(`SELECT count(*) AS n FROM progress`)).toEqual([{ n: 1 }])
      expect(
        w.db.raw(
          `SELECT count(*) AS n FROM progress JOIN reform WHERE progress.unit = 'JX01' AND progress.at > reform.at`,
        ),
      ).toEqual([{ n: 0 }])
      await journalEqualsState(w.db)
    }
  })

  it('of two merges of one unit at once, the second is decided on what the first left', async () => {
    const w = await unitsWorld()
    await givePlan(w, 'JX01', 'teaching')
    await givePlan(w, 'JX02', 'teaching')
    await w.enters('execution')
    const one = await w.prepares(MERGE)
    const other = await w.prepares({ ...MERGE, units: ['JX01', 'FY01'], id: 'JX10', into: '医学部' })
    const outcomes = await Promise.all([w.confirms(one, 'merge'), w.confirms(other, 'merge')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'barred-reform' } })
    expect(w.db.raw(`SELECT count(*) AS n FROM reform`)).toEqual([{ n: 1 }])
    await journalEqualsState(w.db)
  })

  it('a double tap does it once', async () => {
    const w = await unitsWorld()
    await givePlan(w, 'JX01', 'teaching')
    const reform = await w.prepares({ ...MERGE })
    const outcomes = await Promise.all([w.confirms(reform, 'merge'), w.confirms(reform, 'merge')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'applied-reform' } })
  })

  it('a goal that is drafted while the merge commits is not lost on the ended unit', async () => {
    const w = await unitsWorld()
    await givePlan(w, 'JX01', 'teaching', ['key'], 'draft')
    const reform = await w.prepares(MERGE)
    const seen = w.confirms(reform, 'merge')
    const late = givePlan(w, 'JX02', 'teaching', ['key'], 'draft').catch(() => 'refused')
    await Promise.all([seen, late])
    expect(
      w.db.raw(`SELECT count(*) AS n FROM goal JOIN unit ON unit.id = goal.unit WHERE unit.active = 0`),
    ).toEqual([{ n: 0 }])
  })
})
