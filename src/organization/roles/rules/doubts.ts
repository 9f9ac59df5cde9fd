/** What is allowed and should be known before somebody is given a role (Articles 6, 20, 22). */
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { Role } from '../../../store/schema/organization.ts'
import { overlaps, type Span } from './span.ts'

export type RoleDoubt =
  | { readonly code: 'no-account' }
  /** A head or contact who works elsewhere. */
  | { readonly code: 'other-unit'; readonly unit: string }
  /** A member of a group that is in charge of the own units: barred from them, whatever the group does. */
  | { readonly code: 'own-unit'; readonly units: readonly string[] }
  /** A role that one person usually has. */
  | { readonly code: 'second-holder'; readonly names: readonly string[] }

/** Somebody who holds the same role of the same scope. */
export interface Holder extends Span {
  readonly id: PersonId
  readonly name: string
}

export interface Candidate {
  readonly id: PersonId
  readonly name: string
  readonly unit: UnitId | null
  /** Where it is another than the scope; '' without one. */
  readonly unitName: string
  readonly hasAccount: boolean
}

export interface DoubtFacts {
  readonly role: Role
  readonly scope: string
  readonly person: Candidate
  readonly span: Span
  readonly holders: readonly Holder[]
  /** Names of the units of the group that are the person's own. */
  readonly ownUnits: readonly string[]
}

/** One for each scope, as a rule; a second is asked about. */
const SINGLE: readonly Role[] = ['head', 'working-convenor', 'inspection-convenor', 'assessment-convenor']

export function doubtsOf({ role, scope, person, span, holders, ownUnits }: DoubtFacts): RoleDoubt[] {
  const elsewhere = (role === 'head' || role === 'contact') && person.unit !== null && person.unit !== scope
  const others = holders.filter((one) => one.id !== person.id && overlaps(one, span))
  return [
    ...(person.hasAccount ? [] : [{ code: 'no-account' } as const]),
    ...(elsewhere ? [{ code: 'other-unit', unit: person.unitName } as const] : []),
    ...(ownUnits.length > 0 ? [{ code: 'own-unit', units: ownUnits } as const] : []),
    ...(SINGLE.includes(role) && others.length > 0
      ? [{ code: 'second-holder', names: others.map(({ name }) => name) } as const]
      : []),
  ]
}
