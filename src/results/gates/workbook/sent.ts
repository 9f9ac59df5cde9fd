/** The 一票否决报告表 as a workbook that is sent in: what it would report as the gates stand now, and reporting it. */
import { createHash } from 'node:crypto'
import type { Meta } from '../../../kernel/command.ts'
import type { Year } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { signedBy } from '../../../policy/rules/signed.ts'
import type { Database } from '../../../store/database.ts'
import type { Examined, SentWorkbook } from '../../../workbook/sent/sent-workbook.ts'
import { completedNotices } from '../../commands/report-gate.ts'
import { type GateCounts, type GateEvent, reportGate } from '../../rules/gate.ts'
import { gateId, gateSubject } from '../../subjects.ts'
import { checkGates, type GateRow, type GateSheets } from './check.ts'
import { findGateDesk, type GateDesk } from './desk.ts'
import { GATE_SHEET, type GateProblem } from './layout.ts'

export interface AreaProposal {
  readonly area: GateDesk['areas'][number]
  readonly rows: readonly GateRow[]
  readonly events: readonly GateEvent[]
}

export interface GateProposal {
  readonly desk: GateDesk
  readonly areas: readonly AreaProposal[]
}

export type ExaminedGates = Examined<'gates', GateProblem, GateCounts, GateProposal>

export const sentGates: SentWorkbook<'gates', GateProblem, GateCounts, GateProposal> = {
  kind: 'gate-workbook',
  verbs: 'gates',
  layout: GATE_SHEET,
  year: async (db) => (await findCurrentYear(db))?.year,
  signed: async (db, meta) => signedBy(await getActor(db, meta), meta.at),
  isOf: async (db, meta) => meta.by === meta.inNameOf || holds(await getActor(db, meta), 'lead-unit'),
  examine,
  apply,
}

async function examine(db: Database, sheets: GateSheets, year: Year, viewer: Viewer): Promise<ExaminedGates> {
  const desk = await findGateDesk(db, year, viewer)
  if (!desk) throw new Error(`a gate workbook of ${year}, a year that was never opened`)
  const checked = checkGates(sheets, desk)
  return 'faults' in checked ? checked : propose(checked.rows, desk, viewer)
}

async function apply(db: Database, { desk, areas }: GateProposal, meta: Meta) {
  const changed = areas.filter(({ events }) => events.length > 0)
  const subjects = changed.map(({ area, events }) =>
    gateSubject.change(gateId(desk.year, area.area.key), area.head, events),
  )
  const completed = subjects.map(({ state }, at) => ({ area: changed[at]?.area.area.key ?? '', state }))
  return { subjects, notices: await completedNotices(db, desk.year, completed, meta), touches: [] }
}

function propose(rows: readonly GateRow[], desk: GateDesk, { at }: Viewer): ExaminedGates {
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
  return { proposal: { desk, areas }, digest: digestOf(areas), counts: countsOf(areas) }
}

const verdictsOf = ({ events }: AreaProposal) =>
  events.flatMap((event) => (event.type === 'gate.reported' ? event.verdicts : []))

/** Names every change with the version that it replaces. */
function digestOf(areas: readonly AreaProposal[]): string {
  const changes = areas.map((one) => [one.area.area.key, one.area.head.version, verdictsOf(one)])
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)
}

/** Null where all is reported so already. */
function countsOf(areas: readonly AreaProposal[]): GateCounts | null {
  const verdicts = areas.flatMap(verdictsOf)
  const fail = verdicts.filter((one) => one.verdict === 'fail').length
  return verdicts.length === 0 ? null : { pass: verdicts.length - fail, fail }
}
