/** Articles 3-6: what the directory says of leavers, movers and newcomers, and what a confirmation does. */
import { describe, expect, it } from 'vitest'
import { LEAVING } from '../../../src/organization/directory/rules/compare.ts'
import { missingScopes } from '../../../src/organization/directory/rules/missing.ts'
import { endsWith, waitingOn } from '../../../src/organization/directory/rules/settle.ts'
import { CONTACT, compared, confirmed, directoryOf, known, listed } from './facts.ts'

const staying = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [`S${at}`, known(`职工${at}`, { openId: `ou_s${at}` })]),
)
const stayingListed = Object.keys(staying).map((_, at) => listed(`ou_s${at}`, { name: `职工${at}` }))

describe('somebody is a leaver', () => {
  it('whose account is gone from a directory that is seen whole', () => {
    const people = { ...staying, T1: known('张明', { openId: 'ou_1' }) }
    expect(compared({ people, listed: stayingListed }).leavers).toEqual([
      { person: 'T1', why: 'gone', duties: [] },
    ])
  })

  it('whose account is closed or suspended, however much of the directory is seen', () => {
    for (const [status, why] of [
      ['resigned', 'resigned'],
      ['frozen', 'frozen'],
    ] as const) {
      const found = compared({
        people: { T1: known('张明', { openId: 'ou_1' }) },
        whole: false,
        listed: [listed('ou_1', { status })],
      })
      expect(found.leavers).toMatchObject([{ person: 'T1', why }])
    }
  })

  it('of whom the platform told it, where only a part is seen', () => {
    const people = { T1: known('张明', { openId: 'ou_1' }), T2: known('李华', { openId: 'ou_2' }) }
    const found = compared({ people, whole: false, listed: [listed('ou_9')], toldLeft: ['ou_1'] })
    expect(found.leavers).toMatchObject([{ person: 'T1', why: 'told' }])
    expect(found.outside).toEqual(['T2'])
  })
})

describe('nobody is a leaver', () => {
  it('for being out of the app’s range, nor for never having had an account', () => {
    const people = { T1: known('张明', { openId: 'ou_1' }), T2: known('李华') }
    const found = compared({ people, whole: false, listed: [] })
    expect([found.leavers, found.outside, found.unfound]).toEqual([[], ['T1'], ['T2']])
  })

  it('of whom there is a doubt: a 工号 that another one has now', () => {
    const people = { ...staying, T1: known('张明', { openId: 'ou_1' }) }
    const other = listed('ou_9', { number: 'T1', name: '李华' })
    const found = compared({ people, listed: [...stayingListed, other] })
    expect([found.leavers, found.doubts.length]).toEqual([[], 1])
  })

  it('who is in the directory after all, whatever was told before', () => {
    const people = { T1: known('张明', { openId: 'ou_1' }) }
    expect(compared({ people, listed: [listed('ou_1')], toldLeft: ['ou_1'] }).leavers).toEqual([])
  })
})

describe('so many leavers that it is rather a fault', () => {
  const gone = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`G${at}`, known(`某${at}`, { openId: `ou_g${at}` })]),
    )

  it('end nobody: more than ten, and more than a fifth of the accounts', () => {
    const most = compared({ people: { ...staying, ...gone(15) }, listed: stayingListed })
    expect([most.leavers.length, most.tooMany]).toEqual([15, false])
    const more = compared({ people: { ...staying, ...gone(16) }, listed: stayingListed })
    expect([more.leavers.length, more.tooMany]).toEqual([16, true])
    expect(endsWith(more, new Map())).toEqual([])
    const people = new Map(Object.entries({ ...staying, ...gone(16) }))
    expect([...confirmed(people, more, true).values()].every((one) => one.status === 'active')).toBe(true)
    expect(LEAVING).toEqual({ most: 10, share: 5 })
  })

  it('an empty directory ends nobody, however small the school', () => {
    expect(compared({ people: gone(1), listed: [] }).tooMany).toBe(true)
  })

  it('a few leavers of a small school are believed', () => {
    const found = compared({ people: gone(3), listed: [listed('ou_x')] })
    expect([found.leavers.length, found.tooMany]).toEqual([3, false])
  })
})

