/** The campus directory as it stands: who is where and in which standing, what of it the app may see, and by which scopes. */
import { type DepartmentTree, departmentTree, ROOT_DEPARTMENT } from './departments.ts'
import type { SandboxPerson } from './model.ts'
import type { CampusOptions } from './options.ts'
import { createDirectory, type Directory } from './people.ts'
import type { Entry } from './storage.ts'

/** `frozen`: 暂停; `resigned`: no longer listed, and no message reaches the person. */
export type Standing = 'active' | 'unactivated' | 'frozen' | 'resigned'

/** What of the directory the app may see: `all`, or some departments (as `药学院`) with all below them, and single people. */
export type ContactRange =
  | 'all'
  | { readonly departments: readonly string[]; readonly people: readonly string[] }

export interface Registry extends Directory {
  standingOf(openId: string): Standing
  /** The departments of those who have not resigned. */
  tree(): DepartmentTree
  readonly range: () => ContactRange
  sees(person: SandboxPerson): boolean
  seesDepartment(id: string): boolean
  /** Whether the app has any of the scopes. */
  may(...scopes: readonly string[]): boolean
  put(person: SandboxPerson, standing: Standing): void
  setRange(range: ContactRange): void
  /** All of them without. */
  setScopes(scopes: readonly string[] | undefined): void
  replay(entry: Entry): void
  snapshot(): readonly Entry[]
}

export function createRegistry({ people, app, groups }: CampusOptions): Registry {
  const everybody = new Map(people.map((person) => [person.openId, person]))
  const standings = new Map<string, Standing>()
  const changed = new Set<string>()
  let range: ContactRange = 'all'
  let scopes: ReadonlySet<string> | undefined
  let index: Directory | undefined
  let tree: DepartmentTree | undefined

  const standingOf = (openId: string): Standing => standings.get(openId) ?? 'active'
  const directory = (): Directory => {
    index ??= createDirectory([...everybody.values()], app.appId, groups)
    return index
  }
  const treeOf = (): DepartmentTree => {
    tree ??= departmentTree([...everybody.values()].filter((one) => standingOf(one.openId) !== 'resigned'))
    return tree
  }
  const seesDepartment = (id: string): boolean => {
    if (range === 'all') return true
    const { departments } = range
    return (
      id !== ROOT_DEPARTMENT &&
      treeOf()
        .pathOf(id)
        .some((one) => departments.includes(fullName(treeOf(), one)))
    )
  }
  const put = (person: SandboxPerson, standing: Standing): void => {
    everybody.set(person.openId, person)
    standings.set(person.openId, standing)
    changed.add(person.openId)
    index = undefined
    tree = undefined
  }
  return {
    get people() {
      return directory().people
    },
    byOpenId: (openId) => directory().byOpenId(openId),
    byId: (type, id) => directory().byId(type, id),
    byMobile: (mobile) => directory().byMobile(mobile),
    chatIdOf: (person) => directory().chatIdOf(person),
    standingOf,
    tree: treeOf,
    range: () => range,
    seesDepartment,
    sees: (person) =>
      range === 'all' ||
      range.people.includes(person.openId) ||
      treeOf()
        .idsOf(person)
        .some((id) => seesDepartment(id)),
    may: (...wanted) => scopes === undefined || wanted.some((scope) => scopes?.has(scope)),
    put,
    setRange(next) {
      range = next
    },
    setScopes(next) {
      scopes = next && new Set(next)
    },
    replay(entry) {
      if (entry.what === 'person') put(entry.person, entry.standing)
    },
    snapshot: () =>
      [...changed].flatMap((openId): Entry[] => {
        const person = everybody.get(openId)
        return person ? [{ what: 'person', person: storable(person), standing: standingOf(openId) }] : []
      }),
  }
}

/** `药学院/药剂学教研室`. */
function fullName(tree: DepartmentTree, id: string): string {
  return tree
    .pathOf(id)
    .map((one) => tree.find(one)?.name ?? '')
    .reverse()
    .join('/')
}

/** The log's lists are its own. */
export const storable = (person: SandboxPerson) => {
  const { alsoIn, ...rest } = person
  return alsoIn === undefined ? rest : { ...rest, alsoIn: [...alsoIn] }
}
