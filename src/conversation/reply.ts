/** Answers to what was not a tap: they leave through the outbox, written in the same batch as what they answer. */
import type { Meta, Outcome, View } from '../kernel/command.ts'
import { settle } from '../kernel/execute.ts'
import type { Statement } from '../store/database.ts'
import { enqueueNotice } from '../store/outbox.ts'
import { type Loaded, saving } from './dialog/load.ts'
import { type Reaction, withOffer } from './reaction.ts'
import { run, isRecorded, viewFor } from './run.ts'
import { aboutOf, type Setting } from './setting.ts'

/** One reply for a cause: the last one names the message, whichever event brought it. */
export function replying(setting: Setting, meta: Meta, view: View): Statement {
  const about = aboutOf(setting, view)
  return enqueueNotice({ to: meta.by, view, about, key: `reply:${meta.causes.at(-1)}` }, meta.at)
}

/** Carries out a reaction, and answers it with one message. @throws ConflictError when another message of the person came first */
export async function answer(setting: Setting, meta: Meta, loaded: Loaded, reaction: Reaction): Promise<void> {
  if (reaction.kind === 'reply') {
    await settle(setting.db, meta, [
      ...saving(loaded, reaction.dialog, meta),
      replying(setting, meta, reaction.view),
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
