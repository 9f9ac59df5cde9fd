/** Files sent in the chat: each goes to the first chapter that wants it. */
import type { FileRef, Inbound } from '../chat/port.ts'
import type { SentFile } from '../kernel/chapter.ts'
import type { FileFetch, Meta } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { settle } from '../kernel/execute.ts'
import { enqueueFetch } from '../store/outbox-fetch.ts'
import { said } from './reaction.ts'
import { replying } from './reply.ts'
import { isRecorded, run, viewFor } from './run.ts'
import { type Setting, viewerOf } from './setting.ts'
import { cut } from './words.ts'

type Message = Extract<Inbound, { kind: 'message' }>

interface Wanted {
  readonly command: string
  readonly with: JsonObject
}

const UNWANTED =
  '现在没有需要文件的事项，文件没有保存。要作为佐证材料，请先发送「进展」选择目标后再发文件；导入名册请由办公室发送 .xlsx 文件。'

/** Every file has its own receipt, so that a message that is delivered again goes on where it stopped. */
export async function hearFiles(setting: Setting, meta: Meta, message: Message): Promise<void> {
  for (const [position, file] of message.files.entries()) {
    const own: Meta = { ...meta, causes: causesOf(meta, position) }
    await hearFile(setting, own, { ...file, messageId: message.messageId })
  }
}

function causesOf(meta: Meta, position: number): Meta['causes'] {
  const [first, ...others] = meta.causes
  return [`${first}:file:${position}`, ...others.map((cause) => `${cause}:file:${position}`)]
}

async function hearFile(setting: Setting, meta: Meta, file: SentFile): Promise<void> {
  const wanted = await whoWants(setting, meta, file)
  const command = wanted && setting.registry.command(wanted.command)
  if (!wanted || !command) {
    await settle(setting.db, meta, [replying(setting, meta, said(UNWANTED))])
    return
  }
  const payload = { ...wanted.with }
  if (command.thing.payload.safeParse(payload).success) return takeAtOnce(setting, meta, wanted)
  await takeWithBytes(setting, meta, file, wanted)
}

async function whoWants(setting: Setting, meta: Meta, file: SentFile): Promise<Wanted | undefined> {
  for (const chapter of setting.registry.chapters) {
    const wanted = await chapter.takesFile?.(setting.db, viewerOf(meta), file)
    if (wanted) return wanted
  }
  return undefined
}

/** The command notes the file now, and asks for its bytes itself. */
async function takeAtOnce(setting: Setting, meta: Meta, wanted: Wanted): Promise<void> {
  const { command, with: payload } = wanted
  const outcome = await run(setting, command, payload, meta, {
    attach: (result) =>
      result.ok && result.silent ? [] : [replying(setting, meta, viewFor(setting, command, result))],
  })
  if (!isRecorded(outcome)) {
    await settle(setting.db, meta, [replying(setting, meta, viewFor(setting, command, outcome))])
  }
}

/** A command whose payload lacks what only the bytes can tell (`sha256`, `size`) is executed when they are here. */
async function takeWithBytes(setting: Setting, meta: Meta, file: SentFile, wanted: Wanted): Promise<void> {
  const { key, name, kind }: FileRef = file
  const fetch: FileFetch = {
    key: `${file.messageId}:${key}`,
    messageId: file.messageId,
    file: { key, name, kind },
    person: meta.by,
    into: { command: wanted.command, with: wanted.with },
  }
  const received = said(`已收到「${cut(name, 40)}」，正在处理，结果会发到这里。`)
  await settle(setting.db, meta, [enqueueFetch(fetch, meta.at), replying(setting, meta, received)])
}
