/** The files of a year for the chat: kept as blobs, as far as the platform takes files of their size. */
import type { Instant } from '../../kernel/time.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import type { Made } from '../rules/year-export.ts'
import { writeYear } from './write.ts'

/** Feishu takes files of 30 MB at the most (protocol 4.4). */
const LARGEST = 30 * 1024 * 1024

class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

export async function makeFiles(
  db: Database,
  blobs: Blobs,
  year: number,
  at: Instant,
  largest: number = LARGEST,
): Promise<Made> {
  const [workbook, journal] = [gathered(largest), gathered(largest)]
  try {
    const written = await writeYear(db, { year, at }, { workbook: workbook.take, journal: journal.take })
    await blobs.put(workbook.whole())
    await blobs.put(journal.whole())
    const { subjects, entries } = written
    return { how: 'files', workbook: written.workbook, journal: written.journal, subjects, entries }
  } catch (error) {
    if (error instanceof TooLargeError) return { how: 'too-large' }
    throw error
  }
}

function gathered(largest: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  return {
    take(bytes: Uint8Array): void {
      size += bytes.byteLength
      if (size > largest) throw new TooLargeError()
      chunks.push(bytes)
    },
    whole: (): Uint8Array => new Uint8Array(Buffer.concat(chunks)),
  }
}
