/** What the app could not read of anybody, and the scope that would let it. */
import type { ListedDirectory, ListedPerson } from './listed.ts'

export interface MissingScope {
  readonly what: string
  readonly scope: string
}

/** As the documents of contact/v3 name them for the fields of a person and of a department. */
const OF_PEOPLE: readonly (MissingScope & { readonly field: keyof ListedPerson })[] = [
  { field: 'name', what: '姓名', scope: 'contact:user.base:readonly' },
  { field: 'number', what: '工号', scope: 'contact:user.employee_number:read' },
  { field: 'status', what: '在职状态', scope: 'contact:user.employee:readonly' },
  { field: 'mobile', what: '手机号', scope: 'contact:user.phone:readonly' },
  { field: 'email', what: '邮箱', scope: 'contact:user.email:readonly' },
]

export function missingScopes({ people, departments }: ListedDirectory): MissingScope[] {
  const ofPeople = OF_PEOPLE.filter(
    ({ field }) => people.length > 0 && people.every((one) => one[field] === null),
  )
  const named = departments.length === 0 || departments.some((one) => one.name !== null)
  return [
    ...ofPeople.map(({ what, scope }) => ({ what, scope })),
    ...(named ? [] : [{ what: '部门名称', scope: 'contact:department.base:readonly' }]),
  ]
}
