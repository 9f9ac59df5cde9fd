import type { FileRef } from '../../port.ts'
import { isObject, type JsonObject, listAt, parseJson, textAt } from '../json.ts'

export interface MessageContent {
  readonly text: string
  readonly files: readonly FileRef[]
}

/** The words and files of a received message (protocol 3.1); nothing for a type that we do not take. */
export function readMessage(message: JsonObject): MessageContent | undefined {
  const content = parseJson(textAt(message, 'content') ?? '')
  if (!isObject(content)) return undefined
  const names = mentionNames(message)
  switch (textAt(message, 'message_type')) {
    case 'text':
      return { text: withNames(textAt(content, 'text') ?? '', names).trim(), files: [] }
    case 'post':
      return readPost(content, names)
    case 'image':
      return { text: '', files: present(imageRef(content)) }
    case 'file':
    case 'media':
      return { text: '', files: present(fileRef(content)) }
    default:
      return undefined
  }
}

/** What stands for each placeholder: a person's name, nothing for a bot, since calling it is no part of the words. */
function mentionNames(message: JsonObject): ReadonlyMap<string, string> {
  const names = new Map<string, string>([['@_all', '@所有人']])
  for (const mention of listAt(message, 'mentions')) {
    const key = textAt(mention, 'key')
    const name = textAt(mention, 'name')
    if (key === undefined) continue
    names.set(key, textAt(mention, 'mentioned_type') === 'bot' || name === undefined ? '' : `@${name}`)
  }
  return names
}

function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/@_(?:user_\d+|all)/g, (placeholder) => names.get(placeholder) ?? placeholder)
}

function readPost(content: JsonObject, names: ReadonlyMap<string, string>): MessageContent {
  const files: FileRef[] = []
  const lines = [textAt(content, 'title') ?? '']
  for (const paragraph of listAt(content, 'content')) {
    const parts = Array.isArray(paragraph) ? paragraph : []
    for (const part of parts) files.push(...present(fileOfPart(part)))
    lines.push(parts.map((part) => textOfPart(part, names)).join(''))
  }
  return { text: lines.join('\n').trim(), files }
}

function textOfPart(part: unknown, names: ReadonlyMap<string, string>): string {
  switch (textAt(part, 'tag')) {
    case 'text':
    case 'md':
    case 'code_block':
      return withNames(textAt(part, 'text') ?? '', names)
    case 'a':
      return linkText(textAt(part, 'text') ?? '', textAt(part, 'href') ?? '')
    case 'at': {
      const id = textAt(part, 'user_id') ?? ''
      return names.get(id) ?? `@${textAt(part, 'user_name') ?? id}`
    }
    default:
      return ''
  }
}

const linkText = (text: string, href: string): string =>
  text === href || text === '' ? href : `${text} ${href}`.trim()

function fileOfPart(part: unknown): FileRef | undefined {
  if (!isObject(part)) return undefined
  const tag = textAt(part, 'tag')
  if (tag === 'img') return imageRef(part)
  return tag === 'media' ? fileRef(part) : undefined
}

function imageRef(content: JsonObject): FileRef | undefined {
  const key = textAt(content, 'image_key')
  return key === undefined ? undefined : { key, name: '图片', kind: 'image' }
}

function fileRef(content: JsonObject): FileRef | undefined {
  const key = textAt(content, 'file_key')
  return key === undefined ? undefined : { key, name: textAt(content, 'file_name') ?? '文件', kind: 'file' }
}

const present = (file: FileRef | undefined): readonly FileRef[] => (file === undefined ? [] : [file])
