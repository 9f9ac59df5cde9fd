/** Uploads and downloads of images and files (protocol.md 4.4). */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { FileStore } from '../files.ts'
import type { MessageStore } from '../messages.ts'
import type { SandboxFile } from '../model.ts'
import { parseJson } from '../storage.ts'
import { answerRefusal, isRefusal, type Refusal, refuse, succeed } from './answer.ts'
import { readMultipart, textOf } from './multipart.ts'

const MEGABYTE = 1024 * 1024
const IMAGE_BYTES = 10 * MEGABYTE
const FILE_BYTES = 30 * MEGABYTE
/** Room for the form around the file. */
const FORM_BYTES = 64 * 1024
const IMAGE_TYPES = ['message', 'avatar']
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']

/** `POST im/v1/images`, `POST im/v1/files`, and the file inside a message. */
export function mediaRoutes(
  files: FileStore,
  messages: MessageStore,
  guard: (api: string) => MiddlewareHandler,
): Hono {
  const routes = new Hono()
  routes.post('/open-apis/im/v1/images', guard('images.create'), async (c) => {
    const upload = await readUpload(c, 'image', IMAGE_BYTES)
    if (isRefusal(upload)) return answerRefusal(c, upload)
    if (!IMAGE_TYPES.includes(upload.kind)) return answerRefusal(c, refuse(234001, 'invalid image_type'))
    if (!looksLikeImage(upload.bytes)) return answerRefusal(c, refuse(234011))
    return succeed(c, { image_key: files.keep({ name: upload.name, type: 'image', bytes: upload.bytes }) })
  })
  routes.post('/open-apis/im/v1/files', guard('files.create'), async (c) => {
    const upload = await readUpload(c, 'file', FILE_BYTES)
    if (isRefusal(upload)) return answerRefusal(c, upload)
    if (!FILE_TYPES.includes(upload.kind)) return answerRefusal(c, refuse(234001, 'invalid file_type'))
    return succeed(c, { file_key: files.keep({ name: upload.name, type: 'file', bytes: upload.bytes }) })
  })
  routes.get('/open-apis/im/v1/messages/:id/resources/:key', guard('messages.resource'), (c) => {
    const file = resource(files, messages, c.req.param('id'), c.req.param('key'), c.req.query('type'))
    return isRefusal(file) ? answerRefusal(c, file) : download(c, file)
  })
  return routes
}

interface Upload {
  readonly kind: string
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

async function readUpload(c: Context, name: 'image' | 'file', limit: number): Promise<Upload | Refusal> {
  if (Number(c.req.header('content-length') ?? 0) > limit + FORM_BYTES) return refuse(234006)
  const parts = readMultipart(c.req.header('content-type'), new Uint8Array(await c.req.arrayBuffer()))
  const part = parts?.get(name)
  if (parts === undefined || part === undefined) return refuse(234001, `${name} is required`)
  if (part.bytes.byteLength === 0) return refuse(234010)
  if (part.bytes.byteLength > limit) return refuse(234006)
  const fileName = textOf(parts.get('file_name')) ?? ''
  if (name === 'file' && fileName === '') return refuse(234001, 'file_name is required')
  const kind = textOf(parts.get(`${name}_type`)) ?? ''
  return { kind, name: name === 'file' ? fileName : (part.filename ?? 'image'), bytes: part.bytes }
}

/** PNG, JPEG, GIF, WEBP, BMP, TIFF, ICO by their first bytes. */
function looksLikeImage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  const starts = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*', '\0\0\x01\0']
  return starts.some((start) => head.startsWith(start)) || (head.startsWith('RIFF') && head.endsWith('WEBP'))
}

/** The key must stand in this very message; cards have no resources (234043). */
function resource(
  files: FileStore,
  messages: MessageStore,
  messageId: string,
  key: string,
  type: string | undefined,
): SandboxFile | Refusal {
  if (type !== 'image' && type !== 'file') return refuse(234001, 'type must be image or file')
  const message = messages.find(messageId)
  if (message === undefined) return refuse(234001, 'invalid message_id')
  if (message.recalled) return refuse(230110)
  if (message.type === 'interactive') return refuse(234043)
  const content = parseJson(message.content)
  const keys = typeof content === 'object' && content !== null ? Object.values(content) : []
  const file = keys.includes(key) ? files.find(key) : undefined
  return file === undefined || file.type !== type ? refuse(234003) : file
}

function download(c: Context, file: SandboxFile): Response {
  const name = encodeURIComponent(file.name)
  c.header('content-type', 'application/octet-stream')
  c.header('content-disposition', `attachment; filename="${name}"; filename*=UTF-8''${name}`)
  return c.body(new Uint8Array(file.bytes))
}
