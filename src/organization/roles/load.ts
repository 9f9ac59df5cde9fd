/** What is read before a role is given or ended. */
import { foldSubject } from '../../kernel/subject.ts'
import type { Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { Role } from '../../store/schema/organization.ts'
import { findKnown } from '../people/queries/known.ts'
import { getActor } from '../queries.ts'
import { ROLE_SCOPES } from '../roster/layout.ts'
import { personSubject } from '../subjects.ts'
import { listOwnUnitsIn } from '../teams/queries.ts'
import { listHoldersFrom } from './queries.ts'
import type { GivingRole } from './rules/give-role.ts'
import type { Scope } from './scopes.ts'

const isGroup = (role: Role): boolean => ['working', 'inspection', 'assessment'].includes(ROLE_SCOPES[role])

/** What the rule must know of the one who is to have the role; undefined for somebody unknown. */
export async function loadGiving(
  db: Database,
  wish: { readonly person: string; readonly role: Role; readonly scope: Scope; readonly sure: boolean },
  viewer: Viewer,
): Promise<GivingRole | undefined> {
  const { person: id, role, scope, sure } = wish
  const { today } = viewer
  const [by, known, head, holders, ownUnits] = await Promise.all([
    getActor(db, viewer),
    findKnown(db, id),
    foldSubject(db, personSubject, `person:${id}`),
    listHoldersFrom(db, role, scope.id, today),
    isGroup(role) ? listOwnUnitsIn(db, scope.id, id, today) : [],
  ])
  if (!known) return undefined
  const { name, unit, unitName } = known
  const person = { id, name, unit, unitName, hasAccount: known.reached === 1 }
  return { by, person, state: head.state, role, scope: scope.id, holders, ownUnits, today, sure }
}
