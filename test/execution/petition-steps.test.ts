/** Article 32: the leading group's steps: answered, passed on with consent, closed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Circle, decidersOf, passesAtOnce } from '../../src/execution/petition/rules/circle.ts'
import { close, consent, entrust, passOn, reply } from '../../src/execution/petition/rules/handle.ts'
import { membersToEntrust, offersTo } from '../../src/execution/petition/rules/offers.ts'
import {
  evolvePetition,
  type PetitionEvent,
  type PetitionState,
  UNWRITTEN,
  type WrittenPetition,
} from '../../src/execution/petition/rules/petition.ts'
import { reportBack } from '../../src/execution/petition/rules/report.ts'
import type { Decision } from '../../src/kernel/decision.ts'
import { anyOf, circleOf, circles, codeOf, concerned, fold, stampAt } from './petition-people.ts'

interface Act {
  readonly who: string
  readonly what: number
  readonly stale: boolean
  readonly to: string
}

/** One step of anybody on the petition as it stands. */
function step(
  state: WrittenPetition,
  { who, what, stale, to }: Act,
  more: Partial<Circle>,
  proposers: string[],
) {
  const circle = circleOf(who, more)
  const stamp = stampAt(state.steps.length + 1)
  const seen = state.steps.length - (stale ? 1 : 0)
  const receiver = { people: [to] }
  const agree = what !== 5
  const decisions = [
    () => reply(state, { ...stamp, step: 'petition.answered', seen }, circle),
    () => reply(state, { ...stamp, step: 'petition.asked', seen }, circle),
    () => entrust(state, { ...stamp, to }, circle),
    () => passOn(state, { ...stamp, seen }, circle, receiver),
    () => consent(state, { ...stamp, proposal: state.proposal ?? 0, agree }, circle, { proposers, receiver }),
    () => consent(state, { ...stamp, proposal: state.proposal ?? 0, agree }, circle, { proposers, receiver }),
    () => close(state, { ...stamp, seen }, circle),
    () => reportBack(state, { ...stamp, passing: state.passings[0]?.place ?? 0 }, true),
  ]
  return {
    circle,
    decision: decisions[what]?.() ?? reply(state, { ...stamp, step: 'petition.asked', seen }, circle),
  }
}

const acts = fc.array(fc.record({ who: anyOf, what: fc.nat(7), stale: fc.boolean(), to: anyOf }), {
  maxLength: 25,
})

