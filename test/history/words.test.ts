import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyIntents } from '../../src/history/intents.ts'
import { partsOf, yearOf } from '../../src/history/rules/subject-parts.ts'
import { isAsked, partOf, wordOf } from '../../src/history/words.ts'

describe('what is asked for by 历史', () => {
  it.each([
    ['阶段', { kind: 'year', rest: '' }],
    ['年度政策', { kind: 'year', rest: '' }],
    ['考核结果', { kind: 'results', rest: '' }],
    ['抽查 2026-7', { kind: 'inspection', rest: '2026-7' }],
    ['抽查2026-7', { kind: 'inspection', rest: '2026-7' }],
    ['督查发现 2026-12', { kind: 'finding', rest: '2026-12' }],
    ['关口 学生工作', { kind: 'gate', rest: '学生工作' }],
    ['工作项目 教学运行', { kind: 'work-item', rest: '教学运行' }],
    ['委托 张三', { kind: 'delegation', rest: '张三' }],
    ['学校', { kind: 'organization', rest: '' }],
  ])('%s is of the year or the school', (words, found) => {
    expect(wordOf(words)).toEqual(found)
  })

  it.each([
    ['药学院 申诉 1', { kind: 'appeal', unit: '药学院', number: 1 }],
    ['申诉 药学院 1', { kind: 'appeal', unit: '药学院', number: 1 }],
    ['调整3', { kind: 'adjustment', unit: '', number: 3 }],
    ['药学院 自评', { kind: 'account', unit: '药学院', number: null }],
    ['任务 药学院 2.1', { kind: 'execution', unit: '药学院', number: 2 }],
    ['求助 药学院 2', { kind: 'help', unit: '药学院', number: 2 }],
    ['考核 教务处', { kind: 'assessment', unit: '教务处', number: null }],
    ['药学院 目标', { kind: 'plan', unit: '药学院', number: null }],
  ])('%s is of a unit', (words, found) => {
    expect(partOf(words)).toEqual(found)
  })

  it.each(['', '目标3', '3', '药学院 目标3', '药学院 3', '第3项'])(
    'a goal’s number (%s) is left to its versions',
    (words) => {
      expect(isAsked(words)).toBe(false)
    },
  )

  it.each(['药学院', '王老师', '第一工作组', '药学院 2025', 'plan:2026:JX01', '考核工作组'])(
    '%s is asked here',
    (words) => {
      expect(isAsked(words)).toBe(true)
    },
  )

  it('no words break it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (words) => {
        for (const { opens } of historyIntents) opens(words)
        partsOf(words)
        yearOf(words)
      }),
    )
  })

  it('导出年度 takes a year, and no other words', () => {
    const opens = historyIntents.find(({ words }) => words.includes('导出年度'))?.opens
    expect(opens?.('')).toEqual({ send: 'year-export', with: { year: null } })
    expect(opens?.('2025年')).toEqual({ send: 'year-export', with: { year: 2025 } })
    expect(opens?.('全部')).toBeUndefined()
  })
})

describe('what a subject’s id says', () => {
  it.each([
    ['execution:2026-JX-01-12', { year: 2026, unit: 'JX-01', goalNumber: 12 }],
    ['help:2026-JX01-2:3', { goal: '2026-JX01-2', number: 3 }],
    ['adjustment:2026:JX01:4', { unit: 'JX01', number: 4 }],
    ['gate:2026:energy', { year: 2026, area: 'energy' }],
    ['snooze:T1:goal:2026-JX01-1', { person: 'T1' }],
  ])('%s', (id, parts) => {
    expect(partsOf(id)).toMatchObject(parts)
  })

  it.each([
    ['plan:2026:JX01', 2026],
    ['sheet:2026:JX01:T1', 2026],
    ['petition:2026-001', 2026],
    ['execution:2025-JX01-1', 2025],
    ['year-export:2026', 2026],
    ['person:2026', undefined],
    ['person:2026001', undefined],
    ['team:2026', undefined],
    ['organization:school', undefined],
  ])('%s belongs to %s', (id, year) => {
    expect(yearOf(id)).toBe(year)
  })

  it.each([
    'sheet:2026:JX01:T1',
    'petition:2026-001',
    'proposal:2026:JX01',
    '',
    ':',
    'x',
    'plan:',
    'toString:x',
  ])('%s has no history', (id) => {
    expect(partsOf(id)).toBeUndefined()
  })
})
