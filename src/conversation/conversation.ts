/** The conversation: whatever a person says or taps becomes a command, a question or an answer. */
import type { Message } from '../../cards/kit.ts'
import type { Inbound, TapReply } from '../chat/port.ts'
import type { Chapter } from '../kernel/chapter.ts'
import type { Meta, Outcome, View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { Clock } from '../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { conversationChapter } from './chapter.ts'
import { directoryNews } from './directory-news.ts'
import { entered, hear, menu } from './hear.ts'
import { createRegistry } from './registry.ts'
import { run } from './run.ts'
import { metaOf, type Noted, type Setting } from './setting.ts'
import { renderView } from './show.ts'
import { tap } from './tap.ts'

export interface ConversationDeps {
  readonly db: Database
  readonly chapters: readonly Chapter[]
  readonly clock: Clock
  /** As in the table of accounts: `feishu`. */
  readonly platform: string
  readonly noted?: Noted
}

type Of<Kind extends Inbound['kind']> = Extract<Inbound, { kind: Kind }>

export interface Conversation {
  /** Answered within the call; a refusal is an answer. */
  tap(inbound: Of<'tap'>): Promise<TapReply>
  /** Answered through the outbox, once for a message. */
  hear(inbound: Of<'message'>): Promise<void>
  menu(inbound: Of<'menu'>): Promise<void>
  entered(inbound: Of<'entered'>): Promise<void>
  /** News of the platform's directory: noted once, whatever is decided of it later. */
  directory(inbound: Of<'directory'>): Promise<void>
  /** A view as it is now for this person, for delivery. @throws when there is no such view */
  render(view: View, person: PersonId): Promise<Message>
  /** A command by its name, for files that were fetched and for the clock. Unknown commands and wrong payloads are refused. */
  execute(type: string, payload: JsonObject, meta: Meta): Promise<Outcome>
}

export function createConversation({ chapters, ...deps }: ConversationDeps): Conversation {
  const { clock } = deps
  const setting: Setting = { ...deps, registry: createRegistry(chapters, conversationChapter) }
  return {
    tap: (inbound) => tap(setting, inbound),
    hear: (inbound) => hear(setting, inbound),
    menu: (inbound) => menu(setting, inbound),
    entered: (inbound) => entered(setting, inbound),
    directory: (inbound) => directoryNews(setting, inbound),
    render: (view, person) => renderView(setting, metaOf(person, ['render'], clock()), view),
    execute: (type, payload, meta) => run(setting, type, payload, meta),
  }
}
