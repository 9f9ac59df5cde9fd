import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/kernel/time.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import { type Answer, neededOf } from '../../src/planning/rules/quorum.ts'
import { type Policy, REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import {
  answerBallot,
  nameExcellent,
  proposeResults,
  type ResultsFacts,
} from '../../src/results/rules/decide.ts'
import {
  evolveResults,
  markOfProposal,
  type ResultsEvent,
  type ResultsState,
  UNPROPOSED,
} from '../../src/results/rules/results.ts'
import { scored } from './units.ts'

const AT: Instant = '2026-12-01T00:00:00.000Z'
const units = [scored('a', 95), scored('b', 93), scored('c', 93), scored('bar', 99, { failed: ['ethics'] })]
const ratios = { standard: 50_00, graded: 0 }
const seen = markOfProposal(ratios, units)

const actor = (id: string, role: 'chair' | 'leading-member' | 'office'): Actor => ({
  ...{ id, name: id, title: '', unit: null, leads: [] },
  roles: [{ role, scope: '' }],
})
const CHAIR = actor('CH', 'chair')
const member = (n: number): Actor => actor(`M${n}`, 'leading-member')

function factsOf(members: number, agree: number | null): ResultsFacts {
  const policy: Policy = { ...REGULATION_DEFAULTS, ratification: { mode: 'quorum', agree } }
  const ids = ['CH', ...Array.from({ length: members - 1 }, (_, i) => `M${i + 1}`)]
  return { year: 2026, phase: 'results', policy, missing: [], units, members: ids }
}
const facts = factsOf(5, 3)

type Decision = ReturnType<typeof nameExcellent>
const eventsOf = (decision: Decision): readonly ResultsEvent[] => {
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events
}
const codeOf = (decision: Decision): string =>
  'refusal' in decision ? decision.refusal.code : decision.events.map((event) => event.type).join(', ')
const stateAfter = (state: ResultsState, decision: Decision): ResultsState =>
  eventsOf(decision).reduce(evolveResults, state)

const PROPOSED = stateAfter(UNPROPOSED, proposeResults(UNPROPOSED, ratios, CHAIR, AT, facts))
const put = (by = facts, named = ['a', 'b']) =>
  nameExcellent(PROPOSED, { named, left: [], seen }, CHAIR, AT, by)
const PUT = stateAfter(PROPOSED, put())
const answers = (state: ResultsState, by: Actor, answer: Answer, words = '', f = facts) =>
  answerBallot(state, { ballot: AT, answer, words }, by, AT, f)

describe('a naming before the members', () => {
  it('Articles 16, 25: is put by the chair, whose agreement it is', () => {
    expect(codeOf(put())).toBe('results.put')
    expect(PUT).toMatchObject({
      status: 'proposed',
      ballot: { naming: { named: ['a', 'b'] }, votes: [{ answer: 'agree', signed: { by: 'CH' } }] },
    })
  })

  it('is judged like the chair’s own: no barred unit, no more than the places, no open tie', () => {
    expect(codeOf(put(facts, ['bar']))).toBe('ineligible-units')
    expect(codeOf(put(facts, ['a', 'b', 'c']))).toBe('exceeded-places')
    expect(codeOf(put(facts, ['a']))).toBe('unresolved-ties')
  })

  it('Article 25: is ratified by the agreement that makes the quorum, which the results keep', () => {
    const one = stateAfter(PUT, answers(PUT, member(1), 'agree'))
    expect(one).toMatchObject({ status: 'proposed' })
    const decision = answers(one, member(2), 'agree')
    expect(codeOf(decision)).toBe('results.voted, results.ratified')
    expect(stateAfter(one, decision)).toMatchObject({
      status: 'ratified',
      quorum: { needed: 3, members: 5 },
      results: [
        { unit: 'bar', grade: 'qualified' },
        { unit: 'a', grade: 'excellent' },
        { unit: 'b', grade: 'excellent' },
        { unit: 'c', grade: 'qualified' },
      ],
    })
  })

  it('is sent back at once by any return, with its words, and can be put again', () => {
    const one = stateAfter(PUT, answers(PUT, member(1), 'agree'))
    expect(codeOf(answers(one, member(2), 'return', ' '))).toBe('wordless-return')
    const back = stateAfter(one, answers(one, member(2), 'return', '并列应选丙'))
    expect(back).toMatchObject({
      status: 'proposed',
      sentBack: { words: '并列应选丙', signed: { by: 'M2' } },
    })
    expect(back).not.toHaveProperty('ballot')
    expect(codeOf(answers(back, member(3), 'agree'))).toBe('stale-ballot')
    const again = stateAfter(
      back,
      nameExcellent(back, { named: ['a', 'c'], left: [], seen }, CHAIR, AT, facts),
    )
    expect(again).toMatchObject({ ballot: { naming: { named: ['a', 'c'] } } })
    expect(again).not.toHaveProperty('sentBack')
  })

  it('is answered once by each; a changed answer takes the place of the first', () => {
    const one = stateAfter(PUT, answers(PUT, member(1), 'abstain'))
    expect(codeOf(answers(one, member(1), 'abstain'))).toBe('repeated-answer')
    expect(codeOf(answers(PUT, CHAIR, 'agree'))).toBe('repeated-answer')
    const two = stateAfter(one, answers(one, member(1), 'agree'))
    expect(two).toMatchObject({ ballot: { votes: [{ answer: 'agree' }, { answer: 'agree' }] } })
  })

  it('is answered by members of the leading group only, and only as their card shows it', () => {
    expect(codeOf(answers(PUT, actor('OF', 'office'), 'agree'))).toBe('members-only')
    const old = { ballot: '2026-11-30T00:00:00.000Z' as Instant, answer: 'agree' as const, words: '' }
    expect(codeOf(answerBallot(PUT, old, member(1), AT, facts))).toBe('stale-ballot')
  })

  it('cannot be answered on other facts than it was put on', () => {
    const lower = { ...facts, units: units.map((one) => (one.unit === 'a' ? scored('a', 94) : one)) }
    expect(codeOf(answers(PUT, member(1), 'agree', '', lower))).toBe('stale-ballot')
    const chair = { ...facts, policy: REGULATION_DEFAULTS }
    expect(codeOf(answers(PUT, member(1), 'agree', '', chair))).toBe('stale-ballot')
    const open = { ...facts, missing: [{ what: 'appeal' as const, unit: 'a', name: 'a', number: 1 }] }
    expect(codeOf(answers(PUT, member(1), 'agree', '', open))).toBe('stale-ballot')
  })

  it('falls when the chair sets another ratio', () => {
    expect(stateAfter(PUT, proposeResults(PUT, ratios, CHAIR, AT, facts))).not.toHaveProperty('ballot')
  })

  it('cannot be put by a member, and with the mode chair is ratified at once', () => {
    expect(codeOf(nameExcellent(PROPOSED, { named: [], left: [], seen }, member(1), AT, facts))).toBe(
      'chair-only',
    )
    const chair = { ...facts, policy: REGULATION_DEFAULTS }
    expect(codeOf(put(chair))).toBe('results.ratified')
  })
})

describe('the truth table of the quorum', () => {
  it('Article 16: any return sends back, so many agreements ratify, all else is open', () => {
    const someAnswers = fc.array(fc.constantFrom<Answer>('agree', 'abstain', 'return'), { maxLength: 6 })
    const needs = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null })
    fc.assert(
      fc.property(someAnswers, needs, (given, agree) => {
        const f = factsOf(7, agree)
        const needed = neededOf({ mode: 'quorum', agree }, 7)
        let state = stateAfter(PROPOSED, put(f))
        let agreed = 1
        for (const [i, answer] of given.entries()) {
          if (state.status === 'ratified' || !('ballot' in state)) break
          state = stateAfter(state, answers(state, member(i + 1), answer, '理由', f))
          if (answer === 'agree') agreed += 1
          if (answer === 'return') expect(state).toHaveProperty('sentBack')
        }
        const returned = 'sentBack' in state
        expect(state.status === 'ratified').toBe(!returned && agreed >= needed)
      }),
    )
  })

  it('does not count those who are no members any more', () => {
    const one = stateAfter(PUT, answers(PUT, member(1), 'agree'))
    const left = { ...facts, members: ['CH', 'M2', 'M3', 'M4', 'M5'] }
    expect(codeOf(answers(one, member(2), 'agree', '', left))).toBe('results.voted')
  })
})
