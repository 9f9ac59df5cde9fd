/** One line of a message for the list of chats. */
import type { SandboxMessage } from '../model.ts'
import { cardLine } from './card/card.tsx'
import { parsePart, stringOf } from './card/part.ts'

export function messageLine(message: SandboxMessage): string {
  if (message.recalled) return '消息已撤回'
  const content = parsePart(message.content) ?? {}
  switch (message.type) {
    case 'text':
      return stringOf(content, 'text') ?? ''
    case 'post':
      return stringOf(content, 'title') ?? '[图文消息]'
    case 'interactive':
      return cardLine(message.content)
    case 'image':
      return '[图片]'
    case 'file':
      return `[文件] ${stringOf(content, 'file_name') ?? ''}`
  }
}
