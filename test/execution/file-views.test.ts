import { describe, expect, it } from 'vitest'
import { execution } from '../../src/execution/chapter.ts'
import { seedGoal } from '../world/goals.ts'
import { viewerOf } from '../world/viewer.ts'
import { executionWorld, shownAfter } from './world.ts'

async function withReport() {
  const w = await executionWorld()
  const goal = seedGoal(w.db, 'JX01', 2)
  shownAfter(await w.report('C-JX01', goal))
  return { w, goal }
}

describe('a file in the chat', () => {
  it('is evidence from who reports or inspects; a workbook from the office is left to the roster', async () => {
    const { w } = await withReport()
    w.db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('H-XZ01', 'office', '', '2026-01-01')`,
    )
    const takes = async (person: string, name: string) => {
      const viewer = viewerOf(person, { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' })
      const file = { messageId: 'om_1', key: 'k1', name, kind: 'file' } as const
      return (await execution({ blobs: w.blobs }).takesFile?.(w.db, viewer, file))?.with.id
    }
    expect(await takes('C-JX01', '数据.xlsx')).toBe('om_1:k1')
    expect(await takes('H-XZ01', '名册.XLSX')).toBeUndefined()
    expect(await takes('H-XZ01', '证明.pdf')).toBe('om_1:k1')
    expect(await takes('WG1', '证明.pdf')).toBe('om_1:k1')
    for (const person of ['OF1', 'GA-ethics', 'nobody'])
      expect(await takes(person, '证明.pdf')).toBeUndefined()
  })

  it('waits for a goal until a report uses it, and is offered first for the goal just reported', async () => {
    const { w, goal } = await withReport()
    seedGoal(w.db, 'JX01', 1)
    await w.sends('C-JX01', 'late', '补充.pdf')
    const batch = w.batchOf('late')
    expect(await w.read('C-JX01', 'evidence-batch', { batch })).toContain(
      '目标2　建设精品教材（您刚报送了这项目标的进展',
    )
    expect(await w.read('C-JX01', 'progress-reported', { goal })).toContain('您还有 1 份材料没有用于任何进展')
    shownAfter(await w.report('C-JX01', '2026-JX01-1'))
    expect(await w.read('C-JX01', 'progress-understood', { text: '2' })).toContain(
      '"text":"补充.pdf（正在保存）"',
    )
    shownAfter(await w.report('C-JX01', goal, { percent: 70, evidence: ['late'] }))
    const used = await w.read('C-JX01', 'evidence-batch', { batch })
    expect(used).toContain('已用于目标2 建设精品教材的进展')
    expect(used).not.toContain('用于目标1')
    expect(await w.read('H-JX01', 'evidence-batch', { batch })).toContain('没有保存下来的材料')
    expect(await w.read('C-JX01', 'progress-reported', { goal })).not.toContain('份材料没有用于')
  })

  it('is kept for later when there is nothing to report on', async () => {
    const { w } = await withReport()
    await w.enter('assessment')
    await w.sends('C-JX01', 'late', '补充.pdf')
    const text = await w.read('C-JX01', 'evidence-batch', { batch: w.batchOf('late') })
    expect(text).toContain('现在没有可以报送进展的目标')
    expect(text).not.toContain('"buttons"')
  })
})

describe('待办', () => {
  it('counts the goals on which the contact has reported nothing', async () => {
    const { w } = await withReport()
    seedGoal(w.db, 'JX01', 1)
    const todo = (person: string) =>
      execution({ blobs: w.blobs }).todo(
        w.db,
        viewerOf(person, { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' }),
      )
    expect((await todo('C-JX01')).map((one) => one.text)).toEqual(['药学院有 1 项目标还没有报送过进展'])
    expect(await todo('H-JX01')).toEqual([])
    await w.enter('assessment')
    expect(await todo('C-JX01')).toEqual([])
  })
})