describe('a confirmation', () => {
  it('ends leavers without duties and open work, and nobody else', () => {
    const people = {
      ...staying,
      T1: known('张明', { openId: 'ou_1' }),
      T2: known('李华', { openId: 'ou_2', roles: [CONTACT] }),
      T3: known('王芳', { openId: 'ou_3' }),
      T4: known('赵强', { openId: 'ou_4' }),
      T5: known('孙丽', { openId: 'ou_5', roles: [{ ...CONTACT, to: '2026-02-01' }] }),
    }
    const found = compared({ people, listed: stayingListed, leads: { T3: ['JX01'] } })
    const work = new Map([['T4', 2]])
    expect(endsWith(found, work).map((one) => one.person)).toEqual(['T1', 'T5'])
    expect(waitingOn(found, work).map((one) => [one.person, one.duties.map((duty) => duty.role)])).toEqual([
      ['T2', ['contact']],
      ['T3', ['leader']],
      ['T4', []],
    ])
    const after = confirmed(new Map(Object.entries(people)), found, false, work)
    expect(['T1', 'T2', 'T3', 'T4', 'T5'].map((id) => after.get(id)?.status)).toEqual([
      ...['ended', 'active', 'active', 'active', 'ended'],
    ])
    expect(after.get('T2')).toMatchObject({ roles: [CONTACT], openId: 'ou_2' })
  })

  it('moves to the unit of the main department and keeps the roles of the old one', () => {
    const people = { T1: known('张明', { openId: 'ou_1', roles: [CONTACT] }) }
    const found = compared({ people, listed: [listed('ou_1', { departments: ['od-2'] })] })
    expect(found.movers).toEqual([
      { person: 'T1', from: 'JX01', to: 'JX02', duties: [{ role: 'contact', scope: 'JX01' }] },
    ])
    expect(confirmed(new Map(Object.entries(people)), found, false).get('T1')).toMatchObject({
      record: { unit: 'JX02', title: '教师' },
      roles: [CONTACT],
    })
  })

  it('moves nobody who also works in the old unit, whose departments are no unit, or who belongs to none', () => {
    const cases = [
      [known('张明', { openId: 'ou_1' }), ['od-2', 'od-1a']],
      [known('张明', { openId: 'ou_1' }), ['od-9']],
      [known('张明', { openId: 'ou_1', unit: null }), ['od-2']],
    ] as const
    for (const [T1, departments] of cases)
      expect(compared({ people: { T1 }, listed: [listed('ou_1', { departments })] }).movers).toEqual([])
  })

  it('corrects name, mobile and e-mail, and collects none that the roster has not', () => {
    const found = listed('ou_1', { name: '张晓明', mobile: '+8613900000001', email: 'new@campus.cn' })
    const fieldsOf = (more: object) =>
      compared({
        people: { T1: known('张明', { openId: 'ou_1', ...more }) },
        listed: [found],
      }).changed.flatMap((one) => one.fields.map(({ field, to }) => [field, to]))
    expect(fieldsOf({})).toEqual([['name', '张晓明']])
    expect(fieldsOf({ mobile: '13800000001', email: 'old@campus.cn' })).toEqual([
      ['name', '张晓明'],
      ['mobile', '13900000001'],
      ['email', 'new@campus.cn'],
    ])
    expect(fieldsOf({ mobile: '139 0000 0001', email: 'NEW@campus.cn' })).toEqual([['name', '张晓明']])
  })

  it('takes over no name that is no name, and no contact that is none', () => {
    const people = { T1: known('张明', { openId: 'ou_1', mobile: '13800000001', email: 'a@b.cn' }) }
    const odd = [
      { name: null, mobile: null, email: null },
      { name: '张'.repeat(61), mobile: '<script>', email: 'nobody' },
      { name: '（药学院）', mobile: '', email: '' },
    ]
    for (const one of odd) expect(compared({ people, listed: [listed('ou_1', one)] }).changed).toEqual([])
  })

  it('records newcomers on request only: with a 工号, a name and a unit; others stay strangers', () => {
    const found = [
      listed('ou_1', { name: '新一', number: 'N1', departments: ['od-1a'] }),
      listed('ou_2', { name: '新二', departments: ['od-1'] }),
      listed('ou_3', { name: '新三', number: 'N3', departments: ['od-9'] }),
      listed('ou_4', { name: null, number: 'N4' }),
      listed('ou_5', { name: '新五', number: 'N5' }),
      listed('ou_6', { name: '新六', number: 'N5' }),
      listed('ou_7', { name: '新七', number: 'clock' }),
      listed('ou_8', { name: '新八', number: 'a b/c' }),
    ]
    const result = compared({ listed: found })
    expect(result.joiners.map((one) => [one.person, one.name, one.unit])).toEqual([['N1', '新一', 'JX01']])
    expect(result.strangers.map((one) => one.why)).toEqual([
      ...['no-number', 'no-unit', 'no-name', 'same-number', 'same-number', 'no-number', 'no-number'],
    ])
    expect([...confirmed(new Map(), result, false)]).toEqual([])
    expect([...confirmed(new Map(), result, true)]).toMatchObject([
      ['N1', { status: 'active', openId: 'ou_1', roles: [], record: { mobile: null } }],
    ])
  })

  it('records again who comes back, without any of the former roles', () => {
    const ended = {
      status: 'ended',
      record: known('张明').record,
      roles: [{ ...CONTACT, to: '2026-02-01' }],
      endedOn: '2026-02-01',
    } as const
    const other = listed('ou_1', { number: 'T1', name: '李华' })
    expect(compared({ people: { T1: ended }, listed: [other] }).strangers).toMatchObject([
      { why: 'same-number' },
    ])
    const found = compared({ people: { T1: ended }, listed: [listed('ou_1', { number: 'T1' })] })
    expect(found.joiners).toMatchObject([{ person: 'T1', returns: true }])
    const after = confirmed(new Map([['T1', ended]]), found, true).get('T1')
    expect(after).toMatchObject({ status: 'active', roles: [{ to: '2026-02-01' }] })
  })
})

describe('what could not be read', () => {
  it('is named with the scope that would let it, where nobody has it', () => {
    const bare = { number: null, mobile: null, email: null, status: null }
    const people = [listed('ou_1', bare), listed('ou_2', { ...bare, email: 'a@b.cn' })]
    const found = missingScopes({
      ...directoryOf({ listed: people }),
      departments: [{ id: 'od', name: null, parent: null }],
    })
    expect(found.map((one) => one.scope)).toEqual([
      'contact:user.employee_number:read',
      'contact:user.employee:readonly',
      'contact:user.phone:readonly',
      'contact:department.base:readonly',
    ])
    expect(missingScopes(directoryOf({}))).toEqual([])
  })
})
