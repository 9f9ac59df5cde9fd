/**
 * What an .xlsx says of itself before it is parsed. A zip bomb of 756 KB costs every spreadsheet library a gigabyte, so
 * the sizes in the zip's directory are summed first, and each part is inflated once with its stated size as the limit.
 */
import { inflateRawSync } from 'node:zlib'
import type { Unreadable } from './unreadable.ts'

const MAX_BYTES = 50 * 1024 * 1024
const MAX_ROWS = 20_000
const MAX_PARTS = 2000

interface Part {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Why the bytes cannot be read as a workbook; undefined where they can. */
export function inspectZip(bytes: Uint8Array): Unreadable | undefined {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'encrypted'
  if (!startsWith(bytes, [0x50, 0x4b])) return 'not-xlsx'
  const parts = listParts(bytes)
  if (!parts) return 'truncated'
  if (parts.some((part) => part.encrypted)) return 'encrypted'
  if (parts.reduce((sum, part) => sum + part.size, 0) > MAX_BYTES || parts.length > MAX_PARTS)
    return 'too-large'
  if (!parts.some((part) => part.name === 'xl/workbook.xml')) return 'not-xlsx'
  return inspectParts(bytes, parts)
}

function inspectParts(bytes: Uint8Array, parts: readonly Part[]): Unreadable | undefined {
  let rows = 0
  for (const part of parts) {
    const content = inflate(bytes, part)
    if (!content) return 'truncated'
    if (part.name.startsWith('xl/worksheets/')) rows += countRows(content)
    if (rows > MAX_ROWS) return 'too-many-rows'
  }
  return undefined
}

/** The entries of the zip's central directory; undefined where there is none at the end: the file was cut off. */
function listParts(bytes: Uint8Array): Part[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const parts: Part[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const nameLength = view.getUint16(at + 28, true)
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** Where the end record begins: within the last 64 KB, before a comment. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}

/** The content of a part; undefined where it is damaged, or more than the directory says. */
function inflate(bytes: Uint8Array, part: Part): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== 0x04034b50) return undefined
  const start =
    part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true)
  const packed = bytes.subarray(start, start + part.packed)
  if (packed.length < part.packed) return undefined
  if (part.method === 0) return packed
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) })
    return content.length === part.size ? content : undefined
  } catch {
    return undefined
  }
}

function countRows(xml: Uint8Array): number {
  return new TextDecoder().decode(xml).split(/<(?:\w+:)?row[ >]/).length - 1
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
