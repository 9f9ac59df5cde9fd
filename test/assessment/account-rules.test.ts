/** Rulebook 5: before its assessment the unit gives its own account. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AccountEvent,
  type AccountState,
  evolveAccount,
  NO_ACCOUNT,
  revisionOf,
} from '../../src/assessment/account/rules/account.ts'
import { metIn, readAccountLine, valueIn } from '../../src/assessment/account/rules/account-line.ts'
import {
  type AccountContext,
  missingInAccount,
  type Said,
  signAccount,
  stateGoals,
  takeBackAccount,
} from '../../src/assessment/account/rules/state-account.ts'
import { fellShort, lacksIn, NOTHING_SAID } from '../../src/assessment/account/rules/statement.ts'
import { isReached, type Yardstick } from '../../src/assessment/account/rules/yardstick.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import { AT } from './world.ts'

const counted = (target: number | null): Extract<Yardstick, { kind: 'counted' }> => ({
  ...{ kind: 'counted', indicator: '课程', unit: '门', target },
})
const DESCRIBED: Yardstick = { kind: 'described' }

const actor = (role: 'contact' | 'head'): Actor => ({
  ...{ id: role, name: role, title: '', unit: 'JX01', leads: [] },
  roles: [{ role, scope: 'JX01' }],
})

const contextOf = (role: 'contact' | 'head', more: Partial<AccountContext> = {}): AccountContext => ({
  unit: { id: 'JX01', name: '药学院', phase: 'assessment' },
  goals: [
    { id: 'g1', number: 1, title: '课程', yardstick: counted(50_00), files: ['e1'] },
    { id: 'g2', number: 2, title: '中心', yardstick: DESCRIBED, files: [] },
  ],
  by: actor(role),
  at: AT,
  deliberatedAt: null,
  scored: false,
  ...more,
})

const said = (goal: number, more: Partial<Said> = {}): Said => ({
  goal,
  ...NOTHING_SAID,
  words: '完成',
  ...more,
})
const WHOLE = [said(1, { value: 50_00 }), said(2, { met: 'met' })]

function next(
  state: AccountState,
  decision: { events: readonly AccountEvent[] } | { refusal: object },
): AccountState {
  if ('refusal' in decision) throw new Error(JSON.stringify(decision.refusal))
  return decision.events.reduce(evolveAccount, state)
}

const drafted = (all: readonly Said[] = WHOLE): AccountState =>
  next(NO_ACCOUNT, stateGoals(NO_ACCOUNT, { said: all }, contextOf('contact')))

describe('what a unit states of a goal', () => {
  it('Article 12: a figure is wanted where the goal is counted, a word where it is described', () => {
    expect(lacksIn(NOTHING_SAID, counted(1_00))).toEqual(['value', 'words'])
    expect(lacksIn(NOTHING_SAID, DESCRIBED)).toEqual(['met', 'words'])
  })

  it('rulebook 5: the reason is required exactly where the goal fell short', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.option(fc.nat(10_000)), fc.boolean(), (value, target, reasoned) => {
        const yardstick = counted(target)
        const statement = { ...NOTHING_SAID, value, words: '完成', reason: reasoned ? '推迟' : '' }
        const short = target !== null && (target === 0 ? value > 0 : value < target)
        expect(fellShort(statement, yardstick)).toBe(short)
        expect(lacksIn(statement, yardstick)).toEqual(short && !reasoned ? ['reason'] : [])
      }),
    )
    expect(lacksIn({ ...NOTHING_SAID, met: 'partly', words: '完成' }, DESCRIBED)).toEqual(['reason'])
    expect(lacksIn({ ...NOTHING_SAID, met: 'met', words: '完成' }, DESCRIBED)).toEqual([])
  })

  it('a target of nothing, as no accident, is missed by any', () => {
    expect([0, 1].map((value) => isReached(value, counted(0)))).toEqual([true, false])
  })
})

describe('the account', () => {
  it('is signed off by the head alone, and refused with everything that is missing', () => {
    const draft = drafted([said(1, { value: 48_00 })])
    expect(signAccount(draft, { seen: 1 }, contextOf('contact'))).toMatchObject({
      refusal: { code: 'head-only' },
    })
    expect(signAccount(draft, { seen: 1 }, contextOf('head'))).toEqual({
      refusal: {
        code: 'incomplete-account',
        missing: [
          { goal: 1, lacks: ['reason'] },
          { goal: 2, lacks: ['met', 'words'] },
        ],
      },
    })
  })

  it('is signed as it was read: what was changed since is read again', () => {
    const draft = next(
      drafted(),
      stateGoals(drafted(), { said: [said(2, { met: 'met', words: '改过' })] }, contextOf('contact')),
    )
    expect(signAccount(draft, { seen: 1 }, contextOf('head'))).toMatchObject({
      refusal: { code: 'changed-account' },
    })
    expect(next(draft, signAccount(draft, { seen: 2 }, contextOf('head')))).toMatchObject({
      status: 'signed',
      revision: 2,
    })
  })

  it('stands once signed: nothing is stated, and it is taken back until the first sheet', () => {
    const signed = next(drafted(), signAccount(drafted(), { seen: 1 }, contextOf('head')))
    expect(stateGoals(signed, { said: WHOLE }, contextOf('contact'))).toMatchObject({
      refusal: { code: 'signed-account' },
    })
    expect(takeBackAccount(signed, contextOf('head', { scored: true }))).toMatchObject({
      refusal: { code: 'scored-account' },
    })
    expect(takeBackAccount(signed, contextOf('contact'))).toMatchObject({ refusal: { code: 'head-only' } })
    const back = next(signed, takeBackAccount(signed, contextOf('head')))
    expect(back).toMatchObject({ status: 'draft', revision: 1, takenBack: { name: 'head' } })
    expect(takeBackAccount(back, contextOf('head'))).toMatchObject({ refusal: { code: 'unsigned-account' } })
  })

  it('belongs to the phase of assessment, and ends when the group deliberates', () => {
    const early = contextOf('contact', { unit: { id: 'JX01', name: '药学院', phase: 'execution' } })
    expect(stateGoals(NO_ACCOUNT, { said: WHOLE }, early)).toMatchObject({
      refusal: { code: 'early-account' },
    })
    const late = contextOf('head', { deliberatedAt: AT })
    expect(signAccount(drafted(), { seen: 1 }, late)).toMatchObject({
      refusal: { code: 'late-account', at: AT },
    })
    const stranger = contextOf('contact', { unit: { id: 'JX02', name: '护理学院', phase: 'assessment' } })
    expect(stateGoals(NO_ACCOUNT, { said: WHOLE }, stranger)).toMatchObject({
      refusal: { code: 'foreign-account' },
    })
  })

  it('takes as evidence only files of the goal’s own reports', () => {
    const with_ = (goal: number, evidence: string[]) =>
      stateGoals(NO_ACCOUNT, { said: [said(goal, { evidence })] }, contextOf('contact'))
    expect(with_(1, ['e1'])).toMatchObject({ events: [{ statements: { g1: { evidence: ['e1'] } } }] })
    expect(with_(2, ['e1'])).toMatchObject({ refusal: { code: 'strange-evidence', goal: 2 } })
  })

  it('a page on which nothing new is said changes nothing', () => {
    expect(stateGoals(drafted(), { said: WHOLE }, contextOf('contact'))).toMatchObject({
      refusal: { code: 'empty-statement' },
    })
    const blank = [{ goal: 2, ...NOTHING_SAID }]
    expect(stateGoals(NO_ACCOUNT, { said: blank }, contextOf('contact'))).toMatchObject({
      refusal: { code: 'empty-statement' },
    })
  })

  it('however it was filled in, it is whole exactly when nothing is missing, and the head can sign it', () => {
    const statement = fc.record({
      goal: fc.constantFrom(1, 2),
      value: fc.option(fc.constantFrom(49_00, 50_00)),
      met: fc.option(fc.constantFrom('met' as const, 'partly' as const, 'unmet' as const)),
      words: fc.constantFrom('', '完成'),
      reason: fc.constantFrom('', '推迟'),
      evidence: fc.constant([]),
    })
    fc.assert(
      fc.property(
        fc.array(fc.array(statement, { minLength: 1, maxLength: 2 }), { maxLength: 8 }),
        (pages) => {
          let state: AccountState = NO_ACCOUNT
          for (const page of pages) {
            const decision = stateGoals(state, { said: page }, contextOf('contact'))
            if ('events' in decision) state = decision.events.reduce(evolveAccount, state)
          }
          const missing = missingInAccount(state, contextOf('head').goals)
          const signed = signAccount(state, { seen: revisionOf(state) }, contextOf('head'))
          expect('events' in signed).toBe(missing.length === 0)
          if (state.status !== 'none') expect(new Set(state.short).size).toBe(state.short.length)
        },
      ),
    )
  })
})

describe('a typed line', () => {
  it.each([
    ['3 已建成48门，未达标原因：两门推迟', { goal: 3, words: '已建成48门', reason: '两门推迟' }],
    ['目标2：中心已挂牌', { goal: 2, words: '中心已挂牌', reason: '' }],
    ['第十二项 全部完成', { goal: 12, words: '全部完成', reason: '' }],
    ['１ 完成，原因是场地未交付', { goal: 1, words: '完成', reason: '场地未交付' }],
  ])('%s', (typed, line) => expect(readAccountLine(typed)).toEqual(line))

  it.each(['', '药学院', '3', '今年完成了很多工作'])('%s names no goal, or says nothing', (typed) =>
    expect(readAccountLine(typed)).toBeUndefined(),
  )

  it('the figure with the goal’s unit is the value; a word tells whether it was reached', () => {
    expect(valueIn('已建成48.5门，其中12个校级', counted(50_00))).toBe(48_50)
    expect(valueIn('已建成48个', counted(50_00))).toBeUndefined()
    expect(['已完成', '部分完成', '未达到', '做了'].map(metIn)).toEqual(['met', 'partly', 'unmet', undefined])
  })

  it('any text is read without a fault', () => {
    const any = fc.oneof(
      fc.string(),
      fc.string().map((text) => `3 ${text}`),
    )
    fc.assert(
      fc.property(any, (text) => {
        const line = readAccountLine(text)
        expect(line === undefined || (line.goal >= 0 && line.words.length <= 900)).toBe(true)
      }),
    )
  })
})
