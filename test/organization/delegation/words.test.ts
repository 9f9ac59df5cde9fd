import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWish } from '../../../src/organization/delegation/read-wish.ts'
import { saySpan } from '../../../src/organization/delegation/say-span.ts'

describe('what follows 委托', () => {
  it.each([
    ['王老师 3月2日到3月6日', { delegate: '王老师', from: '3月2日', to: '3月6日' }],
    ['王老师3月2日至3月6日', { delegate: '王老师', from: '3月2日', to: '3月6日' }],
    ['王老师 4月2日到6日', { delegate: '王老师', from: '4月2日', to: '4月6日' }],
    ['王老师 从三月二日到三月六日止', { delegate: '王老师', from: '三月二日', to: '三月六日' }],
    ['王老师 2026-03-02 至 2026-03-06', { delegate: '王老师', from: '2026-03-02', to: '2026-03-06' }],
    ['王老师 3.2-3.6', { delegate: '王老师', from: '3.2', to: '3.6' }],
    ['王老师 明天到下周五', { delegate: '王老师', from: '明天', to: '下周五' }],
    ['王老师 明天', { delegate: '王老师', from: '明天', to: '明天' }],
    ['王老师 到月底', { delegate: '王老师', from: '今天', to: '月底' }],
    ['药学院 联络员 3月2日～3月6日', { delegate: '药学院 联络员', from: '3月2日', to: '3月6日' }],
    ['张明 给 李华 3月2日至3月6日', { of: '张明', delegate: '李华', from: '3月2日', to: '3月6日' }],
    ['领导小组 组长 委托给 李华', { of: '领导小组 组长', delegate: '李华' }],
    ['王老师', { delegate: '王老师' }],
    ['周明', { delegate: '周明' }],
    ['2019003', { delegate: '2019003' }],
  ])('%s', (said, wish) => {
    expect(readWish(said)).toEqual(wish)
  })

  it.each(['', '书怎么写？', '是什么。', '王'.repeat(61)])('%s is no wish', (said) => {
    expect(readWish(said)).toBeUndefined()
  })

  it('no words break it', () => {
    fc.assert(fc.property(fc.string(), (words) => void readWish(words)))
  })
})

describe('a span', () => {
  it('says its years where they differ, and a single day once', () => {
    expect(saySpan('2026-03-02', '2026-03-06')).toBe('3月2日至3月6日')
    expect(saySpan('2026-12-30', '2027-01-05')).toBe('2026年12月30日至2027年1月5日')
    expect(saySpan('2026-03-02', '2026-03-02')).toBe('3月2日')
  })
})
