/** `role.end`: the office ends a role with its last day; another may take it over from the day after. */
import type { Command, Meta, Prepared, View } from '../../../kernel/command.ts'
import { plusDays } from '../../../kernel/time.ts'
import { plusWorkingDays } from '../../../kernel/working-days.ts'
import type { Database, Statement } from '../../../store/database.ts'
import { findCalled } from '../../delegation/queries/called.ts'
import { loadPart, NOTHING_MOVES } from '../../part.ts'
import { findKnown } from '../../people/queries/known.ts'
import { personIn } from '../../present.ts'
import { getActor } from '../../queries.ts'
import { reorganize } from '../../reorganize.ts'
import type { MovedPerson } from '../../roster/difference-people.ts'
import { WARNED_DAYS } from '../clock.ts'
import type { RoleDone, RoleRefusal } from '../done.ts'
import { loadGiving } from '../load.ts'
import { tellOfRole } from '../notices.ts'
import { type EndPayload, endPayload } from '../payload.ts'
import { listHoldersFrom } from '../queries.ts'
import { rolesTold } from '../rows.ts'
import { endRole, type RoleEnd } from '../rules/end-role.ts'
import { type GivingRole, keepsRoles } from '../rules/give-role.ts'
import { personOf } from './give.ts'

type Named = { readonly refusal: RoleRefusal } | { readonly id: string | null }

export const endRoleCommand: Command = {
  type: 'role.end',
  payload: endPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const wish = endPayload.parse(raw)
    const by = await getActor(db, meta)
    if (!keepsRoles(by)) return foreign()
    const named = await findSuccessor(db, wish, meta)
    if ('refusal' in named) return named
    const next = named.id ?? undefined
    const present = await loadPart(db, { people: [wish.person, ...(next === undefined ? [] : [next])] })
    const [giving, known, holders] = await Promise.all([
      next === undefined ? null : loadSuccessor(db, next, wish, meta),
      findKnown(db, wish.person),
      listHoldersFrom(db, wish.role, wish.scope, meta.today),
    ])
    const { role, scope, sure, person } = wish
    const name = known?.name ?? person
    const { state } = personIn(present, person)
    const facts = { by, name, state, role, scope, holders, person, sure, today: meta.today }
    const decision = endRole(wish, { ...facts, successor: giving })
    if ('refusal' in decision) return { ...decision, ...shownInstead(decision.refusal, wish) }
    const { end } = decision
    const event = { type: 'school.role-ended', person, role, scope, to: wish.to, stops: end.stops } as const
    const moved = { ...NOTHING_MOVES, people: movedBy(end, person, next) }
    const done: RoleDone = { code: 'role-ended', name, to: wish.to, successor: giving?.person.name ?? '' }
    return {
      change: {
        subjects: reorganize(present, moved, { ...event, successor: next ?? null }),
        notices: noticesOf(wish, next, present.school.version + 1, meta),
        also: told(wish, meta),
        answer: { done, show: { name: 'person', params: { person } } },
      },
    }
  },
}

/** What stops, with the button that ends it anyway; the present state where it has ended. */
function shownInstead({ code }: RoleRefusal, wish: EndPayload): { readonly show?: View } {
  switch (code) {
    case 'last-role':
    case 'doubtful-role':
      return { show: { name: 'end-role-check', params: wish } }
    case 'unheld-role':
    case 'unchanged-end':
      return { show: { name: 'person', params: { person: wish.person } } }
    default:
      return {}
  }
}

const foreign = (): { readonly refusal: RoleRefusal } => ({ refusal: { code: 'foreign-roles' } })

async function findSuccessor(db: Database, { successor }: EndPayload, { today }: Meta): Promise<Named> {
  return successor === '' ? { id: null } : personOf(await findCalled(db, successor, today))
}

async function loadSuccessor(
  db: Database,
  person: string,
  { role, scope, sure }: EndPayload,
  meta: Meta,
): Promise<GivingRole | null> {
  return (await loadGiving(db, { person, role, scope: { id: scope, name: '' }, sure }, meta)) ?? null
}

function movedBy({ ended, given }: RoleEnd, person: string, next: string | undefined): MovedPerson[] {
  return [
    { id: person, events: ended },
    ...(next === undefined || given.length === 0 ? [] : [{ id: next, events: given }]),
  ]
}

function noticesOf(wish: EndPayload, next: string | undefined, version: number, { by }: Meta) {
  const from = plusDays(wish.to, 1)
  return [
    ...tellOfRole({ ...wish, why: 'ended' }, version, by),
    ...(next === undefined
      ? []
      : tellOfRole({ ...wish, person: next, from, to: null, why: 'given' }, version, by)),
  ]
}

/** The holder and the office know already what the clock would say. */
function told({ person, role, scope, to }: EndPayload, { today }: Meta): Statement[] {
  const row = [{ person, role, scope, to }]
  return [
    ...(to <= plusWorkingDays(today, WARNED_DAYS) ? rolesTold(row, 'soon') : []),
    ...(to === today ? rolesTold(row, 'day') : []),
  ]
}
