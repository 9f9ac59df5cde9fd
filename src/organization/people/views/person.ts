/** View `person`: somebody with roles and open work; where words fit several, which one is meant. */
import * as z from 'zod'
import { choosePersonCard } from '../../../../cards/choose-person.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import { type PersonFacts, personCard } from '../../../../cards/person.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { sayDate } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { loadDutyNames } from '../../delegation/duty-names.ts'
import { getActor } from '../../queries.ts'
import { listRolesOf } from '../../roles/queries.ts'
import { sayWhen } from '../../roles/say-role.ts'
import { sayUnits } from '../../say-units.ts'
import { type KnownPerson, listCalled } from '../queries/known.ts'
import { listOpenWork, type OpenWork } from '../queries.ts'
import { keepsPeople } from '../rules/replace.ts'
import { sayWork } from '../say-work.ts'
import { choicesOf } from './choose.ts'

const ROLES_A_PAGE = 8
const WORKS_SHOWN = 12

export const personView = viewOf({
  name: 'person',
  params: z.object({ person: z.string().max(200), page: z.int().min(0).default(0) }),
  about: ({ person }) => `person:${person}`,
  async complete(db, { person, page }) {
    const [one, ...others] = await listCalled(db, person)
    const id = one && others.length === 0 ? one.id : person
    return { name: 'person', params: { person: id, page } }
  },
  async render(db, { person, page }, viewer): Promise<Message> {
    const [one, ...others] = await listCalled(db, person)
    if (!one || others.length > 0) {
      const people = choicesOf(one ? [one, ...others] : [], (id) => ({
        show: 'person',
        with: { person: id },
      }))
      return { kind: 'card', card: choosePersonCard({ words: person, question: '要查的是', ...people }) }
    }
    return { kind: 'card', card: personCard(await factsOf(db, one, page, viewer)) }
  },
})

async function factsOf(db: Database, known: KnownPerson, page: number, viewer: Viewer): Promise<PersonFacts> {
  const actor = await getActor(db, viewer)
  const office = keepsPeople(actor)
  const own = actor.id === known.id && actor.delegate === undefined
  const [held, open] = await Promise.all([
    listRolesOf(db, known.id, viewer.today),
    listOpenWork(db, known.id, viewer.today),
  ])
  const say = await loadDutyNames(db, held)
  const here = known.ended_on === null
  const roles = held.map((row) => {
    const when = sayWhen(row, viewer.today)
    const text = when === '' ? say(row) : `${say(row)}（${when}）`
    return { text, buttons: office && here ? roleButtons(row) : [] }
  })
  const paged = pageOf(roles, ROLES_A_PAGE, page, { name: 'person', params: { person: known.id } })
  const works = open.filter(({ kind }) => !['role', 'unit-led'].includes(kind))
  return {
    name: known.name,
    items: itemsOf(known, office || own),
    status: !here ? 'left' : known.reached === 1 ? 'here' : 'unreached',
    roles: paged.items,
    duties: dutiesOf(open),
    open: office || own ? works.slice(0, WORKS_SHOWN).map(sayWork) : null,
    more: Math.max(0, works.length - WORKS_SHOWN),
    buttons: office ? officeButtons(known, open) : [],
    turns: paged.turns,
  }
}

function itemsOf(known: KnownPerson, full: boolean): PersonFacts['items'] {
  const { id, unitName, title, mobile, email, ended_on } = known
  return [
    { label: '工号', value: id },
    { label: '单位', value: unitName === '' ? '校级' : unitName },
    { label: '职务', value: title },
    ...(full && mobile !== null ? [{ label: '手机', value: mobile }] : []),
    ...(full && email !== null ? [{ label: '邮箱', value: email }] : []),
    ...(ended_on === null ? [] : [{ label: '离任', value: sayDate(ended_on) }]),
  ]
}

function dutiesOf(open: readonly OpenWork[]): string[] {
  const units = open.filter(({ kind }) => kind === 'unit-led').map(({ place }) => place)
  return units.length === 0 ? [] : [`分管校领导：${sayUnits(units)}`]
}

const form = (name: string, params: { readonly [key: string]: string }) =>
  ({ send: 'form', with: { form: name, params } }) as const

const roleButtons = ({
  id: person,
  role,
  scope,
}: {
  readonly id: string
  readonly role: string
  readonly scope: string
}): Button[] => [
  { text: '改期限', action: form('give-role', { person, role, scope }) },
  { text: '结束', action: form('end-role', { person, role, scope }) },
]

function officeButtons({ id, ended_on }: KnownPerson, open: readonly OpenWork[]): Button[] {
  const replaces: Button = { text: '替换', style: 'primary', action: form('replace-person', { leaver: id }) }
  if (ended_on !== null) return open.some(({ kind }) => kind === 'task') ? [replaces] : []
  return [
    replaces,
    { text: '授予角色', action: form('give-role', { person: id }) },
    { text: '办理离任', action: form('leave-person', { person: id }) },
  ]
}
