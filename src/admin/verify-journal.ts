/** `verify-journal`: recomputes the hash chain of every subject and names the first broken entry (rulebook 7). */
import type { Turn } from '../history/rules/journal-check.ts'
import { sayBroken } from '../history/say-broken.ts'
import { walkJournal } from '../history/walk.ts'
import type { ExitCode, Machine } from './machine.ts'

const FROM_THE_BEGINNING = { subject: '', version: 0, subjects: 0, entries: 0 }

export async function verifyAndPrint({ db, print }: Machine): Promise<ExitCode> {
  const turn: Turn = await walkJournal(db, FROM_THE_BEGINNING, { goesOn: () => true })
  if ('broken' in turn && turn.broken) {
    print(`第一处异常：${sayBroken(turn.broken)}。请停止使用并从备份中核对。`)
    return 1
  }
  print(`日志完好：${turn.course.subjects} 个事项，${turn.course.entries} 条记录。`)
  return 0
}