describe('Article 32: answered, passed on with consent, closed', () => {
  it('whatever anybody does: passed on only with the consent that it needs, and nothing after the end', () => {
    fc.assert(
      fc.property(acts, concerned, (list, whom) => {
        let state = fold()
        let proposers: string[] = []
        for (const act of list) {
          const { circle, decision } = step(state, act, { concerned: whom }, proposers)
          if ('refusal' in decision) continue
          const [event] = decision.events
          if (!event) throw new Error('nothing happened')
          expect(state.status).toBe('open')
          if (event.type === 'petition.passed') {
            expect(whom).not.toContain(act.to)
            expect(decidersOf(circle)).toContain(act.who)
            const isConsent = state.proposal !== null
            if (isConsent) expect(proposers).not.toContain(act.who)
            else expect(passesAtOnce(circle)).toBe(true)
          }
          if (event.type !== 'passing.reported') expect(whom).not.toContain(act.who)
          proposers = event.type === 'passing.proposed' ? [act.who] : proposers
          const after = evolvePetition(state, event)
          if (after.status === 'unwritten') throw new Error('unwritten')
          expect(after.steps.length).toBe(state.steps.length + 1)
          state = after
        }
      }),
    )
  })

  it('the buttons are exactly the steps that would be taken', () => {
    fc.assert(
      fc.property(acts, concerned, circles, (list, whom, viewer) => {
        let state = fold()
        let proposers: string[] = []
        for (const act of list) {
          const { decision } = step(state, { ...act, stale: false }, { concerned: whom }, proposers)
          const event = 'refusal' in decision ? undefined : decision.events[0]
          if (!event) continue
          proposers = event.type === 'passing.proposed' ? [act.who] : proposers
          state = evolvePetition(state, event) as WrittenPetition
        }
        const stamp = stampAt(state.steps.length + 1)
        const seen = state.steps.length
        const receiver = { people: ['nobody'] }
        const accepts = (one: Decision<PetitionEvent, { readonly code: string }>): boolean =>
          !('refusal' in one)
        const consents = (agree: boolean) =>
          state.proposal !== null &&
          accepts(
            consent(state, { ...stamp, proposal: state.proposal, agree }, viewer, { proposers, receiver }),
          )
        const [candidate] = membersToEntrust(state, viewer)
        expect(offersTo(state, viewer, proposers)).toEqual({
          reply: accepts(reply(state, { ...stamp, step: 'petition.asked', seen }, viewer)),
          pass: accepts(passOn(state, { ...stamp, seen }, viewer, receiver)),
          agree: consents(true),
          decline: consents(false),
          entrust: candidate !== undefined && accepts(entrust(state, { ...stamp, to: candidate }, viewer)),
          close: accepts(close(state, { ...stamp, seen }, viewer)),
        })
      }),
      { numRuns: 300 },
    )
  })

  it('a member proposes, the chair consents; where it concerns the chair, a second member; alone, at once', () => {
    const entrusted = fold({ type: 'petition.entrusted', to: 'LM1', ...stampAt(2) })
    const wish = { ...stampAt(3), seen: 2 }
    const receiver = { people: ['T1'] }
    expect(codeOf(passOn(entrusted, wish, circleOf('LM1'), receiver))).toBe('passing.proposed')
    expect(codeOf(passOn(entrusted, wish, circleOf('CH'), receiver))).toBe('petition.passed')
    const ofChair = { concerned: ['CH'] }
    expect(codeOf(passOn(entrusted, wish, circleOf('LM2', ofChair), receiver))).toBe('passing.proposed')
    const alone = circleOf('LM2', { ...ofChair, members: ['LM2'] })
    expect(codeOf(passOn(entrusted, wish, alone, receiver))).toBe('petition.passed')
    const proposed = fold({ type: 'passing.proposed', ...stampAt(2) })
    const agree = { ...stampAt(3), proposal: 2, agree: true }
    const by = (who: string, proposers: string[]) =>
      codeOf(consent(proposed, agree, circleOf(who, ofChair), { proposers, receiver }))
    expect(by('LM2', ['LM2'])).toBe('own-passing')
    expect(by('LM1', ['LM2'])).toBe('petition.passed')
  })

  it('consent is for what was seen', () => {
    const again = fold(
      { type: 'passing.proposed', ...stampAt(2) },
      { type: 'passing.declined', ...stampAt(3) },
      { type: 'passing.proposed', ...stampAt(4) },
    )
    const facts = { proposers: ['LM1'], receiver: { people: ['T1'] } }
    const of = (proposal: number) =>
      codeOf(consent(again, { ...stampAt(5), proposal, agree: true }, circleOf('CH'), facts))
    expect([of(2), of(4)]).toEqual(['settled-passing', 'petition.passed'])
  })

  it('two leaders do not answer past each other, and it is closed only after an answer', () => {
    const answered = fold({ type: 'petition.answered', ...stampAt(2) })
    const wish = { ...stampAt(3), step: 'petition.answered', seen: 1 } as const
    expect(codeOf(reply(answered, wish, circleOf('CH')))).toBe('moved-petition')
    expect(codeOf(close(fold(), { ...stampAt(2), seen: 1 }, circleOf('CH')))).toBe('unanswered-petition')
    expect(codeOf(close(answered, { ...stampAt(3), seen: 2 }, circleOf('CH')))).toBe('petition.closed')
  })

  it('nobody handles the own petition, but may hand it to another', () => {
    const own = circleOf('CH', { own: true })
    expect(codeOf(reply(fold(), { ...stampAt(2), step: 'petition.answered', seen: 1 }, own))).toBe(
      'own-petition',
    )
    expect(codeOf(entrust(fold(), { ...stampAt(2), to: 'LM1' }, own))).toBe('petition.entrusted')
  })

  it('what does not exist is refused as what is not yours: nobody learns that a petition exists', () => {
    const wish = { ...stampAt(2), step: 'petition.answered', seen: 1 } as const
    const foreign: readonly PetitionState[] = [UNWRITTEN, fold()]
    expect(foreign.map((state) => codeOf(reply(state, wish, circleOf('T1'))))).toEqual([
      'foreign-petition',
      'foreign-petition',
    ])
  })
})
