/** The two files of a year, written piece by piece into whatever takes them: the workbook first, because the journal names its hash. */
import { createHash } from 'node:crypto'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { streamWorkbook } from '../../workbook/streamed.ts'
import { type End, FORMAT, journalLines } from './lines.ts'
import { gzipped } from './packed.ts'
import { yearSheets } from './sheets.ts'

/** Takes the bytes of one file in their order. */
export type Take = (bytes: Uint8Array) => void | Promise<void>

export const workbookName = (year: number): string => `${year}年度数据.xlsx`
export const journalName = (year: number): string => `${year}年度日志.jsonl.gz`

export interface WrittenFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

export interface Written extends End {
  readonly workbook: WrittenFile
  readonly journal: WrittenFile
}

export async function writeYear(
  db: Database,
  { year, at }: { readonly year: number; readonly at: Instant },
  take: { readonly workbook: Take; readonly journal: Take },
): Promise<Written> {
  const sheets = await yearSheets(db, year)
  const workbook = await measured(workbookName(year), take.workbook, (bytes) => streamWorkbook(sheets, bytes))
  let end: End | undefined
  const manifest = { mubiao: 'journal', format: FORMAT, year, exported: at, workbook } as const
  const lines = journalLines(db, manifest, (counted) => {
    end = counted
  })
  const journal = await measured(journalName(year), take.journal, async (bytes) => {
    for await (const chunk of gzipped(lines)) await bytes(chunk)
  })
  if (!end) throw new Error('the journal was not written to its end')
  return { ...end, workbook, journal }
}

async function measured(
  name: string,
  take: Take,
  write: (take: Take) => Promise<void>,
): Promise<WrittenFile> {
  const hash = createHash('sha256')
  let size = 0
  await write(async (bytes) => {
    hash.update(bytes)
    size += bytes.byteLength
    await take(bytes)
  })
  return { name, sha256: hash.digest('hex'), size }
}
