import { describe, expect, it } from 'vitest'
import { countUnservedPriorities } from '../../src/planning/queries/priorities.ts'
import { readMigrations } from '../../src/store/migrate.ts'
import { migrateSqlite, openSqlite } from '../../src/store/sqlite.ts'
import { seedGoal } from '../world/goals.ts'
import { viewerOf } from '../world/viewer.ts'
import { actionsOf, keeping, NOW, sentence, standardsWorld, textOf } from './standards-world.ts'
import { doneOf, entry, passWholePlan, refusalOf } from './world.ts'

const TEXT = '建设高水平附属医院'

describe('keeping priorities', () => {
  it('Articles 4, 9: is the office’s', async () => {
    const world = await standardsWorld()
    for (const by of ['CH', 'WG1', 'LD1', 'C-JX01']) {
      expect(refusalOf(await world.addPriority(by, 'YD5', TEXT)).code).toBe('foreign-priorities')
      const form = keeping.forms.find((one) => one.name === 'priority')
      const asked = await form?.spec(world.db, { id: null, seen: null }, viewerOf(by, NOW))
      expect(asked).toEqual({ refusal: { code: 'foreign-priorities' } })
    }
    doneOf(await world.addPriority('OF1', 'YD5', TEXT))
    doneOf(await world.draft('WG2', 'JX01', entry('key', { priority: 'YD5' })))
  })

  it('names every fault at once, and refuses a number that is taken or a text that is the same', async () => {
    const world = await standardsWorld()
    const refusal = refusalOf(await world.addPriority('OF1', '要点 5', ' '))
    expect(refusal).toMatchObject({
      faults: [
        { field: 'id', fault: 'malformed' },
        { field: 'text', fault: 'missing' },
      ],
    })
    expect(sentence(refusal)).toBe('请改正后再保存：编号只能用字母、数字和 - _ .；工作要点须填写。')
    doneOf(await world.addPriority('OF1', ' YD5 ', TEXT))
    expect(refusalOf(await world.addPriority('OF1', 'YD5', '别的')).code).toBe('taken-priority')
    const same = { id: 'YD5', seen: await world.version('YD5'), text: TEXT }
    expect(refusalOf(await world.keep('OF1', 'priority.set', same)).code).toBe('unchanged-priority')
    const stale = { id: 'YD5', seen: 0, text: '别的' }
    expect(refusalOf(await world.keep('OF1', 'priority.set', stale)).code).toBe('stale-priority')
  })

  it('shows a changed text on every card of a goal that serves it', async () => {
    const world = await standardsWorld()
    doneOf(await world.addPriority('OF1', 'YD5', TEXT))
    doneOf(await world.draft('WG2', 'JX01', entry('key', { priority: 'YD5' })))
    const change = { id: 'YD5', seen: await world.version('YD5'), text: '新的说法' }
    doneOf(await world.keep('OF1', 'priority.set', change))
    const card = await world.show('WG2', 'goal-detail', { goal: '2026-JX01-1' })
    expect(textOf(card)).toContain('新的说法')
  })

  it('Article 9: one that a goal serves does not end, and the units are named', async () => {
    const world = await standardsWorld()
    doneOf(await world.addPriority('OF1', 'YD5', TEXT))
    const end = { id: 'YD5', seen: await world.version('YD5') }
    const draft = { year: 2026, unit: 'JX01', entry: { ...entry('key', { priority: 'YD5' }) } }
    const raced = await world.late('OF1', 'priority.end', end, async () =>
      doneOf(await world.keep('WG2', 'goal.draft', draft)),
    )
    const refusal = refusalOf(raced)
    expect(refusal).toEqual({ code: 'served-priority', id: 'YD5', units: ['药学院'] })
    expect(sentence(refusal)).toContain('药学院')
  })

  it('Article 9: no goal is drafted for one that is being ended', async () => {
    const world = await standardsWorld()
    doneOf(await world.addPriority('OF1', 'YD5', TEXT))
    const end = { id: 'YD5', seen: await world.version('YD5') }
    const draft = { year: 2026, unit: 'JX01', entry: { ...entry('key', { priority: 'YD5' }) } }
    const raced = await world.late('WG2', 'goal.draft', draft, async () =>
      doneOf(await world.keep('OF1', 'priority.end', end)),
    )
    expect(refusalOf(raced)).toMatchObject({ faults: [{ field: 'priority', fault: 'unknown' }] })
  })
})

