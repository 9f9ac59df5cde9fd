import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attachEvidence,
  batchOf,
  type EvidenceState,
  evolveEvidence,
  keepEvidence,
  receiveEvidence,
  sendsEvidence,
  UNKNOWN_EVIDENCE,
} from '../../src/execution/rules/evidence.ts'
import { instantOf } from '../../src/kernel/time.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import { EXECUTION_DEFAULTS } from '../../src/policy/rules/execution-policy.ts'

const contact: Actor = {
  id: 'C',
  name: '联络员',
  title: '',
  unit: 'JX01',
  roles: [{ role: 'contact', scope: 'JX01' }],
  leads: [],
}
const stranger: Actor = { ...contact, id: 'T', roles: [] }
const sent = {
  person: 'C',
  messageId: 'om',
  kind: 'file',
  name: '初稿.pdf',
  batch: 'C:1:',
  at: '2026-03-02T01:00:00.000Z',
} as const
const SHA = 'a'.repeat(64)
const LIMIT = EXECUTION_DEFAULTS.evidenceBytes

const folded = (state: EvidenceState, decision: ReturnType<typeof keepEvidence>): EvidenceState => {
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events.reduce(evolveEvidence, state)
}
const awaited = folded(UNKNOWN_EVIDENCE, receiveEvidence(UNKNOWN_EVIDENCE, sent, true))
const kept = folded(awaited, keepEvidence(awaited, { size: 5, sha256: SHA }, LIMIT))

describe('evidence (rulebook 4)', () => {
  it('is kept with name, size, SHA-256, who and when', () => {
    expect(kept).toEqual({ status: 'kept', ...sent, size: 5, sha256: SHA, goal: null })
  })

  it('is taken from those who report only: a contact, a head, a task’s owner', () => {
    expect([sendsEvidence(contact, false), sendsEvidence(stranger, true)]).toEqual([true, true])
    expect(sendsEvidence(stranger, false)).toBe(false)
    expect(receiveEvidence(UNKNOWN_EVIDENCE, sent, false)).toEqual({
      refusal: { code: 'unneeded-file', name: '初稿.pdf' },
    })
  })

  it('is a picture, document, table or archive, never a program', () => {
    const verdict = (name: string) => 'events' in receiveEvidence(UNKNOWN_EVIDENCE, { ...sent, name }, true)
    expect(['a.PNG', '证明.docx', '表.xls', '材料.zip', '红头文件.ofd'].filter(verdict)).toHaveLength(5)
    expect(['a.exe', 'a.pdf.js', 'a.html', '无后缀', 'pdf'].filter(verdict)).toEqual([])
    const only = (name: string) =>
      'events' in receiveEvidence(UNKNOWN_EVIDENCE, { ...sent, name }, true, ['picture', 'table'])
    expect(['a.PNG', '表.xls', '证明.docx', '材料.zip', '讲.pptx'].filter(only)).toEqual(['a.PNG', '表.xls'])
    const picture = { ...sent, kind: 'image', name: '图片' } as const
    expect(receiveEvidence(UNKNOWN_EVIDENCE, picture, true, ['document'])).toMatchObject({
      refusal: { code: 'unwelcome-file' },
    })
    expect(receiveEvidence(UNKNOWN_EVIDENCE, picture, true)).toMatchObject({ events: [{ name: '图片' }] })
  })

  it('beyond the policy’s limit, or of nothing, is refused on record', () => {
    const arrived = (size: number, limit = LIMIT) =>
      folded(awaited, keepEvidence(awaited, { size, sha256: SHA }, limit)).status
    const sizes = [0, 1, LIMIT, LIMIT + 1]
    expect(sizes.map((size) => arrived(size))).toEqual(['refused', 'kept', 'kept', 'refused'])
    expect([arrived(10, 10), arrived(11, 10)]).toEqual(['kept', 'refused'])
  })

  it('is noted once and fetched once', () => {
    expect(receiveEvidence(awaited, sent, true)).toEqual({ events: [] })
    expect(keepEvidence(kept, { size: 9, sha256: 'b'.repeat(64) }, LIMIT)).toEqual({ events: [] })
    expect(keepEvidence(UNKNOWN_EVIDENCE, { size: 9, sha256: SHA }, LIMIT)).toEqual({
      refusal: { code: 'unknown-evidence' },
    })
  })

  it('supports the goal of one report of its sender, and the reports that follow on that goal', () => {
    const attached = folded(kept, attachEvidence(kept, 'G1', 'C'))
    expect(attached).toMatchObject({ status: 'kept', goal: 'G1' })
    expect(attachEvidence(attached, 'G1', 'C')).toEqual({ events: [] })
    expect(attachEvidence(attached, 'G2', 'C')).toEqual({
      refusal: { code: 'used-evidence', name: '初稿.pdf' },
    })
    expect(attachEvidence(kept, 'G1', 'H')).toEqual({ refusal: { code: 'foreign-evidence' } })
    expect(attachEvidence(UNKNOWN_EVIDENCE, 'G1', 'C')).toEqual({ refusal: { code: 'foreign-evidence' } })
  })

  it('may be used while its bytes are on their way, and keeps its goal when they come', () => {
    const attached = folded(awaited, attachEvidence(awaited, 'G1', 'C'))
    expect(folded(attached, keepEvidence(attached, { size: 5, sha256: SHA }, LIMIT))).toMatchObject({
      status: 'kept',
      goal: 'G1',
    })
    const refused = folded(awaited, keepEvidence(awaited, { size: 0, sha256: SHA }, LIMIT))
    expect(attachEvidence(refused, 'G1', 'C')).toEqual({
      refusal: { code: 'refused-evidence', name: '初稿.pdf' },
    })
  })
})

describe('files that come one after the other', () => {
  const began = Date.parse('2026-03-02T01:00:00.000Z')
  /** The batches of files that come with these pauses, ms; `used`: places of those that a report uses before the next comes. */
  const batches = (pauses: readonly number[], used: readonly number[] = []): string[] => {
    let now = began
    let before: Parameters<typeof batchOf>[2]
    return pauses.map((pause, place) => {
      now += pause
      const at = instantOf(now)
      const batch = batchOf('C', at, before)
      before = { id: `f${place}`, batch, at, goal: used.includes(place) ? 'G' : null }
      return batch
    })
  }

  it('share a batch while each follows within a minute, however many they are', () => {
    const pause = fc.integer({ min: 0, max: 59_999 })
    fc.assert(
      fc.property(fc.array(pause, { minLength: 1, maxLength: 50 }), (pauses) => {
        expect(new Set(batches(pauses)).size).toBe(1)
      }),
    )
  })

  it('begin another after a minute, or once one of them is used', () => {
    expect(new Set(batches([0, 60_000, 0])).size).toBe(2)
    expect(new Set(batches([0, 1000, 1000], [1])).size).toBe(2)
  })

  it('of one moment share a batch although neither has seen the other', () => {
    const at = instantOf(began)
    expect(batchOf('C', at, undefined)).toBe(batchOf('C', instantOf(began + 5), undefined))
    expect(batchOf('C', at, undefined)).not.toBe(batchOf('H', at, undefined))
  })
})
