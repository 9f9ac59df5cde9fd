/** Who has to answer a request for help (Article 19, rulebook 4). */
import type { UnitId } from '../../../kernel/ids.ts'
import {
  type Actor,
  holds,
  isLeaderOf,
  regimeOf,
  scopesOf,
  standsInOnOwnUnit,
} from '../../../organization/rules/actor.ts'
import type { UnitKind } from '../../../store/schema/organization.ts'
import { ofOwnUnit } from '../../rules/judgement.ts'

/** `id`: the group's, or the unit's; '' of the office. `name`: of that day, of the leader in charge the person's. */
export interface Holder {
  readonly kind: 'group' | 'leader' | 'office' | 'unit'
  readonly id: string
  readonly name: string
}

/** As it stands in the table, so that what waits for somebody is found at once. */
export const holderKey = ({ kind, id }: Pick<Holder, 'kind' | 'id'>): string => `${kind}:${id}`

const KINDS: readonly Holder['kind'][] = ['group', 'leader', 'office', 'unit']

/** As it is read from the table. */
export function holderOf(row: { readonly holder: string; readonly holder_name: string }): Holder {
  const at = row.holder.indexOf(':')
  const kind = KINDS.find((one) => one === row.holder.slice(0, at)) ?? 'office'
  return { kind, id: row.holder.slice(at + 1), name: row.holder_name }
}

export const OFFICE: Holder = { kind: 'office', id: '', name: '' }

export interface Named {
  readonly id: string
  readonly name: string
}

/** The unit that asks, with those in charge of it who can be asked on that day. */
export interface AskingUnit {
  readonly unit: UnitId
  readonly kind: UnitKind
  readonly leader: Named | null
  readonly group: Named | null
}

/** Teaching units and hospitals ask their working group, the others their leader in charge; where there is none, the next. */
export function routeOf({ unit, kind, leader, group }: AskingUnit): Holder {
  if (regimeOf(kind) === 'standard' && group !== null) return { kind: 'group', ...group }
  return leader === null ? OFFICE : { kind: 'leader', id: unit, name: leader.name }
}

/** Rights of the day; in a group nobody answers the own unit, and nobody does in another's name. */
export function answersFor(actor: Actor, holder: Holder, unit: UnitId): boolean {
  if (standsInOnOwnUnit(actor, unit)) return false
  switch (holder.kind) {
    case 'group':
      return (
        !ofOwnUnit(actor, unit) &&
        (holds(actor, 'working-convenor', holder.id) || holds(actor, 'working-member', holder.id))
      )
    case 'leader':
      return isLeaderOf(actor, holder.id)
    case 'office':
      return holds(actor, 'office')
    case 'unit':
      return holds(actor, 'head', holder.id)
  }
}

/** The keys of all holders that the person answers for. */
export function heldKeys(actor: Actor): string[] {
  return [
    ...scopesOf(actor, 'working-convenor', 'working-member').map((id) => holderKey({ kind: 'group', id })),
    ...actor.leads.map((id) => holderKey({ kind: 'leader', id })),
    ...scopesOf(actor, 'head').map((id) => holderKey({ kind: 'unit', id })),
    ...(holds(actor, 'office') ? [holderKey(OFFICE)] : []),
  ]
}

/** The units that the person answers in no group: where the person works, or is contact or head, and the delegate's. */
export const ownOf = (actor: Actor): UnitId[] => [
  ...(actor.unit === null ? [] : [actor.unit]),
  ...scopesOf(actor, 'contact', 'head'),
  ...neverOf(actor),
]

/** The units that nobody answers in another's name: the delegate's own. */
export const neverOf = ({ delegate }: Actor): readonly UnitId[] => delegate?.own ?? []
