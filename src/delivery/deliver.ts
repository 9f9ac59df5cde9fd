/** One row of the outbox on its way out: rendered from the tables as they are now, sent or updated, and settled. */
import { createHash } from 'node:crypto'
import type { Message } from '../../cards/kit.ts'
import { type ChatPlatform, PlatformError } from '../chat/port.ts'
import type { Meta, Outcome, View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { PersonId } from '../kernel/ids.ts'
import { type Clock, localDateOf, millisecondsOf, plusMilliseconds } from '../kernel/time.ts'
import type { Log } from '../log.ts'
import { findOpenId } from '../organization/queries.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database, Statement } from '../store/database.ts'
import { endDelivery, insertDelivery } from '../store/deliveries.ts'
import { enqueueNotice, settleFailed, settleSent } from '../store/outbox.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'
import type { Pace } from './pace.ts'
import { isOfficesOwn, parkedNotices } from './parked.ts'
import { retryAfter } from './retry.ts'

export interface DeliverDeps {
  readonly db: Database
  readonly platform: ChatPlatform
  readonly blobs: Blobs
  readonly pace: Pace
  readonly clock: Clock
  readonly log: Log
  /** A number in [0, 1). */
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly render: (view: View, person: PersonId) => Promise<Message>
  readonly execute: (type: string, payload: JsonObject, meta: Meta) => Promise<Outcome>
}

/** Where Feishu refuses everything, the office's own word of it must not be parked with the rest. */
const OFFICE_TOLD_EVERY_MS = 15 * 60_000

interface FetchParams {
  readonly file: { readonly key: string; readonly name: string; readonly kind: 'image' | 'file' }
  readonly with: JsonObject
}

/** Delivers one claimed row. Never throws: a fault is settled as a later try or as parked; only a failing database leaves the lease to run out. */
export async function deliver(deps: DeliverDeps, row: OutboxTable): Promise<void> {
  try {
    if (leaseIsEnding(deps, row)) return
    const waitMs = deps.pace.reserve(row.person, Date.parse(deps.clock()))
    if (waitMs === undefined) return await comeBackLater(deps, row, 1000)
    if (waitMs > 0) await deps.wait(waitMs)
    await deps.db.commit(await attempt(deps, row))
  } catch (error) {
    await settleFault(deps, row, error).catch((failure: unknown) =>
      deps.log.error({ key: row.key, error: String(failure) }, 'outbox row not settled'),
    )
  }
}

/** What is left of the lease must suffice for a call that times out; else the row waits for its next claimer. */
function leaseIsEnding(deps: DeliverDeps, row: OutboxTable): boolean {
  return millisecondsOf(row.due_at) - millisecondsOf(deps.clock()) < 15_000
}

async function comeBackLater(deps: DeliverDeps, row: OutboxTable, ms: number): Promise<void> {
  const due = plusMilliseconds(deps.clock(), ms)
  await deps.db.commit([settleFailed(row, { state: 'waiting', due, error: '', countsAsTry: false })])
}

async function attempt(deps: DeliverDeps, row: OutboxTable): Promise<Statement[]> {
  switch (row.kind) {
    case 'send':
      return send(deps, row)
    case 'update':
      return update(deps, row)
    case 'fetch':
      return fetchFile(deps, row)
  }
}

async function send(deps: DeliverDeps, row: OutboxTable): Promise<Statement[]> {
  const message = await deps.render(viewOf(row), row.person)
  const sent = await deps.platform.send(await openIdOf(deps, row.person), message, sendKey(row.key))
  const delivery = {
    message_id: sent.messageId,
    chat_id: sent.chatId,
    person: row.person,
    view: row.view,
    params: row.params,
    about: row.about,
    sent_at: deps.clock(),
  }
  return [settleSent(row, deps.clock()), ...(message.kind === 'card' ? [insertDelivery(delivery)] : [])]
}

async function update(deps: DeliverDeps, row: OutboxTable): Promise<Statement[]> {
  await deps.platform.update(row.message_id ?? '', await deps.render(viewOf(row), row.person))
  return [settleSent(row, deps.clock())]
}

/** Fetches the file, keeps its bytes, and executes the command that wanted it; the cause makes a repeat harmless. */
async function fetchFile(deps: DeliverDeps, row: OutboxTable): Promise<Statement[]> {
  const { file, with: payload } = JSON.parse(row.params) as FetchParams
  const bytes = await deps.platform.fetchFile(row.message_id ?? '', file)
  const sha256 = await deps.blobs.put(bytes)
  const at = deps.clock()
  const meta: Meta = { by: row.person, inNameOf: row.person, causes: [row.key], at, today: localDateOf(at) }
  const outcome = await deps.execute(row.view, { ...payload, sha256, size: bytes.byteLength }, meta)
  if (!outcome.ok) deps.log.warn({ key: row.key, refusal: outcome.refusal.code }, 'fetched file refused')
  return [settleSent(row, at)]
}

async function settleFault(deps: DeliverDeps, row: OutboxTable, error: unknown): Promise<void> {
  if (!(error instanceof PlatformError)) {
    deps.log.error(
      { key: row.key, view: row.view, error: error instanceof Error ? error.stack : String(error) },
      'message could not be made',
    )
    return park(deps, row, '内部错误，详见日志')
  }
  const { fault } = error
  const now = deps.clock()
  if (fault.kind === 'rate-limited') deps.pace.holdUntil(Date.parse(now) + fault.retryAfterMs)
  const retry = retryAfter(fault, row.attempts, deps.random())
  deps.log.warn(
    { key: row.key, fault: fault.kind, attempts: row.attempts, next: retry.next },
    'delivery failed',
  )
  switch (retry.next) {
    case 'again': {
      const due = plusMilliseconds(now, retry.delayMs)
      return deps.db.commit([
        settleFailed(row, { state: 'waiting', due, error: fault.kind, countsAsTry: retry.countsAsTry }),
      ])
    }
    case 'park':
      return isOfficesOwn(row) && fault.kind === 'refused'
        ? comeBackLater(deps, row, OFFICE_TOLD_EVERY_MS)
        : park(deps, row, `${fault.kind}: ${fault.detail}`)
    case 'renew':
      return renew(deps, row)
  }
}

async function park(deps: DeliverDeps, row: OutboxTable, error: string): Promise<void> {
  const now = deps.clock()
  const notices = await parkedNotices(deps.db, row, now)
  await deps.db.commit([
    settleFailed(row, { state: 'parked', due: now, error, countsAsTry: true }),
    ...notices.map((notice) => enqueueNotice(notice, now)),
  ])
}

/** The platform froze the card (14 days): the person gets a fresh one with the present state. */
async function renew(deps: DeliverDeps, row: OutboxTable): Promise<void> {
  const now = deps.clock()
  const fresh = {
    to: row.person,
    view: viewOf(row),
    about: row.about as `${string}:${string}` | null,
    key: `renew:${row.message_id}`,
  }
  await deps.db.commit([
    settleFailed(row, { state: 'dropped', due: now, error: 'too-old', countsAsTry: true }),
    endDelivery(row.message_id ?? ''),
    enqueueNotice(fresh, now),
  ])
}

function viewOf(row: OutboxTable): View {
  return { name: row.view, params: JSON.parse(row.params) as JsonObject }
}

async function openIdOf(deps: DeliverDeps, person: string): Promise<string> {
  if (person.startsWith('open:')) return person.slice('open:'.length)
  const openId = await findOpenId(deps.db, deps.platform.name, person)
  if (!openId) throw new PlatformError({ kind: 'recipient-gone', detail: '此人尚未绑定飞书账号' })
  return openId
}

/** At most 50 characters, the same for every try of one row (protocol 4.2, `uuid`). */
function sendKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40)
}
