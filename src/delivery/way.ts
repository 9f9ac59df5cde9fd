/** What delivery is handed, and the view of a row. */
import type { Message } from '../../cards/kit.ts'
import type { ChatPlatform } from '../chat/port.ts'
import type { Meta, Outcome, View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { Clock } from '../kernel/time.ts'
import type { Watch } from '../operation/handled.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'
import type { Pace } from './pace.ts'

export interface DeliverDeps extends Watch {
  readonly db: Database
  readonly platform: ChatPlatform
  readonly blobs: Blobs
  readonly pace: Pace
  readonly clock: Clock
  /** A number in [0, 1). */
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly render: (view: View, person: PersonId) => Promise<Message>
  readonly execute: (type: string, payload: JsonObject, meta: Meta) => Promise<Outcome>
  /** Whether the service is stopping: what has not begun goes back to the others; what takes minutes gives up, and is begun anew by the next. */
  readonly stopping?: () => boolean
}

export function viewOf(row: OutboxTable): View {
  return { name: row.view, params: JSON.parse(row.params) as JsonObject }
}
