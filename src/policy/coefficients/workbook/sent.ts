import { createHash } from 'node:crypto'
import type { Year } from '../../../kernel/ids.ts'
import { foldSubject, type Head } from '../../../kernel/subject.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'
import { isRatified } from '../../../results/queries.ts'
import type { Database } from '../../../store/database.ts'
import type { Examined, SentWorkbook } from '../../../workbook/sent/sent-workbook.ts'
import { findCurrentYear } from '../../queries.ts'
import type { CoefficientsByUnit } from '../../rules/coefficients.ts'
import {
  type CoefficientCounts,
  type CoefficientUnit,
  listCoefficients,
} from '../../rules/set-coefficients.ts'
import { signedBy } from '../../rules/signed.ts'
import type { YearEvent, YearState } from '../../rules/year.ts'
import { yearId, yearSubject } from '../../subject.ts'
import { coefficientUnits } from '../list.ts'
import { assessmentOf, completedNotices, waitingUnits } from '../notices.ts'
import { checkCoefficients } from './check.ts'
import { COEFFICIENT_SHEET, type CoefficientProblem } from './layout.ts'

export interface CoefficientProposal {
  readonly year: Year
  readonly units: ReadonlyMap<string, CoefficientUnit>
  readonly before: CoefficientsByUnit
  /** Those that differ from what is set. */
  readonly after: CoefficientsByUnit
  readonly events: readonly YearEvent[]
  /** The year's state that all this rests on. */
  readonly head: Head<YearState>
}

export type ExaminedCoefficients = Examined<
  'coefficients',
  CoefficientProblem,
  CoefficientCounts,
  CoefficientProposal
>

export const sentCoefficients: SentWorkbook<
  'coefficients',
  CoefficientProblem,
  CoefficientCounts,
  CoefficientProposal
> = {
  kind: 'coefficient-workbook',
  verbs: 'coefficients',
  layout: COEFFICIENT_SHEET,
  year: async (db) => (await findCurrentYear(db))?.year,
  signed: async (db, meta) => signedBy(await getActor(db, meta), meta.at),
  isOf: async (db, { by, inNameOf, today }) =>
    by === inNameOf || holds(await getActor(db, { by, inNameOf, today }), 'office'),
  examine,
  async apply(db, { year, after, events, head }, meta) {
    const change = yearSubject.change(yearId(year), head, events)
    const waiting = await waitingUnits(db, year, new Set(Object.keys(after)), meta)
    return {
      subjects: [change],
      notices: completedNotices(year, waiting, change.version),
      touches: waiting.map(({ unit }) => assessmentOf(year, unit)),
    }
  },
}

async function examine(
  db: Database,
  sheets: Parameters<typeof checkCoefficients>[0],
  year: Year,
  viewer: Viewer,
): Promise<ExaminedCoefficients> {
  const [head, by, units, ratified] = await Promise.all([
    foldSubject(db, yearSubject, yearId(year)),
    getActor(db, viewer),
    coefficientUnits(db, year),
    isRatified(db, year),
  ])
  const present = head.state.status === 'open' ? head.state.coefficients : {}
  const checked = checkCoefficients(sheets, { units, present })
  if ('faults' in checked) return checked
  return propose(head, checked.given, by, { units, ratified, year })
}

function propose(
  head: Head<YearState>,
  given: CoefficientsByUnit,
  by: Actor,
  {
    year,
    ...facts
  }: {
    readonly units: ReadonlyMap<string, CoefficientUnit>
    readonly ratified: boolean
    readonly year: Year
  },
): ExaminedCoefficients {
  const { state } = head
  const before = state.status === 'open' ? state.coefficients : {}
  const decision = listCoefficients(state, given, by, facts)
  if ('refusal' in decision && decision.refusal.code !== 'unchanged-coefficients') return decision
  const events = 'events' in decision ? decision.events : []
  const after = events.flatMap((event) =>
    event.type === 'coefficients.listed' ? Object.entries(event.coefficients) : [],
  )
  const set = after.filter(([unit]) => before[unit] === undefined).length
  return {
    proposal: { year, units: facts.units, before, after: Object.fromEntries(after), events, head },
    digest: digestOf(before, after),
    counts: after.length === 0 ? null : { set, changed: after.length - set },
  }
}

/** Names every change with what it replaces: another change of the same unit makes it another digest. */
function digestOf(before: CoefficientsByUnit, after: readonly (readonly [string, unknown])[]): string {
  const changes = after.map(([unit, given]) => [unit, before[unit] ?? null, given])
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)
}
