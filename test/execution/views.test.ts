import { describe, expect, it } from 'vitest'
import { execution } from '../../src/execution/chapter.ts'
import { seedGoal } from '../world/goals.ts'
import { viewerOf } from '../world/viewer.ts'
import { executionWorld, shownAfter, validCard } from './world.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
const HIDDEN = '您不负责该单位的目标'

async function withReport(unit = 'JX01') {
  const w = await executionWorld()
  const goal = seedGoal(w.db, unit, 2)
  await w.sends(`C-${unit}`, 'e1')
  await w.arrives(`C-${unit}`, 'e1', PNG)
  shownAfter(await w.report(`C-${unit}`, goal, { evidence: ['e1'], difficulty: '经费不足' }))
  return { w, goal }
}

describe('a report shows only to those who may see it', () => {
  const everywhere = ['CH', 'LM1', 'OF1']
  it.each([
    [
      'JX01',
      ['C-JX01', 'H-JX01', 'LD1', 'WG1', 'WG2', ...everywhere],
      ['C-JX02', 'H-XZ01', 'LD2', 'AG1', 'GA-ethics'],
    ],
    ['XZ01', ['C-XZ01', 'H-XZ01', 'LD2', 'AG1', 'AG2', ...everywhere], ['C-XZ02', 'C-JX01', 'LD1', 'WG1']],
  ])('of %s: its own people, those in charge of it, its groups, the school', async (unit, may, mayNot) => {
    const { w, goal } = await withReport(unit)
    for (const view of ['progress-reported', 'progress-history']) {
      for (const person of may) expect(await w.read(person, view, { goal }), person).toContain('经费不足')
      for (const person of mayNot) {
        const text = await w.read(person, view, { goal })
        expect(text, person).toContain(HIDDEN)
        expect(text, person).not.toContain('教材')
      }
    }
  })

  it('and so do its files: as they were sent, with a name that opens', async () => {
    const { w } = await withReport()
    for (const person of ['C-JX01', 'H-JX01', 'LD1', 'WG1', 'OF1', 'CH']) {
      expect(await w.see(person, 'evidence-file', { id: 'e1' })).toEqual({
        kind: 'file',
        name: '图片-3月2日-09-00.png',
        bytes: PNG,
      })
    }
    for (const person of ['C-JX02', 'LD2', 'AG1'])
      expect(await w.read(person, 'evidence-file', { id: 'e1' })).toContain('您无法查看这份材料')
    expect(await w.read('C-JX01', 'evidence-file', { id: 'nothing' })).toContain('您无法查看这份材料')
  })

  it('a file that is used by no report yet is its sender’s alone', async () => {
    const { w } = await withReport()
    await w.sends('C-JX01', 'e2', '二.pdf')
    expect(await w.read('C-JX01', 'evidence-file', { id: 'e2' })).toContain('正在保存')
    await w.arrives('C-JX01', 'e2', PNG)
    expect(await w.see('C-JX01', 'evidence-file', { id: 'e2' })).toMatchObject({
      kind: 'file',
      name: '二.pdf',
    })
    for (const person of ['H-JX01', 'OF1', 'LD1'])
      expect(await w.read(person, 'evidence-file', { id: 'e2' })).toContain('您无法查看')
    expect(await w.read('H-JX01', 'evidence-received', { id: 'e2' })).not.toContain('二.pdf')
  })

  it('a form with another unit’s figures opens for nobody else', async () => {
    const { w, goal } = await withReport()
    const form = execution({ blobs: w.blobs }).forms[0]
    const viewer = (person: string) =>
      viewerOf(person, { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' })
    expect(await form?.spec(w.db, { goal }, viewer('C-JX02'))).toEqual({
      refusal: { code: 'foreign-goal', unit: '药学院' },
    })
    await w.enter('assessment')
    expect(await form?.spec(w.db, { goal }, viewer('C-JX01'))).toEqual({
      refusal: { code: 'closed-execution', phase: 'assessment' },
    })
  })
})

describe('进展', () => {
  it('lists the own goals to report on; those in charge of units may look', async () => {
    const { w } = await withReport()
    expect(await w.read('C-JX01', 'progress')).toContain('报目标2')
    const units = await w.read('LD1', 'progress')
    expect(units).toContain('药学院')
    expect(units).not.toContain('教务处')
    const looked = await w.read('LD1', 'progress', { unit: 'JX01' })
    expect(looked).toContain('看目标2')
    expect(looked).not.toContain('报目标2')
    expect(await w.read('LD1', 'progress', { unit: 'XZ01' })).toContain(HIDDEN)
    expect(await w.read('LD1', 'progress-understood', { text: '药学院' })).toContain('看目标2')
    expect(await w.read('LD1', 'progress-understood', { text: '教务处' })).not.toContain('看目标2')
    expect(await w.read('GA-ethics', 'progress')).toContain('由各单位联络员或负责人报送')
  })

  it('offers nothing to report outside its phase, and says why', async () => {
    const { w } = await withReport()
    await w.enter('assessment')
    const list = await w.read('C-JX01', 'progress')
    expect(list).toContain('现在是「考核」阶段')
    expect(list).not.toContain('报目标2')
    const typed = await w.read('C-JX01', 'progress-understood', { text: '2 完成80%，二稿' })
    expect(typed).toContain('现在是「考核」阶段')
    expect(typed).not.toContain('progress.report')
  })

  it.each([
    ['2 完成120%，二稿', '应在 0% 到 100% 之间'],
    ['8 完成60%，9 完成70%', '没有找到目标9'],
    ['9 完成60%，初稿', '没有找到对应的目标'],
    ['教材初稿完成', '目前可报的目标：2'],
    [`2 完成60%，${'初'.repeat(1000)}`, '超过 1000 个字'],
  ])('answers 「%s」 with a sentence that says what to do', async (text, sentence) => {
    const { w } = await withReport()
    const answer = await w.read('C-JX01', 'progress-understood', { text })
    expect(answer).toContain(sentence)
    expect(answer).not.toContain('progress.report')
  })

  it('leads what the line leaves out to the form, filled in as far as it goes', async () => {
    const { w } = await withReport()
    const only = await w.read('C-JX01', 'progress-understood', { text: '2 二稿完成' })
    expect(only).toContain('"submit":"progress"')
    expect(only).toContain('"initial":"二稿完成"')
    expect(only).toContain('"initial":"60"')
  })

  it('asks for the reason before a fall can be saved', async () => {
    const { w } = await withReport()
    const fall = await w.read('C-JX01', 'progress-understood', { text: '2 完成40%，返工' })
    expect(fall).toContain('进度下调请填写「调整原因」')
    expect(fall).not.toContain('保存进展')
    expect(await w.read('C-JX01', 'progress-understood', { text: '2 完成80%，二稿' })).toContain('保存进展')
  })

  it('asks whoever reports for two units which one is meant', async () => {
    const { w } = await withReport()
    seedGoal(w.db, 'XZ01', 2)
    w.db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('C-JX01', 'contact', 'XZ01', '2026-01-01')`,
    )
    const text = '2 完成80%，二稿'
    const asked = await w.read('C-JX01', 'progress-understood', { text })
    expect(asked).toContain('教务处')
    expect(asked).not.toContain('保存进展')
    const chosen = await w.read('C-JX01', 'progress-understood', { text, unit: 'XZ01' })
    expect(chosen).toContain('2026-XZ01-2')
    expect(await w.read('C-JX01', 'progress-understood', { text, unit: 'JX02' })).not.toContain('保存进展')
  })
})

describe('进展记录', () => {
  it('holds every report, newest first, page by page, each beside the one before it', async () => {
    const { w, goal } = await withReport()
    for (let percent = 61; percent <= 72; percent++) await w.report('C-JX01', goal, { percent })
    const pages = await Promise.all(
      [0, 1, 2].map(async (page) => {
        const card = validCard(await w.see('H-JX01', 'progress-history', { goal, page }))
        return card.elements.flatMap((one) => (one.tag === 'fold' ? [one] : []))
      }),
    )
    const percents = pages.flat().map((fold) => fold.title.split('　')[1])
    expect(percents).toEqual(Array.from({ length: 13 }, (_, at) => `${72 - at}%`))
    expect(JSON.stringify(pages[0]?.at(-1))).toContain('67%（上次 66%）')
    expect(JSON.stringify(pages[2]?.at(-1))).not.toContain('上次')
    const first = { goal, report: `execution:${goal}:000001` }
    expect(await w.read('H-JX01', 'progress-reported', first)).toContain('此后又有新的进展')
    expect(await w.read('H-JX01', 'progress-reported', { goal })).toContain('72%（上次 71%）')
    expect(await w.read('H-JX01', 'progress-reported', { goal, report: 'execution:other:000001' })).toContain(
      '还没有进展',
    )
  })

  it('is found by number, or by unit and number', async () => {
    const { w } = await withReport()
    seedGoal(w.db, 'JX02', 2, { title: '护理实训' })
    const asked = (person: string, text: string) => w.read(person, 'progress-history-asked', { text })
    expect(await asked('C-JX01', '2')).toContain('教材初稿完成')
    expect(await asked('LD1', '护理学院 2')).toContain('还没有报送过进展')
    const which = await asked('LD1', '2')
    expect(which).toContain('药学院')
    expect(which).toContain('护理学院')
    expect(await asked('C-JX01', '护理学院 2')).toContain('没有找到这项目标')
    expect(await asked('GA-ethics', '2')).toContain('由各单位联络员或负责人报送')
  })
})
