/** Whether the content of a message may be sent: kind, JSON, size, keys, card (protocol.md 4.2). */
import * as z from 'zod'
import { type CheckCard, judgeCard } from '../card-check.ts'
import type { FileStore } from '../files.ts'
import type { SandboxMessage } from '../model.ts'
import { parseJson } from '../storage.ts'
import { type Refusal, refuse, refuseCard } from './answer.ts'

const TEXT_BYTES = 150 * 1024
const CARD_BYTES = 30 * 1024

const text = z.object({ text: z.string().min(1) })
const localised = z.object({
  title: z.string().optional(),
  content: z.array(z.array(z.looseObject({ tag: z.string() }))),
})
const post = z.record(z.string(), localised)
const image = z.object({ image_key: z.string() })
const file = z.object({ file_key: z.string() })

/** The kinds of message that this campus shows. */
export const messageType = z.enum(['text', 'post', 'interactive', 'image', 'file'])

/** Undefined when `content` may be sent as `type`; `previous` is the card that it replaces. */
export function checkContent(
  type: SandboxMessage['type'],
  content: string,
  parts: { readonly files: FileStore; readonly checks: readonly CheckCard[] },
  previous?: string,
): Refusal | undefined {
  switch (type) {
    case 'text':
      return checkShape(text, content, TEXT_BYTES)
    case 'post':
      return checkShape(post, content, CARD_BYTES)
    case 'image':
      return checkKey(image.safeParse(parseJson(content)).data?.image_key, parts.files, 'image')
    case 'file':
      return checkKey(file.safeParse(parseJson(content)).data?.file_key, parts.files, 'file')
    case 'interactive':
      return checkCard(content, parts.checks, previous)
  }
}

/** A card's refusal, or undefined: not JSON 230001, too long 230025, faulty 230099 with its inner code. */
export function checkCard(
  content: string,
  checks: readonly CheckCard[],
  previous?: string,
): Refusal | undefined {
  const verdict = judgeCard(content, previous, checks)
  switch (verdict.is) {
    case 'good':
      return undefined
    case 'not-json':
      return refuse(230001, 'content is not a string in json format')
    case 'too-long':
      return refuse(230025)
    case 'faulty':
      return refuseCard(verdict.fault)
  }
}

function checkShape(schema: z.ZodType, content: string, limit: number): Refusal | undefined {
  if (Buffer.byteLength(content, 'utf8') > limit) return refuse(230025)
  const parsed = parseJson(content)
  if (parsed === undefined) return refuse(230001, 'content is not a string in json format')
  return schema.safeParse(parsed).success ? undefined : refuse(230001, 'invalid message content')
}

function checkKey(key: string | undefined, files: FileStore, type: 'image' | 'file'): Refusal | undefined {
  if (key === undefined) return refuse(230001, 'invalid message content')
  return files.find(key)?.type === type ? undefined : refuse(230001, `invalid ${type}_key`)
}
