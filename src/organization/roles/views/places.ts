/** Places with the roles that belong to them: units, groups, gate areas, the school. */
import type { Database } from '../../../store/database.ts'
import type { GroupKind, Role } from '../../../store/schema/organization.ts'
import { findGateAreas } from '../../examine.ts'
import { listUnits } from '../../queries.ts'
import { listTeams } from '../../teams/queries.ts'

export type PlaceKind = 'school' | 'unit' | 'group' | 'area'

export const PLACE_KINDS: { readonly [kind in PlaceKind]: string } = {
  school: '全校',
  unit: '单位',
  group: '小组',
  area: '五项工作',
}

export interface Place {
  readonly kind: PlaceKind
  /** '' for the school. */
  readonly scope: string
  readonly name: string
  readonly roles: readonly Role[]
  /** A unit's leader in charge. */
  readonly leader: string | null
}

const OF_GROUP: { readonly [kind in GroupKind]: readonly Role[] } = {
  working: ['working-convenor', 'working-member'],
  inspection: ['inspection-convenor', 'inspection-member'],
  assessment: ['assessment-convenor', 'assessment-member'],
}

export async function listPlaces(db: Database): Promise<Place[]> {
  const [units, teams, areas] = await Promise.all([listUnits(db), listTeams(db), findGateAreas(db)])
  return [
    { kind: 'school', scope: '', name: '领导小组', roles: ['chair', 'leading-member'], leader: null },
    { kind: 'school', scope: '', name: '领导小组办公室', roles: ['office'], leader: null },
    ...teams.map(
      ({ id, name, kind }): Place => ({
        kind: 'group',
        scope: id,
        name,
        roles: OF_GROUP[kind],
        leader: null,
      }),
    ),
    ...areas.map(
      ({ key, name }): Place => ({ kind: 'area', scope: key, name, roles: ['lead-unit'], leader: null }),
    ),
    ...units.map(
      ({ id, name, leader }): Place => ({
        kind: 'unit',
        scope: id,
        name,
        roles: ['head', 'contact'],
        leader,
      }),
    ),
  ]
}

/** Places of that name or number, or else those whose names have the words in them. */
export function placesCalled(places: readonly Place[], words: string): readonly Place[] {
  const exact = places.filter(({ name, scope }) => name === words || (scope !== '' && scope === words))
  return exact.length > 0 ? exact : places.filter(({ name }) => name.includes(words))
}
