/** What a role may be for: a unit, a group, a gate area, or the whole school. */
import type { Database } from '../../store/database.ts'
import type { Role } from '../../store/schema/organization.ts'
import { findGateAreas } from '../examine.ts'
import { listUnits } from '../queries.ts'
import { ROLE_SCOPES, type ScopeKind } from '../roster/layout.ts'
import { listTeams } from '../teams/queries.ts'

export interface Scope {
  readonly id: string
  readonly name: string
}

export const WHOLE_SCHOOL: Scope = { id: '', name: '全校' }

export async function listScopes(db: Database, kind: ScopeKind): Promise<readonly Scope[]> {
  switch (kind) {
    case 'school':
      return [WHOLE_SCHOOL]
    case 'area':
      return (await findGateAreas(db)).map(({ key, name }) => ({ id: key, name }))
    case 'unit':
      return (await listUnits(db)).map(({ id, name }) => ({ id, name }))
    case 'working':
    case 'inspection':
    case 'assessment':
      return (await listTeams(db)).filter((team) => team.kind === kind)
  }
}

/** The one that is meant, by number or name; of several whose names have the words, none. */
export async function findScope(db: Database, role: Role, words: string): Promise<Scope | undefined> {
  const kind = ROLE_SCOPES[role]
  if (kind === 'school') return WHOLE_SCHOOL
  const scopes = await listScopes(db, kind)
  const said = words.trim()
  const exact = scopes.find((one) => one.id === said || one.name === said)
  if (exact || said === '') return exact
  const [one, ...others] = scopes.filter((scope) => scope.name.includes(said))
  return others.length === 0 ? one : undefined
}
