/** The directory: ids by mobile or e-mail, people, and what the app may see of all (protocol.md 4.7). */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { statusOf, userObject } from '../delivery/contact-events.ts'
import { ROOT_DEPARTMENT } from '../departments.ts'
import type { SandboxPerson } from '../model.ts'
import { idOf, type UserIdType } from '../people.ts'
import type { Registry } from '../registry.ts'
import { answerRefusal, failWith, isRefusal, type Refusal, refuse, succeed } from './answer.ts'
import { pageOf, readBody } from './body.ts'
import { departmentRoutes } from './contact-departments.ts'
import { needsScope, userIdType } from './contact-scopes.ts'

const lookUp = z.object({
  emails: z.array(z.string()).max(50).optional(),
  mobiles: z.array(z.string()).max(50).optional(),
  include_resigned: z.boolean().optional(),
})

/** The contact calls; resolved people come with the id kind that the query asks for. */
export function contactRoutes(registry: Registry, guard: (api: string) => MiddlewareHandler): Hono {
  const users = '/open-apis/contact/v3/users'
  const basic = needsScope(registry, 'contact:contact.base:readonly')
  const routes = new Hono()
  routes.post(
    `${users}/batch_get_id`,
    guard('contact.batch_get_id'),
    needsScope(registry, 'contact:user.id:readonly'),
    (c) => findIds(c, registry),
  )
  routes.get(`${users}/find_by_department`, guard('contact.members'), basic, (c) => listMembers(c, registry))
  routes.get(`${users}/batch`, guard('contact.users'), basic, (c) => listUsers(c, registry))
  routes.get(`${users}/:id`, guard('contact.user'), basic, (c) => showUser(c, registry, c.req.param('id')))
  routes.route('/', departmentRoutes(registry, guard))
  return routes
}

async function findIds(c: Context, registry: Registry): Promise<Response> {
  const read = await readBody(c, lookUp, 99992402)
  const type = userIdType(c)
  if (isRefusal(read)) return answerRefusal(c, read)
  if (typeof type !== 'string') return answerRefusal(c, type)
  const { emails = [], mobiles = [] } = read.body
  const found = (person: SandboxPerson | undefined) => foundAs(registry, person, type)
  const byEmail = emails.map((email) => ({ ...found(registry.byId('email', email)), email }))
  const byMobile = mobiles.map((mobile) => ({ ...found(registry.byMobile(mobile)), mobile }))
  return succeed(c, { user_list: [...byEmail, ...byMobile] })
}

function foundAs(registry: Registry, person: SandboxPerson | undefined, type: UserIdType): object {
  if (person === undefined || registry.standingOf(person.openId) === 'resigned') return {}
  return { user_id: idOf(person, type), status: statusOf(registry, person) }
}

function listMembers(c: Context, registry: Registry): Response {
  const members = membersOf(registry, c.req.query('department_id'))
  const page = isRefusal(members) ? members : pageOf(c, members)
  if (isRefusal(page)) return page.refused === 40004 ? failWith(c, 403, 40004) : answerRefusal(c, page)
  return succeed(c, { ...page, items: page.items.map((person) => userView(registry, person)) })
}

/** Direct members; those of the root can be listed by an app that sees everybody. */
function membersOf(registry: Registry, id: string | undefined): readonly SandboxPerson[] | Refusal {
  if (id === undefined || id === '') return refuse(99992402, 'department_id is required')
  if (id === ROOT_DEPARTMENT) return registry.range() === 'all' ? registry.tree().rootMembers : refuse(40004)
  const department = registry.tree().find(id)
  if (department === undefined) return refuse(40008)
  return registry.seesDepartment(department.openDepartmentId) ? department.members : refuse(40004)
}

/** Whom the app does not see is left out. */
function listUsers(c: Context, registry: Registry): Response {
  const ids = c.req.queries('user_ids') ?? []
  if (ids.length === 0 || ids.length > 50)
    return answerRefusal(c, refuse(99992402, 'user_ids must be 1 to 50'))
  const people = ids.flatMap((id) => {
    const person = registry.byOpenId(id)
    return person && registry.sees(person) && registry.standingOf(id) !== 'resigned' ? [person] : []
  })
  return succeed(c, { items: people.map((person) => userView(registry, person)) })
}

function showUser(c: Context, registry: Registry, id: string): Response {
  const type = userIdType(c)
  if (typeof type !== 'string') return answerRefusal(c, type)
  const person = registry.byId(type, id)
  if (person === undefined) return answerRefusal(c, refuse(99992351))
  return succeed(c, { user: userView(registry, person) })
}

function userView(registry: Registry, person: SandboxPerson): object {
  const ids = registry.tree().idsOf(person)
  const orders = ids.map((department_id, at) => ({ department_id, is_primary_dept: at === 0 }))
  const departments = registry.may('contact:user.department:readonly') ? { department_ids: ids, orders } : {}
  return { ...userObject(registry, person), ...departments }
}
