/** Answers to what was not a tap: they leave through the outbox, written in the same batch as what they answer. */
import type { Meta, Outcome, View } from '../kernel/command.ts'
import { settle } from '../kernel/execute.ts'
import { ConflictError, type Statement } from '../store/database.ts'
import { enqueueNotice } from '../store/outbox.ts'
import { type Loaded, loadDialog, saving } from './dialog/load.ts'
import type { Dialog } from './dialog/state.ts'
import { shownTo } from './in-name/view.ts'
import { type Reaction, withOffer } from './reaction.ts'
import { isRecorded, run, viewFor } from './run.ts'
import { aboutOf, completeView, type Setting } from './setting.ts'

/** One reply for a cause: the last one names the message, whichever event brought it. */
export function replying(setting: Setting, meta: Meta, view: View): Statement {
  const about = aboutOf(setting, view)
  const shown = shownTo(meta, view)
  const notice = { to: meta.by, view: shown, about, key: `reply:${meta.causes.at(-1)}` }
  return enqueueNotice(notice, meta.at, meta.causes[0])
}

const MAX_ATTEMPTS = 5

/** Decides on the dialog as it stands, and answers with one message. Where two messages of one person meet, the later one is decided again after the first. */
export async function respond(
  setting: Setting,
  meta: Meta,
  decide: (dialog: Dialog) => Promise<Reaction>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadDialog(setting.db, meta.by)
    try {
      return await answer(setting, meta, loaded, await decide(loaded.dialog))
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === MAX_ATTEMPTS) throw error
    }
  }
}

async function answer(setting: Setting, said: Meta, loaded: Loaded, reaction: Reaction): Promise<void> {
  const meta = { ...said, inNameOf: reaction.inNameOf ?? said.inNameOf }
  if (reaction.kind === 'reply') {
    await settle(setting.db, meta, [
      ...saving(loaded, reaction.dialog, meta),
      replying(setting, meta, await completeView(setting, meta, reaction.view)),
    ])
    return
  }
  const viewOf = (outcome: Outcome): View => {
    const view = viewFor(setting, reaction.type, outcome)
    return reaction.offersDraft === true ? withOffer(view) : view
  }
  const outcome = await run(setting, reaction.type, reaction.payload, meta, {
    attach: (result) => [
      ...saving(loaded, result.ok ? reaction.whenDone : reaction.whenRefused, meta),
      replying(setting, meta, viewOf(result)),
    ],
  })
  if (!isRecorded(outcome)) await settle(setting.db, meta, [replying(setting, meta, viewOf(outcome))])
}
