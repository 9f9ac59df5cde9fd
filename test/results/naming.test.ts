import { describe, expect, it } from 'vitest'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { proposeExcellence } from '../../src/results/rules/excellence.ts'
import { faultOfNaming } from '../../src/results/rules/naming.ts'
import { withWords } from '../../src/results/rules/naming-words.ts'
import { scored } from './units.ts'

const policy = REGULATION_DEFAULTS

describe('naming', () => {
  const units = [
    scored('a', 95),
    scored('b', 93),
    scored('c', 93),
    scored('d', 91),
    scored('bar', 99, { failed: ['ethics'] }),
    scored('low', 89.04),
  ]
  const proposal = proposeExcellence(units, { standard: 34_00, graded: 34_00 }, policy)
  const fault = (named: readonly string[], left: readonly 'standard'[] = []) =>
    faultOfNaming({ named, left }, proposal, units, policy)

  it('Article 25: may name fewer, and one of a tie', () => {
    expect(fault(['a', 'b'])).toBeUndefined()
    expect(fault(['c'])).toBeUndefined()
  })

  it('Articles 25, 27: refuses every ineligible unit at once, each with its reason', () => {
    expect(fault(['bar', 'low', 'd', 'zz'])).toEqual({
      code: 'ineligible-units',
      units: [
        { unit: '单位bar', why: 'barred', areas: ['师德师风评价'] },
        { unit: '单位low', why: 'below', final: 89_04 },
        { unit: '单位d', why: 'outranked', rank: 5, places: 2 },
        { unit: 'zz', why: 'unknown' },
      ],
    })
  })

  it('Article 25: refuses more than the places', () => {
    expect(fault(['a', 'b', 'c'])).toEqual({
      code: 'exceeded-places',
      cohorts: [{ cohort: 'standard', places: 2, named: 3 }],
    })
  })

  it('Article 25: a tie must be resolved by naming, or left on purpose', () => {
    expect(fault(['a'])).toEqual({ code: 'unresolved-ties', cohorts: ['standard'] })
    expect(fault(['a'], ['standard'])).toBeUndefined()
  })
})

describe('naming in words, where a card cannot list all', () => {
  const units = [scored('a', 95), scored('b', 94), scored('c', 93), scored('d', 93), scored('e', 91)]
  const proposal = proposeExcellence(units, { standard: 60_00, graded: 0 }, policy)
  const words = (except: string, picked: string) =>
    withWords({ named: [], left: [] }, [{ cohort: 'standard', except, picked }], proposal, units)

  it('Article 25: names all that are certain of a place but those written down, and of a tie those picked', () => {
    expect(words('', '单位d')).toEqual({ naming: { named: ['a', 'b', 'd'], left: [] } })
    expect(words('单位b\n', 'c')).toEqual({ naming: { named: ['a', 'c'], left: [] } })
    expect(words('单位a、单位b', '无')).toEqual({ naming: { named: [], left: ['standard'] } })
  })

  it('leaves a tie open that nobody wrote of, for the rule to ask', () => {
    expect(words('', '')).toEqual({ naming: { named: ['a', 'b'], left: [] } })
  })

  it('refuses every name that is nobody’s there', () => {
    expect(words('单位e，单位x', '单位a')).toEqual({ unknown: ['单位e', '单位x', '单位a'] })
  })
})
