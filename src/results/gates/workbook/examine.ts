/** What a workbook that was read would report, as the gates stand now: for its card, and for its application. */
import { createHash } from 'node:crypto'
import type { Viewer } from '../../../kernel/view.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import { type GateEvent, type GateRefusal, reportGate } from '../../rules/gate.ts'
import type { GateCounts, GateWorkbookState } from '../../rules/gate-workbook.ts'
import { checkGates, type GateRow, type GateSheets } from './check.ts'
import { findGateDesk, type GateDesk } from './desk.ts'
import type { GateCellFault } from './layout.ts'

export interface AreaProposal {
  readonly area: GateDesk['areas'][number]
  readonly rows: readonly GateRow[]
  readonly events: readonly GateEvent[]
}

export type Examined =
  | { readonly faults: readonly GateCellFault[] }
  /** The person reports on nothing any more, or it is too late. */
  | { readonly refusal: GateRefusal }
  | {
      readonly desk: GateDesk
      readonly areas: readonly AreaProposal[]
      /** Digest of the changes: a confirmation names the one that it has seen. */
      readonly digest: string
      readonly counts: GateCounts
    }

/** @throws when the rows of the workbook are gone */
export async function examineGates(
  db: Database,
  blobs: Blobs,
  { year, rows }: Extract<GateWorkbookState, { status: 'read' }>,
  viewer: Viewer,
): Promise<Examined> {
  const [desk, bytes] = await Promise.all([findGateDesk(db, year, viewer), blobs.get(rows)])
  if (!desk || !bytes) throw new Error(`the rows of a gate workbook are gone: ${rows}`)
  // Written by keepRows.
  const sheets = JSON.parse(new TextDecoder().decode(bytes)) as GateSheets
  const checked = checkGates(sheets, desk)
  if ('faults' in checked) return checked
  return propose(checked.rows, desk, viewer)
}

/** Answers the SHA-256 of the blob that keeps the cells. */
export const keepRows = (blobs: Blobs, sheets: GateSheets): Promise<string> =>
  blobs.put(new TextEncoder().encode(JSON.stringify(sheets)))

function propose(rows: readonly GateRow[], desk: GateDesk, { at }: Viewer): Examined {
  const units = new Map(desk.units.map(({ id, name }) => [id, name]))
  const areas: AreaProposal[] = []
  for (const area of desk.areas) {
    const own = rows.filter((row) => row.area === area.area.key)
    if (own.length === 0) continue
    const verdicts = own.map(({ unit, verdict, reason }) => ({ unit, verdict, reason }))
    const facts = { area: area.area, phase: desk.phase, units }
    const decision = reportGate(area.head.state, { year: desk.year, verdicts }, desk.by, at, facts)
    if (!('refusal' in decision)) areas.push({ area, rows: own, events: decision.events })
    else if (decision.refusal.code === 'unchanged-report') areas.push({ area, rows: own, events: [] })
    else return { refusal: decision.refusal }
  }
  return { desk, areas, digest: digestOf(areas), counts: countsOf(areas) }
}

const verdictsOf = ({ events }: AreaProposal) =>
  events.flatMap((event) => (event.type === 'gate.reported' ? event.verdicts : []))

/** Names every change with the version that it replaces. */
function digestOf(areas: readonly AreaProposal[]): string {
  const changes = areas.map((one) => [one.area.area.key, one.area.head.version, verdictsOf(one)])
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)
}

function countsOf(areas: readonly AreaProposal[]): GateCounts {
  const verdicts = areas.flatMap(verdictsOf)
  const fail = verdicts.filter((one) => one.verdict === 'fail').length
  return { pass: verdicts.length - fail, fail }
}
