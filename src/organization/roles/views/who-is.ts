/** View `who-is`: who holds the role that was asked for in words. */
import * as z from 'zod'
import type { Button, Message } from '../../../../cards/kit.ts'
import { whoIsCard } from '../../../../cards/who-is.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { DUTY_NAMES } from '../../delegation/duty-names.ts'
import { listPersonNames } from '../../people/queries/names.ts'
import { SCHOOL } from '../../subjects.ts'
import { listHeldIn } from '../queries.ts'
import { type AskedRole, readWho } from '../read-who.ts'
import { sayWhen } from '../say-role.ts'
import { listPlaces, type Place, placesCalled } from './places.ts'

const MOST_PLACES = 8

export const whoIsView = viewOf({
  name: 'who-is',
  params: z.object({ words: z.string().max(100) }),
  about: () => SCHOOL,
  async render(db, { words }, viewer): Promise<Message> {
    const asked = readWho(words)
    const found = asked ? meant(await listPlaces(db), asked) : []
    const items = asked ? await Promise.all(found.map((place) => itemOf(db, place, asked.role, viewer))) : []
    return { kind: 'card', card: whoIsCard({ words, items, buttons: buttonsOf(found, words) }) }
  },
})

function meant(
  places: readonly Place[],
  { role, place }: { readonly role: AskedRole; readonly place: string },
): readonly Place[] {
  const having = places.filter((one) => (role === 'leader' ? one.kind === 'unit' : one.roles.includes(role)))
  const school = having.filter((one) => one.kind === 'school')
  return (school.length > 0 ? school : placesCalled(having, place)).slice(0, MOST_PLACES)
}

async function itemOf(db: Database, place: Place, role: AskedRole, { today }: Viewer) {
  const name = [place.kind === 'school' ? '' : place.name, DUTY_NAMES[role]].filter(Boolean).join(' ')
  if (role === 'leader') {
    const names = place.leader === null ? new Map() : await listPersonNames(db, [place.leader])
    return { role: name, people: [...names.values()] }
  }
  const rows = await listHeldIn(db, [place.scope], [role], today)
  const people = rows.map((row) => {
    const when = sayWhen(row, today)
    const title = [row.unitName, when].filter((text) => text !== '' && text !== place.name).join('，')
    return title === '' ? row.name : `${row.name}（${title}）`
  })
  return { role: name, people }
}

function buttonsOf(places: readonly Place[], words: string): Button[] {
  const [only, ...others] = places
  if (!only) return [{ text: '查看角色', action: { show: 'roles', with: {} } }]
  if (others.length > 0) return [{ text: '查看角色', action: { show: 'roles', with: { words } } }]
  const target = only.scope === '' ? { words: only.name } : { scope: only.scope }
  return [{ text: '全部角色', action: { show: 'roles', with: target } }]
}
