/** What a roster that was read would do to the organization as it is now: for its card, and for its application. */
import type { Instant, LocalDate } from '../kernel/time.ts'
import { findCurrentYear } from '../policy/queries.ts'
import { REGULATION_DEFAULTS } from '../policy/rules/policy.ts'
import type { Blobs } from '../store/blobs.ts'
import type { Database } from '../store/database.ts'
import { loadHeld } from './held.ts'
import { listTaskOwners } from './people/queries.ts'
import { loadOrganization, type Organization } from './present.ts'
import { type Accounts, assignAccounts } from './roster/accounts.ts'
import type { RosterFault } from './roster/check/fault.ts'
import { heldFaults } from './roster/check/held.ts'
import { type CheckFacts, checkRoster } from './roster/check-roster.ts'
import { compare, type Difference } from './roster/difference.ts'
import { loadRows } from './roster/kept-rows.ts'
import { leavers, leftBehind } from './roster/left-behind.ts'
import type { Roster } from './roster/roster.ts'
import { type Warning, warningsOf } from './roster/warnings.ts'
import { openIdOf } from './rules/person.ts'

type GateAreas = CheckFacts['areas']

export interface Proposal {
  readonly present: Organization
  readonly roster: Roster
  readonly difference: Difference
  readonly accounts: Accounts
  readonly warnings: readonly Warning[]
  readonly areas: GateAreas
  /** False where the platform's directory could not be asked. */
  readonly asked: boolean
}

export type Examined = { readonly faults: readonly RosterFault[] } | Proposal

/** `rows`: SHA-256 of the kept rows. */
export async function examineRoster(
  db: Database,
  blobs: Blobs,
  rows: string,
  today: LocalDate,
): Promise<Examined> {
  const [kept, areas, present] = await Promise.all([
    loadRows(blobs, rows),
    findGateAreas(db),
    loadOrganization(db),
  ])
  const checked = checkRoster(kept.sheets, { areas, today })
  if ('faults' in checked) return checked
  const { roster } = checked
  const accounts = assignAccounts(roster.people, kept.found, knownAccounts(present))
  const difference = compare(present, roster, accounts.byPerson, today)
  const faults = heldFaults(kept.sheets, difference, await loadHeld(db, difference))
  if (faults.length > 0) return { faults }
  const owners = await listTaskOwners(db, leavers(difference))
  const left = leftBehind({ roster, difference }, owners, namesIn(roster, areas), today)
  return {
    present,
    roster,
    difference,
    accounts,
    warnings: [...warningsOf(roster, today), ...left],
    areas,
    asked: kept.asked,
  }
}

/** Groups that stay, and gate areas. */
function namesIn({ teams }: Roster, areas: GateAreas): (scope: string) => string | undefined {
  const names = new Map(
    [...teams, ...areas.map(({ key: id, name }) => ({ id, name }))].map(({ id, name }) => [id, name]),
  )
  return (scope) => names.get(scope)
}

/** The gate areas of the year's policy; before the first year, the regulation's (Article 27). */
export async function findGateAreas(db: Database): Promise<GateAreas> {
  return (await findCurrentYear(db))?.policy.gateAreas ?? REGULATION_DEFAULTS.gateAreas
}

function knownAccounts(present: Organization): Map<string, string> {
  const known = new Map<string, string>()
  for (const [id, { state }] of present.people) {
    const openId = openIdOf(state)
    if (openId !== null) known.set(id, openId)
  }
  return known
}

/** Who did it and when, as the rules want it. */
export const actOf = (meta: { readonly by: string; readonly at: Instant }): { by: string; at: Instant } => ({
  by: meta.by,
  at: meta.at,
})
