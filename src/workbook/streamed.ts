/** A workbook of long listings, written row by row as the rows come, so that neither memory nor time is held up by them. */
import { Writable } from 'node:stream'
import { addListing, cellOf, type ListingColumn, styleOf } from './listing.ts'
import { bytesOf, embolden, newWorkbook, type Workbook, type Worksheet } from './template.ts'

export interface StreamedListing {
  readonly name: string
  /** Writes into a sheet that is open; `Row` is known inside only. */
  writeTo(sheet: OpenSheet): Promise<void>
  /** All at once, where the machine cannot stream. */
  addTo(workbook: Workbook): Promise<void>
}

interface OpenSheet {
  readonly worksheet: Worksheet
}

/** A sheet whose rows come in pieces. */
export function listingOf<Row>(
  name: string,
  columns: readonly ListingColumn<Row>[],
  pieces: () => AsyncIterable<readonly Row[]>,
): StreamedListing {
  return {
    name,
    async writeTo({ worksheet }) {
      worksheet.columns = columns.map(({ header, width }) => ({ header, width }))
      worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
      embolden(worksheet)
      worksheet.getRow(1).commit()
      const styles = columns.map(({ kind }) => styleOf(kind))
      for await (const rows of pieces()) {
        for (const row of rows) {
          const added = worksheet.addRow(columns.map((column) => cellOf(column, row)))
          added.eachCell((cell, position) => {
            cell.style = styles[position - 1] ?? {}
          })
          added.commit()
        }
      }
    },
    async addTo(workbook) {
      const all: Row[] = []
      for await (const rows of pieces()) all.push(...rows)
      addListing(workbook, name, columns, all)
    },
  }
}

/** Writes the sheets one after the other; `take` gets the file's bytes in their order. */
export async function streamWorkbook(
  listings: readonly StreamedListing[],
  take: (bytes: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const { default: exceljs } = await import('exceljs')
  // The build for browsers and Workers has no streams, whatever the types say.
  if ((exceljs as { readonly stream?: unknown }).stream === undefined) {
    const workbook = await newWorkbook()
    for (const listing of listings) await listing.addTo(workbook)
    return take(await bytesOf(workbook))
  }
  const sink = new Writable({
    write(chunk: Uint8Array, _, done) {
      Promise.resolve(take(new Uint8Array(chunk))).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  const finished = new Promise<void>((resolve, reject) => {
    sink.once('finish', resolve)
    sink.once('error', reject)
  })
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true })
  for (const listing of listings) {
    const worksheet = writer.addWorksheet(listing.name, { views: [{ state: 'frozen', ySplit: 1 }] })
    await listing.writeTo({ worksheet })
    worksheet.commit()
  }
  await Promise.all([writer.commit(), finished])
}
