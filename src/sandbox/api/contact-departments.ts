/** Departments and the app's range (contact/v3: departments/:id/children, departments/batch, scopes). */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { type Department, ROOT_DEPARTMENT } from '../departments.ts'
import type { Registry } from '../registry.ts'
import { answerRefusal, failWith, isRefusal, refuse, succeed } from './answer.ts'
import { pageOf } from './body.ts'
import { needsScope } from './contact-scopes.ts'

/** The largest number of departments that one recursive call gives. */
const MOST_RECURSED = 2000

export function departmentRoutes(registry: Registry, guard: (api: string) => MiddlewareHandler): Hono {
  const departments = '/open-apis/contact/v3/departments'
  const basic = needsScope(registry, 'contact:contact.base:readonly')
  const routes = new Hono()
  routes.get('/open-apis/contact/v3/scopes', guard('contact.scopes'), basic, (c) => listRange(c, registry))
  routes.get(`${departments}/batch`, guard('contact.departments_batch'), basic, (c) => listSome(c, registry))
  routes.get(`${departments}/:id/children`, guard('contact.departments'), basic, (c) =>
    listChildren(c, registry, c.req.param('id')),
  )
  return routes
}

/** People, then departments, then groups, in one list of pages. */
function listRange(c: Context, registry: Registry): Response {
  const range = registry.range()
  const tree = registry.tree()
  const tops =
    range === 'all' ? tree.childrenOf(ROOT_DEPARTMENT) : tree.all.filter((one) => isTop(one, registry))
  const users = range === 'all' ? tree.rootMembers.map((one) => one.openId) : range.people
  const all = [
    ...users.map((id) => ({ user: id })),
    ...tops.map((one) => ({ department: one.openDepartmentId })),
  ]
  const page = pageOf(c, all, 100)
  if (isRefusal(page)) return answerRefusal(c, page)
  const { items, ...turn } = page
  return succeed(c, {
    user_ids: items.flatMap((one) => ('user' in one ? [one.user] : [])),
    department_ids: items.flatMap((one) => ('department' in one ? [one.department] : [])),
    group_ids: [],
    ...turn,
  })
}

/** In range, and the one above it is not. */
const isTop = ({ openDepartmentId, parent }: Department, registry: Registry): boolean =>
  registry.seesDepartment(openDepartmentId) &&
  (parent === ROOT_DEPARTMENT || !registry.seesDepartment(parent))

function listSome(c: Context, registry: Registry): Response {
  const ids = c.req.queries('department_ids') ?? []
  if (ids.length === 0 || ids.length > 50) return answerRefusal(c, refuse(40011))
  const found = ids.flatMap((id) => registry.tree().find(id) ?? [])
  const seen = found.filter((one) => registry.seesDepartment(one.openDepartmentId))
  return succeed(c, { items: seen.map((one) => departmentView(registry, one)) })
}

function listChildren(c: Context, registry: Registry, id: string): Response {
  const tree = registry.tree()
  const isRoot = id === ROOT_DEPARTMENT
  const department = tree.find(id)
  if (!isRoot && department === undefined) return answerRefusal(c, refuse(40008))
  const isSeen = isRoot
    ? registry.range() === 'all'
    : registry.seesDepartment(department?.openDepartmentId ?? id)
  if (!isSeen) return failWith(c, 403, 40004)
  const deep = c.req.query('fetch_child') === 'true'
  const own = department?.openDepartmentId ?? id
  const all = deep ? tree.below(own) : tree.childrenOf(own)
  if (deep && all.length > MOST_RECURSED) return answerRefusal(c, refuse(43010))
  const page = pageOf(c, all)
  if (isRefusal(page)) return answerRefusal(c, page)
  return succeed(c, { ...page, items: page.items.map((one) => departmentView(registry, one)) })
}

function departmentView(registry: Registry, department: Department): object {
  const { name, departmentId, openDepartmentId, parent, members } = department
  return {
    ...(registry.may('contact:department.base:readonly') && {
      name,
      department_id: departmentId,
      status: { is_deleted: false },
    }),
    ...(registry.may('contact:department.organize:readonly') && {
      parent_department_id: parent,
      member_count: members.length,
    }),
    open_department_id: openDepartmentId,
  }
}
