import type { SentFile } from '../../kernel/chapter.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import type { Viewer } from '../../kernel/view.ts'
import { findActor } from '../../organization/queries.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { isAnyIn, phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import { listDraftingSeats } from '../places.ts'

/** While goals are set, a workbook of one who drafts is a 目标填报表. */
export async function takesWorkbook(
  db: Database,
  viewer: Viewer,
  file: SentFile,
): Promise<{ readonly command: string; readonly with: JsonObject } | undefined> {
  if (file.kind !== 'file' || !isWorkbook(file.name)) return undefined
  const open = await findCurrentYear(db)
  if (!open || !isAnyIn(open, 'setting')) return undefined
  const actor = await findActor(db, viewer)
  const seats = actor ? await listDraftingSeats(db, actor) : []
  if (!seats.some(({ unit }) => phaseFor(open, unit) === 'setting')) return undefined
  const { messageId, key, name } = file
  return { command: 'goals.read', with: { name, from: { messageId, key } } }
}

/** Any .xlsx, and what is called after goals but is of another kind: so that its sender learns what to do. */
const isWorkbook = (name: string): boolean =>
  /\.xlsx$/i.test(name) || /(目标|填报).*\.(xls|xlsm|xlsb|csv|et|ods|numbers)$/i.test(name)
