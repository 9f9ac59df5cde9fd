/** Words of the goal sheet that cards do not use. */
import { fileWords } from '../../document/words.ts'
import type { Year } from '../../kernel/ids.ts'
import { type Instant, localDateOf, sayDate } from '../../kernel/time.ts'
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

/** The document's name. */
export const sheetFileName = (unit: string, year: Year): string => `${sheetTitle(fileWords(unit), year)}.docx`

/** The day of a moment in Shanghai. */
export const sayDay = (at: Instant): string => sayDate(localDateOf(at))
