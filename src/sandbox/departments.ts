/** The departments of the campus as a tree: `药学院/药剂学教研室` is a department below another. */
import type { SandboxPerson } from './model.ts'
import { stableId } from './people.ts'

/** The id of the department that holds all others (protocol.md 4.7). */
export const ROOT_DEPARTMENT = '0'

export interface Department {
  readonly openDepartmentId: string
  readonly departmentId: string
  readonly name: string
  /** `0` at the top. */
  readonly parent: string
  /** Its direct members. */
  readonly members: readonly SandboxPerson[]
}

export interface DepartmentTree {
  readonly all: readonly Department[]
  find(id: string): Department | undefined
  /** Direct members of the root: the people without a unit. */
  readonly rootMembers: readonly SandboxPerson[]
  childrenOf(id: string): readonly Department[]
  /** All levels below. */
  below(id: string): readonly Department[]
  /** The department and those above it, from itself upwards. */
  pathOf(id: string): readonly string[]
  idsOf(person: SandboxPerson): readonly string[]
}

const idOf = (path: string): string => stableId('od-', path)

export function departmentTree(people: readonly SandboxPerson[]): DepartmentTree {
  const members = new Map<string, SandboxPerson[]>()
  for (const person of people) {
    for (const path of unitsOf(person)) {
      for (const above of pathsOf(path)) members.set(above, members.get(above) ?? [])
      members.get(path)?.push(person)
    }
  }
  const all = [...members].map(([path, own]) => departmentOf(path, own))
  const byId = new Map(
    all.flatMap((one) => [[one.openDepartmentId, one] as const, [one.departmentId, one] as const]),
  )
  const childrenOf = (id: string): Department[] => all.filter((one) => one.parent === id)
  const below = (id: string): Department[] =>
    childrenOf(id).flatMap((one) => [one, ...below(one.openDepartmentId)])
  const pathOf = (id: string): string[] => {
    const parent = byId.get(id)?.parent
    return parent === undefined ? [] : [id, ...pathOf(parent)]
  }
  return {
    all,
    childrenOf,
    below,
    pathOf,
    find: (id) => byId.get(id),
    rootMembers: people.filter((person) => unitsOf(person).length === 0),
    idsOf: (person) => {
      const ids = unitsOf(person).map(idOf)
      return ids.length === 0 ? [ROOT_DEPARTMENT] : ids
    },
  }
}

const unitsOf = ({ unit, alsoIn = [] }: SandboxPerson): string[] =>
  [unit, ...alsoIn].filter((path) => path !== '')

/** `a`, `a/b`, `a/b/c`. */
function pathsOf(path: string): string[] {
  const names = path.split('/')
  return names.map((_, at) => names.slice(0, at + 1).join('/'))
}

function departmentOf(path: string, members: readonly SandboxPerson[]): Department {
  const names = path.split('/')
  return {
    openDepartmentId: idOf(path),
    departmentId: stableId('', path).slice(0, 16),
    name: names.at(-1) ?? path,
    parent: names.length === 1 ? ROOT_DEPARTMENT : idOf(names.slice(0, -1).join('/')),
    members,
  }
}
