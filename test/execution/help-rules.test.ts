import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerHelp, passHelp, solveHelp, type Wish } from '../../src/execution/help/rules/answer.ts'
import { type AskContext, askHelp, saysNone } from '../../src/execution/help/rules/ask.ts'
import { evolveHelp, type HelpEvent, type HelpState, UNASKED } from '../../src/execution/help/rules/help.ts'
import { readHelpLine } from '../../src/execution/help/rules/help-line.ts'
import { answersFor, heldKeys, routeOf } from '../../src/execution/help/rules/holder.ts'
import type { Decision } from '../../src/kernel/decision.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import { actor, at, contact, goal, head } from './people.ts'

const convenor = actor('WG1', 'working-convenor', 'WG', null)
const office = actor('OF', 'office', '', null)
const leader: Actor = { ...actor('LD', undefined, '', null), leads: ['JX01'] }
const otherHead = actor('H2', 'head', 'XZ01', 'XZ01')

const unit = {
  unit: 'JX01',
  kind: 'teaching',
  leader: { id: 'LD', name: '李校长' },
  group: { id: 'WG', name: '一组' },
} as const
const act = (by: Actor) => ({ by: by.id, name: by.name, at }) as const
const asking: AskContext = { goal, unit, open: [], number: 1, dueOn: '2026-03-09', act: act(contact) }
const places = {
  leader: unit.leader,
  group: unit.group,
  units: [
    { id: 'JX01', name: '药学院', headed: true },
    { id: 'XZ01', name: '教务处', headed: true },
    { id: 'XZ02', name: '教师发展中心', headed: false },
  ],
}

const folded = (state: HelpState, decision: Decision<HelpEvent, { readonly code: string }>): HelpState =>
  'refusal' in decision ? state : decision.events.reduce(evolveHelp, state)
const codeOf = (decision: Decision<HelpEvent, { readonly code: string }>) =>
  'refusal' in decision ? decision.refusal.code : undefined

const open = folded(UNASKED, askHelp('缺少实验场地', asking))
const pass = (state: HelpState, wish: Wish, by: Actor, words = '请支持') =>
  passHelp(state, wish, words, { by, act: act(by), ...places })

describe('Article 19: a difficulty goes to the one in charge', () => {
  it('of teaching units and hospitals to the working group, of the others to the leader in charge', () => {
    expect(routeOf(unit)).toEqual({ kind: 'group', id: 'WG', name: '一组' })
    expect(routeOf({ ...unit, kind: 'hospital' }).kind).toBe('group')
    for (const kind of ['party', 'administrative', 'support'] as const)
      expect(routeOf({ ...unit, kind })).toEqual({ kind: 'leader', id: 'JX01', name: '李校长' })
  })

  it('where there is none to the next, in the end to the office', () => {
    expect(routeOf({ ...unit, group: null }).kind).toBe('leader')
    expect(routeOf({ ...unit, group: null, leader: null }).kind).toBe('office')
    expect(routeOf({ ...unit, kind: 'party', leader: null }).kind).toBe('office')
  })

  it('once: the same words with other signs are the same difficulty while nobody has answered', () => {
    const waiting = { ...asking, open: [{ number: 1, words: '缺少实验场地', askedAt: at }] } as const
    expect(codeOf(askHelp(' 缺少 实验场地！', waiting))).toBe('repeated-request')
    expect(codeOf(askHelp('缺少实验设备', waiting))).toBeUndefined()
    expect(codeOf(askHelp(' 。 ', asking))).toBe('empty-request')
  })

  it('a report that tells of none asks for nothing', () => {
    for (const words of ['', '无', '暂无。', '没有困难', ' 无 ', 'None']) expect(saysNone(words)).toBe(true)
    for (const words of ['无场地', '没有实验室', '困难较大']) expect(saysNone(words)).toBe(false)
  })
})

