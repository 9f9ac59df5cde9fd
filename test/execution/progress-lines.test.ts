import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExecutionState, evolveExecution, UNREPORTED } from '../../src/execution/rules/execution.ts'
import { figuresOfLine, percentFor } from '../../src/execution/rules/line-figures.ts'
import { partsOf } from '../../src/execution/rules/line-parts.ts'
import { type GoalMeasure, MAX_WORDS, reportProgress } from '../../src/execution/rules/progress.ts'
import { readProgressLine } from '../../src/execution/rules/progress-line.ts'
import { readProgressLines } from '../../src/execution/rules/progress-lines.ts'
import { sayGuess } from '../../src/execution/say-figures.ts'
import { processorTime } from '../world/processor.ts'
import { at, contact, goal, measure, said, tasked } from './people.ts'

const read = (text: string) =>
  readProgressLines(text).map(({ line }) =>
    line.kind === 'read' ? [line.number, line.percent, line.done] : line.kind,
  )

describe('a message of several goals', () => {
  it.each([
    [
      '1 完成50%，招标\n2 完成60%，初稿',
      [
        [1, 50, '招标'],
        [2, 60, '初稿'],
      ],
    ],
    [
      '1 完成50%，2 完成60%',
      [
        [1, 50, '完成50%'],
        [2, 60, '完成60%'],
      ],
    ],
    [
      '1 50% 2 60%',
      [
        [1, 50, '50%'],
        [2, 60, '60%'],
      ],
    ],
    [
      '目标1完成50%，招标；目标3完成60%，初稿',
      [
        [1, 50, '招标'],
        [3, 60, '初稿'],
      ],
    ],
    [
      '1、2均完成50%，已招标',
      [
        [1, 50, '已招标'],
        [2, 50, '已招标'],
      ],
    ],
    [
      '目标1和目标2已完成',
      [
        [1, 100, '已完成'],
        [2, 100, '已完成'],
      ],
    ],
    [
      '本周进展：\n1 50% 招标\n2 60% 初稿',
      [
        [1, 50, '招标'],
        [2, 60, '初稿'],
      ],
    ],
    [
      '1 50% 招标\n合同已签\n2 60% 初稿',
      [
        [1, 50, '招标，合同已签'],
        [2, 60, '初稿'],
      ],
    ],
    [
      '1 50% 招标\n\n2 已招生 180 人',
      [
        [1, 50, '招标'],
        [2, undefined, '已招生 180 人'],
      ],
    ],
    ['1 完成50%\n3本教材定稿', [[1, 50, '3本教材定稿']]],
    [
      '2 60% 初稿\n3号目标完成了',
      [
        [2, 60, '初稿'],
        [3, 100, '完成了'],
      ],
    ],
  ])('reads 「%s」', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    '2 完成60%，教材初稿完成',
    '2 教材初稿已完成，3本',
    '60% 初稿',
    '2 完成120%',
    '教材初稿\n通过评审',
  ])('leaves 「%s」 whole', (text) => {
    expect(readProgressLines(text)).toHaveLength(1)
  })

  it('keeps every goal and percent of lines, however many and in whatever order', () => {
    const lines = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 100 })),
      { selector: ([number]) => number, minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\n\n', ' \n '), (goals, between) => {
        const text = goals.map(([number, percent]) => `${number} ${percent}% 按计划推进`).join(between)
        expect(read(text)).toEqual(goals.map(([number, percent]) => [number, percent, '按计划推进']))
      }),
    )
  })

  it('never throws and never stands still, whatever is typed', () => {
    const piece = fc.constantFrom(
      '1',
      '2 60%',
      '目标',
      '\n',
      '；',
      '，',
      '完成',
      '、',
      '和',
      '%',
      '下一步：',
      '困难:',
      ' ',
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(fc.property(text, (typed) => readProgressLines(typed).length > 0))
    const used = processorTime()
    for (const part of ['目标1 ', '1 60% ', '1、', '\n1 5%', '下一步：', '支出1'])
      readProgressLines(part.repeat(MAX_WORDS / part.length))
    expect(used()).toBeLessThan(500)
  })
})

describe('the parts of a line', () => {
  it('are kept apart where they are marked', () => {
    const text = '初稿完成，下一步：送审；困难：经费不足，原因：预算调整。状态：有风险，累计支出 1.2万元'
    expect(partsOf(text)).toEqual({
      ...{ done: '初稿完成', next: '送审', difficulty: '经费不足', reason: '预算调整' },
      ...{ state: 'at-risk', cost: 1_200_000 },
    })
  })

  it('are nothing without a colon: the words are what was done', () => {
    const text = '解决了困难，下一步送审，查明原因'
    expect(partsOf(text)).toMatchObject({ done: text, next: '', difficulty: '', reason: '', cost: null })
    expect(partsOf('支出1200元')).toMatchObject({ cost: 120_000, done: '支出1200元' })
  })
})

