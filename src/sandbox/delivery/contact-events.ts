/** The JSON of a person in the contact events and in the contact API (protocol.md 3, 4.7). */
import type { SandboxPerson } from '../model.ts'
import { idsOf } from '../people.ts'
import type { Registry } from '../registry.ts'

/** A person as far as the scopes of the app reach; in events without the departments, as Feishu leaves them out. */
export function userObject(registry: Registry, person: SandboxPerson): object {
  const shown = <T extends object>(fields: T, ...scopes: string[]): T | object =>
    registry.may(...scopes) ? fields : {}
  const mobile = person.mobile === '' ? '' : `+86${person.mobile.replace(/^\+86/, '')}`
  return {
    ...idsOf(person),
    ...shown({ name: person.name, en_name: '' }, 'contact:user.base:readonly'),
    ...shown({ email: person.email }, 'contact:user.email:readonly'),
    ...shown({ mobile }, 'contact:user.phone:readonly'),
    ...shown(
      { employee_no: person.employeeNo },
      'contact:user.employee_number:read',
      'contact:user.employee:readonly',
    ),
    ...shown(
      { job_title: person.title, status: statusOf(registry, person) },
      'contact:user.employee:readonly',
    ),
  }
}

/** `contact.user.updated_v3`: of what was, only the fields that changed. */
export function updatedUser(registry: Registry, before: SandboxPerson): (after: SandboxPerson) => object {
  const was: { [field: string]: unknown } = {
    ...userObject(registry, before),
    department_ids: registry.tree().idsOf(before),
  }
  return (after) => {
    const is: { [field: string]: unknown } = {
      ...userObject(registry, after),
      department_ids: registry.tree().idsOf(after),
    }
    const changed = Object.keys(was).filter(
      (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
    )
    const old_object = Object.fromEntries(changed.map((field) => [field, was[field]]))
    return { object: userObject(registry, after), old_object: { open_id: after.openId, ...old_object } }
  }
}

export function statusOf(registry: Registry, person: SandboxPerson): object {
  const standing = registry.standingOf(person.openId)
  return {
    is_frozen: standing === 'frozen',
    is_resigned: standing === 'resigned',
    is_activated: standing !== 'unactivated',
    is_exited: false,
    is_unjoin: false,
  }
}
