/** What this chapter itself leaves in the journal: checks of the chains, exports of a year. */
import {
  evolveJournalCheck,
  type JournalCheckEvent,
  type JournalCheckState,
  NEVER_CHECKED,
} from '../rules/journal-check.ts'
import {
  evolveYearExport,
  NOT_EXPORTED,
  type YearExportEvent,
  type YearExportState,
} from '../rules/year-export.ts'
import { sayBroken } from '../say-broken.ts'
import { type Sentences, tellingOf } from './told.ts'

const checks: Sentences<JournalCheckEvent, JournalCheckState> = {
  'journal-check.asked': () => '要求核对全部日志的校验链',
  'journal-check.advanced': ({ course }) => `核对到第${course.entries}条记录`,
  'journal-check.finished': ({ subjects, entries, broken }) =>
    broken ? `核对发现异常：${sayBroken(broken)}` : `核对完好：${subjects}个事项，${entries}条记录`,
}
export const journalCheckTelling = tellingOf({
  initial: NEVER_CHECKED as JournalCheckState,
  evolve: evolveJournalCheck,
  sentences: checks,
})

const exports: Sentences<YearExportEvent, YearExportState> = {
  'year-export.asked': ({ year }) => `要求导出${year}年度全部数据`,
  'year-export.made': ({ made }) =>
    made.how === 'files'
      ? `导出完成：数据表 SHA-256 ${made.workbook.sha256.slice(0, 16)}…，日志 SHA-256 ${made.journal.sha256.slice(0, 16)}…`
      : '文件超过聊天可发送的大小，请用命令行导出',
}
export const yearExportTelling = tellingOf({
  initial: NOT_EXPORTED as YearExportState,
  evolve: evolveYearExport,
  sentences: exports,
})
