import type { Command, Meta, Outcome, View } from '../kernel/command.ts'
import type { PersonId, SubjectId } from '../kernel/ids.ts'
import type { Clock, Instant } from '../kernel/time.ts'
import { localDateOf } from '../kernel/time.ts'
import type { Viewer } from '../kernel/view.ts'
import type { Database } from '../store/database.ts'
import type { OfChapter, Registry } from './registry.ts'

/** What every part of the conversation works with. */
export interface Setting {
  readonly db: Database
  readonly registry: Registry
  readonly clock: Clock
  /** As in the table of accounts: `feishu`. */
  readonly platform: string
  /** Told what came of each command, for the log. */
  readonly noted?: Noted
}

/** `attempts`: how often it was decided; 0 where a repeat got its old outcome. */
export type Noted = (command: OfChapter<Command>, outcome: Outcome, attempts: number) => void

export function metaOf(person: PersonId, causes: Meta['causes'], at: Instant): Meta {
  return { by: person, inNameOf: person, causes, at, today: localDateOf(at) }
}

export function viewerOf(meta: Meta): Viewer {
  const { by, inNameOf, at, today } = meta
  return { by, inNameOf, at, today }
}

/** The subject that a view shows. @throws when there is no such view, or its params are not its own */
export function aboutOf(setting: Setting, view: View): SubjectId | null {
  return definitionOf(setting, view).about(view.params)
}

/** The view with all filled in that words left open, so that its card follows a subject. */
export function completeView(setting: Setting, meta: Meta, view: View): Promise<View> {
  return definitionOf(setting, view).complete(setting.db, view.params, viewerOf(meta))
}

/** @throws when there is no such view */
export function definitionOf({ registry }: Setting, view: View) {
  const definition = registry.view(view.name)
  if (!definition) throw new Error(`no view ${view.name}`)
  return definition
}
