/** What is said in a group chat: totals are shown there, everything else is moved to the private chat. */
import type { Inbound } from '../chat/port.ts'
import type { Meta, View } from '../kernel/command.ts'
import { settle } from '../kernel/execute.ts'
import { enqueueNotice } from '../store/outbox.ts'
import { said } from './reaction.ts'
import type { Registry } from './registry.ts'
import { replying } from './reply.ts'
import type { Setting } from './setting.ts'
import { comparable, tidy } from './words.ts'

const PRIVATE_ONLY =
  '为保护个人和单位信息，目标管理的事项只在私聊里办理。请直接在这里发送，例如「待办」或「帮助」。'

type Message = Extract<Inbound, { kind: 'message' }>

/** Answers in the group what everyone there may see; else the person, in private. Files and everything else are left undone. */
export async function hearInGroup(setting: Setting, meta: Meta, inbound: Message): Promise<void> {
  const view = inbound.files.length === 0 ? viewInGroup(setting.registry, inbound.text) : undefined
  if (view === undefined) {
    await settle(setting.db, meta, [replying(setting, meta, said(PRIVATE_ONLY))])
    return
  }
  const key = `reply:${meta.causes.at(-1)}`
  const notice = { to: `chat:${inbound.chat}`, view, about: null, key }
  await settle(setting.db, meta, [enqueueNotice(notice, meta.at)])
}

/** Only the bare words: what follows them would ask for something in particular. */
function viewInGroup({ phrases }: Registry, text: string): View | undefined {
  const words = comparable(tidy(text))
  const found = phrases.find(
    (phrase) => phrase.intent.inGroup !== undefined && comparable(phrase.words) === words,
  )
  return found?.intent.inGroup === undefined ? undefined : { name: found.intent.inGroup, params: {} }
}
