/** Empties the outbox: right after a commit (`kick`), and by the clock (`sweep`). */
import { type Instant, millisecondsOf, plusMilliseconds } from '../kernel/time.ts'
import { sayError } from '../log.ts'
import { findDigestHours } from '../policy/queries.ts'
import { endDelivery, listAgeingDeliveries } from '../store/deliveries.ts'
import { claimOutbox, enqueueNotice, postponed } from '../store/outbox.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'
import { deliver } from './deliver.ts'
import { isDirectoryRead } from './read-directory.ts'
import { isDaytime, stillAsks } from './renewal.ts'
import type { DeliverDeps } from './way.ts'

/** Long enough for a batch at the platform's pace with calls that time out. */
const LEASE_MS = 120_000
const BATCH = 50
const RENEW_AFTER_MS = 13 * 86_400_000

export interface Delivery {
  /** Something was committed: deliver soon. Returns at once. */
  kick(): void
  /** Delivers until nothing is due; resolves when the outbox is drained. */
  drain(): Promise<void>
  /** Takes nothing new, gives back what has not begun, and waits for what is under way. */
  stop(): Promise<void>
}

export interface SweepDeps extends DeliverDeps {
  readonly ids: () => string
}

/**
 * At most one drain runs at a time in this process; other processes share by leases. One whose round outlived every
 * lease is not waited for: on Workers it dies with the request that began it.
 */
export function createDelivery(deps: SweepDeps): Delivery {
  let running: Promise<void> | undefined
  let roundSince = 0
  let again = false
  let stopped = false
  const slow = new Set<Promise<unknown>>()
  const way: SweepDeps = { ...deps, stopping: () => stopped }
  const now = (): number => millisecondsOf(deps.clock())

  /** What takes minutes keeps no message waiting; what it leaves in the outbox goes out when it is over. */
  const beside = (row: OutboxTable): void => {
    const task: Promise<unknown> = deliver(way, row).finally(() => {
      slow.delete(task)
      void sweep()
    })
    slow.add(task)
  }

  const rounds = async (): Promise<void> => {
    do {
      again = false
      do roundSince = now()
      while (!stopped && (await round(way, beside)) > 0)
    } while (again && !stopped)
  }

  const sweep = (): Promise<void> => {
    again = true
    if (running && now() - roundSince <= LEASE_MS) return running
    const mine: Promise<void> = rounds()
      .catch((error: unknown) => deps.log.error(sayError(error), 'outbox sweep failed'))
      .finally(() => {
        if (running === mine) running = undefined
      })
    running = mine
    return mine
  }

  return {
    kick: () => void sweep(),
    async drain() {
      await sweep()
      while (slow.size > 0) {
        await Promise.all(slow)
        await sweep()
      }
    },
    async stop() {
      stopped = true
      await running
      await Promise.all(slow)
    },
  }
}

async function round(deps: SweepDeps, beside: (row: OutboxTable) => void): Promise<number> {
  const now = deps.clock()
  const rows = await claimOutbox(deps.db, {
    now,
    until: plusMilliseconds(now, LEASE_MS),
    lease: deps.ids(),
    most: BATCH,
  })
  for (const row of rows.filter(isDirectoryRead)) beside(row)
  const quick = rows.filter((row) => !isDirectoryRead(row))
  await Promise.all(byPerson(quick).map((own) => inOrder(deps, own)))
  return rows.length
}

function byPerson(rows: readonly OutboxTable[]): OutboxTable[][] {
  const lists = new Map<string, OutboxTable[]>()
  for (const row of rows) {
    const own = lists.get(row.person)
    if (own) own.push(row)
    else lists.set(row.person, [row])
  }
  return [...lists.values()]
}

/** One person's messages arrive in the order in which they were written: where one must wait, the later ones wait with it. */
async function inOrder(deps: SweepDeps, rows: readonly OutboxTable[]): Promise<void> {
  for (const [position, row] of rows.entries()) {
    if (deps.stopping?.() === true) return giveBack(deps, rows.slice(position), deps.clock())
    const due = await deliver(deps, row)
    if (due === undefined) continue
    return giveBack(deps, rows.slice(position + 1), due)
  }
}

async function giveBack(deps: SweepDeps, rows: readonly OutboxTable[], due: Instant): Promise<void> {
  if (rows.length > 0) await deps.db.commit(rows.map((one) => postponed(one, due)))
}

/**
 * Day 13 renews what the platform freezes on day 14, where it came unasked and still asks for something: a fresh card is
 * sent, once, in the daytime of a working day. Every other old card is no longer followed; who wants it asks for it again.
 */
export async function renewAgeing(deps: DeliverDeps): Promise<void> {
  const now = deps.clock()
  if (!isDaytime(now, await findDigestHours(deps.db))) return
  const before = plusMilliseconds(now, -RENEW_AFTER_MS)
  for (const old of await listAgeingDeliveries(deps.db, before)) {
    const view = { name: old.view, params: JSON.parse(old.params) as Record<string, string> }
    const about = old.about as `${string}:${string}` | null
    const fresh = { to: old.person, view, about, key: `renew:${old.message_id}` }
    const asked = old.notice === 1 && old.newer === 0 && (await stillAsks(deps, view, old.person))
    await deps.db.commit([endDelivery(old.message_id), ...(asked ? [enqueueNotice(fresh, now)] : [])])
  }
}

/** Whether the oldest due row has waited longer than `limitMs`. */
export function isStuck(oldest: string | null, now: string, limitMs: number): boolean {
  return oldest !== null && millisecondsOf(now as `${string}T${string}Z`) - Date.parse(oldest) > limitMs
}
