/** Reforms that were prepared and neither confirmed nor put away. */
import { REFORM_WORDS } from '../../../cards/unit-words.ts'
import { sayInstant } from '../../kernel/time.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { findActor } from '../queries.ts'
import { keepsUnits } from './access.ts'
import { listOpenReforms } from './queries/reforms.ts'

export async function openReforms(db: Database, viewer: Viewer): Promise<Todo[]> {
  if (!keepsUnits(await findActor(db, viewer))) return []
  return (await listOpenReforms(db)).map(({ number, kind, document, at }) => ({
    text: `${REFORM_WORDS[kind]}（${document}，${sayInstant(at)}填报）等待确认`,
    since: at,
    button: '查看预览',
    action: { show: 'reform', with: { reform: number } },
  }))
}
