/** Articles 3-6: an account gives rights, so that it is given by certain signs only. */
import { describe, expect, it } from 'vitest'
import { compared, known, listed } from './facts.ts'

const linksOf = (school: Parameters<typeof compared>[0]) =>
  compared(school).links.map(({ person, listed: one, by }) => [person, one.openId, by])
const doubtsOf = (school: Parameters<typeof compared>[0]) =>
  compared(school).doubts.map(({ person, why }) => [person, why])

describe('an account is linked', () => {
  it('by the 工号 before mobile and e-mail, each account once', () => {
    const people = {
      T1: known('张明', { mobile: '13800000001' }),
      T2: known('李华', { mobile: '138 0000 0002' }),
      T3: known('王芳', { email: 'Wang@campus.cn' }),
    }
    const found = [
      listed('ou_1', { name: '张明', number: 'T1', mobile: '13800000002' }),
      listed('ou_2', { name: '李华', mobile: '13800000002' }),
      listed('ou_3', { name: '王芳', email: 'wang@campus.cn' }),
    ]
    expect(linksOf({ people, listed: found })).toEqual([
      ['T1', 'ou_1', 'number'],
      ['T2', 'ou_2', 'mobile'],
      ['T3', 'ou_3', 'email'],
    ])
  })

  it('where the name says more than the roster, as 张明（药学院）', () => {
    expect(
      linksOf({
        people: { T1: known('张 明') },
        listed: [listed('ou_1', { name: '张明（药学院）', number: 'T1' })],
      }),
    ).toEqual([['T1', 'ou_1', 'number']])
  })

  it('anew, where the old one is closed and the 工号 has another, as after a return', () => {
    const people = { T1: known('张明', { openId: 'ou_old', roles: [] }) }
    const back = listed('ou_new', { number: 'T1' })
    expect(linksOf({ people, listed: [back] })).toEqual([['T1', 'ou_new', 'number']])
    const closed = listed('ou_old', { status: 'resigned' })
    const both = compared({ people, listed: [closed, back] })
    expect([both.links.length, both.leavers]).toEqual([1, []])
  })
})

describe('an account is not linked', () => {
  it('where the name is another’s: a number was typed wrong, or a mobile passed on', () => {
    const people = { T1: known('张明', { mobile: '13800000001' }) }
    expect(doubtsOf({ people, listed: [listed('ou_1', { name: '李华', number: 'T1' })] })).toEqual([
      ['T1', 'other-name'],
    ])
    expect(doubtsOf({ people, listed: [listed('ou_1', { name: '李华', mobile: '13800000001' })] })).toEqual([
      ['T1', 'other-name'],
    ])
  })

  it('where two of the directory share a 工号', () => {
    const two = [listed('ou_1', { number: 'T1' }), listed('ou_2', { number: 'T1' })]
    expect(doubtsOf({ people: { T1: known('张明') }, listed: two })).toEqual([['T1', 'shared']])
  })

  it('to who has one already', () => {
    const people = { T1: known('张明', { openId: 'ou_1' }) }
    const two = [listed('ou_1'), listed('ou_2', { number: 'T1' })]
    expect(doubtsOf({ people, listed: two })).toEqual([['T1', 'second-account']])
    expect(linksOf({ people, listed: two })).toEqual([])
  })

  it('where it is closed or suspended', () => {
    for (const status of ['resigned', 'frozen'] as const)
      expect(
        linksOf({ people: { T1: known('张明') }, listed: [listed('ou_1', { number: 'T1', status })] }),
      ).toEqual([])
  })

  it('by a mobile to somebody whose account is merely out of sight', () => {
    const people = { T1: known('张明', { openId: 'ou_old', mobile: '13800000001' }) }
    expect(linksOf({ people, whole: false, listed: [listed('ou_1', { mobile: '13800000001' })] })).toEqual([])
  })
})