describe('the figures of a line', () => {
  const lineOf = (text: string) => {
    const line = readProgressLine(text)
    if (line.kind !== 'read') throw new Error(line.kind)
    return line
  }
  const figures = (text: string, known: GoalMeasure | null = measure, state: ExecutionState = UNREPORTED) => {
    const { percent, value } = figuresOfLine(lineOf(text), state, known)
    return [percent, value]
  }
  const reported = (percent: number): ExecutionState => {
    const decision = reportProgress(
      UNREPORTED,
      { ...said, percent },
      { goal, by: contact, at, seen: undefined },
    )
    return 'refusal' in decision ? UNREPORTED : decision.events.reduce(evolveExecution, UNREPORTED)
  }
  const rate: GoalMeasure = { indicator: '毕业生就业率', unit: '%', target: 9500 }
  const yuan: GoalMeasure = { indicator: '到账经费', unit: '万元', target: 100_000 }

  it.each<[string, GoalMeasure | null, (number | null | undefined)[]]>([
    ['2 已招生 180 人', measure, [60, 18_000]],
    ['2 已招生180.5人', measure, [60, 18_050]],
    ['2 招生1,280人', measure, [100, 128_000]],
    ['2 新聘教师 3 人，已招生 180 人', measure, [60, 18_000]],
    ['2 新聘教师 3 人，外聘 5 人', measure, [undefined, null]],
    ['2 完成70%，已招生 180 人', measure, [70, 18_000]],
    ['2 已招生 180 人', null, [undefined, null]],
    ['2 就业率95%，完成70%', rate, [70, 9500]],
    ['2 就业率达到 90.25%', rate, [95, 9025]],
    ['2 60%', rate, [60, null]],
    ['2 到账经费 250 万元', yuan, [25, 25_000]],
    ['2 到账经费 250 万元', { ...yuan, unit: '元', target: 1_000_000_000 }, [25, 250_000_000]],
    ['2 已招生 180 人', { ...measure, target: null }, [undefined, 18_000]],
  ])('of 「%s」', (text, known, expected) => {
    expect(figures(text, known)).toEqual(expected)
  })

  it('say how the percent was found, and never lower it by a guess', () => {
    const guess = (state: ExecutionState) => figuresOfLine(lineOf('2 已招生 180 人'), state, measure)
    expect(guess(UNREPORTED).guess).toEqual({ kind: 'of-target', value: 18_000, target: 30_000, percent: 60 })
    expect(guess(reported(80))).toMatchObject({ percent: 80, guess: { kind: 'of-target', percent: 60 } })
    expect(guess(tasked(UNREPORTED, [1]))).toMatchObject({ percent: 0, guess: { kind: 'of-tasks' } })
    const untargeted = figuresOfLine(lineOf('2 招生 9 人'), reported(80), { ...measure, target: null })
    expect(untargeted).toEqual({ percent: 80, value: 900, guess: { kind: 'unchanged' } })
  })

  it('a percent above the last value, which the lights follow, is answered with that value', () => {
    const state = { ...reported(60), value: 18_000 }
    const guess = (text: string, known: GoalMeasure | null = measure) =>
      figuresOfLine(lineOf(text), state, known).guess
    const old = { kind: 'old-value', value: 18_000, target: 30_000, percent: 60 } as const
    expect(guess('2 完成100%，全部完成')).toEqual(old)
    expect(sayGuess(old, 100, measure)).toContain('指标值仍是 180人（目标 300人），红黄灯和提醒按 60% 计')
    expect(guess('2 完成60%，没有新增')).toBeNull()
    expect(guess('2 完成100%，已招生 300 人')).toBeNull()
    expect(guess('2 完成100%，全部完成', { ...measure, target: null })).toBeNull()
    expect(guess('2 完成100%，全部完成', null)).toBeNull()
  })

  it('a percent from a value is 0 to 100, and grows with the value', () => {
    const figure = fc.integer({ min: 0, max: 1_000_000_000_00 })
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 1, max: 1_000_000_000_00 }), (one, other, target) => {
        const [low = -1, high = -1] = [Math.min(one, other), Math.max(one, other)].map((value) =>
          percentFor(value, { ...measure, target }),
        )
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(100)
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })
})
