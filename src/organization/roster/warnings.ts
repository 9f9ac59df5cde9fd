/** What is allowed but will be missed later; shown in the preview. Pure. */
import type { LocalDate } from '../../kernel/time.ts'
import type { Role, UnitKind } from '../../store/schema/organization.ts'
import { assessingGroupKind } from '../rules/actor.ts'
import type { Roster } from './roster.ts'

export type WarningCode =
  | 'unit-without-leader'
  | 'unit-without-contact'
  | 'unit-without-head'
  | 'unit-without-group'
  | 'leaver-with-tasks'
  | 'scope-without-holder'

export interface Warning {
  readonly code: WarningCode
  /** Names: of units, or of people, groups and areas. */
  readonly units: readonly string[]
}

/** Units that nobody reviews (Article 13), fills in or sends for (6), or assesses (22). */
export function warningsOf(roster: Roster, today: LocalDate): Warning[] {
  const holders = (role: Role): Set<string> =>
    new Set(
      roster.roles.filter((one) => one.role === role && (!one.to || one.to >= today)).map((one) => one.scope),
    )
  const contacts = holders('contact')
  const heads = holders('head')
  const without = (code: WarningCode, lacks: (unit: Roster['units'][number]) => boolean): Warning => ({
    code,
    units: roster.units.filter(lacks).map((unit) => unit.name),
  })
  return [
    without('unit-without-leader', (unit) => unit.leader === null),
    without('unit-without-contact', (unit) => !contacts.has(unit.id)),
    without('unit-without-head', (unit) => !heads.has(unit.id)),
    without('unit-without-group', (unit) => !hasGroup(roster, unit.id, unit.kind)),
  ].filter((warning) => warning.units.length > 0)
}

function hasGroup(roster: Roster, unit: string, kind: UnitKind): boolean {
  return roster.teams.some((team) => team.kind === assessingGroupKind(kind) && team.units.includes(unit))
}
