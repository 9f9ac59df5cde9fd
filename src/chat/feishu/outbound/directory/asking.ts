/** One call of the directory, made with patience: what may pass is tried again inside the read, what will not is thrown. */
import { PlatformError, type PlatformFault } from '../../../port.ts'
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../json.ts'
import type { Api } from '../api.ts'
import { ApiFailure } from '../api-failure.ts'

export interface DirectoryDeps {
  readonly api: Api
  readonly wait: (ms: number) => Promise<void>
  /** Awaited after each page. */
  readonly heard: (() => Promise<void>) | undefined
}

type Query = { readonly [name: string]: string | number | boolean | readonly string[] }

/** Longer, and the read is given up: it can be asked for again. */
const LONGEST_WAIT_MS = 60_000
const MOST_LIMITED = 20
const MOST_UNREACHABLE = 5
const FIRST_DELAY_MS = 500

/** What came of a call: its `data`, or the code with which the platform keeps it from us. */
export type Asked = { readonly data: JsonObject } | { readonly barred: number }

/** Asks once, and again while the fault may pass. A code in `bars` is an answer, not a fault. Throws `PlatformError`. */
export async function ask(
  deps: DirectoryDeps,
  path: string,
  query: Query,
  bars: readonly number[] = [],
): Promise<Asked> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(deps.api, path, query, bars)
    } catch (error) {
      const delay = error instanceof PlatformError ? delayOf(error.fault, attempt) : undefined
      if (delay === undefined) throw error
      await deps.wait(delay)
    }
  }
}

function delayOf(fault: PlatformFault, attempt: number): number | undefined {
  switch (fault.kind) {
    case 'rate-limited':
      return attempt > MOST_LIMITED || fault.retryAfterMs > LONGEST_WAIT_MS ? undefined : fault.retryAfterMs
    case 'unreachable':
      return attempt >= MOST_UNREACHABLE ? undefined : FIRST_DELAY_MS * 2 ** (attempt - 1)
    case 'credentials':
    case 'recipient-gone':
    case 'too-old':
    case 'refused':
      return undefined
  }
}

function askOnce(api: Api, path: string, query: Query, bars: readonly number[]): Promise<Asked> {
  return api.withClient(`read ${path.split('/')[0]}`, async (client) => {
    try {
      const body: unknown = await client.request({
        method: 'GET',
        url: `/open-apis/contact/v3/${path}`,
        params: { user_id_type: 'open_id', department_id_type: 'open_department_id', ...query },
      })
      const data = objectAt(body, 'data')
      if (data === undefined) throw malformed('no data')
      return { data }
    } catch (error) {
      const code = codeOf(error)
      if (code !== undefined && bars.includes(code)) return { barred: code }
      throw error
    }
  })
}

const codeOf = (error: unknown): number | undefined =>
  error instanceof ApiFailure && error.failure.kind === 'answer' ? error.failure.code : undefined

/** An answer that is not understood is as good as none: a person left out would pass for gone. */
export const malformed = (what: string): PlatformError =>
  new PlatformError({ kind: 'unreachable', detail: `a page of the directory of an unknown shape: ${what}` })

/** All pages of a list, each read by `read`; or the code of the bar that the first page met. */
export async function askAll<Item>(
  deps: DirectoryDeps,
  path: string,
  query: Query,
  read: (data: JsonObject) => readonly Item[],
  bars: readonly number[] = [],
): Promise<readonly Item[] | { readonly barred: number }> {
  const items: Item[] = []
  const seen = new Set<string>()
  for (let token: string | undefined; ; ) {
    const asked = await ask(deps, path, token === undefined ? query : { ...query, page_token: token }, bars)
    if ('barred' in asked) return asked
    items.push(...read(asked.data))
    await deps.heard?.()
    token = nextToken(asked.data)
    if (token === undefined) return items
    if (seen.has(token)) throw malformed('a page that leads back')
    seen.add(token)
  }
}

function nextToken(data: JsonObject): string | undefined {
  if (data.has_more === false) return undefined
  const token = textAt(data, 'page_token')
  if (data.has_more !== true || token === undefined) throw malformed('no word of the next page')
  return token
}

/** The objects of `items`; the platform leaves the list out where it is empty. */
export function itemsOf(data: JsonObject): readonly JsonObject[] {
  if (data.items === undefined || data.items === null) return []
  const items = listAt(data, 'items')
  if (!Array.isArray(data.items) || !items.every(isObject)) throw malformed('no list of items')
  return items as readonly JsonObject[]
}
