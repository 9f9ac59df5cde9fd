import type { Meta } from '../../kernel/command.ts'
import type { Database } from '../../store/database.ts'
import { getActor } from '../queries.ts'
import type { Importer } from '../rules/roster.ts'

/** With whose right a command acts: the person's own in the chat, the operator's at the command line and at the first start. */
export type Right = 'office' | 'operator'

export async function importerOf(db: Database, right: Right, meta: Meta): Promise<Importer> {
  return right === 'operator' ? right : getActor(db, meta)
}
