/**
 * Reading `multipart/form-data` byte for byte. The standard `FormData` reads a part without a file name as text,
 * and the official SDK sends pictures in just such parts.
 */

export interface Part {
  readonly filename: string | undefined
  readonly bytes: Uint8Array<ArrayBuffer>
}

const LINE_END = '\r\n'
const HEADER_END = '\r\n\r\n'

/** The parts by name, or undefined when the body is not what its content type says. The last of two equal names counts. */
export function readMultipart(
  contentType: string | undefined,
  body: Uint8Array,
): ReadonlyMap<string, Part> | undefined {
  const [, quoted, bare] =
    /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '') ?? []
  const boundary = quoted ?? bare
  if (boundary === undefined) return undefined
  const parts = new Map<string, Part>()
  for (const piece of piecesOf(Buffer.from(body), `--${boundary}`)) {
    const read = readPart(piece)
    if (read === undefined) return undefined
    parts.set(read.name, read.part)
  }
  return parts.size === 0 ? undefined : parts
}

/** The text of a part. */
export function textOf(part: Part | undefined): string | undefined {
  return part === undefined ? undefined : Buffer.from(part.bytes).toString('utf8')
}

/** What stands between two delimiters, without the line ends that belong to them. */
function* piecesOf(body: Buffer, delimiter: string): Generator<Buffer> {
  let start = body.indexOf(delimiter)
  while (start >= 0) {
    const from = start + delimiter.length + LINE_END.length
    const end = body.indexOf(LINE_END + delimiter, from - LINE_END.length)
    if (end < 0) return
    yield body.subarray(from, end)
    start = end + LINE_END.length
  }
}

function readPart(piece: Buffer): { name: string; part: Part } | undefined {
  const split = piece.indexOf(HEADER_END)
  if (split < 0) return undefined
  const header = piece.subarray(0, split).toString('utf8')
  const name = /[;\s]name="([^"]*)"/i.exec(header)?.[1]
  const filename = /[;\s]filename="([^"]*)"/i.exec(header)?.[1]
  const bytes = new Uint8Array(piece.subarray(split + HEADER_END.length))
  return name === undefined ? undefined : { name, part: { filename, bytes } }
}
