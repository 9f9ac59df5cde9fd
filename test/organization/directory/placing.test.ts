import { describe, expect, it } from 'vitest'
import { placing } from '../../../src/organization/directory/rules/placing.ts'
import { DEPARTMENTS, UNITS } from './facts.ts'

const places = (kept: [string, string | null][] = [], departments = DEPARTMENTS) =>
  placing(departments, UNITS, new Map(kept))

describe('the unit of a department', () => {
  it('is the one of its name, else that of the one above', () => {
    expect(places().of('od-1')).toEqual({ unit: 'JX01', by: 'name' })
    expect(places().of('od-1a')).toEqual({ unit: 'JX01', by: 'above' })
    expect(places().of('od-9')).toEqual({ unit: null, by: 'nothing' })
    expect(places().of('od-unknown')).toEqual({ unit: null, by: 'nothing' })
  })

  it('is what the office said, for those below too; of a unit that takes no part any more nothing was said', () => {
    expect(places([['od-1', 'JX02']]).of('od-1a')).toEqual({ unit: 'JX02', by: 'above' })
    expect(places([['od-1a', null]]).of('od-1a')).toEqual({ unit: null, by: 'kept' })
    expect(places([['od-1', 'GONE']]).of('od-1')).toEqual({ unit: 'JX01', by: 'name' })
  })

  it('is found though the names are written differently, and where departments lead in a circle', () => {
    const circle = [
      { id: 'a', name: '药 学 院', parent: 'b' },
      { id: 'b', name: null, parent: 'c' },
      { id: 'c', name: '甲', parent: 'b' },
    ]
    const of = places([], circle as never).of
    expect([of('a').unit, of('b').unit, of('c').unit]).toEqual(['JX01', null, null])
  })

  it('of a person are those of all departments, the main one first, each once', () => {
    expect(places().unitsOf({ departments: ['od-2', 'od-9', 'od-1a', 'od-1'] })).toEqual(['JX02', 'JX01'])
  })
})