describe('priorities and goals answer each other', () => {
  it('Article 28: every priority shows which goals of which units serve it', async () => {
    const world = await standardsWorld()
    await world.draft('WG2', 'JX01', entry('key', { title: '一流课程' }))
    await world.draft('WG2', 'JX01', entry('key', { title: '教学名师' }))
    await world.draft('LD2', 'XZ01', entry('key', { title: '评估迎检' }))
    for (const by of ['OF1', 'CH', 'LM1']) {
      const text = textOf(await world.show(by, 'priorities', {}))
      for (const part of ['2个单位 3项目标承接', '药学院 目标1 一流课程', '教务处 目标1 评估迎检'])
        expect(text).toContain(part)
    }
  })

  it('Article 28: those that none serves are marked and listed for the office', async () => {
    const world = await standardsWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    expect(await countUnservedPriorities(world.db, 2026)).toBe(1)
    expect(textOf(await world.show('OF1', 'priorities', {}))).toContain('尚无目标承接的要点：1项（YD2）')
    const only = textOf(await world.show('OF1', 'priorities', { unserved: true }))
    expect(only).toContain('加强学科建设')
    expect(only).not.toContain('提高人才培养质量')
    await world.draft('WG2', 'JX02', entry('key', { priority: 'YD2' }))
    expect(await countUnservedPriorities(world.db, 2026)).toBe(0)
    expect(textOf(await world.show('OF1', 'priorities', {}))).toContain('每项工作要点都有目标承接')
  })

  it('Article 28: a goal that is removed or changed serves it no longer', async () => {
    const world = await standardsWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.draft('WG2', 'JX01', entry('key', { priority: 'YD2' }))
    doneOf(await world.do('WG2', 'goal.remove', { year: 2026, unit: 'JX01', goal: '2026-JX01-2' }))
    const revise = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('key', { priority: 'YD2' }) } }
    doneOf(await world.do('WG2', 'goal.revise', { year: 2026, unit: 'JX01', ...revise }))
    expect(textOf(await world.show('OF1', 'priorities', {}))).toContain('尚无目标承接的要点：1项（YD1）')
  })

  it('Article 28: the chair and the office are pointed to them before ratification', async () => {
    const world = await standardsWorld()
    await passWholePlan(world)
    for (const by of ['CH', 'OF1']) {
      const card = await world.show(by, 'plans-to-ratify', {})
      expect(textOf(card)).toContain('有1项年度工作要点尚无目标承接')
      expect(actionsOf(card.elements)).toContainEqual({ show: 'priorities', with: { unserved: true } })
      expect(actionsOf(card.elements)).toContainEqual({
        show: 'plan-ratify',
        with: { year: 2026, unit: 'JX01' },
      })
    }
    expect(textOf(await world.show('OF1', 'plan-ratify', { year: 2026, unit: 'JX01' }))).not.toContain(
      'plan.ratify',
    )
  })

  it('shows the goals of other units to nobody but the leading group and its office', async () => {
    const world = await standardsWorld()
    await world.draft('WG2', 'JX01', entry('key', { title: '一流课程' }))
    for (const by of ['C-JX02', 'WG1', 'LD1', 'AG1']) {
      const text = textOf(await world.show(by, 'priorities', {}))
      expect(text).toContain('提高人才培养质量')
      expect(text).not.toContain('一流课程')
      expect(text).not.toContain('priority.end')
      expect(textOf(await world.show(by, 'priority-goals', { id: 'YD1' }))).not.toContain('一流课程')
    }
  })
})

describe('budgets', () => {
  it('Article 30: my-goals shows the unit’s sum, and the office every unit’s with the total', async () => {
    const world = await standardsWorld()
    await world.draft('WG2', 'JX01', entry('key', { budget: 12_000_50 }))
    await world.draft('C-JX01', 'JX01', entry('special', { budget: 8_000_00 }))
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.draft('LD2', 'XZ01', entry('key', { budget: 1_00 }))
    const own = textOf(await world.show('C-JX01', 'my-goals', {}))
    expect(own).toContain('经费预算合计20000.5元')
    expect(own).toContain('占总分')
    const all = textOf(await world.show('OF1', 'my-goals', {}))
    expect(all).toContain('各单位经费预算合计20001.5元')
    expect(all).toContain('"budget":"20000.5"')
    expect(textOf(await world.show('C-JX02', 'my-goals', {}))).not.toContain('经费预算')
  })
})

describe('a database from before priorities were listed', () => {
  it('has every goal’s priority and budget filled in from its plan', () => {
    const all = readMigrations(new URL('../../migrations', import.meta.url).pathname)
    const db = openSqlite(':memory:')
    migrateSqlite(db, all.slice(0, 7))
    const goal = { id: seedGoal(db, 'JX01', 1), content: { priority: 'YD1', budget: 12_000_00 } }
    const other = { id: seedGoal(db, 'JX01', 2), content: { budget: null } }
    const state = JSON.stringify({ goals: [goal, other] })
    db.exec(`INSERT INTO subject (id, version, hash, state) VALUES ('plan:2026:JX01', 1, 'h', '${state}')`)
    migrateSqlite(db, all)
    expect(db.raw('SELECT priority, budget FROM goal ORDER BY number')).toEqual([
      { priority: 'YD1', budget: 12_000_00 },
      { priority: null, budget: null },
    ])
  })
})
