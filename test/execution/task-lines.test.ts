import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTaskLines, sharesOf } from '../../src/execution/tasks/rules/task-lines.ts'
import { readTaskWords } from '../../src/execution/tasks/rules/task-words.ts'

const one = (line: string) => {
  const { lines, faults } = readTaskLines(line, 2026)
  return lines[0] ?? faults[0]?.fault
}

describe('a typed list of tasks', () => {
  it.each([
    [
      '编写教材初稿 张三 6月30日 40%',
      { title: '编写教材初稿', owner: '张三', dueOn: '2026-06-30', share: 40 },
    ],
    [
      '1. 编写、审校，李四，6月30日前，占40%',
      { title: '编写、审校', owner: '李四', dueOn: '2026-06-30', share: 40 },
    ],
    ['② 教材 由王五 2026-12-1', { title: '教材', owner: '王五', dueOn: '2026-12-01', share: null }],
    ['教材 张三6月30日40%', { title: '教材', owner: '张三', dueOn: '2026-06-30', share: 40 }],
    ['教材 张三（T001） ６月底', { title: '教材', owner: '张三（T001）', dueOn: '2026-06-30', share: null }],
    ['教材 教务处 负责人 6月底', { title: '教材 教务处', owner: '负责人', dueOn: '2026-06-30', share: null }],
    ['教材 张三 年底前', { title: '教材', owner: '张三', dueOn: '2026-12-31', share: null }],
    ['教材 张三 2月末', { title: '教材', owner: '张三', dueOn: '2026-02-28', share: null }],
  ])('%s', (line, task) => {
    expect(one(line)).toEqual(task)
  })

  it.each([
    [
      'a day in the title is not the due date',
      '完成3月15日会议材料 张三 6月底',
      '完成3月15日会议材料',
      '2026-06-30',
    ],
    ['a percent in the title is not the share', '合格率达95% 张三 6.30', '合格率达95%', '2026-06-30'],
    ['a figure in the title is not a day', '发放1.5万元补贴 张三 9.30', '发放1.5万元补贴', '2026-09-30'],
  ])('%s', (_, line, title, dueOn) => {
    expect(one(line)).toMatchObject({ title, dueOn, share: null })
  })

  it.each([
    ['教材 张三', 'no-day'],
    ['教材 张三 6月31日', 'no-such-day'],
    ['教材 6月30日', 'no-owner'],
    ['6月30日 40%', 'no-title'],
    [`${'教'.repeat(101)} 张三 6月30日`, 'long-title'],
    ['教材 张三 6月30日 0%', 'large-share'],
    ['教材 张三 6月30日 1001%', 'large-share'],
  ])('%s is told as %s', (line, fault) => {
    expect(one(line)).toBe(fault)
  })

  it('never throws, and every line is either read or faulty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string(), (text, more) => {
        const said = `${text} 张三 6月30日\n${more}；40%`
        const { lines, faults } = readTaskLines(said, 2026)
        for (const { title, owner, dueOn } of lines) {
          expect(title.trim()).not.toBe('')
          expect([...title].length).toBeLessThanOrEqual(100)
          expect(owner).not.toMatch(/\s/)
          expect(dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        }
        expect(lines.length + faults.length).toBeLessThanOrEqual(said.split(/[\n；;]/).length)
      }),
    )
  })

  it('shares that are left out divide the rest, and are always whole numbers above 0', () => {
    expect(sharesOf([{ share: 40 }, { share: null }, { share: null }])).toEqual([40, 30, 30])
    expect(sharesOf([{ share: null }, { share: null }])).toEqual([1, 1])
    expect(sharesOf([{ share: null }], 25)).toEqual([25])
    const share = fc.option(fc.integer({ min: 1, max: 1000 }))
    fc.assert(
      fc.property(fc.array(fc.record({ share }), { minLength: 1, maxLength: 20 }), (lines) => {
        const shares = sharesOf(lines)
        expect(shares).toHaveLength(lines.length)
        for (const [at, given] of shares.entries()) {
          expect(Number.isInteger(given) && given >= 1).toBe(true)
          expect(given).toBe(lines[at]?.share ?? given)
        }
      }),
    )
  })
})

describe('what follows 任务', () => {
  it.each([
    ['2', { kind: 'goal', number: 2 }],
    ['目标十二', { kind: 'goal', number: 12 }],
    ['2\n教材 张三 6月30日', { kind: 'list', number: 2, text: '教材 张三 6月30日' }],
    ['2 完成教材初稿 张三 6月30日 40%', { kind: 'list', number: 2, text: '完成教材初稿 张三 6月30日 40%' }],
    ['2：编写教材 张三', { kind: 'list', number: 2, text: '编写教材 张三' }],
    ['2完成了', { kind: 'report', goal: null, task: 2, percent: 100, done: '完成了' }],
    ['2 完成60%，写完三章', { kind: 'report', goal: null, task: 2, percent: 60, done: '写完三章' }],
    [
      '2 完成60% 教材 6月30日交稿',
      { kind: 'report', goal: null, task: 2, percent: 60, done: '教材 6月30日交稿' },
    ],
    ['2.1 60%', { kind: 'report', goal: 2, task: 1, percent: 60, done: '60%' }],
    ['2-11 已完成60.9%，初稿', { kind: 'report', goal: 2, task: 11, percent: 60, done: '初稿' }],
    ['2.1', { kind: 'report', goal: 2, task: 1, percent: null, done: '' }],
    ['2.1 120%', { kind: 'excessive-percent' }],
    ['书', { kind: 'unread' }],
    ['3个实验室', { kind: 'unread' }],
  ])('%s', (said, read) => {
    expect(readTaskWords(said)).toEqual(read)
  })

  it('never throws, and no percent is beyond 100', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(2000), (text, figure) => {
        for (const said of [text, `2 ${text}`, `2.1 ${figure}% ${text}`]) {
          const read = readTaskWords(said)
          if (read.kind === 'report') expect(read.percent ?? 0).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})
