/** View `roles`: who holds what, place by place; one place alone with what the office may do. */
import * as z from 'zod'
import type { Button, Message } from '../../../../cards/kit.ts'
import { type RolesFacts, rolesCard } from '../../../../cards/roles.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { DUTY_NAMES } from '../../delegation/duty-names.ts'
import { listPersonNames } from '../../people/queries/names.ts'
import { getActor } from '../../queries.ts'
import { SCHOOL } from '../../subjects.ts'
import { type HeldRow, listHeldIn } from '../queries.ts'
import { isNeeded } from '../rules/end-role.ts'
import { keepsRoles } from '../rules/give-role.ts'
import { holdsOn } from '../rules/span.ts'
import { sayWhen } from '../say-role.ts'
import { listPlaces, PLACE_KINDS, type Place, type PlaceKind, placesCalled } from './places.ts'

const PLACES_A_PAGE = 8
const HOLDERS_A_PAGE = 8
const NAMES_A_ROLE = 12

const params = z.object({
  page: z.int().min(0).default(0),
  kind: z.enum(['school', 'unit', 'group', 'area']).exactOptional(),
  /** A unit, a group or an area alone. */
  scope: z.string().max(200).exactOptional(),
  words: z.string().max(100).exactOptional(),
})
type Asked = z.infer<typeof params>

export const rolesView = viewOf({
  name: 'roles',
  params,
  about: () => SCHOOL,
  async render(db, asked, viewer): Promise<Message> {
    const places = chosen(await listPlaces(db), asked)
    const [only, ...others] = places
    if (only && others.length === 0)
      return { kind: 'card', card: rolesCard(await alone(db, only, asked, viewer)) }
    const office = keepsRoles(await getActor(db, viewer))
    const { items, turns } = pageOf(places, PLACES_A_PAGE, asked.page, { name: 'roles', params: asked })
    const say = await saying(db, items, viewer)
    return {
      kind: 'card',
      card: rolesCard({
        title: asked.words ?? PLACE_KINDS[asked.kind ?? 'school'],
        total: places.length,
        places: items.map((place) => ({ ...say(place), open: openOf(place) })),
        holders: [],
        kinds: asked.words === undefined ? kindButtons(asked.kind ?? 'school') : [],
        buttons: office ? [giving('授予角色', {})] : [],
        turns,
      }),
    }
  },
})

function chosen(places: readonly Place[], { kind = 'school', scope, words }: Asked): readonly Place[] {
  if (scope !== undefined) return places.filter((one) => one.scope === scope)
  return words === undefined ? places.filter((one) => one.kind === kind) : placesCalled(places, words)
}

const openOf = ({ name, scope }: Place) =>
  ({ show: 'roles', with: scope === '' ? { words: name } : { scope } }) as const

const kindButtons = (shown: PlaceKind): Button[] =>
  // Object.keys answers string[], though the type of PLACE_KINDS lists its keys.
  (Object.keys(PLACE_KINDS) as PlaceKind[])
    .filter((kind) => kind !== shown)
    .map((kind) => ({ text: PLACE_KINDS[kind], action: { show: 'roles', with: { kind } } }))

const giving = (text: string, of: { readonly [name: string]: string }): Button => ({
  text,
  style: 'primary',
  action: { send: 'form', with: { form: 'give-role', params: of } },
})

/** Says a place: each role with those who hold it. */
async function saying(db: Database, places: readonly Place[], viewer: Viewer) {
  const scopes = [...new Set(places.map(({ scope }) => scope))]
  const roles = [...new Set(places.flatMap((place) => place.roles))]
  const [rows, leaders] = await Promise.all([
    listHeldIn(db, scopes, roles, viewer.today),
    listPersonNames(
      db,
      places.flatMap(({ leader }) => leader ?? []),
    ),
  ])
  return (place: Place): Omit<RolesFacts['places'][number], 'open'> => ({
    name: place.name,
    roles: [
      ...place.roles.map((role) => {
        const held = rows.filter((row) => row.role === role && row.scope === place.scope)
        const now = held.some((row) => holdsOn(row, viewer.today))
        return { name: DUTY_NAMES[role], holders: namesOf(held, viewer), lacks: isNeeded(role) && !now }
      }),
      ...(place.kind === 'unit'
        ? [
            {
              name: DUTY_NAMES.leader,
              holders: place.leader === null ? [] : [leaders.get(place.leader) ?? place.leader],
              lacks: place.leader === null,
            },
          ]
        : []),
    ],
  })
}

function namesOf(held: readonly HeldRow[], { today }: Viewer): string[] {
  const said = held.slice(0, NAMES_A_ROLE).map((row) => sayHolder(row, today))
  return held.length > NAMES_A_ROLE ? [...said, `等 ${held.length} 人`] : said
}

function sayHolder(row: HeldRow, today: Viewer['today']): string {
  const when = sayWhen(row, today)
  return when === '' ? row.name : `${row.name}（${when}）`
}

/** One place with each holder on a line, and what the office may do about it. */
async function alone(db: Database, place: Place, asked: Asked, viewer: Viewer): Promise<RolesFacts> {
  const [say, rows, actor] = await Promise.all([
    saying(db, [place], viewer),
    listHeldIn(db, [place.scope], place.roles, viewer.today),
    getActor(db, viewer),
  ])
  const { items, turns } = pageOf(rows, HOLDERS_A_PAGE, asked.page, { name: 'roles', params: asked })
  const office = keepsRoles(actor)
  const line = (row: HeldRow): string =>
    [`${DUTY_NAMES[row.role]}：${sayHolder(row, viewer.today)}`, row.unitName].filter(Boolean).join('，')
  return {
    title: place.name,
    total: 1,
    places: [{ ...say(place), open: null }],
    holders: office ? items.map((row) => ({ text: line(row), buttons: holderButtons(row) })) : [],
    kinds: kindButtons(place.kind),
    buttons: office
      ? place.roles.map((role) => giving(`加${DUTY_NAMES[role]}`, { role, scope: place.scope }))
      : [],
    turns: office ? turns : [],
  }
}

const holderButtons = ({ id, role, scope }: HeldRow): Button[] => [
  { text: '结束', action: { send: 'form', with: { form: 'end-role', params: { person: id, role, scope } } } },
  { text: '换人', action: { send: 'form', with: { form: 'replace-person', params: { leaver: id } } } },
]
