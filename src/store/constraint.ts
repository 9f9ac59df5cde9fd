import { ConflictError, DuplicateError } from './database.ts'

/** Which guard a failed commit met, from SQLite's text (the only thing that D1 gives); any other error is itself. */
export function constraintError(error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error)
  if (text.includes('UNIQUE constraint failed: journal.')) return new ConflictError(text, { cause: error })
  if (text.includes('NOT NULL constraint failed: dialog.state'))
    return new ConflictError(text, { cause: error })
  // The triggers that guard one subject against another (migration 0008).
  if (text.includes('decide again:')) return new ConflictError(text, { cause: error })
  if (text.includes('UNIQUE constraint failed: receipt.')) return new DuplicateError(text, { cause: error })
  return error
}
