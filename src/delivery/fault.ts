/** What becomes of a row whose delivery failed. */
import { PlatformError } from '../chat/port.ts'
import { type Instant, localDateOf, plusMilliseconds } from '../kernel/time.ts'
import { sayError } from '../log.ts'
import { findPerson } from '../organization/queries.ts'
import { endDelivery, findDelivery } from '../store/deliveries.ts'
import { enqueueNotice, enqueueUpdates, postponed, settleFailed } from '../store/outbox.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'
import { isOfficesOwn, parkedNotices } from './parked.ts'
import { stillAsks } from './renewal.ts'
import { retryAfter } from './retry.ts'
import { rowFacts } from './row-facts.ts'
import { type DeliverDeps, viewOf } from './way.ts'

/** Where Feishu refuses everything, the office's own word of it must not be parked with the rest. */
const OFFICE_TOLD_EVERY_MS = 15 * 60_000

/** A delivery failed: tried again later, parked for a person to see, or renewed as a fresh card. Answers when it is due again. */
export async function settleFault(
  deps: DeliverDeps,
  row: OutboxTable,
  error: unknown,
): Promise<Instant | undefined> {
  if (!(error instanceof PlatformError)) {
    deps.log.error({ ...rowFacts(row), ...sayError(error) }, 'message could not be made')
    deps.meter.tried(row.kind, 'broken')
    return park(deps, row, '内部错误，详见日志')
  }
  const { fault } = error
  const now = deps.clock()
  if (fault.kind === 'rate-limited') deps.pace.holdUntil(Date.parse(now) + fault.retryAfterMs)
  const retry = retryAfter(fault, row.attempts, deps.random())
  deps.log.warn(
    { ...rowFacts(row), fault: fault.kind, attempts: row.attempts, next: retry.next },
    'delivery failed',
  )
  deps.meter.tried(row.kind, fault.kind)
  switch (retry.next) {
    case 'again': {
      const due = plusMilliseconds(now, retry.delayMs)
      await deps.db.commit([
        settleFailed(row, { state: 'waiting', due, error: fault.kind, countsAsTry: retry.countsAsTry }),
      ])
      return due
    }
    case 'park':
      if (fault.kind === 'recipient-gone' && (await hasLeft(deps, row))) return drop(deps, row)
      return isOfficesOwn(row) && fault.kind === 'refused'
        ? tellOfficeLater(deps, row)
        : park(deps, row, `${fault.kind}: ${fault.detail}`)
    case 'renew':
      return renew(deps, row)
  }
}

/** Whoever left needs no message any more, and the office no word of it. */
async function hasLeft({ db, clock }: DeliverDeps, { person }: OutboxTable): Promise<boolean> {
  const known = await findPerson(db, person)
  return known !== undefined && known.ended_on !== null && known.ended_on < localDateOf(clock())
}

async function drop(deps: DeliverDeps, row: OutboxTable): Promise<undefined> {
  const due = deps.clock()
  await deps.db.commit([
    settleFailed(row, { state: 'dropped', due, error: 'recipient-gone', countsAsTry: true }),
  ])
}

async function tellOfficeLater(deps: DeliverDeps, row: OutboxTable): Promise<Instant> {
  const due = plusMilliseconds(deps.clock(), OFFICE_TOLD_EVERY_MS)
  await deps.db.commit([postponed(row, due)])
  return due
}

async function park(deps: DeliverDeps, row: OutboxTable, error: string): Promise<undefined> {
  const now = deps.clock()
  const notices = await parkedNotices(deps.db, row, now)
  await deps.db.commit([
    settleFailed(row, { state: 'parked', due: now, error, countsAsTry: true }),
    ...notices.map((notice) => enqueueNotice(notice, now, row.cause)),
    ...(row.kind === 'fetch' && row.about !== null ? [enqueueUpdates(row.about, '', now, row.cause)] : []),
  ])
}

/** The platform froze the card (14 days): where it came unasked and still asks for something, the person gets a fresh one with the present state. */
async function renew(deps: DeliverDeps, row: OutboxTable): Promise<undefined> {
  const now = deps.clock()
  const fresh = {
    to: row.person,
    view: viewOf(row),
    about: row.about as `${string}:${string}` | null,
    key: `renew:${row.message_id}`,
  }
  const held = await findDelivery(deps.db, row.message_id ?? '')
  const asked = held?.notice === 1 && (await stillAsks(deps, fresh.view, row.person))
  await deps.db.commit([
    settleFailed(row, { state: 'dropped', due: now, error: 'too-old', countsAsTry: true }),
    endDelivery(row.message_id ?? ''),
    ...(asked ? [enqueueNotice(fresh, now, row.cause)] : []),
  ])
}
