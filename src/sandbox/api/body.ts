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

/** One page of `all` by `page_size` (from 1, default 10) and `page_token`, which nobody can make up. */
export function pageOf<T>(c: Context, all: readonly T[], most = 50): Page<T> | Refusal {
  const size = Number(c.req.query('page_size') ?? 10)
  if (!Number.isInteger(size) || size < 1 || size > most) return refuse(40011)
  const token = c.req.query('page_token')
  const start = token ? startOf(token) : 0
  if (start === undefined) return refuse(40012)
  const end = start + size
  const items = all.slice(start, end)
  return end < all.length ? { items, has_more: true, page_token: tokenAt(end) } : { items, has_more: false }
}

const tokenAt = (start: number): string => btoa(`page ${start}`)

function startOf(token: string): number | undefined {
  try {
    const start = Number(/^page (\d+)$/.exec(atob(token))?.[1])
    return Number.isInteger(start) ? start : undefined
  } catch {
    return undefined
  }
}
