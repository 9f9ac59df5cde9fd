/** Who is told of a replacement: both, and those who answer for the units and groups that it touches. */
import type { Notice } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { listHeadsOf } from './queries/replacements.ts'
import type { Replacing } from './rules/replace.ts'
import { openRoles, roleKey, unitKey } from './rules/replace.ts'

export async function tellReplacement(
  db: Database,
  facts: Replacing,
  number: number,
  { by, today }: { readonly by: PersonId; readonly today: LocalDate },
): Promise<Notice[]> {
  const { leaver, successor, led, keep, leaves, days } = facts
  const roles = openRoles(leaver.state, days).filter((held) => !keep.includes(roleKey(held)))
  const units = led.filter(({ id }) => !keep.includes(unitKey(id))).map(({ id }) => id)
  const scopes = roles.map(({ scope }) => scope)
  const heads = await listHeadsOf(db, [...units, ...scopes], scopes, today)
  // Who leaves, or has left before, has no account any more.
  const gone = leaves || leaver.state.status !== 'active'
  const both = gone ? [successor.id] : [leaver.id, successor.id]
  const told = [...new Set([...both, ...heads])].filter(
    (person) => person !== by && !(gone && person === leaver.id),
  )
  return told.map((to) => ({
    to,
    view: { name: 'replaced', params: { number } },
    about: null,
    key: `replaced:${number}:${to}`,
  }))
}
