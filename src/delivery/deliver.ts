/** One row of the outbox on its way out: rendered from the tables as they are now, sent or updated, and settled. */
import { PlatformError } from '../chat/port.ts'
import type { Meta } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { type Instant, localDateOf, millisecondsOf, plusMilliseconds } from '../kernel/time.ts'
import { sayError } from '../log.ts'
import { requestIdOf, traced, untraced } from '../operation/trace.ts'
import { findOpenId } from '../organization/queries.ts'
import type { Statement } from '../store/database.ts'
import { insertDelivery } from '../store/deliveries.ts'
import { postponed, settleSent } from '../store/outbox.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'
import { settleFault } from './fault.ts'
import { isDirectoryRead, readDirectory } from './read-directory.ts'
import { isNotice } from './renewal.ts'
import { rowFacts, sendKey } from './row-facts.ts'
import { type DeliverDeps, viewOf } from './way.ts'

/** Longer, and the row is given back: its lease is not for waiting. */
const LONGEST_WAIT_MS = 1000

interface FetchParams {
  readonly file: { readonly key: string; readonly name: string; readonly kind: 'image' | 'file' }
  readonly with: JsonObject
}

/**
 * Delivers one claimed row; answers when it is due again where it must wait. Never throws: a fault is settled as a later
 * try or as parked; only a failing database leaves the lease to run out.
 */
export async function deliver(deps: DeliverDeps, row: OutboxTable): Promise<Instant | undefined> {
  return tracedAs(row, async () => {
    const since = deps.elapsed()
    try {
      if (leaseIsEnding(deps, row)) return row.due_at
      const { statements, due } = await attempt(deps, row)
      await deps.db.commit(statements)
      if (due === undefined) sayDelivered(deps, row, deps.elapsed() - since)
      return due
    } catch (error) {
      return settleFault(deps, row, error).catch((failure: unknown) => {
        deps.log.error({ ...rowFacts(row), ...sayError(failure) }, 'outbox row not settled')
        return row.due_at
      })
    }
  })
}

/** Lines carry the id of the delivery that the row follows from, where it may be known. */
function tracedAs<T>({ cause }: OutboxTable, run: () => T): T {
  const request = requestIdOf([cause ?? ''], null, () => '')
  return request === '' ? untraced(run) : traced(request, run)
}

function sayDelivered({ log, meter }: DeliverDeps, row: OutboxTable, ms: number): void {
  log.info({ ...rowFacts(row), attempts: row.attempts, ms: Math.round(ms) }, 'delivered')
  meter.tried(row.kind, 'sent')
}

/** What is left of the lease must suffice for a call that times out; else the row waits for its next claimer. */
function leaseIsEnding(deps: DeliverDeps, row: OutboxTable): boolean {
  return millisecondsOf(row.due_at) - millisecondsOf(deps.clock()) < 15_000
}

/** Waits for the row's turn: 0 when it has come, else the ms after which the row had better come back, without end where the service ends. */
async function turnOf(deps: DeliverDeps, row: OutboxTable): Promise<number> {
  for (;;) {
    if (deps.stopping?.() === true) return Number.POSITIVE_INFINITY
    const waitMs = deps.pace.ask(row.person, millisecondsOf(deps.clock()))
    if (waitMs === 0 || waitMs > LONGEST_WAIT_MS) return waitMs
    await deps.wait(waitMs)
  }
}

/** What came of a try: the statements that settle it, and when the row is due again where it only waits. */
interface Attempt {
  readonly statements: readonly Statement[]
  readonly due?: Instant
}

function comeBack(deps: DeliverDeps, row: OutboxTable, ms: number): Attempt {
  const due = plusMilliseconds(deps.clock(), Number.isFinite(ms) ? ms : 0)
  return { statements: [postponed(row, due)], due }
}

async function attempt(deps: DeliverDeps, row: OutboxTable): Promise<Attempt> {
  switch (row.kind) {
    case 'send':
      return send(deps, row)
    case 'update':
      return update(deps, row)
    case 'fetch':
      return isDirectoryRead(row) ? readDirectory(deps, row) : fetchFile(deps, row)
  }
}

async function send(deps: DeliverDeps, row: OutboxTable): Promise<Attempt> {
  const [message, openId] = [await deps.render(viewOf(row), row.person), await openIdOf(deps, row.person)]
  const waitMs = await turnOf(deps, row)
  if (waitMs > 0) return comeBack(deps, row, waitMs)
  const { messageId, chatId } = await deps.platform.send(openId, message, sendKey(row.key))
  const { person, view, params, about } = row
  const notice: 0 | 1 = isNotice(row.key) ? 1 : 0
  const held = {
    message_id: messageId,
    chat_id: chatId,
    person,
    view,
    params,
    about,
    notice,
    sent_at: deps.clock(),
  }
  return {
    statements: [settleSent(row, deps.clock()), ...(message.kind === 'card' ? [insertDelivery(held)] : [])],
  }
}

async function update(deps: DeliverDeps, row: OutboxTable): Promise<Attempt> {
  const message = await deps.render(viewOf(row), row.person)
  const waitMs = await turnOf(deps, row)
  if (waitMs > 0) return comeBack(deps, row, waitMs)
  await deps.platform.update(row.message_id ?? '', message)
  return { statements: [settleSent(row, deps.clock())] }
}

/** Fetches the file, keeps its bytes, and executes the command that wanted it; the cause makes a repeat harmless. */
async function fetchFile(deps: DeliverDeps, row: OutboxTable): Promise<Attempt> {
  const waitMs = await turnOf(deps, row)
  if (waitMs > 0) return comeBack(deps, row, waitMs)
  const { file, with: payload } = JSON.parse(row.params) as FetchParams
  const bytes = await deps.platform.fetchFile(row.message_id ?? '', file)
  const sha256 = await deps.blobs.put(bytes)
  const at = deps.clock()
  const meta: Meta = { by: row.person, inNameOf: row.person, causes: [row.key], at, today: localDateOf(at) }
  const outcome = await deps.execute(row.view, { ...payload, sha256, size: bytes.byteLength }, meta)
  if (!outcome.ok) deps.log.warn({ ...rowFacts(row), refusal: outcome.refusal.code }, 'fetched file refused')
  return { statements: [settleSent(row, at)] }
}

async function openIdOf(deps: DeliverDeps, person: string): Promise<string> {
  if (/^(?:open|chat):/.test(person)) return person.slice(person.indexOf(':') + 1)
  const openId = await findOpenId(deps.db, deps.platform.name, person)
  if (!openId) throw new PlatformError({ kind: 'recipient-gone', detail: '此人尚未绑定飞书账号' })
  return openId
}
