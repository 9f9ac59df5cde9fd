import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answered, neededOf, outcomeOf } from '../../src/planning/rules/quorum.ts'
import type { Quorum } from '../../src/policy/rules/policy.ts'

const MEMBERS = ['chair', 'a', 'b', 'c', 'd']
const quorum = (agree: number | null): Quorum => ({ mode: 'quorum', agree })
const votes = (text: string): Answered[] =>
  text.split(' ').flatMap((one) => {
    const [by = '', answer] = one.split(':')
    return answer === 'agree' || answer === 'return' || answer === 'abstain' ? [{ by, answer }] : []
  })

describe('the truth table of a quorum (Article 16, five members)', () => {
  it.each([
    ['nobody has answered', null, '', 'open'],
    ['half of them agree', null, 'chair:agree a:agree', 'open'],
    ['more than half agree', null, 'chair:agree a:agree b:agree', 'ratified'],
    ['the policy’s number agrees', 2, 'c:agree d:agree', 'ratified'],
    ['one alone agrees where one is enough', 1, 'd:agree', 'ratified'],
    ['one returns', null, 'a:return', 'returned'],
    ['one returns though enough agree', 2, 'a:agree b:agree c:return', 'returned'],
    ['abstentions count as neither', null, 'chair:agree a:agree b:abstain c:abstain d:abstain', 'open'],
    ['agreements are enough beside abstentions', null, 'chair:agree a:agree b:agree c:abstain', 'ratified'],
    ['one on leave is silent, the others are enough', 4, 'chair:agree a:agree b:agree c:agree', 'ratified'],
    ['one on leave is silent, the others are too few', 5, 'chair:agree a:agree b:agree c:agree', 'open'],
    ['one who is no member agrees', 3, 'chair:agree a:agree removed:agree', 'open'],
    ['one who is no member returns', 2, 'chair:agree a:agree removed:return', 'ratified'],
    ['the chair’s answer is a member’s', 3, 'chair:agree', 'open'],
    ['more are asked for than there are', 9, 'chair:agree a:agree b:agree c:agree d:agree', 'ratified'],
    ['one answers twice', 2, 'a:agree a:agree', 'open'],
  ] as const)('%s', (_, agree, text, outcome) => {
    expect(outcomeOf(votes(text), MEMBERS, quorum(agree))).toBe(outcome)
  })

  it('needs more than half where the policy names no number', () => {
    expect([1, 2, 3, 4, 5, 6].map((members) => neededOf(quorum(null), members))).toEqual([1, 2, 2, 3, 3, 4])
  })

  const anyVotes = fc.array(
    fc.record({
      by: fc.constantFrom(...MEMBERS, 'removed'),
      answer: fc.constantFrom('agree', 'return', 'abstain' as const),
    }),
  ) as fc.Arbitrary<Answered[]>
  const anyQuorum = fc.option(fc.integer({ min: 1, max: 7 })).map(quorum)

  it('is the same in whatever order the answers come', () => {
    const shuffled = anyVotes.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, anyQuorum, ([list, other], how) => {
        expect(outcomeOf(other, MEMBERS, how)).toBe(outcomeOf(list, MEMBERS, how))
      }),
    )
  })

  it('ratifies nothing that a member returns, and nothing with fewer than are needed', () => {
    fc.assert(
      fc.property(anyVotes, anyQuorum, (list, how) => {
        const counted = list.filter((one) => one.by !== 'removed')
        const agreeing = new Set(counted.filter((one) => one.answer === 'agree').map((one) => one.by))
        const returned = counted.some((one) => one.answer === 'return')
        const isRatified = outcomeOf(list, MEMBERS, how) === 'ratified'
        expect(isRatified).toBe(!returned && agreeing.size >= neededOf(how, MEMBERS.length))
      }),
    )
  })
})
