/** One reading at a time, confirmed once, by the office, as it was shown. */
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/kernel/time.ts'
import {
  applyDirectory,
  askDirectory,
  type DirectoryEvent,
  type DirectoryState,
  dropDirectory,
  evolveDirectory,
  NOT_READ,
  takeDirectory,
} from '../../../src/organization/directory/rules/reading.ts'
import type { Actor } from '../../../src/organization/rules/actor.ts'

const actor = (role?: 'office'): Actor => ({
  ...{ id: 'OF1', name: '办公室', title: '', unit: null, leads: [] },
  roles: role ? [{ role, scope: '' }] : [],
})
const OFFICE = actor('office')
const act = (minute = 0): { by: string; at: Instant } => ({
  by: 'OF1',
  at: `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`,
})
const counts = { linked: 1, changed: 0, moved: 0, joined: 0, ended: 0 }
const confirm = { number: 1, seen: 3, present: 3, counts }

function folded(...events: DirectoryEvent[]): DirectoryState {
  return events.reduce(evolveDirectory, NOT_READ)
}
const asked = { type: 'directory.asked', number: 1, ...act() } as const
const read = { type: 'directory.read', rows: 'a', ...act(2) } as const

describe('a reading', () => {
  it('is asked for by the office, and not twice at a time unless the first has died', () => {
    expect(askDirectory(NOT_READ, actor(), act())).toEqual({ refusal: { code: 'office-directory' } })
    expect(askDirectory(folded(asked), OFFICE, act(14))).toEqual({ refusal: { code: 'reading-directory' } })
    expect(askDirectory(folded(asked), OFFICE, act(16))).toMatchObject({ events: [{ number: 2 }] })
    expect(askDirectory(folded(asked, read), OFFICE, act(3))).toMatchObject({ events: [{ number: 2 }] })
  })

  it('is taken once, as the one that is under way, for who asked', () => {
    const found = { rows: 'a' }
    expect(takeDirectory(folded(asked), 1, found, act(1))).toMatchObject({
      events: [{ type: 'directory.read' }],
    })
    const late = { refusal: { code: 'late-reading' } }
    expect(takeDirectory(folded(asked), 2, found, act(1))).toEqual(late)
    expect(takeDirectory(folded(asked, read), 1, found, act(1))).toEqual(late)
    expect(takeDirectory(folded(asked), 1, found, { ...act(1), by: 'OF2' })).toEqual(late)
    expect(takeDirectory(NOT_READ, 0, found, act(1))).toEqual(late)
  })

  it('that failed says why, and leaves nothing to confirm', () => {
    const fault = { kind: 'scopes', scopes: ['contact:contact.base:readonly'] } as const
    const failed = folded(asked, { type: 'directory.failed', fault, ...act(1) })
    expect(failed).toMatchObject({ status: 'failed', fault })
    expect(applyDirectory(failed, confirm, OFFICE, act(2))).toEqual({ refusal: { code: 'unread-directory' } })
  })
})

describe('a preview', () => {
  const open = folded(asked, read)

  it('is confirmed by the office, as it was shown, and once', () => {
    expect(applyDirectory(open, confirm, OFFICE, act(5))).toMatchObject({
      events: [{ type: 'directory.applied', counts }],
    })
    const codeOf = (decision: object) =>
      'refusal' in decision ? (decision.refusal as { code: string }).code : 'events'
    expect(codeOf(applyDirectory(open, confirm, actor(), act()))).toBe('office-directory')
    expect(codeOf(applyDirectory(open, { ...confirm, present: 4 }, OFFICE, act()))).toBe('stale-directory')
    expect(codeOf(applyDirectory(open, { ...confirm, number: 0 }, OFFICE, act()))).toBe('stale-directory')
    expect(
      codeOf(applyDirectory(open, { ...confirm, counts: { ...counts, linked: 0 } }, OFFICE, act())),
    ).toBe('unchanged-directory')
    const applied = folded(asked, read, { type: 'directory.applied', counts, ...act(5) })
    expect(codeOf(applyDirectory(applied, confirm, OFFICE, act(6)))).toBe('applied-directory')
    expect(codeOf(dropDirectory(applied, 1, OFFICE, act(6)))).toBe('applied-directory')
  })

  it('that was set aside is over', () => {
    const dropped = folded(asked, read, { type: 'directory.dropped', ...act(5) })
    expect(applyDirectory(dropped, confirm, OFFICE, act(6))).toMatchObject({
      refusal: { code: 'dropped-directory', ...act(5) },
    })
    expect(dropDirectory(open, 1, actor(), act())).toEqual({ refusal: { code: 'office-directory' } })
  })
})
