/** The directory's cards at their largest, with names that people type. */
import { describe, expect, it } from 'vitest'
import { DIRECTORY_PARTS, type DirectoryPart, directoryCard } from '../../../cards/directory.ts'
import { directoryLeaverCard, directoryNotedCard } from '../../../cards/directory-news.ts'
import { directoryPartCard } from '../../../cards/directory-part.ts'
import { directoryStateCard } from '../../../cards/directory-state.ts'
import type { Card } from '../../../cards/kit.ts'
import { renderCard, sizeOf } from '../../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import { leavingButtons } from '../../../src/organization/directory/parts.ts'
import { missingScopes } from '../../../src/organization/directory/rules/missing.ts'
import { sayFault } from '../../../src/organization/directory/say.ts'
import { listed } from './facts.ts'

const NASTY = '<at id=all></at>**粗**[链接](http://x.cn)😀"\\|'.repeat(30)
const PARTS = Object.keys(DIRECTORY_PARTS) as DirectoryPart[]
const countsOf = (count: number) =>
  Object.fromEntries(PARTS.map((part) => [part, count])) as { [part in DirectoryPart]: number }

function drawn(card: Card): string {
  const rendered = renderCard(card)
  expect(validateCard(rendered)).toEqual([])
  expect(sizeOf(rendered)).toBeLessThan(30 * 1024)
  return JSON.stringify(rendered)
}

const bare = listed('ou_1', { name: null, number: null, mobile: null, email: null, status: null })
const facts = {
  ...{ number: 7, seen: 123_456, when: '3月2日 10:00', people: 10_000, departments: 300, whole: false },
  ...{ counts: countsOf(9999), tooMany: 5000, unactivated: 300 },
  missing: missingScopes({
    whole: true,
    departments: [{ id: 'od', name: null, parent: null }],
    people: [bare],
  }),
}

describe('the cards of the directory', () => {
  it('hold every part, every warning and every button', () => {
    const card = directoryCard(facts)
    drawn(card)
    const words = JSON.stringify(card)
    for (const part of PARTS) expect(words).toContain(DIRECTORY_PARTS[part])
    for (const one of [
      '确认同步',
      '同步并登记新人',
      '暂不处理',
      '一个也不按离职处理',
      'contact:user.phone:readonly',
    ])
      expect(words).toContain(one)
  })

  it('ask for nothing where there is nothing to do, or where all is doubtful', () => {
    for (const counts of [countsOf(0), { ...countsOf(0), doubts: 3, outside: 40, departments: 5 }]) {
      const card = directoryCard({ ...facts, counts, tooMany: null, missing: [], unactivated: 0 })
      drawn(card)
      expect(JSON.stringify(card)).not.toContain('directory.apply')
    }
  })

  it('offer newcomers by themselves where there is nothing else', () => {
    const words = JSON.stringify(
      directoryCard({ ...facts, counts: { ...countsOf(0), joiners: 4 }, tooMany: null }),
    )
    expect(words).toContain('登记新人')
    expect(words).not.toContain('确认同步')
  })

  it.each(PARTS)('hold a page of %s with enormous names', (part) => {
    const items = Array.from({ length: 10 }, () => ({
      name: NASTY,
      says: NASTY,
      buttons: leavingButtons('9'.repeat(32)),
    }))
    const turn = { text: '下一页（2/1000）', action: { show: 'directory', with: { part, page: 1 } } }
    drawn(directoryPartCard({ part, total: 10_000, items, turns: [turn, turn] }))
    drawn(directoryPartCard({ part, total: 0, items: [], turns: [] }))
  })

  it('say what stands: not read, reading, failed for whatever reason, set aside, confirmed', () => {
    const when = '3月2日 10:00'
    for (const office of [true, false]) drawn(directoryStateCard({ what: 'unread', office }))
    drawn(directoryStateCard({ what: 'reading', when }))
    const faults = [
      { kind: 'scopes', scopes: Array.from({ length: 30 }, () => 'contact:'.repeat(12)) },
      ...(['unreachable', 'limited', 'credentials'] as const).map((kind) => ({ kind })),
      { kind: 'refused', code: '40004' },
    ] as const
    for (const fault of faults) {
      const words = drawn(directoryStateCard({ what: 'failed', when, ...sayFault(fault) }))
      expect(words).toContain('没有任何改动')
    }
    drawn(directoryStateCard({ what: 'dropped', who: NASTY, when }))
    const counts = { linked: 1, changed: 2, moved: 3, joined: 10_000, ended: 5 }
    for (const waiting of [0, 60])
      drawn(directoryStateCard({ what: 'applied', who: NASTY, when, counts, waiting }))
  })

  it('tell news, and of a leaver with however many duties', () => {
    drawn(
      directoryNotedCard({
        joined: 9999,
        moved: 9999,
        changed: 9999,
        left: 9999,
        range: true,
        last: '3月2日 10:00',
      }),
    )
    drawn(directoryNotedCard({ joined: 0, moved: 0, changed: 0, left: 0, range: true, last: '3月2日 10:00' }))
    drawn(directoryNotedCard({ joined: 0, moved: 0, changed: 0, left: 0, range: false, last: '' }))
    const leaver = {
      name: NASTY,
      unit: NASTY,
      when: '3月2日 10:00',
      work: 300,
      buttons: leavingButtons('T1'),
    }
    drawn(
      directoryLeaverCard({ ...leaver, duties: Array.from({ length: 100 }, () => NASTY), isEnded: false }),
    )
    const done = drawn(directoryLeaverCard({ ...leaver, duties: ['联络员'], isEnded: true }))
    expect(done).not.toContain('replace-person')
  })
})
