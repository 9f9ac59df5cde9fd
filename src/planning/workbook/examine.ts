/** What a workbook that was read would do to the plans as they are now: for its card, and for its application. */
import { createHash } from 'node:crypto'
import type { Viewer } from '../../kernel/view.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { type Desk, findDesk } from '../drafting-desk.ts'
import type { WorkbookCounts, WorkbookState } from '../rules/goal-workbook.ts'
import { checkGoals } from './check-goals.ts'
import type { GoalFault } from './fault.ts'
import { loadRows } from './kept-rows.ts'
import type { UnitProposal } from './propose.ts'

export interface Proposal {
  readonly desk: Desk
  readonly units: readonly UnitProposal[]
  /** Digest of the changes: a confirmation names the one that it has seen. */
  readonly digest: string
  readonly counts: WorkbookCounts
}

export type Examined = { readonly faults: readonly GoalFault[] } | Proposal

/** @throws when the year of the workbook is gone, or its rows are */
export async function examineWorkbook(
  db: Database,
  blobs: Blobs,
  { year, rows }: Extract<WorkbookState, { status: 'read' }>,
  viewer: Viewer,
): Promise<Examined> {
  const [desk, sheets] = await Promise.all([findDesk(db, year, viewer), loadRows(blobs, rows)])
  if (!desk) throw new Error(`no year ${year}`)
  const checked = checkGoals(sheets, desk)
  if ('faults' in checked) return checked
  const { units } = checked
  return { desk, units, digest: digestOf(units), counts: countsOf(units) }
}

/** Names every change with the revision that it replaces: another change of the same goal makes it another digest. */
function digestOf(units: readonly UnitProposal[]): string {
  const changes = units.flatMap(({ seat, lines }) =>
    lines
      .filter((line) => line.what !== 'same')
      .map(({ goal, content }) => [seat.unit, goal?.id ?? '', goal?.revision ?? 0, content]),
  )
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)
}

function countsOf(units: readonly UnitProposal[]): WorkbookCounts {
  const lines = units.flatMap((unit) => unit.lines)
  const count = (what: 'new' | 'changed'): number => lines.filter((line) => line.what === what).length
  return {
    drafted: count('new'),
    revised: count('changed'),
    units: units.filter((unit) => unit.events.length > 0).length,
  }
}
