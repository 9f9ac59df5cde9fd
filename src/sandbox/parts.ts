/** The parts of one campus, each made once and handed to those who use it. */
import type { ApiParts } from './api/api.ts'
import { checkPeople } from './card-people.ts'
import type { ChatParts } from './chat.ts'
import { createEventDelivery } from './delivery/events.ts'
import { postToWebhook, type Wire } from './delivery/post.ts'
import { createFaultSwitch } from './faults.ts'
import { createFileStore } from './files.ts'
import { createLimiter } from './limits.ts'
import { createListeners, type Listeners } from './listeners.ts'
import { createLongConnections } from './long-connection/connections.ts'
import { createMessageStore } from './messages.ts'
import type { CampusOptions } from './options.ts'
import { createRegistry, type Registry } from './registry.ts'
import { type Journal, openJournal } from './storage.ts'
import { realTimer } from './timer.ts'
import { createCardTokens, createTenantTokens } from './tokens.ts'

interface OwnParts {
  readonly wire: Wire
  readonly journal: Journal
  readonly listeners: Listeners
  readonly directory: Registry
  /** How many days the clock has been moved in all. */
  readonly moved: { days: number }
}
export type CampusParts = ApiParts & ChatParts & OwnParts

type Base = ReturnType<typeof basicParts>
const DAY = 24 * 60 * 60 * 1000

/** Makes the parts; nothing runs yet and the log is not read yet. */
export function createParts(options: CampusOptions): CampusParts {
  const base = basicParts(options)
  return { ...base, ...storesOf(base), ...deliveryOf(base, options), ...platformOf(base, options) }
}

function basicParts(options: CampusOptions) {
  const log = options.log ?? (() => {})
  const wire = wireOf(options)
  return {
    app: options.app,
    wire,
    now: wire.now,
    ids: wire.ids,
    timer: wire.timer,
    log,
    journal: openJournal(options.storage, log),
    directory: createRegistry(options),
    listeners: createListeners(log),
    faults: createFaultSwitch(),
    moved: { days: 0 },
  }
}

function storesOf(base: Base) {
  return {
    messages: createMessageStore(base.journal),
    files: createFileStore(base.journal, base.ids),
    changed: (message: { openId: string; messageId: string }, what: 'new' | 'changed') =>
      base.listeners.tell({ openId: message.openId, messageId: message.messageId, what }),
  }
}

function deliveryOf(base: Base, options: CampusOptions) {
  const connections = createLongConnections(base)
  const post = (body: string) =>
    connections.count() > 0 ? connections.deliver(body) : postToWebhook(base.wire, body)
  const repeats = () => base.faults.current().redeliver ?? 0
  return {
    post,
    connections,
    events: createEventDelivery({ ...base, post, repeats }),
    untouched: options.untouched ?? ('missing' as const),
  }
}

function platformOf(base: Base, options: CampusOptions) {
  const people = checkPeople((openId) => base.directory.byOpenId(openId) !== undefined)
  return {
    // A client's token lives by time that really passed, so that moving the clock strands nobody.
    tokens: createTenantTokens(() => base.now() - base.moved.days * DAY, base.ids),
    cardTokens: createCardTokens(base.now, base.ids),
    limiter: createLimiter(options.limits, base.now),
    checks: options.checkCard === undefined ? [people] : [people, options.checkCard],
    unavailable: {
      has: (openId: string) =>
        options.unavailable?.includes(openId) === true || base.directory.standingOf(openId) === 'resigned',
    },
  }
}

function wireOf(options: CampusOptions): Wire {
  const { webhookUrl } = options
  return {
    app: options.app,
    url: typeof webhookUrl === 'string' ? () => webhookUrl : webhookUrl,
    now: () => options.clock.now(),
    ids: () => options.ids().replaceAll('-', ''),
    timer: options.timer ?? realTimer,
    fetch: options.fetch ?? fetch,
  }
}
