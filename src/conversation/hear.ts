/** Messages, menu taps and arrivals: each is answered once, by one message, however often it is delivered. */
import * as z from 'zod'
import { asks } from '../../cards/asks.ts'
import type { Inbound } from '../chat/port.ts'
import type { Meta, View } from '../kernel/command.ts'
import { settle } from '../kernel/execute.ts'
import type { PersonId } from '../kernel/ids.ts'
import { findPersonOf } from '../organization/queries.ts'
import { listNewestDeliveries } from '../store/deliveries.ts'
import { rememberGreeted, wasGreeted } from '../store/greeted.ts'
import { sentenceOf } from '../wording.ts'
import { hearFiles } from './files.ts'
import { hearInGroup } from './in-group.ts'
import { type Spoken, spokenInName } from './in-name/words.ts'
import { wordsOfMenu } from './menu.ts'
import { said } from './reaction.ts'
import { replying, respond } from './reply.ts'
import { keepable } from './secret.ts'
import { metaOf, type Setting } from './setting.ts'
import { renderView } from './show.ts'
import { understand } from './understand.ts'

type Of<Kind extends Inbound['kind']> = Extract<Inbound, { kind: Kind }>
type Heard = Of<'message'> | Of<'menu'> | Of<'entered'>

/** A message: its files to whom they concern, its words to what they mean. What is said in a group is answered in private. */
export async function hear(setting: Setting, inbound: Of<'message'>): Promise<void> {
  const meta = await identify(setting, inbound)
  if (!meta) return welcomeStranger(setting, inbound)
  if (inbound.group) return hearInGroup(setting, meta, inbound)
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

/** Who opens the chat for the first time is greeted, once, by role, but never beneath a card that waits for an act; a stranger is told whom to ask. */
export async function entered(setting: Setting, inbound: Of<'entered'>): Promise<void> {
  const known = await identify(setting, inbound)
  const who = known?.by ?? `open:${inbound.who.openId}`
  if ((await wasGreeted(setting.db, who)) || (known && (await isAsked(setting, known)))) return
  const once = metaOf(who, [`greeted:${who}`], setting.clock())
  const view: View = { name: known ? 'greeting' : 'stranger', params: {} }
  await settle(setting.db, once, [rememberGreeted(who, once.at), replying(setting, once, view)])
}

/** Whether the newest card in the person's chat, or one of the same moment, still waits for an act: a greeting would push it out of sight. */
async function isAsked(setting: Setting, meta: Meta): Promise<boolean> {
  const cards = await listNewestDeliveries(setting.db, meta.by)
  const newest = cards.filter(({ sent_at: at }) => at === cards[0]?.sent_at)
  const shown = await Promise.all(
    newest.map(({ view: name, params }) => renderView(setting, meta, { name, params: JSON.parse(params) })),
  )
  return shown.some(asks)
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
