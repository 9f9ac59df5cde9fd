/** What a roster would leave with nobody: open work of those who leave, and roles whose last holder goes. Pure. */
import type { LocalDate } from '../../kernel/time.ts'
import type { Role } from '../../store/schema/organization.ts'
import type { Difference } from './difference.ts'
import type { Roster } from './roster.ts'
import type { Warning } from './warnings.ts'

/** Heads and contacts are warned of for each unit anyway, chair and office are demanded. */
const WATCHED: readonly Role[] = [
  'working-convenor',
  'inspection-convenor',
  'assessment-convenor',
  'lead-unit',
]

/** People whom the roster no longer lists. */
export const leavers = ({ people }: Pick<Difference, 'people'>): string[] =>
  people.filter(({ events }) => events.some(({ type }) => type === 'person.ended')).map(({ id }) => id)

/** `owners`: those who leave and own tasks that are not done. */
export function leftBehind(
  { roster, difference }: { readonly roster: Roster; readonly difference: Pick<Difference, 'people'> },
  owners: readonly { readonly name: string; readonly count: number }[],
  scopeName: (scope: string) => string | undefined,
  today: LocalDate,
): Warning[] {
  const lost = lostScopes(roster, difference, today).flatMap((scope) => scopeName(scope) ?? [])
  const named = owners.map(({ name, count }) => `${name}（${count} 项）`)
  return [
    ...(named.length > 0 ? [{ code: 'leaver-with-tasks', units: named } as const] : []),
    ...(lost.length > 0 ? [{ code: 'scope-without-holder', units: lost } as const] : []),
  ]
}

function lostScopes(roster: Roster, { people }: Pick<Difference, 'people'>, today: LocalDate): string[] {
  const kept = new Set(
    roster.roles.filter(({ to }) => to === null || to >= today).map(({ role, scope }) => `${role}:${scope}`),
  )
  const ended = people.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'role.ended' && WATCHED.includes(event.role) ? [event] : [])),
  )
  return [
    ...new Set(ended.filter(({ role, scope }) => !kept.has(`${role}:${scope}`)).map(({ scope }) => scope)),
  ]
}
