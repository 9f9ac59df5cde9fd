/** Those who watch the chat, as the page does. */
import type { ChatChange } from './model.ts'

export interface Listeners {
  tell(change: ChatChange): void
  subscribe(listener: (change: ChatChange) => void): () => void
}

/** A listener that throws harms no other. */
export function createListeners(log: (line: string) => void): Listeners {
  const listeners = new Set<(change: ChatChange) => void>()
  return {
    tell(change) {
      for (const listener of listeners) {
        try {
          listener(change)
        } catch (error) {
          log(`a listener of the chat failed: ${String(error)}`)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
