import { type FileRef, PlatformError } from '../../port.ts'
import type { FeishuConfig, Fetch } from '../config.ts'
import { parseJson } from '../json.ts'
import type { Api } from './api.ts'
import { ApiFailure } from './api-failure.ts'
import { failureOf, read, send, TRANSFER_MS } from './transport.ts'

/** Larger files are not taken as evidence; Feishu itself allows 100 MB. */
export const MAX_DOWNLOAD_BYTES = 30 * 1024 * 1024

/** The bytes of a file in a received message (protocol 4.4). Throws `PlatformError`. */
export function downloadFile(
  api: Api,
  config: FeishuConfig,
  fetch: Fetch,
  messageId: string,
  file: FileRef,
): Promise<Uint8Array> {
  const message = encodeURIComponent(messageId)
  const key = encodeURIComponent(file.key)
  const url = `${config.domain}/open-apis/im/v1/messages/${message}/resources/${key}?type=${file.kind}`
  return api.withToken('download file', async (token) => {
    const headers = { authorization: `Bearer ${token}` }
    const response = await send(fetch, url, { headers, redirect: 'manual' }, TRANSFER_MS)
    if (!response.ok || isApiAnswer(response)) throw await refusal(response)
    return read(() => readCapped(response))
  })
}

/** An error comes as JSON where the bytes should be, at times with status 200; a JSON file has a file name. */
const isApiAnswer = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('application/json') === true &&
  !response.headers.has('content-disposition')

async function refusal(response: Response): Promise<ApiFailure> {
  const body = parseJson(await read(() => response.text()))
  return new ApiFailure(failureOf(response, body))
}

async function readCapped(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > MAX_DOWNLOAD_BYTES)
      throw new PlatformError({ kind: 'refused', detail: 'file larger than 30 MB' })
    parts.push(part)
  }
  return joined(parts, size)
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
