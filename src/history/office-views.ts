/** Views `journal-check`, `year-export` and `year-export-file`: the office's alone. */
import * as z from 'zod'
import { doneCard } from '../../cards/done.ts'
import { journalCheckCard } from '../../cards/journal-check.ts'
import type { Button, Message } from '../../cards/kit.ts'
import { yearExportCard } from '../../cards/year-export.ts'
import { foldSubject } from '../kernel/subject.ts'
import { type Instant, localDateOf, sayDate, sayInstant } from '../kernel/time.ts'
import { type Viewer, viewOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import { findCurrentYear } from '../policy/queries.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import { loadNames } from './names.ts'
import type { Checked, JournalCheckState } from './rules/journal-check.ts'
import { partsOf } from './rules/subject-parts.ts'
import type { ExportedFile, YearExportState } from './rules/year-export.ts'
import { sayBroken } from './say-broken.ts'
import { JOURNAL_CHECK, journalCheckSubject, yearExportId, yearExportSubject } from './subjects.ts'
import { idsIn, titleOf } from './title.ts'
import { historyWording } from './wording.ts'

const instead = (text: string): Message => ({ kind: 'card', card: doneCard({ text, tone: 'muted' }) })

const isOffice = async (db: Database, viewer: Viewer): Promise<boolean> =>
  holds(await getActor(db, viewer), 'office')

const when = (at: Instant): string => `${sayDate(localDateOf(at)).slice(0, 5)}${sayInstant(at)}`

export const journalCheckView = viewOf({
  name: 'journal-check',
  params: z.object({}),
  about: () => JOURNAL_CHECK,
  async render(db, _, viewer): Promise<Message> {
    if (!(await isOffice(db, viewer))) return instead(historyWording['office-checks-journal']())
    const { state } = await foldSubject(db, journalCheckSubject, JOURNAL_CHECK)
    const last = state.status === 'never' ? null : state.last
    return {
      kind: 'card',
      card: journalCheckCard({
        running:
          state.status === 'asked'
            ? { by: state.asked.name, when: when(state.asked.at), entries: state.course.entries }
            : null,
        last: last && (await lastOf(db, last)),
        buttons: checkButtons(state),
      }),
    }
  },
})

async function lastOf(db: Database, { asked, at, subjects, entries, broken }: Checked) {
  return {
    ...{ by: asked.name, when: when(at), subjects, entries },
    broken: broken ? `${await nameOf(db, broken.subject)}${sayBroken(broken)}` : '',
  }
}

/** What people call the subject, before its id; nothing of one that has no history. */
async function nameOf(db: Database, subject: string): Promise<string> {
  const parts = partsOf(subject)
  return parts ? `${titleOf(parts, await loadNames(db, [], idsIn(parts)))}，` : ''
}

function checkButtons(state: JournalCheckState): Button[] {
  const broken = state.status === 'checked' ? state.last.broken : null
  return [
    ...(state.status === 'asked' ? [] : [{ text: '再次核对', action: { do: 'journal.check', with: {} } }]),
    ...(broken && partsOf(broken.subject)
      ? [{ text: '查看这项历史', action: { send: 'history', with: { subject: broken.subject, page: 0 } } }]
      : []),
  ]
}

const ofYear = z.object({ year: z.int() })
/** Null: the year that is being managed. */
const ofAnyYear = z.object({ year: z.int().nullable().default(null) })

export const yearExportView = viewOf({
  name: 'year-export',
  ofYear: true,
  params: ofAnyYear,
  about: ({ year }) => (year === null ? null : yearExportId(year)),
  async complete(db, { year }) {
    const meant = year ?? (await findCurrentYear(db))?.year ?? null
    return { name: 'year-export', params: { year: meant } }
  },
  async render(db, params, viewer): Promise<Message> {
    if (!(await isOffice(db, viewer))) return instead(historyWording['office-exports-year']())
    const year = params.year ?? (await findCurrentYear(db))?.year
    if (year === undefined) return instead('年度还没有开启，没有可导出的数据。')
    const { state } = await foldSubject(db, yearExportSubject, yearExportId(year))
    return {
      kind: 'card',
      card: yearExportCard({
        ...{ year, status: statusOf(state), ...madeOf(state), buttons: exportButtons(year, state) },
        asked: state.status === 'none' ? '' : `${state.asked.name} ${when(state.asked.at)} 要求导出`,
      }),
    }
  },
})

const statusOf = (state: YearExportState) =>
  state.status === 'made' ? (state.made.how === 'files' ? 'made' : 'too-large') : state.status

function madeOf(state: YearExportState) {
  if (state.status !== 'made' || state.made.how !== 'files') return { files: [], counts: '' }
  const { workbook, journal, subjects, entries } = state.made
  const files = [workbook, journal].map(({ name, size, sha256 }) => ({ name, size: sizeOf(size), sha256 }))
  return { files, counts: `${subjects}个事项，${entries}条记录，截至${when(state.at)}` }
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

function exportButtons(year: number, state: YearExportState): Button[] {
  if (state.status === 'asked') return []
  const file = (text: string, which: string): Button => ({
    text,
    action: { send: 'year-export-file', with: { year, file: which } },
  })
  return [
    ...(state.status === 'made' && state.made.how === 'files'
      ? [file('取得数据表', 'workbook'), file('取得日志', 'journal')]
      : []),
    {
      text: state.status === 'none' ? '开始导出' : '重新导出',
      action: { do: 'year.export', with: { year } },
    },
  ]
}

export const yearExportFileView = (blobs: Blobs) =>
  viewOf({
    name: 'year-export-file',
    params: ofYear.extend({ file: z.enum(['workbook', 'journal']) }),
    async render(db, { year, file: which }, viewer): Promise<Message> {
      if (!(await isOffice(db, viewer))) return instead(historyWording['office-exports-year']())
      const { state } = await foldSubject(db, yearExportSubject, yearExportId(year))
      if (state.status !== 'made' || state.made.how !== 'files')
        return instead('文件还没有导出，请发送「导出年度」。')
      const file: ExportedFile = state.made[which]
      const bytes = await blobs.get(file.sha256)
      return bytes
        ? { kind: 'file', name: file.name, bytes }
        : instead('文件已不在服务器上，请发送「导出年度」重新导出。')
    },
  })
