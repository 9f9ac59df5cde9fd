import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { JournalCheckRefusal } from './rules/journal-check.ts'
import type { YearExportRefusal } from './rules/year-export.ts'

type Done =
  | { readonly code: 'checking-journal' }
  | { readonly code: 'walked-journal' }
  | { readonly code: 'exporting-year' }
  | { readonly code: 'exported-year' }

export const historyWording = {
  'office-checks-journal': () => '日志由领导小组办公室核对。',
  'running-check': ({ asked }) => `${asked.name}已于${sayInstant(asked.at)}要求核对，正在进行，请稍候。`,
  'unasked-check': () => '没有等待进行的核对。',
  'checking-journal': () => '正在核对，完成后发给您。',
  'walked-journal': () => '日志已核对。',
  'office-exports-year': () => '年度数据由领导小组办公室导出。',
  'unopened-export-year': () => '没有这个年度，请核对年份，如「导出年度 2026」。',
  'running-export': ({ asked }) => `${asked.name}已于${sayInstant(asked.at)}要求导出，正在进行，请稍候。`,
  'unasked-export': () => '没有等待进行的导出。',
  'exporting-year': () => '正在导出，完成后文件会发给您。',
  'exported-year': () => '年度数据已导出。',
} satisfies Wording<JournalCheckRefusal | YearExportRefusal | Done>
