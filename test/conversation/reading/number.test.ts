import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../src/conversation/reading/number.ts'

describe('numbers as people write them, two decimals', () => {
  const field = { kind: 'number', name: 'n', label: '数', decimals: 2, min: -10, max: 1_000_000 } as const

  it.each([
    ['12.5', 1250],
    ['12', 1200],
    ['１２．５', 1250],
    ['95%', 9500],
    ['百分之九十五', 9500],
    ['三', 300],
    ['十', 1000],
    ['一百二十', 12000],
    ['十二点五', 1250],
    ['1,200', 120000],
    ['1.5万', 1500000],
    ['3万元', 3000000],
    ['二十万', 20000000],
    ['-3', -300],
    ['0', 0],
    ['-0', 0],
    ['12.50', 1250],
    ['12.500', 1250],
    ['60 分', 6000],
    ['三项', 300],
    ['９５％', 9500],
    ['1.2万', 1200000],
    ['一点二万', 1200000],
    ['十二点五万元', 12500000],
    ['一百万', 100000000],
    ['两千', 200000],
    ['3千', 300000],
    ['2百', 20000],
    ['一千二', 120000],
    ['一千零二', 100200],
    ['两万五', 2500000],
    ['180人次', 18000],
    ['5个百分点', 500],
  ])('%s is %d hundredths', (said, value) => {
    expect(readNumber(said, field)).toEqual({ value })
  })

  it.each([
    ['很多', '没有读懂这个数字，请填写数字，如 12.5'],
    ['1e5', '没有读懂这个数字，请填写数字，如 12.5'],
    ['1.2.3', '没有读懂这个数字，请填写数字，如 12.5'],
    ['12.555', '最多 2 位小数，请重新填写'],
    ['-11', '应在 -10 到 1000000 之间，请核对后重新填写'],
    ['1000000.01', '应在 -10 到 1000000 之间，请核对后重新填写'],
    ['9'.repeat(30), '数字过大，请核对后重新填写'],
  ])('%s is refused with a sentence', (said, fault) => {
    expect(readNumber(said, field)).toEqual({ fault })
  })

  it('beyond the bounds it is said as it was read, where that is not what was typed', () => {
    const fault = '读作 1200000，应在 -10 到 1000000 之间，请核对后重新填写'
    expect(readNumber('一百二十万', field)).toEqual({ fault })
    expect(readNumber('一百二十万', { ...field, max: 2_000_000 })).toEqual({ value: 120_000_000 })
  })

  it.each(['3千五', '3万5', '三左右', '1百二十'])('%s may mean two things and is asked again', (said) => {
    expect(readNumber(said, field)).toHaveProperty('fault')
  })

  it('any amount in hundredths that is written out is read back exactly', () => {
    void fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (value) => {
        const written = `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`
        expect(readNumber(written, field)).toEqual({ value })
      }),
    )
  })
})
