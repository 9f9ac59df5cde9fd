/** `role.give`: the office gives somebody a role, from a day, to a day or without an end. */
import type { Command, Meta, Prepared, View } from '../../../kernel/command.ts'
import type { Database } from '../../../store/database.ts'
import { findCalled } from '../../delegation/queries/called.ts'
import type { Found } from '../../delegation/rules/give.ts'
import { loadPart, NOTHING_MOVES } from '../../part.ts'
import { getActor } from '../../queries.ts'
import { reorganize } from '../../reorganize.ts'
import { ROLE_SCOPES } from '../../roster/layout.ts'
import type { RoleDone, RoleRefusal } from '../done.ts'
import { loadGiving } from '../load.ts'
import { tellOfRole } from '../notices.ts'
import { type GivePayload, givePayload } from '../payload.ts'
import { giveRole, keepsRoles } from '../rules/give-role.ts'
import { findScope, type Scope } from '../scopes.ts'

type Refused = { readonly refusal: RoleRefusal }

interface Meant {
  readonly person: string
  readonly scope: Scope
}

export const giveRoleCommand: Command = {
  type: 'role.give',
  payload: givePayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const wish = givePayload.parse(raw)
    if (!keepsRoles(await getActor(db, meta))) return { refusal: { code: 'foreign-roles' } }
    const meant = await resolve(db, wish, meta)
    if ('refusal' in meant) return meant
    const present = await loadPart(db, { people: [meant.person] })
    const facts = await loadGiving(db, { ...meant, role: wish.role, sure: wish.sure }, meta)
    if (!facts) return unknown(wish.person)
    const decision = giveRole(wish, facts)
    if ('refusal' in decision) return { ...decision, ...shownInstead(decision.refusal, wish, meant) }
    const { person, scope } = meant
    const moved = { ...NOTHING_MOVES, people: [{ id: person, events: decision.events }] }
    const event = { type: 'school.role-given', person, role: wish.role, scope: scope.id } as const
    const subjects = reorganize(present, moved, event)
    const done: RoleDone = { code: 'role-given', name: facts.person.name }
    return {
      change: {
        subjects,
        notices: tellOfRole(
          { ...wish, person, scope: scope.id, why: 'given' },
          present.school.version + 1,
          meta.by,
        ),
        answer: { done, show: { name: 'person', params: { person } } },
      },
    }
  },
}

/** The doubts with the button that gives it anyway; the present state where it is so already. */
function shownInstead(
  { code }: RoleRefusal,
  wish: GivePayload,
  { person, scope }: Meant,
): { readonly show?: View } {
  if (code === 'held-role') return { show: { name: 'person', params: { person } } }
  if (code !== 'doubtful-role') return {}
  return { show: { name: 'give-role-check', params: { ...wish, person, scope: scope.id } } }
}

export const unknown = (words: string): Refused => ({ refusal: { code: 'unknown-person-named', words } })

/** The person and the scope that the words mean. */
export async function resolve(
  db: Database,
  { person, role, scope }: Pick<GivePayload, 'person' | 'role' | 'scope'>,
  { today }: Pick<Meta, 'today'>,
): Promise<Refused | Meant> {
  const found = personOf(await findCalled(db, person, today))
  if ('refusal' in found) return found
  const place = await findScope(db, role, scope)
  if (!place) return { refusal: { code: 'unknown-scope', words: scope, kind: ROLE_SCOPES[role] } }
  return { person: found.id, scope: place }
}

export function personOf(found: Found): Refused | { readonly id: string } {
  if ('none' in found) return { refusal: { code: 'unknown-person-named', words: found.none } }
  if ('several' in found) return { refusal: { code: 'ambiguous-person', people: found.several } }
  return { id: found.person.id }
}
