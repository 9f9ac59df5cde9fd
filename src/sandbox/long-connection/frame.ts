/** The protobuf message `pbbp2.Frame` of the long connection (protocol.md 5), as far as the sandbox needs it. */

export interface Frame {
  readonly seqId: number
  readonly logId: number
  readonly service: number
  /** 0 control, 1 data. */
  readonly method: number
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Uint8Array
}

/** Numbers of the fields; the first four are required and always written. */
const FIELD = { seqId: 1, logId: 2, service: 3, method: 4, header: 5, payload: 8 } as const
const HEADER = { key: 1, value: 2 } as const
const VARINT = 0
const BYTES = 2

export function encodeFrame(frame: Frame): Uint8Array {
  const headers = Object.entries(frame.headers).map(([key, value]) =>
    Buffer.concat([bytesField(HEADER.key, Buffer.from(key)), bytesField(HEADER.value, Buffer.from(value))]),
  )
  return new Uint8Array(
    Buffer.concat([
      varintField(FIELD.seqId, frame.seqId),
      varintField(FIELD.logId, frame.logId),
      varintField(FIELD.service, frame.service),
      varintField(FIELD.method, frame.method),
      ...headers.map((header) => bytesField(FIELD.header, header)),
      bytesField(FIELD.payload, frame.payload),
    ]),
  )
}

/** Nothing when the bytes are no frame. Unknown fields are left out, a missing one is 0 or empty. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
  const fields = readFields(bytes)
  const numberAt = (field: number): number => fields?.find((one) => one.field === field)?.number ?? 0
  return (
    fields && {
      seqId: numberAt(FIELD.seqId),
      logId: numberAt(FIELD.logId),
      service: numberAt(FIELD.service),
      method: numberAt(FIELD.method),
      headers: Object.fromEntries(
        fields.filter((one) => one.field === FIELD.header).map((one) => readHeader(one.bytes)),
      ),
      payload: fields.find((one) => one.field === FIELD.payload)?.bytes ?? new Uint8Array(),
    }
  )
}

function varintField(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8 + VARINT), varint(value)])
}

function bytesField(field: number, value: Uint8Array): Buffer {
  return Buffer.concat([varint(field * 8 + BYTES), varint(value.length), value])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let left = value
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128)
  return Buffer.from([...bytes, left])
}

interface Field {
  readonly field: number
  readonly number: number
  readonly bytes: Uint8Array
}

function readHeader(bytes: Uint8Array): [key: string, value: string] {
  const fields = readFields(bytes) ?? []
  const textAt = (field: number): string =>
    Buffer.from(fields.find((one) => one.field === field)?.bytes ?? []).toString('utf8')
  return [textAt(HEADER.key), textAt(HEADER.value)]
}

function readFields(bytes: Uint8Array): Field[] | undefined {
  const fields: Field[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = readVarint(bytes, at)
    const value = tag && readVarint(bytes, tag.end)
    if (!tag || !value) return undefined
    const type = tag.number % 8
    const length = type === BYTES ? value.number : 0
    const end = value.end + length
    if ((type !== VARINT && type !== BYTES) || end > bytes.length) return undefined
    fields.push({
      field: Math.floor(tag.number / 8),
      number: value.number,
      bytes: bytes.subarray(value.end, end),
    })
    at = end
  }
  return fields
}

function readVarint(bytes: Uint8Array, start: number): { number: number; end: number } | undefined {
  let number = 0
  for (let at = start, unit = 1; at < bytes.length; at++, unit *= 128) {
    const byte = bytes[at] ?? 0
    number += (byte % 128) * unit
    if (byte < 128) return { number, end: at + 1 }
  }
  return undefined
}
