import type { Action } from '../../cards/kit.ts'
import type { Database } from '../store/database.ts'
import type { Command, View } from './command.ts'
import type { Coded, JsonObject } from './decision.ts'
import type { HandsOver } from './handover.ts'
import type { Instant, LocalDate } from './time.ts'
import type { FormDefinition, Intent, Todo, ViewDefinition, Viewer } from './view.ts'

/** What one chapter of the regulation brings to the conversation. Wiring joins the chapters; none knows another's commands. */
export interface Chapter {
  readonly name: string
  /** What is typed in answer to its cards, and not understood, is kept nowhere. */
  readonly secret?: true
  readonly commands: readonly Command[]
  readonly views: readonly ViewDefinition[]
  readonly forms: readonly FormDefinition[]
  /** In the order in which they are tried and shown in help. */
  readonly intents: readonly Intent[]
  /** What waits for the person in this chapter, oldest first. */
  readonly todo: (db: Database, viewer: Viewer) => Promise<readonly Todo[]>
  /** The command that a file sent in the chat becomes; undefined where the chapter does not want it from this person. */
  readonly takesFile?: (
    db: Database,
    viewer: Viewer,
    file: SentFile,
  ) => Promise<{ readonly command: string; readonly with: JsonObject } | undefined>
  /** What words that open nothing else come to as an answer to one of its cards, as a reply to a reminder. */
  readonly answers?: (db: Database, viewer: Viewer, shown: View, words: string) => Promise<Action | undefined>
  /** What is due by now; asked every minute, and perhaps by two machines at once: the cause makes each happen once. */
  readonly due?: (
    db: Database,
    now: { readonly at: Instant; readonly today: LocalDate },
  ) => Promise<readonly Due[]>
  /** What is a person's own here, and passes to a successor. */
  readonly handsOver?: HandsOver
  /** A Chinese sentence for each code of a refusal or an answer. */
  readonly wording: { readonly [code: string]: (facts: never) => string }
}

/** A command that the clock gives, once for its cause. */
export interface Due {
  readonly command: string
  readonly with: JsonObject
  readonly cause: string
}

export interface SentFile {
  readonly messageId: string
  readonly key: string
  readonly name: string
  readonly kind: 'image' | 'file'
}

/** The sentence for a code, from the wording of the chapter that made it. */
export function say(wording: Chapter['wording'], coded: Coded): string | undefined {
  // Each chapter's wording is checked against its own codes by the compiler; here they meet as data again.
  const sentence = wording[coded.code] as ((facts: Coded) => string) | undefined
  return sentence?.(coded)
}
