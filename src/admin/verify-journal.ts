/** `verify-journal`: recomputes the hash chain of every subject and names the first broken entry (rulebook 7). */
import { type BrokenEntry, firstBroken } from '../kernel/journal.ts'
import type { Database } from '../store/database.ts'
import { findHeadlessJournal, listJournal, listSubjects } from '../store/journal.ts'
import type { ExitCode, Machine } from './machine.ts'

type Verified = { readonly subjects: number; readonly entries: number } | { readonly broken: BrokenEntry }

async function verifyJournal(db: Database): Promise<Verified> {
  const headless = await findHeadlessJournal(db)
  if (headless)
    return { broken: { subject: headless.subject, version: headless.version, what: 'head-differs' } }
  let subjects = 0
  let entries = 0
  let after = ''
  for (;;) {
    const heads = await listSubjects(db, after)
    if (heads.length === 0) return { subjects, entries }
    for (const head of heads) {
      const journal = await listJournal(db, head.id)
      const broken = firstBroken(journal, head)
      if (broken) return { broken }
      subjects += 1
      entries += journal.length
      after = head.id
    }
  }
}

const WHAT: { readonly [what in BrokenEntry['what']]: string } = {
  altered: '内容与校验值不符，记录被改动过',
  unchained: '与前一条记录没有衔接',
  missing: '缺少这一条记录',
  'head-differs': '与事项的现状不符',
}

export async function verifyAndPrint({ db, print }: Machine): Promise<ExitCode> {
  const verified = await verifyJournal(db)
  if ('broken' in verified) {
    const { subject, version, what } = verified.broken
    print(`第一处异常：${subject} 第 ${version} 条：${WHAT[what]}。请停止使用并从备份中核对。`)
    return 1
  }
  print(`日志完好：${verified.subjects} 个事项，${verified.entries} 条记录。`)
  return 0
}
