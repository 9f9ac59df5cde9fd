/** The platform's directory, read for a chapter: minutes for ten thousand people, during which the row stays leased. */
import { PlatformError, type PlatformFault } from '../chat/port.ts'
import type { Meta } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { type Instant, localDateOf, millisecondsOf, plusMilliseconds } from '../kernel/time.ts'
import type { Statement } from '../store/database.ts'
import { postponed, settleSent } from '../store/outbox.ts'
import { DIRECTORY_READ, extendLease } from '../store/outbox-fetch.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'
import type { DeliverDeps } from './way.ts'

const LEASE_MS = 120_000
const RENEWED_EVERY_MS = 30_000

export const isDirectoryRead = (row: OutboxTable): boolean => row.key.startsWith(DIRECTORY_READ)

class StoppingError extends Error {}

/**
 * Reads it whole, keeps it as a blob, and executes the command that wanted it; a fault is told to that command at once,
 * because somebody is waiting. One that is given up for the stop of the service is begun anew.
 */
export async function readDirectory(
  deps: DeliverDeps,
  row: OutboxTable,
): Promise<{ readonly statements: readonly Statement[]; readonly due?: Instant }> {
  try {
    const found = await read(deps, row)
    const at = deps.clock()
    const meta: Meta = { by: row.person, inNameOf: row.person, causes: [row.key], at, today: localDateOf(at) }
    const { with: payload } = JSON.parse(row.params) as { readonly with: JsonObject }
    const outcome = await deps.execute(row.view, { ...payload, ...found }, meta)
    if (!outcome.ok)
      deps.log.warn({ key: row.key, refusal: outcome.refusal.code }, 'the directory was refused')
    return { statements: [settleSent(row, at)] }
  } catch (error) {
    if (!(error instanceof StoppingError)) throw error
    return { statements: [postponed(row, deps.clock())] }
  }
}

async function read(deps: DeliverDeps, row: OutboxTable): Promise<JsonObject> {
  try {
    const directory = await deps.platform.listDirectory(staying(deps, row))
    const bytes = new TextEncoder().encode(JSON.stringify(directory))
    return { sha256: await deps.blobs.put(bytes), size: bytes.byteLength }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    deps.log.warn({ key: row.key, fault: error.fault.kind }, 'the directory could not be read')
    return { fault: faultOf(error.fault) }
  }
}

/** After each page: the lease is renewed where half a minute of it is gone. */
function staying(deps: DeliverDeps, row: OutboxTable): () => Promise<void> {
  let renewed = millisecondsOf(deps.clock())
  return async () => {
    if (deps.stopping?.()) throw new StoppingError()
    const now = deps.clock()
    if (millisecondsOf(now) - renewed < RENEWED_EVERY_MS) return
    renewed = millisecondsOf(now)
    await deps.db.commit([extendLease(row, plusMilliseconds(now, LEASE_MS))])
  }
}

function faultOf(fault: PlatformFault): JsonObject {
  switch (fault.kind) {
    case 'credentials':
      return fault.scopes ? { kind: 'scopes', scopes: fault.scopes } : { kind: 'credentials' }
    case 'rate-limited':
      return { kind: 'limited' }
    case 'unreachable':
      return { kind: 'unreachable' }
    case 'recipient-gone':
    case 'too-old':
    case 'refused':
      return { kind: 'refused', code: /code (\d+)/.exec(fault.detail)?.[1] ?? '' }
  }
}
