import { describe, expect, it } from 'vitest'
import {
  attachEvidence,
  type EvidenceState,
  evolveEvidence,
  keepEvidence,
  MAX_EVIDENCE_BYTES,
  receiveEvidence,
  UNKNOWN_EVIDENCE,
} from '../../src/execution/rules/evidence.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'

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
  at: '2026-03-02T01:00:00.000Z',
} as const
const SHA = 'a'.repeat(64)

const folded = (state: EvidenceState, decision: ReturnType<typeof keepEvidence>): EvidenceState => {
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events.reduce(evolveEvidence, state)
}
const awaited = folded(UNKNOWN_EVIDENCE, receiveEvidence(UNKNOWN_EVIDENCE, sent, contact))
const kept = folded(awaited, keepEvidence(awaited, { size: 5, sha256: SHA }))

describe('evidence (rulebook 4)', () => {
  it('is kept with name, size, SHA-256, who and when', () => {
    expect(kept).toEqual({ status: 'kept', ...sent, size: 5, sha256: SHA, goal: null })
  })

  it('is taken from a contact or head only', () => {
    expect(receiveEvidence(UNKNOWN_EVIDENCE, sent, stranger)).toEqual({
      refusal: { code: 'unneeded-file', name: '初稿.pdf' },
    })
  })

  it('is a picture, document, table or archive, never a program', () => {
    const verdict = (name: string) =>
      'events' in receiveEvidence(UNKNOWN_EVIDENCE, { ...sent, name }, contact)
    expect(['a.PNG', '证明.docx', '表.xls', '材料.zip', '红头文件.ofd'].filter(verdict)).toHaveLength(5)
    expect(['a.exe', 'a.pdf.js', 'a.html', '无后缀', 'pdf'].filter(verdict)).toEqual([])
    const picture = { ...sent, kind: 'image', name: '图片' } as const
    expect(receiveEvidence(UNKNOWN_EVIDENCE, picture, contact)).toMatchObject({ events: [{ name: '图片' }] })
  })

  it('of more than 30 MB, or of nothing, is refused on record', () => {
    const arrived = (size: number) => folded(awaited, keepEvidence(awaited, { size, sha256: SHA })).status
    expect([0, 1, MAX_EVIDENCE_BYTES, MAX_EVIDENCE_BYTES + 1].map(arrived)).toEqual([
      'refused',
      'kept',
      'kept',
      'refused',
    ])
  })

  it('is noted once and fetched once', () => {
    expect(receiveEvidence(awaited, sent, contact)).toEqual({ events: [] })
    expect(keepEvidence(kept, { size: 9, sha256: 'b'.repeat(64) })).toEqual({ events: [] })
    expect(keepEvidence(UNKNOWN_EVIDENCE, { size: 9, sha256: SHA })).toEqual({
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
    expect(folded(attached, keepEvidence(attached, { size: 5, sha256: SHA }))).toMatchObject({
      status: 'kept',
      goal: 'G1',
    })
    const refused = folded(awaited, keepEvidence(awaited, { size: 0, sha256: SHA }))
    expect(attachEvidence(refused, 'G1', 'C')).toEqual({
      refusal: { code: 'refused-evidence', name: '初稿.pdf' },
    })
  })
})
