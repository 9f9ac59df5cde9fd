/** Reading what a call brings: JSON bodies by schema, paging by query. */
import type { Context } from 'hono'
import type * as z from 'zod'
import { parseJson } from '../storage.ts'
import { type FaultCode, type Refusal, refuse } from './answer.ts'

/** The body by `schema`, or a refusal with `code` that names the first wrong field. */
export async function readBody<T>(
  c: Context,
  schema: z.ZodType<T>,
  code: FaultCode,
): Promise<{ body: T } | Refusal> {
  const parsed = schema.safeParse(parseJson(await c.req.text()))
  if (parsed.success) return { body: parsed.data }
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  return refuse(code, `invalid ${field === '' ? 'request body' : field}`)
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly has_more: boolean
  readonly page_token?: string
}

/** One page of `all` by `page_size` (1–50, default 10) and `page_token`. */
export function pageOf<T>(c: Context, all: readonly T[]): Page<T> | Refusal {
  const size = Number(c.req.query('page_size') ?? 10)
  const start = Number(c.req.query('page_token') || 0)
  if (!Number.isInteger(size) || size < 1 || size > 50)
    return refuse(99992402, 'page_size must be from 1 to 50')
  if (!Number.isInteger(start) || start < 0) return refuse(99992402, 'page_token is invalid')
  const end = start + size
  const items = all.slice(start, end)
  return end < all.length ? { items, has_more: true, page_token: String(end) } : { items, has_more: false }
}
