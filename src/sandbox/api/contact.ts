/** The directory: ids by mobile or e-mail, people, departments (protocol.md 4.7). */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import * as z from 'zod'
import type { SandboxPerson } from '../model.ts'
import {
  type Department,
  type Directory,
  idOf,
  ROOT_DEPARTMENT,
  type UserIdType,
  userIdOf,
} from '../people.ts'
import { answerRefusal, isRefusal, type Refusal, refuse, succeed } from './answer.ts'
import { pageOf, readBody } from './body.ts'

const lookUp = z.object({
  emails: z.array(z.string()).max(50).optional(),
  mobiles: z.array(z.string()).max(50).optional(),
  include_resigned: z.boolean().optional(),
})
const userIdTypes = z.enum(['open_id', 'union_id', 'user_id']).default('open_id')
const STATUS = {
  is_frozen: false,
  is_resigned: false,
  is_activated: true,
  is_exited: false,
  is_unjoin: false,
}

/** The contact calls; resolved people come with the id kind that the query asks for. */
export function contactRoutes(directory: Directory, guard: (api: string) => MiddlewareHandler): Hono {
  const users = '/open-apis/contact/v3/users'
  const departments = '/open-apis/contact/v3/departments'
  const routes = new Hono()
  routes.post(`${users}/batch_get_id`, guard('contact.batch_get_id'), (c) => findIds(c, directory))
  routes.get(`${users}/find_by_department`, guard('contact.members'), (c) => listMembers(c, directory))
  routes.get(`${users}/:id`, guard('contact.user'), (c) => showUser(c, directory, c.req.param('id')))
  routes.get(`${departments}/:id/children`, guard('contact.departments'), (c) =>
    listChildren(c, directory, c.req.param('id')),
  )
  return routes
}

async function findIds(c: Context, directory: Directory): Promise<Response> {
  const read = await readBody(c, lookUp, 99992402)
  const type = userIdType(c)
  if (isRefusal(read)) return answerRefusal(c, read)
  if (typeof type !== 'string') return answerRefusal(c, type)
  const { emails = [], mobiles = [] } = read.body
  const byEmail = emails.map((email) => ({ ...found(directory.byId('email', email), type), email }))
  const byMobile = mobiles.map((mobile) => ({ ...found(directory.byMobile(mobile), type), mobile }))
  return succeed(c, { user_list: [...byEmail, ...byMobile] })
}

function listMembers(c: Context, directory: Directory): Response {
  const members = membersOf(directory, c.req.query('department_id'))
  const page = isRefusal(members) ? members : pageOf(c, members)
  if (isRefusal(page)) return answerRefusal(c, page)
  return succeed(c, { ...page, items: page.items.map((person) => userView(directory, person)) })
}

function showUser(c: Context, directory: Directory, id: string): Response {
  const type = userIdType(c)
  if (typeof type !== 'string') return answerRefusal(c, type)
  const person = directory.byId(type, id)
  if (person === undefined) return answerRefusal(c, refuse(99992351))
  return succeed(c, { user: userView(directory, person) })
}

/** The campus is flat: root has all departments, a department has none. */
function listChildren(c: Context, directory: Directory, id: string): Response {
  const isRoot = id === ROOT_DEPARTMENT
  if (!isRoot && departmentBy(directory, id) === undefined) return answerRefusal(c, refuse(40008))
  const page = pageOf(c, isRoot ? directory.departments : [])
  if (isRefusal(page)) return answerRefusal(c, page)
  return succeed(c, { ...page, items: page.items.map(departmentView) })
}

function userIdType(c: Context): UserIdType | Refusal {
  const parsed = userIdTypes.safeParse(c.req.query('user_id_type'))
  return parsed.success ? parsed.data : refuse(99992402, 'user_id_type must be open_id, union_id or user_id')
}

function found(person: SandboxPerson | undefined, type: UserIdType): object {
  return person === undefined ? {} : { user_id: idOf(person, type), status: STATUS }
}

/** Root holds only the people without a unit, as Feishu lists direct members. */
function membersOf(directory: Directory, id: string | undefined): readonly SandboxPerson[] | Refusal {
  if (id === undefined || id === '') return refuse(99992402, 'department_id is required')
  if (id === ROOT_DEPARTMENT) return directory.people.filter((person) => person.unit === '')
  return departmentBy(directory, id)?.members ?? refuse(40008)
}

function departmentBy(directory: Directory, id: string): Department | undefined {
  return directory.departments.find((one) => one.openDepartmentId === id || one.departmentId === id)
}

function userView(directory: Directory, person: SandboxPerson): object {
  const department = directory.departments.find((one) => one.name === person.unit)
  return {
    union_id: person.unionId,
    user_id: userIdOf(person),
    open_id: person.openId,
    name: person.name,
    en_name: '',
    email: person.email,
    mobile: person.mobile === '' ? '' : `+86${person.mobile.replace(/^\+86/, '')}`,
    job_title: person.title,
    employee_no: person.employeeNo,
    department_ids: [department?.openDepartmentId ?? ROOT_DEPARTMENT],
    status: STATUS,
  }
}

function departmentView(department: Department): object {
  return {
    name: department.name,
    open_department_id: department.openDepartmentId,
    department_id: department.departmentId,
    parent_department_id: ROOT_DEPARTMENT,
    member_count: department.members.length,
    status: { is_deleted: false },
  }
}
