import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk'
import { PlatformError } from '../../port.ts'
import type { Fetch } from '../config.ts'
import { isObject, type JsonObject, parseJson } from '../json.ts'
import { ApiFailure } from './api-failure.ts'

export const CALL_MS = 10_000
/** 30 MB may take longer than a call. */
export const TRANSFER_MS = 60_000

type Options = HttpRequestOptions<unknown>

/**
 * The SDK's HTTP client over `fetch`: the same on Node and on workerd (protocol 6.5). It answers with the body,
 * and throws `ApiFailure` unless the body's code is 0, so that no failure can pass for a success.
 */
export function transport(fetch: Fetch): HttpInstance {
  const call = async <R>(method: string, options: Options): Promise<R> =>
    (await callApi(fetch, { ...options, method })) as R
  return {
    request: (options) => call(options.method ?? 'GET', options),
    get: (url, options) => call('GET', { ...options, url }),
    delete: (url, options) => call('DELETE', { ...options, url }),
    head: (url, options) => call('HEAD', { ...options, url }),
    options: (url, options) => call('OPTIONS', { ...options, url }),
    post: (url, data, options) => call('POST', { ...options, url, data }),
    put: (url, data, options) => call('PUT', { ...options, url, data }),
    patch: (url, data, options) => call('PATCH', { ...options, url, data }),
  }
}

/** One call that answers with JSON. Redirects are not followed: they would carry the secret elsewhere. */
export async function callApi(fetch: Fetch, options: Options): Promise<JsonObject> {
  const content = contentOf(options)
  const init = { method: methodOf(options), redirect: 'manual' as const, ...content }
  const response = await send(
    fetch,
    urlOf(options),
    init,
    content.body instanceof FormData ? TRANSFER_MS : CALL_MS,
  )
  const body = parseJson(await read(() => response.text()))
  if (response.ok && isObject(body) && body.code === 0) return body
  throw new ApiFailure(failureOf(response, body))
}

/** Like `fetch`, but ends after `limitMs`, and what goes wrong is an `ApiFailure` that names no address or header. */
export async function send(fetch: Fetch, url: string, init: RequestInit, limitMs: number): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(limitMs) })
  } catch (error) {
    throw networkFailure(error)
  }
}

/** Reads a body; a connection that breaks or stalls in the middle is a failure of the network as well. */
export async function read<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw error instanceof PlatformError ? error : networkFailure(error)
  }
}

export function failureOf(response: Response, body: unknown): ApiFailure['failure'] {
  const code = isObject(body) && typeof body.code === 'number' ? body.code : undefined
  return {
    kind: 'answer',
    status: response.status,
    code,
    msg: isObject(body) && typeof body.msg === 'string' ? body.msg : 'no JSON of Feishu',
    reset: response.headers.get('x-ogw-ratelimit-reset'),
    logId: response.headers.get('x-tt-logid'),
  }
}

function networkFailure(error: unknown): ApiFailure {
  const name = error instanceof Error ? error.name : 'error'
  const cause = error instanceof Error && isObject(error.cause) ? error.cause.code : undefined
  return new ApiFailure({ kind: 'network', detail: typeof cause === 'string' ? `${name} ${cause}` : name })
}

const methodOf = (options: Options): string => (options.method ?? 'GET').toUpperCase()

function urlOf(options: Options): string {
  const url = new URL(options.url ?? '')
  for (const [name, value] of Object.entries(options.params ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) url.searchParams.append(name, String(one))
    }
  }
  return url.toString()
}

/** GET and HEAD carry no body: workerd refuses one, and the SDK's generated calls give an empty object. */
function contentOf(options: Options): RequestInit {
  const headers = new Headers(options.headers)
  const method = methodOf(options)
  if (method === 'GET' || method === 'HEAD' || options.data === undefined) return { headers }
  if (headers.get('content-type')?.startsWith('multipart/') === true) {
    headers.delete('content-type')
    return { headers, body: formOf(options.data) }
  }
  headers.set('content-type', 'application/json; charset=utf-8')
  return { headers, body: JSON.stringify(options.data) }
}

function formOf(data: unknown): FormData {
  const form = new FormData()
  const fields = isObject(data) ? data : {}
  const name = typeof fields.file_name === 'string' ? fields.file_name : 'file'
  for (const [key, value] of Object.entries(fields)) {
    if (value instanceof Uint8Array) form.append(key, new Blob([new Uint8Array(value)]), name)
    else if (value !== undefined) form.append(key, String(value))
  }
  return form
}
