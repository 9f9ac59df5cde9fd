/**
 * Everybody whom the app may see: its range, the departments below, the direct members of each. Read whole or not at all:
 * a page that stays away is a fault.
 */
import type { Directory, DirectoryDepartment, DirectoryPerson } from '../../../port.ts'
import type { JsonObject } from '../../json.ts'
import { listAt } from '../../json.ts'
import { ask, askAll, type DirectoryDeps, itemsOf, malformed } from './asking.ts'
import { isDeleted, ROOT, readDepartment, readUser } from './read-items.ts'

/** The largest that Feishu gives of users and departments, and of its range. */
const PAGE_SIZE = 50
const RANGE_PAGE_SIZE = 100
/** Fifty a second are allowed: five at a time stay below it. */
const LANES = 5
/** The department, or the one above it, is not in the app's range (contact-v3/department/children). */
const OUT_OF_RANGE = [40004, 40014]
/** Too large to be read with all that is below it. */
const TOO_LARGE = 43010

export async function listDirectory(deps: DirectoryDeps): Promise<Directory> {
  const below = await descend(deps, ROOT, OUT_OF_RANGE)
  const whole = below !== 'barred'
  const range = whole ? { departments: below, users: [] } : await readRange(deps)
  const departments = onceEach(range.departments, (one) => one.id)
  const ids = departments.map((one) => one.id)
  const people = await readMembers(deps, whole ? [ROOT, ...ids] : ids)
  people.push(...(await readUsers(deps, range.users)))
  return { whole, departments, people: merged(people) }
}

/** All departments below one; where it is too large for that, level by level. */
async function descend(
  deps: DirectoryDeps,
  id: string,
  bars: readonly number[] = [],
): Promise<DirectoryDepartment[] | 'barred'> {
  const all = await childrenOf(deps, id, true, [...bars, TOO_LARGE])
  if (!('barred' in all)) return [...all]
  if (all.barred !== TOO_LARGE) return 'barred'
  const children = await childrenOf(deps, id, false, bars)
  if ('barred' in children) return 'barred'
  const deeper: DirectoryDepartment[] = []
  for (const child of children) deeper.push(...got(await descend(deps, child.id)))
  return [...children, ...deeper]
}

/** What was asked without any bar. */
function got<Answer>(answer: Answer): Exclude<Answer, 'barred' | { readonly barred: number }> {
  const isBarred =
    answer === 'barred' || (typeof answer === 'object' && answer !== null && 'barred' in answer)
  if (isBarred) throw malformed('an answer that was barred')
  return answer as Exclude<Answer, 'barred' | { readonly barred: number }>
}

const childrenOf = (deps: DirectoryDeps, id: string, deep: boolean, bars: readonly number[]) =>
  askAll(
    deps,
    `departments/${encodeURIComponent(id)}/children`,
    { fetch_child: deep, page_size: PAGE_SIZE },
    departmentsIn,
    bars,
  )

const departmentsIn = (data: JsonObject): DirectoryDepartment[] =>
  itemsOf(data).flatMap((item) => (isDeleted(item) ? [] : [readDepartment(item)]))

interface Range {
  readonly departments: readonly DirectoryDepartment[]
  /** Open ids of people who are in it by themselves. */
  readonly users: readonly string[]
}

/** The departments of a narrow range with all below them, and its single people. Groups of people are not followed. */
async function readRange(deps: DirectoryDeps): Promise<Range> {
  const answer = await askAll(deps, 'scopes', { page_size: RANGE_PAGE_SIZE }, (data) => [
    { departments: textsAt(data, 'department_ids'), users: textsAt(data, 'user_ids') },
  ])
  const pages = got(answer)
  const tops = pages.flatMap((page) => page.departments)
  const own = await inParts(tops, async (ids) =>
    departmentsIn(await read(deps, 'departments/batch', { department_ids: ids })),
  )
  const below = await inLanes(tops, async (id) => got(await descend(deps, id)))
  return {
    departments: [...own, ...below.flat()],
    users: pages.flatMap((page) => page.users),
  }
}

async function readMembers(deps: DirectoryDeps, departments: readonly string[]): Promise<DirectoryPerson[]> {
  const lists = await inLanes(departments, async (id) => {
    const query = { department_id: id, page_size: PAGE_SIZE }
    const users = await askAll(deps, 'users/find_by_department', query, (data) => itemsOf(data).map(readUser))
    return got(users).map((user) => foundIn(user, id))
  })
  return lists.flat()
}

/** The department where a person was found counts, whatever the app may read of the person. */
const foundIn = (user: DirectoryPerson, id: string): DirectoryPerson =>
  id === ROOT || user.departments.includes(id) ? user : { ...user, departments: [...user.departments, id] }

const readUsers = (deps: DirectoryDeps, openIds: readonly string[]): Promise<DirectoryPerson[]> =>
  inParts(openIds, async (ids) => itemsOf(await read(deps, 'users/batch', { user_ids: ids })).map(readUser))

async function read(deps: DirectoryDeps, path: string, query: { [name: string]: readonly string[] }) {
  const { data } = got(await ask(deps, path, query))
  await deps.heard?.()
  return data
}

/** One who is in two departments is listed twice. */
function merged(people: readonly DirectoryPerson[]): DirectoryPerson[] {
  const byId = new Map<string, DirectoryPerson>()
  for (const person of people) {
    const known = byId.get(person.openId)
    const departments = [...new Set([...(known?.departments ?? []), ...person.departments])]
    byId.set(person.openId, { ...(known ?? person), departments: departments.filter((id) => id !== ROOT) })
  }
  return [...byId.values()]
}

const onceEach = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
]

const textsAt = (data: JsonObject, key: string): string[] =>
  listAt(data, key).filter((one) => typeof one === 'string')

async function inParts<Item>(
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<readonly Item[]>,
): Promise<Item[]> {
  const items: Item[] = []
  for (let i = 0; i < ids.length; i += PAGE_SIZE) items.push(...(await work(ids.slice(i, i + PAGE_SIZE))))
  return items
}

/** A few at a time, the results in the order of the items. After a fault nothing more is begun. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const rest = items.entries()
  let failed = false
  const lane = async (): Promise<void> => {
    for (const [at, item] of rest) {
      if (failed) return
      results[at] = await work(item)
    }
  }
  const lanes = Array.from({ length: LANES }, () =>
    lane().catch((error: unknown) => {
      failed = true
      throw error
    }),
  )
  await Promise.all(lanes)
  return results
}
