/** Which unit a department of the platform is, said by the office. Subject `department:<open_department_id>`. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { UnitId } from '../../../kernel/ids.ts'
import { type Actor, holds } from '../../rules/actor.ts'

export type DepartmentState =
  | { readonly status: 'unplaced' }
  | { readonly status: 'placed'; readonly name: string; readonly unit: UnitId | null }

export interface DepartmentEvent {
  readonly type: 'department.placed'
  readonly name: string
  readonly unit: UnitId | null
}

export type PlaceRefusal =
  | { readonly code: 'office-directory' }
  | { readonly code: 'unknown-unit-named'; readonly words: string }
  | { readonly code: 'ambiguous-unit-named'; readonly names: readonly string[] }
  | { readonly code: 'unchanged-place' }

export const UNPLACED: DepartmentState = { status: 'unplaced' }

export const evolveDepartment = (_: DepartmentState, { name, unit }: DepartmentEvent): DepartmentState => ({
  status: 'placed',
  name,
  unit,
})

/** `found`: the units that the typed words can mean; null where the department shall be no unit. */
export function placeDepartment(
  state: DepartmentState,
  department: { readonly name: string; readonly words: string },
  found: readonly { readonly id: UnitId; readonly name: string }[] | null,
  actor: Actor,
): Decision<DepartmentEvent, PlaceRefusal> {
  if (!holds(actor, 'office')) return refused({ code: 'office-directory' })
  const { name, words } = department
  if (found !== null && found.length === 0) return refused({ code: 'unknown-unit-named', words })
  if (found !== null && found.length > 1)
    return refused({ code: 'ambiguous-unit-named', names: found.slice(0, 8).map((one) => one.name) })
  const unit = found?.[0]?.id ?? null
  if (state.status === 'placed' && state.unit === unit) return refused({ code: 'unchanged-place' })
  return decided({ type: 'department.placed', name, unit })
}
