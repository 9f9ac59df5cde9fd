/** Words of the goal sheet that cards do not use. */

import type { Year } from '../../kernel/ids.ts'
import { type Instant, localDateOf, sayDate, sayInstant } from '../../kernel/time.ts'
import type { UnitKind } from '../../store/schema/organization.ts'

export const SHEET_NAME = '目标责任书'

export const KIND_NAMES: { readonly [kind in UnitKind]: string } = {
  teaching: '教学单位',
  hospital: '直属附属医院',
  party: '党群部门',
  administrative: '行政部门',
  support: '其他非教学单位',
}

export const sheetTitle = (unit: string, year: Year): string => `${unit} ${year}年度${SHEET_NAME}`

/** The document's name; what no file system takes is replaced. */
export function sheetFileName(unit: string, year: Year): string {
  return `${sheetTitle(unit.replaceAll(/[\\/:*?"<>|]/g, '-'), year)}.docx`
}

/** Enough of a hash to compare a print with the journal by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

/** `2026年3月1日 10:03` in Shanghai; a document is read in other years too. */
export const sayMoment = (at: Instant): string => `${localDateOf(at).slice(0, 4)}年${sayInstant(at)}`

/** The day of a moment in Shanghai. */
export const sayDay = (at: Instant): string => sayDate(localDateOf(at))
