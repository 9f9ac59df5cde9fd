/** The cells of a workbook that was read, kept as a blob: its summary is drawn and applied without parsing it again. */
import type { Blobs } from '../../store/blobs.ts'
import type { GoalSheets } from './check-goals.ts'

/** Answers the SHA-256 of the blob. */
export const keepRows = (blobs: Blobs, sheets: GoalSheets): Promise<string> =>
  blobs.put(new TextEncoder().encode(JSON.stringify(sheets)))

/** @throws when the blob is gone */
export async function loadRows(blobs: Blobs, sha256: string): Promise<GoalSheets> {
  const bytes = await blobs.get(sha256)
  if (!bytes) throw new Error(`the rows of a goal workbook are gone: ${sha256}`)
  // Written by keepRows.
  return JSON.parse(new TextDecoder().decode(bytes)) as GoalSheets
}
