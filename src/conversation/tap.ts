/** Taps: each is answered within its call, with a toast and the card that takes the place of the tapped one. */
import * as z from 'zod'
import type { Action } from '../../cards/kit.ts'
import type { Inbound, TapReply } from '../chat/port.ts'
import type { Meta, View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { settle } from '../kernel/execute.ts'
import { findPersonOf } from '../organization/queries.ts'
import { findOutcome } from '../store/receipts.ts'
import { sentenceOf } from '../wording.ts'
import { readAction } from './action.ts'
import { guide } from './dialog/guide.ts'
import { dropByTap, resumeByTap, sayInDialog } from './dialog/tap.ts'
import { hearText } from './hear.ts'
import { whyNotInName } from './in-name/standing.ts'
import { keep } from './keep.ts'
import { replying, respond } from './reply.ts'
import { run } from './run.ts'
import { completeView, metaOf, type Setting } from './setting.ts'
import { inPlace, presentCard, turning } from './show.ts'
import { submit } from './submit.ts'
import { expired, seeNewest, toast, toastFor } from './toast.ts'

type Tap = Extract<Inbound, { kind: 'tap' }>

/** Answers a tap. Rights are the commands' to check: a forwarded card gives none. What no present card sends is answered as expired. */
export async function tap(setting: Setting, inbound: Tap): Promise<TapReply> {
  const action = readAction(inbound.value)
  if (!action) return expired()
  const person = await findPersonOf(setting.db, setting.platform, inbound.who.openId)
  if (person === undefined) return toast('warning', sentenceOf(undefined, { code: 'unknown-person' }))
  const own = metaOf(person, inbound.causes, setting.clock())
  const meta = action.for === undefined ? own : { ...own, inNameOf: action.for }
  const barred = await whyNotInName(setting.db, meta)
  // What was done while it held is answered as it was, when the platform delivers the tap again.
  if (barred !== undefined && !(await findOutcome(setting.db, meta.causes))) {
    return toast('warning', barred, await presentCard(setting, own, inbound.messageId))
  }
  try {
    return await act(setting, meta, inbound, action)
  } catch (error) {
    // Params that no view or form of this version makes.
    if (error instanceof z.ZodError) return expired()
    throw error
  }
}

async function act(setting: Setting, meta: Meta, inbound: Tap, action: Action): Promise<TapReply> {
  if ('do' in action) return doCommand(setting, meta, inbound.messageId, action.do, action.with)
  if ('submit' in action) return submit(setting, meta, inbound, action.submit, action.with)
  if ('keep' in action) return keep(setting, meta, inbound, action.keep, action.with)
  if ('show' in action) {
    return show(setting, meta, inbound.messageId, { name: action.show, params: action.with })
  }
  if ('send' in action) return send(setting, meta, { name: action.send, params: action.with })
  if ('guide' in action) {
    await respond(setting, meta, (dialog) => guide(setting, meta, dialog, action.guide, action.with))
    return seeNewest()
  }
  await hearText(setting, meta, action.say)
  return seeNewest()
}

/**
 * A command behind a button. A repeated delivery gets the outcome in the first one's receipt; the card is drawn from
 * the tables both times, so that a late repeat never puts an old state over a newer one.
 */
async function doCommand(
  setting: Setting,
  meta: Meta,
  messageId: string,
  type: string,
  payload: JsonObject,
): Promise<TapReply> {
  if (type === 'dialog.say') return sayInDialog(setting, meta, messageId, payload)
  if (type === 'dialog.resume') return resumeByTap(setting, meta, payload)
  if (type === 'dialog.drop') return dropByTap(setting, meta, messageId, payload)
  const outcome = await run(setting, type, payload, meta, {
    tapped: messageId,
    attach: ({ show }) => (show ? [turning(setting, meta, messageId, show)] : []),
  })
  if (outcome.show) return toastFor(setting, type, outcome, await inPlace(setting, meta, outcome.show))
  // The tapped copy is left out of the updates that a change sends, so it is drawn here.
  const present = outcome.ok ? await presentCard(setting, meta, messageId) : undefined
  return toastFor(setting, type, outcome, present)
}

async function show(setting: Setting, meta: Meta, messageId: string, asked: View): Promise<TapReply> {
  if (!setting.registry.view(asked.name)) return expired()
  const view = await completeView(setting, meta, asked)
  const message = await inPlace(setting, meta, view)
  if (!message) return toast('info', '文件马上发到这里，请看最新消息。')
  await setting.db.commit([turning(setting, meta, messageId, view)])
  return { message }
}

async function send(setting: Setting, meta: Meta, view: View): Promise<TapReply> {
  if (!setting.registry.view(view.name)) return expired()
  await settle(setting.db, meta, [replying(setting, meta, await completeView(setting, meta, view))])
  return seeNewest()
}
