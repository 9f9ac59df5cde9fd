/** Who is told of a role: the holder, and where it is a unit's or a group's its head or convenor sees it on the cards. */
import type { Notice } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Role } from '../../store/schema/organization.ts'

export interface ToldRole {
  readonly person: PersonId
  readonly role: Role
  readonly scope: string
  readonly from?: LocalDate
  readonly to: LocalDate | null
  readonly why: 'given' | 'ended'
}

/** `version`: of the organization, so that it is told once. Nobody is told of the own act. */
export function tellOfRole(
  { person, role, scope, from, to, why }: ToldRole,
  version: number,
  by: PersonId,
): Notice[] {
  if (person === by) return []
  const params = { role, scope, why, from: from ?? null, to }
  const key = `role-${why}:${version}:${person}:${role}:${scope}`
  return [{ to: person, view: { name: 'role-told', params }, about: null, key }]
}
