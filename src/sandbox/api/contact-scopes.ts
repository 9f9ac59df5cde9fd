/** What the contact calls ask of the app: scopes, and the kind of id. */
import type { Context, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import type { UserIdType } from '../people.ts'
import type { Registry } from '../registry.ts'
import { failWith, type Refusal, refuse } from './answer.ts'

const ANY_CONTACT = [
  'contact:contact:access_as_app',
  'contact:contact:readonly',
  'contact:contact:readonly_as_app',
]

/** HTTP 400 with the scopes that would do, in both languages, as Feishu says it. */
export function needsScope(registry: Registry, scope: string): MiddlewareHandler {
  const scopes = [scope, ...ANY_CONTACT]
  const list = scopes.join(', ')
  return async (c, next) => {
    if (registry.may(...scopes)) return next()
    return failWith(
      c,
      400,
      99991672,
      `Access denied. One of the following scopes is required: [${list}].应用尚未开通所需的应用身份权限：[${list}]，点击链接申请并开通任一权限即可`,
    )
  }
}

const userIdTypes = z.enum(['open_id', 'union_id', 'user_id']).default('open_id')

export function userIdType(c: Context): UserIdType | Refusal {
  const parsed = userIdTypes.safeParse(c.req.query('user_id_type'))
  return parsed.success ? parsed.data : refuse(99992402, 'user_id_type must be open_id, union_id or user_id')
}
