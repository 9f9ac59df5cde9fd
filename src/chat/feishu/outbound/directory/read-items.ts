/** People and departments as Feishu lists them, in our words. A field that the app may not read is left out by Feishu. */
import type { DirectoryDepartment, DirectoryPerson } from '../../../port.ts'
import { type JsonObject, listAt, objectAt, textAt } from '../../json.ts'
import { malformed } from './asking.ts'

/** The id of the department that holds all others. */
export const ROOT = '0'

export function readUser(user: JsonObject): DirectoryPerson {
  const openId = textAt(user, 'open_id')
  if (openId === undefined) throw malformed('a person without open_id')
  return {
    openId,
    name: wordsAt(user, 'name'),
    number: wordsAt(user, 'employee_no'),
    mobile: wordsAt(user, 'mobile')?.replace(/^\+86/, '') ?? null,
    email: wordsAt(user, 'email'),
    title: wordsAt(user, 'job_title'),
    departments: departmentsOf(user),
    status: statusOf(user),
  }
}

export function readDepartment(department: JsonObject): DirectoryDepartment {
  const id = textAt(department, 'open_department_id')
  if (id === undefined) throw malformed('a department without open_department_id')
  const parent = textAt(department, 'parent_department_id') ?? null
  return { id, name: wordsAt(department, 'name'), parent: parent === ROOT ? null : parent }
}

export const isDeleted = (department: JsonObject): boolean =>
  objectAt(department, 'status')?.is_deleted === true

/** One line of words, or nothing. */
function wordsAt(value: JsonObject, key: string): string | null {
  const words = textAt(value, key)?.replace(/\s+/g, ' ').trim()
  return words === undefined || words === '' ? null : words
}

function departmentsOf(user: JsonObject): string[] {
  const ids = listAt(user, 'department_ids').filter((id) => typeof id === 'string')
  const main = listAt(user, 'orders').find((order) => (order as JsonObject | null)?.is_primary_dept === true)
  const mainId = textAt(main, 'department_id')
  return [...new Set(mainId !== undefined && ids.includes(mainId) ? [mainId, ...ids] : ids)]
}

function statusOf(user: JsonObject): DirectoryPerson['status'] {
  const status = objectAt(user, 'status')
  if (status === undefined) return null
  if (status.is_resigned === true || status.is_exited === true) return 'resigned'
  if (status.is_frozen === true) return 'frozen'
  return status.is_activated === false ? 'unactivated' : 'active'
}
