/** Article 32: who may write, who reads and who decides (rulebook 2, 4 and 7). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealed, sealOf } from '../../src/execution/petition/paper.ts'
import { consentersOf, decidersOf, readersOf, standingOf } from '../../src/execution/petition/rules/circle.ts'
import { receives } from '../../src/execution/petition/rules/report.ts'
import { addWords, barToWriting, writePetition } from '../../src/execution/petition/rules/write.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import {
  actorOf,
  anyOf,
  circleOf,
  circles,
  codeOf,
  concerned,
  fold,
  GROUP,
  stampAt,
} from './petition-people.ts'

describe('Article 32: who may write, and when', () => {
  const facts = (
    phase: Phase | null,
    petitioners: 'everyone' | 'scheme' = 'everyone',
    by = actorOf('T1'),
  ) => ({
    by,
    year: phase === null ? null : ({ year: 2026, phase } as const),
    petitioners,
  })

  it('from the opening of execution until the year is closed', () => {
    const phases: readonly (Phase | null)[] = [
      null,
      'setting',
      'execution',
      'assessment',
      'results',
      'closed',
    ]
    expect(phases.map((phase) => barToWriting(facts(phase))?.code ?? 'open')).toEqual([
      ...['closed-petitions', 'closed-petitions'],
      ...['open', 'open', 'open'],
      'closed-petitions',
    ])
  })

  it('everyone whom the platform knows, or who takes part in the scheme, by policy', () => {
    expect(barToWriting(facts('execution', 'scheme'))).toEqual({ code: 'unentitled-petitioner' })
    expect(barToWriting(facts('execution', 'scheme', actorOf('OF1')))).toBeUndefined()
    const leader = { ...actorOf('T1'), leads: ['JX01'] }
    expect(barToWriting(facts('execution', 'scheme', leader))).toBeUndefined()
  })

  it('not where nobody is left to read it', () => {
    const wish = { ...stampAt(1), number: '2026-001', year: 2026, sequence: 1, hidden: false }
    const none = { ...facts('execution'), readers: [] }
    expect(codeOf(writePetition(wish, none))).toBe('unreadable-petition')
    expect(codeOf(writePetition(wish, { ...none, readers: ['LM1'] }))).toBe('petition.written')
  })

  it('words are added by the writer alone, until it is closed or its year is', () => {
    const year = { year: 2026, phase: 'results' } as const
    const own = { year, readers: ['CH'], isWriter: true }
    const closed = fold({ type: 'petition.closed', ...stampAt(2) })
    expect(codeOf(addWords(fold(), stampAt(2), own))).toBe('petition.added')
    expect(codeOf(addWords(fold(), stampAt(2), { ...own, isWriter: false }))).toBe('foreign-petition')
    expect(codeOf(addWords(closed, stampAt(3), own))).toBe('ended-petition')
    expect(codeOf(addWords(fold(), stampAt(2), { ...own, year: { ...year, phase: 'closed' } }))).toBe(
      'closed-petitions',
    )
    expect(codeOf(addWords(fold(), stampAt(2), { ...own, year: { ...year, year: 2027 } }))).toBe(
      'closed-petitions',
    )
    expect(codeOf(addWords(fold(), stampAt(2), { ...own, readers: [] }))).toBe('unreadable-petition')
  })
})

describe('Article 32: nobody between, and never before whom it concerns', () => {
  it('one whom it concerns stands nowhere before it, by no role and by no hand', () => {
    fc.assert(
      fc.property(circles, concerned, (circle, entrusted) => {
        const concerns = circle.concerned.includes(circle.actor.id) || circle.concerned.includes(circle.hand)
        if (concerns) expect(standingOf(circle, entrusted)).toBe('none')
      }),
    )
  })

  it('only the leading group: neither the office nor a delegate from outside reads, nor anybody in the writer’s name', () => {
    fc.assert(
      fc.property(circles, concerned, (circle, entrusted) => {
        if (standingOf(circle, entrusted) === 'none') return
        expect([...GROUP.chairs, ...GROUP.members]).toContain(circle.actor.id)
        if (circle.hand === circle.actor.id) return
        expect([...circle.chairs, ...circle.members]).toContain(circle.hand)
        expect(circle.own).toBe(false)
      }),
    )
  })

  it('those who are told never are those whom it concerns', () => {
    fc.assert(
      fc.property(circles, anyOf, (circle, proposer) => {
        const told = [...readersOf(circle), ...decidersOf(circle), ...consentersOf(circle, proposer)]
        expect(told.filter((one) => circle.concerned.includes(one))).toEqual([])
      }),
    )
  })

  it('the chair decides; where it concerns the chair, each other member does; the others read', () => {
    expect(standingOf(circleOf('CH'), [])).toBe('decides')
    expect(standingOf(circleOf('LM1'), [])).toBe('reads')
    expect(standingOf(circleOf('LM1'), ['LM1'])).toBe('entrusted')
    expect(standingOf(circleOf('CH', { concerned: ['CH'] }), [])).toBe('none')
    expect(standingOf(circleOf('LM1', { concerned: ['CH'] }), [])).toBe('decides')
    expect(standingOf(circleOf('OF1'), ['OF1'])).toBe('none')
  })

  it('a member acts in another member’s name, nobody else does', () => {
    expect(standingOf(circleOf('CH', { hand: 'LM1' }), [])).toBe('decides')
    expect(standingOf(circleOf('CH', { hand: 'T1' }), [])).toBe('none')
    expect(standingOf(circleOf('CH', { hand: 'OF1' }), [])).toBe('none')
    expect(standingOf(circleOf('CH', { hand: 'LM1', concerned: ['LM1'] }), [])).toBe('none')
    expect(standingOf(circleOf('CH', { hand: 'LM1', own: true }), [])).toBe('none')
  })

  it('a receiver is the person itself, or a head of the day, never one whom it concerns', () => {
    const head: Actor = { ...actorOf('H'), roles: [{ role: 'head', scope: 'JX01' }] }
    const of = (actor: Actor, hand = actor.id, concerned: readonly string[] = []) => ({
      actor,
      hand,
      concerned,
    })
    expect(receives({ person: 'T1' }, of(actorOf('T1')))).toBe(true)
    expect(receives({ person: 'T1' }, of(actorOf('T1'), 'LM1'))).toBe(false)
    expect(receives({ person: 'T1' }, of(actorOf('LM1')))).toBe(false)
    expect(receives({ unit: 'JX01' }, of(head))).toBe(true)
    expect(receives({ unit: 'JX02' }, of(head))).toBe(false)
    expect(receives({ unit: 'JX01' }, of(head, 'H', ['H']))).toBe(false)
    expect(receives({ unit: 'JX01' }, of(head, 'D', ['D']))).toBe(false)
  })
})

describe('the seal', () => {
  it('binds the words to their place, and cannot be made from the words alone', () => {
    const paper = { text: '好', by: null }
    const one = sealed('secret', '2026-001', 1, paper)
    expect(sealOf(one.body)).toBe(one.seal)
    expect(sealed('secret', '2026-001', 1, paper)).toEqual(one)
    expect(sealed('secret', '2026-001', 2, paper).seal).not.toBe(one.seal)
    expect(sealed('other', '2026-001', 1, paper).seal).not.toBe(one.seal)
    expect(sealOf(JSON.stringify(paper))).not.toBe(one.seal)
  })
})
