import type { Message } from './kit.ts'

/** A sentence, as plain words in the chat: an answer that asks for nothing. */
export function saidMessage(text: string): Message {
  return { kind: 'text', text }
}
