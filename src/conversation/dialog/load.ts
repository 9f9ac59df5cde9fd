import type { Meta } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Database, Statement } from '../../store/database.ts'
import { findDialogState, saveDialogState } from '../../store/dialogs.ts'
import { type Dialog, QUIET } from './state.ts'

/** A dialog with the text that it was read from: what a save must find unchanged. */
export interface Loaded {
  readonly dialog: Dialog
  readonly text: string | null
}

export async function loadDialog(db: Database, person: PersonId): Promise<Loaded> {
  const text = await findDialogState(db, person)
  // Written by `saving` from the same type.
  return { text, dialog: text === null ? QUIET : (JSON.parse(text) as Dialog) }
}

/** Nothing where nothing changed. The batch fails with a ConflictError where another message came first. */
export function saving(loaded: Loaded, dialog: Dialog, meta: Meta): readonly Statement[] {
  const after = JSON.stringify(dialog)
  if (after === (loaded.text ?? JSON.stringify(QUIET))) return []
  return [saveDialogState(meta.by, { before: loaded.text, after }, meta.at)]
}
