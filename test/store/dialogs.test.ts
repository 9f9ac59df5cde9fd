import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openD1 } from '../../src/store/d1.ts'
import { ConflictError, type Database } from '../../src/store/database.ts'
import { findDialogState, saveDialogState } from '../../src/store/dialogs.ts'
import { insertReceipt } from '../../src/store/receipts.ts'
import { startD1 } from '../world/d1.ts'
import { freshDatabase } from '../world/database.ts'

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

const AT = '2026-03-01T00:00:00.000Z'
const engines: readonly (readonly [string, () => Database])[] = [
  ['SQLite', () => freshDatabase()],
  ['D1', () => openD1(d1.binding)],
]

describe.each(engines)('a person’s dialog on %s', (_name, open) => {
  const save = (before: string | null, after: string) => saveDialogState('T1', { before, after }, AT)

  it('is saved over the state that it follows, and over no other; then the whole batch is undone', async () => {
    const db = open()
    expect(await findDialogState(db, 'T1')).toBeNull()
    await db.commit([save(null, '{"a":1}')])
    await db.commit([save('{"a":1}', '{"a":2}')])
    const receipt = insertReceipt('dialog:c', { ok: true, done: { code: 'answered' } }, AT)
    for (const stale of [null, '{"a":1}']) {
      const failed = db.commit([receipt, save(stale, '{"a":3}')])
      await expect(failed).rejects.toBeInstanceOf(ConflictError)
    }
    expect(await findDialogState(db, 'T1')).toBe('{"a":2}')
    await db.commit([receipt])
  })
})
