/** People, units, groups and goals by the names that are known of them. */
import type { JournalEntry } from '../kernel/journal.ts'
import type { Database } from '../store/database.ts'
import { listNamed } from './queries.ts'
import type { Names } from './sentences/told.ts'

/** Who acts where nobody does. */
const MACHINES: { readonly [id: string]: string } = {
  clock: '系统定时',
  console: '命令行',
  start: '系统启动',
  system: '系统',
}
const LONGEST_ID = 64
/** More names than a page of entries has. */
const MOST_IDS = 5000

/** Names of whatever is named in the entries. */
export async function loadNames(
  db: Database,
  entries: readonly Pick<JournalEntry, 'by_person' | 'in_name_of' | 'body'>[],
  more: readonly string[] = [],
): Promise<Names> {
  const ids = new Set<string>(more)
  for (const { by_person, in_name_of, body } of entries) {
    ids.add(by_person)
    ids.add(in_name_of)
    collect(JSON.parse(body), ids)
  }
  const { things, goals } = await listNamed(db, [...ids].slice(0, MOST_IDS))
  const of = (kind: string): Map<string, string> =>
    new Map(things.filter((one) => one.kind === kind).map(({ id, name }) => [id, name]))
  const [people, units, teams] = [of('person'), of('unit'), of('team')]
  const titles = new Map(goals.map(({ id, number, title }) => [id, `目标${number}「${title}」`]))
  return {
    person: (id) => people.get(id) ?? MACHINES[id] ?? id,
    unit: (id) => units.get(id) ?? id,
    team: (id) => teams.get(id) ?? id,
    goal: (id) => titles.get(id) ?? id,
  }
}

/** Every short text in a body, keys too: some of them are ids. */
function collect(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length > 0 && value.length <= LONGEST_ID) ids.add(value)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) ids.add(key)
    collect(inner, ids)
  }
}
