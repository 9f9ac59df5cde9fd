/** Everything of a year as files for the office, made by the clock. Subject `year-export:<year>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Signed } from '../../policy/rules/signed.ts'

export interface ExportedFile {
  readonly name: string
  /** Hex; the blob's name too. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** What was made: both files, or word that one is larger than the chat takes. */
export type Made =
  | {
      readonly how: 'files'
      readonly workbook: ExportedFile
      readonly journal: ExportedFile
      readonly entries: number
      readonly subjects: number
    }
  | { readonly how: 'too-large' }

export type YearExportState =
  | { readonly status: 'none' }
  | { readonly status: 'asked'; readonly year: Year; readonly asked: Signed }
  | {
      readonly status: 'made'
      readonly year: Year
      readonly asked: Signed
      readonly at: Instant
      readonly made: Made
    }

export type YearExportEvent =
  | { readonly type: 'year-export.asked'; readonly year: Year; readonly signed: Signed }
  | { readonly type: 'year-export.made'; readonly at: Instant; readonly made: Made }

export type YearExportRefusal =
  | { readonly code: 'office-exports-year' }
  | { readonly code: 'unopened-export-year' }
  | { readonly code: 'running-export'; readonly asked: Signed }
  | { readonly code: 'unasked-export' }

export const NOT_EXPORTED: YearExportState = { status: 'none' }

export function evolveYearExport(state: YearExportState, event: YearExportEvent): YearExportState {
  switch (event.type) {
    case 'year-export.asked':
      return { status: 'asked', year: event.year, asked: event.signed }
    case 'year-export.made': {
      if (state.status !== 'asked') return state
      const { year, asked } = state
      return { status: 'made', year, asked, at: event.at, made: event.made }
    }
    default:
      return never(event)
  }
}

export function askExport(
  state: YearExportState,
  by: Actor,
  facts: { readonly year: Year; readonly isOpened: boolean; readonly signed: Signed },
): Decision<YearExportEvent, YearExportRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-exports-year' })
  if (!facts.isOpened) return refused({ code: 'unopened-export-year' })
  if (state.status === 'asked') return refused({ code: 'running-export', asked: state.asked })
  return decided<YearExportEvent>({
    ...{ type: 'year-export.asked', year: facts.year, signed: facts.signed },
  })
}

export function finishExport(
  state: YearExportState,
  made: Made,
  at: Instant,
): Decision<YearExportEvent, YearExportRefusal> {
  if (state.status !== 'asked') return refused({ code: 'unasked-export' })
  return decided<YearExportEvent>({ type: 'year-export.made', at, made })
}
