/** Buttons of questions, summaries and drafts: the next question takes the place of the tapped one. */
import * as z from 'zod'
import type { TapReply } from '../../chat/port.ts'
import { principalOf } from '../../kernel/acting.ts'
import type { Meta } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import { settle } from '../../kernel/execute.ts'
import { ConflictError } from '../../store/database.ts'
import { findOutcome } from '../../store/receipts.ts'
import { jsonObject } from '../json-object.ts'
import { type Reaction, reply, said } from '../reaction.ts'
import { respond } from '../reply.ts'
import { run } from '../run.ts'
import type { Setting } from '../setting.ts'
import { inPlace, presentCard, turning } from '../show.ts'
import { viewAfter } from '../submit.ts'
import { seeNewest, toast, toastFor } from '../toast.ts'
import { steer, takeAnswer } from './answer.ts'
import { changeDialog } from './change.ts'
import { resumeDraft } from './guide.ts'
import { type Loaded, loadDialog, saving } from './load.ts'
import { type Dialog, findDraft, isOf, type Running, withoutDraft } from './state.ts'
import { viewOfDialog } from './steps.ts'
import { dialogWord } from './words.ts'

const answerTapped = z.object({
  form: z.string(),
  params: jsonObject,
  /** '' for the summary. */
  question: z.string(),
  text: z.string(),
})
const draftTapped = z.object({ form: z.string(), params: jsonObject })

type Tapped = z.infer<typeof answerTapped>

const MAX_ATTEMPTS = 5
const PASSED = '这一步已经过去了，请看最新消息，或发送「继续填写」。'

/** `dialog.say`: the button's words answer its own question, and no other. @throws ZodError for what no card sends */
export async function sayInDialog(
  setting: Setting,
  meta: Meta,
  messageId: string,
  payload: JsonObject,
): Promise<TapReply> {
  const tapped = answerTapped.parse(payload)
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadDialog(setting.db, meta.by)
    const { dialog } = loaded
    if (dialog.status === 'idle' || !standsAt(dialog, tapped, meta))
      return passed(setting, meta, dialog, tapped)
    try {
      const reaction = await reactTo(setting, meta, dialog, tapped.text)
      return await carryOut(setting, meta, messageId, loaded, reaction)
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === MAX_ATTEMPTS) throw error
    }
  }
}

function standsAt(dialog: Running, { form, params, question }: Tapped, meta: Meta): boolean {
  const isIt = isOf(dialog.draft, form, params, principalOf(meta))
  return isIt && question === (dialog.status === 'asking' ? dialog.question : '')
}

async function reactTo(setting: Setting, meta: Meta, dialog: Running, text: string): Promise<Reaction> {
  const word = dialogWord(text, dialog)
  if (word) return steer(setting, meta, dialog, word)
  return (await takeAnswer(setting, meta, dialog, text)).reaction
}

/** As for words, but what answers stands in the place of the tapped card. */
async function carryOut(
  setting: Setting,
  meta: Meta,
  messageId: string,
  loaded: Loaded,
  reaction: Reaction,
): Promise<TapReply> {
  if (reaction.kind === 'reply') {
    const { view, dialog } = reaction
    await settle(setting.db, meta, [...saving(loaded, dialog, meta), turning(setting, meta, messageId, view)])
    const message = await inPlace(setting, meta, view)
    return message ? { message } : seeNewest()
  }
  const { type, payload, whenDone, whenRefused } = reaction
  const outcome = await run(setting, type, payload, meta, {
    tapped: messageId,
    attach: (result) => {
      const view = viewAfter(setting, type, result)
      const after = saving(loaded, result.ok ? whenDone : whenRefused, meta)
      return view ? [...after, turning(setting, meta, messageId, view)] : after
    },
  })
  const view = viewAfter(setting, type, outcome)
  return toastFor(setting, type, outcome, view && (await inPlace(setting, meta, view)))
}

/** The dialog stands elsewhere: a repeat of the tap that brought it there gets its answer, any other tap is too late. */
async function passed(setting: Setting, meta: Meta, dialog: Dialog, { form }: Tapped): Promise<TapReply> {
  const earlier = await findOutcome(setting.db, meta.causes)
  if (!earlier) return toast('warning', PASSED)
  if (earlier.ok && earlier.done.code === 'answered') {
    const message = dialog.status === 'idle' ? undefined : await inPlace(setting, meta, viewOfDialog(dialog))
    return message ? { message } : seeNewest()
  }
  const command = setting.registry.form(form)?.thing.command ?? ''
  const view = viewAfter(setting, command, earlier)
  return toastFor(setting, command, earlier, view && (await inPlace(setting, meta, view)))
}

/** `dialog.resume`: goes on with one of several drafts. */
export async function resumeByTap(setting: Setting, meta: Meta, payload: JsonObject): Promise<TapReply> {
  const { form, params } = draftTapped.parse(payload)
  await respond(setting, meta, async (dialog) => {
    const draft = findDraft(dialog, form, params, principalOf(meta))
    return draft ? resumeDraft(setting, meta, dialog, draft) : reply(said('这份草稿已经提交或删除。'), dialog)
  })
  return seeNewest()
}

/** `dialog.drop`: deletes one of several drafts. */
export async function dropByTap(
  setting: Setting,
  meta: Meta,
  messageId: string,
  payload: JsonObject,
): Promise<TapReply> {
  const { form, params } = draftTapped.parse(payload)
  await changeDialog(setting, meta, (dialog) => withoutDraft(dialog, form, params, principalOf(meta)))
  return toast('success', '草稿已删除。', await presentCard(setting, meta, messageId))
}
