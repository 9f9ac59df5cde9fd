/** What a change of standards brings to others: the record of it, one message a person, and every card with a goal of it. */
import type { Notice, View } from '../../kernel/command.ts'
import type { PersonId, SubjectId, Year } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { type Concerned, listConcerned, listPlansUsing } from '../../planning/queries/work-items.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database, Statement } from '../../store/database.ts'
import { enqueueNotices, enqueueUpdatesOfAll } from '../../store/outbox-bulk.ts'
import type { StandardChangeTable } from '../../store/schema/organization.ts'
import { insertStandardChanges } from './queries.ts'

export type StandardMove = Pick<StandardChangeTable, 'item' | 'version' | 'name' | 'before' | 'after'>

interface Act {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
  readonly today: LocalDate
}

export interface News {
  /** For the batch of the change itself. */
  readonly statements: readonly Statement[]
  /** How many people are told. */
  readonly told: number
}

/** Whoever changed them is not told. A new item concerns nobody yet. */
export async function newsOfStandards(db: Database, moves: readonly StandardMove[], act: Act): Promise<News> {
  const record = insertStandardChanges(moves.map((move) => ({ ...move, by_name: act.name, at: act.at })))
  const changed = moves.filter((move) => move.before !== '' && move.before !== move.after)
  const year = (await findCurrentYear(db))?.year
  if (year === undefined || changed.length === 0) return { statements: record, told: 0 }
  const items = changed.map((move) => move.item)
  const [concerned, plans] = await Promise.all([
    listConcerned(db, year, items, act.today),
    listPlansUsing(db, year, items),
  ])
  const notices = noticesOf(year, changed, concerned, act.by)
  const statements = [...record, ...enqueueNotices(notices, act.at), ...enqueueUpdatesOfAll(plans, act.at)]
  return { statements, told: notices.length }
}

function noticesOf(
  year: Year,
  moves: readonly StandardMove[],
  concerned: readonly Concerned[],
  by: PersonId,
): Notice[] {
  const itemsOf = new Map<PersonId, Set<string>>()
  for (const { person, item } of concerned) {
    const items = itemsOf.get(person) ?? new Set<string>()
    itemsOf.set(person, items.add(item))
  }
  itemsOf.delete(by)
  return [...itemsOf].map(([to, items]) =>
    noticeTo(
      to,
      year,
      moves.filter((move) => items.has(move.item)),
    ),
  )
}

function noticeTo(to: PersonId, year: Year, moves: readonly StandardMove[]): Notice {
  const changes = moves.map(({ item, version }) => ({ item, version }))
  const view: View = { name: 'standard-changed', params: { year, changes } }
  const what = changes.map(({ item, version }) => `${item}@${version}`).join(',')
  return { to, view, about: aboutOf(changes), key: `standard-changed:${what}:${to}` }
}

/** Of several changes at once the card follows none: each was told as it was. */
export function aboutOf(changes: readonly { readonly item: string }[]): SubjectId | null {
  const [only, ...more] = changes
  return only !== undefined && more.length === 0 ? `work-item:${only.item}` : null
}
