/** `year.export`: the office asks for everything of a year; `year.make-export`: the clock makes the files. */
import * as z from 'zod'
import { command, type Meta, type Notice } from '../../kernel/command.ts'
import { refused } from '../../kernel/decision.ts'
import { getActor } from '../../organization/queries.ts'
import { findYear } from '../../policy/queries.ts'
import { signedBy } from '../../policy/rules/signed.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { makeFiles } from '../export/for-chat.ts'
import { askExport, finishExport, type YearExportState } from '../rules/year-export.ts'
import { yearExportId, yearExportSubject } from '../subjects.ts'

const ofYear = z.object({ year: z.int().min(2000).max(2999) })

const viewOf = (year: number) => ({ name: 'year-export', params: { year } })

export const exportYearCommand = command({
  type: 'year.export',
  payload: ofYear,
  on: yearExportSubject,
  id: ({ year }) => yearExportId(year),
  async context(db, { year }, meta) {
    const [actor, open] = await Promise.all([getActor(db, meta), findYear(db, year)])
    return { actor, isOpened: open !== undefined }
  },
  decide: (state, { year }, { actor, isOpened }, meta) =>
    askExport(state, actor, { year, isOpened, signed: signedBy(actor, meta.at) }),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'exporting-year' } as const, show: viewOf(year) },
  }),
  onRefusal: ({ code }, { year }) => (code === 'running-export' ? viewOf(year) : undefined),
})

export const makeExportCommand = (blobs: Blobs) =>
  command({
    type: 'year.make-export',
    payload: ofYear,
    on: yearExportSubject,
    id: ({ year }) => yearExportId(year),
    context: (db: Database, { year }: z.infer<typeof ofYear>, meta: Meta, state: YearExportState) =>
      meta.by === 'clock' && state.status === 'asked'
        ? makeFiles(db, blobs, year, meta.at)
        : Promise.resolve(undefined),
    decide: (state, _, made, meta) =>
      made ? finishExport(state, made, meta.at) : refused({ code: 'unasked-export' } as const),
    tell: ({ after, payload: { year }, version }) => ({
      notices: noticesOf(after, year, version),
      answer: { done: { code: 'exported-year' } as const, silent: true },
    }),
  })

/** Who asked gets the card, and after it the files. */
function noticesOf(state: YearExportState, year: number, version: number): Notice[] {
  if (state.status !== 'made') return []
  const { asked, made } = state
  const file = (which: 'workbook' | 'journal') => ({
    ...{ to: asked.by, view: { name: 'year-export-file', params: { year, file: which } }, about: null },
    key: `year-export:${year}:${version}:${which}`,
  })
  return [
    {
      ...{ to: asked.by, view: viewOf(year), about: yearExportId(year) },
      key: `year-export:${year}:${version}:card`,
    },
    ...(made.how === 'files' ? [file('workbook'), file('journal')] : []),
  ]
}
