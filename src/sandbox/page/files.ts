/** Pictures and files of the chat, as the browser may have them. */
import { Hono } from 'hono'
import type { CampusChat } from '../model.ts'

const signatures: readonly {
  readonly type: string
  readonly starts: readonly number[]
  readonly at?: number
}[] = [
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { type: 'image/bmp', starts: [0x42, 0x4d] },
]

/** The type of a picture by its first bytes; undefined for what a browser must not show in the page, SVG included. */
export function pictureType(bytes: Uint8Array): string | undefined {
  return signatures.find(({ starts, at = 0 }) => starts.every((byte, index) => bytes[at + index] === byte))
    ?.type
}

/** Serves `/files/:key`: pictures to be shown, everything else to be saved. */
export function fileRoutes(chat: CampusChat): Hono {
  const routes = new Hono()
  routes.get('/files/:key', (c) => {
    const file = chat.file(c.req.param('key'))
    if (file === undefined) return c.text('文件已不在', 404)
    const type = file.type === 'image' ? pictureType(file.bytes) : undefined
    const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Disposition': `${type === undefined ? 'attachment' : 'inline'}; ${name}`,
      'Cache-Control': 'private, max-age=86400',
    })
  })
  return routes
}
