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
  const routes = new Hono()
  routes.post('/open-apis/contact/v3/users/batch_get_id', guard('contact.batch_get_id'), async (c) => {
    const read = await readBody(c, lookUp, 99992402)
    const type = userIdType(c)
    if (isRefusal(read)) return answerRefusal(c, read)
    if (typeof type !== 'string') return answerRefusal(c, type)
    const byEmail = (read.body.emails ?? []).map((email) => ({
      ...found(directory.byId('email', email), type),
      email,
    }))
    const byMobile = (read.body.mobiles ?? []).map((mobile) => ({
      ...found(directory.byMobile(mobile), type),
      mobile,
    }))
    return succeed(c, { user_list: [...byEmail, ...byMobile] })
  })
  routes.get('/open-apis/contact/v3/users/find_by_department', guard('contact.find_by_department'), (c) => {
    const members = membersOf(directory, c)
    const page = isRefusal(members) ? members : pageOf(c, members)
    if (isRefusal(page)) return answerRefusal(c, page)
    return succeed(c, { ...page, items: page.items.map((person) => userView(directory, person)) })
  })
  routes.get('/open-apis/contact/v3/users/:id', guard('contact.user'), (c) => {
    const type = userIdType(c)
    if (typeof type !== 'string') return answerRefusal(c, type)
    const person = directory.byId(type, c.req.param('id'))
    if (person === undefined) return answerRefusal(c, refuse(99992351))
    return succeed(c, { user: userView(directory, person) })
  })
  routes.get('/open-apis/contact/v3/departments/:id/children', guard('contact.departments'), (c) => {
    const isRoot = c.req.param('id') === ROOT_DEPARTMENT
    if (!isRoot && departmentBy(directory, c.req.param('id')) === undefined)
      return answerRefusal(c, refuse(40008))
    const page = pageOf(c, isRoot ? directory.departments : [])
    if (isRefusal(page)) return answerRefusal(c, page)
    return succeed(c, { ...page, items: page.items.map(departmentView) })
  })
  return routes
}

function userIdType(c: Context): UserIdType | Refusal {
  const parsed = userIdTypes.safeParse(c.req.query('user_id_type'))
  return parsed.success ? parsed.data : refuse(99992402, 'user_id_type must be open_id, union_id or user_id')
}

function found(person: SandboxPerson | undefined, type: UserIdType): object {
  return person === undefined ? {} : { user_id: idOf(person, type), status: STATUS }
}

/** Root holds only the people without a unit, as Feishu lists direct members. */
function membersOf(directory: Directory, c: Context): readonly SandboxPerson[] | Refusal {
  const id = c.req.query('department_id')
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
