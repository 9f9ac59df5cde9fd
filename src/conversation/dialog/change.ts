import type { Meta } from '../../kernel/command.ts'
import { settle } from '../../kernel/execute.ts'
import { ConflictError } from '../../store/database.ts'
import type { Setting } from '../setting.ts'
import { loadDialog, saving } from './load.ts'
import type { Dialog } from './state.ts'

const MAX_ATTEMPTS = 5

/** Changes the dialog with nothing else; again on its new state where another message came first. Once for a cause. */
export async function changeDialog(
  setting: Setting,
  meta: Meta,
  change: (dialog: Dialog) => Dialog,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadDialog(setting.db, meta.by)
    try {
      await settle(setting.db, meta, saving(loaded, change(loaded.dialog), meta))
      return
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === MAX_ATTEMPTS) throw error
    }
  }
}
