/** Messages, menu taps and arrivals: each is answered once, by one message, however often it is delivered. */
import * as z from 'zod'
import type { Inbound } from '../chat/port.ts'
import type { Meta, View } from '../kernel/command.ts'
import { settle } from '../kernel/execute.ts'
import type { PersonId } from '../kernel/ids.ts'
import { findPersonOf } from '../organization/queries.ts'
import { hasCards } from '../store/deliveries.ts'
import { sentenceOf } from '../wording.ts'
import { hearFiles } from './files.ts'
import { type Spoken, spokenInName } from './in-name/words.ts'
import { wordsOfMenu } from './menu.ts'
import { said } from './reaction.ts'
import { replying, respond } from './reply.ts'
import { keepable } from './secret.ts'
import { metaOf, type Setting } from './setting.ts'
import { understand } from './understand.ts'

const PRIVATE_ONLY =
  '为保护个人和单位信息，目标管理的事项只在私聊里办理。请直接在这里发送，例如「待办」或「帮助」。'

type Of<Kind extends Inbound['kind']> = Extract<Inbound, { kind: Kind }>
type Heard = Of<'message'> | Of<'menu'> | Of<'entered'>

/** A message: its files to whom they concern, its words to what they mean. What is said in a group is answered in private. */
export async function hear(setting: Setting, inbound: Of<'message'>): Promise<void> {
  const meta = await identify(setting, inbound)
  if (!meta) return welcomeStranger(setting, inbound)
  if (inbound.group) {
    await settle(setting.db, meta, [replying(setting, meta, said(PRIVATE_ONLY))])
    return
  }
  if (inbound.files.length > 0) await hearFiles(setting, meta, inbound)
  if (inbound.files.length === 0 || inbound.text.trim() !== '')
    await hearText(setting, meta, inbound.text, inbound.repliesTo)
}

/** A tap on the bot's menu says its words. */
export async function menu(setting: Setting, inbound: Of<'menu'>): Promise<void> {
  const meta = await identify(setting, inbound)
  if (!meta) return welcomeStranger(setting, inbound)
  await hearText(setting, meta, wordsOfMenu(inbound.key))
}

/** Who opens the chat for the first time is greeted, once; not beneath a card that waits for them. */
export async function entered(setting: Setting, inbound: Of<'entered'>): Promise<void> {
  const meta = await identify(setting, inbound)
  if (!meta) return welcomeStranger(setting, { ...inbound, causes: [`greeted:open:${inbound.who.openId}`] })
  if (await hasCards(setting.db, meta.by)) return
  const once: Meta = { ...meta, causes: [`greeted:${meta.by}`] }
  await settle(setting.db, once, [replying(setting, once, { name: 'help', params: {} })])
}

/** Words, typed or tapped. What follows a command's words and makes no sense to it is answered with a sentence, too. */
export async function hearText(
  setting: Setting,
  meta: Meta,
  text: string,
  repliesTo?: string,
): Promise<void> {
  const spoken = await spokenInName(setting, meta, text)
  if (!('meta' in spoken)) return answerUnnamed(setting, meta, spoken)
  const named = spoken.meta
  try {
    await respond(setting, named, (dialog) => understand(setting, named, dialog, spoken.text, repliesTo))
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const sentence = sentenceOf(undefined, { code: 'wrong-payload' })
    await settle(setting.db, meta, [replying(setting, meta, said(sentence))])
  }
}

/** It is not clear in whose name it is said, or it may not be. */
async function answerUnnamed(
  setting: Setting,
  meta: Meta,
  spoken: Exclude<Spoken, { readonly meta: Meta }>,
): Promise<void> {
  const view: View =
    'sentence' in spoken
      ? said(spoken.sentence)
      : {
          name: 'which-principal',
          params: { text: keepable(setting.registry, spoken.text), name: spoken.name },
        }
  await settle(setting.db, meta, [replying(setting, meta, view)])
}

async function identify(setting: Setting, { who, causes }: Heard): Promise<Meta | undefined> {
  const person: PersonId | undefined = await findPersonOf(setting.db, setting.platform, who.openId)
  return person === undefined ? undefined : metaOf(person, causes, setting.clock())
}

/** Whom the organization does not know is told whom to ask. */
async function welcomeStranger(setting: Setting, { who, causes }: Heard): Promise<void> {
  const meta = metaOf(`open:${who.openId}`, causes, setting.clock())
  await settle(setting.db, meta, [replying(setting, meta, { name: 'stranger', params: {} })])
}