describe('Article 19: it is answered by whoever holds it', () => {
  it('with rights of the day, and never for the own unit in a group', () => {
    expect(codeOf(answerHelp(open, '调配', convenor, act(convenor)))).toBeUndefined()
    for (const by of [contact, head, leader, office, otherHead])
      expect(codeOf(answerHelp(open, '调配', by, act(by)))).toBe('foreign-request')
    const own = { ...convenor, unit: 'JX01' }
    expect(codeOf(answerHelp(open, '调配', own, act(own)))).toBe('foreign-request')
    const delegate = { ...convenor, delegate: { id: 'D', name: 'D', unit: 'JX01', own: ['JX01'] } }
    expect(answersFor(delegate, { kind: 'group', id: 'WG', name: '' }, 'JX01')).toBe(false)
    const stand = { ...leader, delegate: delegate.delegate }
    expect(answersFor(leader, { kind: 'leader', id: 'JX01', name: '' }, 'JX01')).toBe(true)
    expect(answersFor(stand, { kind: 'leader', id: 'JX01', name: '' }, 'JX01')).toBe(false)
    expect(codeOf(answerHelp(open, '  ', convenor, act(convenor)))).toBe('empty-answer')
  })

  it('passed on it belongs to the other, and the day by which it is due stays', () => {
    const passed = folded(open, pass(open, { to: 'unit', said: '教务' }, convenor))
    expect(passed).toMatchObject({
      status: 'open',
      dueOn: '2026-03-09',
      holder: { kind: 'unit', id: 'XZ01' },
    })
    expect(codeOf(answerHelp(passed, '调配', convenor, act(convenor)))).toBe('foreign-request')
    expect(codeOf(answerHelp(passed, '调配', otherHead, act(otherHead)))).toBeUndefined()
  })

  it.each([
    ['to the same', { to: 'group' }, 'same-holder'],
    ['back to the unit that asks', { to: 'unit', said: '药学院' }, 'own-unit'],
    ['to a unit without a head', { to: 'unit', said: '教师发展' }, 'headless-unit'],
    ['to no such unit', { to: 'unit', said: '后勤' }, 'unknown-unit'],
    ['to several that are called so', { to: 'unit', said: '教' }, 'unknown-unit'],
    ['to no unit at all', { to: 'unit', said: ' ' }, 'unknown-unit'],
  ] as const)('not %s', (_, wish, code) => {
    expect(codeOf(pass(open, wish, convenor))).toBe(code)
  })

  it('the office may bring it elsewhere, but answers only what it holds', () => {
    const brought = folded(open, pass(open, { to: 'leader' }, office))
    expect(brought).toMatchObject({ holder: { kind: 'leader' }, passings: [{ from: { kind: 'group' } }] })
    expect(codeOf(answerHelp(brought, '调配', office, act(office)))).toBe('foreign-request')
    expect(codeOf(pass(open, { to: 'office' }, head))).toBe('foreign-request')
  })

  it('solved it is said by the contact or the head alone', () => {
    const facts = (by: Actor) => ({ by, unitName: '药学院' })
    expect(codeOf(solveHelp(open, '', facts(head), act(head)))).toBeUndefined()
    expect(codeOf(solveHelp(open, '', facts(convenor), act(convenor)))).toBe('foreign-solution')
  })

  it('each holds what is found by the keys of the roles', () => {
    expect(heldKeys(convenor)).toEqual(['group:WG'])
    expect(heldKeys(leader)).toEqual(['leader:JX01'])
    expect(heldKeys(office)).toEqual(['office:'])
    expect(heldKeys(contact)).toEqual([])
  })
})

describe('a request is open until it is answered or solved, whatever happens', () => {
  const who = fc.constantFrom(contact, head, convenor, leader, office, otherHead)
  const wish = fc.constantFrom<Wish>(
    { to: 'group' },
    { to: 'leader' },
    { to: 'office' },
    { to: 'unit', said: '教务处' },
  )
  const step = fc.record({ kind: fc.constantFrom('answer', 'pass', 'solve'), by: who, wish })

  it('and closed it never changes again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state = open
        let closed: HelpState | undefined
        for (const { kind, by, wish: to } of steps) {
          const decision =
            kind === 'answer'
              ? answerHelp(state, '答复', by, act(by))
              : kind === 'solve'
                ? solveHelp(state, '', { by, unitName: '药学院' }, act(by))
                : pass(state, to, by)
          if (closed) {
            expect(codeOf(decision)).toBe('closed-request')
            continue
          }
          const next = folded(state, decision)
          const ends = kind !== 'pass' && !('refusal' in decision)
          expect(next.status === 'open').toBe(!ends)
          if (next.status !== 'unasked') expect(next.dueOn).toBe('2026-03-09')
          if (ends) closed = next
          state = next
        }
      }),
    )
  })
})

describe('a typed request', () => {
  it.each([
    ['3 缺少实验场地', 3, '缺少实验场地'],
    ['目标3，缺少实验场地', 3, '缺少实验场地'],
    ['第三项目标 缺少场地', 3, '缺少场地'],
    ['３：缺少场地', 3, '缺少场地'],
    ['缺少场地 目标3', 3, '缺少场地'],
    ['3', 3, ''],
    ['3个实验室漏水', undefined, '3个实验室漏水'],
    ['经费没有到位', undefined, '经费没有到位'],
  ])('%s', (text, number, words) => {
    expect(readHelpLine(text)).toEqual({ number, words })
  })
})
