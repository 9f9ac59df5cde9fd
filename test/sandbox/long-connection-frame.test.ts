import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeFrame, encodeFrame, type Frame } from '../../src/sandbox/long-connection/frame.ts'

const frames: fc.Arbitrary<Frame> = fc.record({
  seqId: fc.maxSafeNat(),
  logId: fc.maxSafeNat(),
  service: fc.nat(),
  method: fc.nat(),
  headers: fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), {
    noNullPrototype: true,
  }),
  payload: fc.uint8Array({ maxLength: 1000 }),
})

it('a frame that was written is read as it was', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const read = decodeFrame(encodeFrame(frame))
      expect({ ...read, payload: [...(read?.payload ?? [])] }).toEqual({
        ...frame,
        payload: [...frame.payload],
      })
    }),
  )
})

it('fields that are not used and required zeros are read over', () => {
  const zeros = '08001000'
  const service7 = '1807'
  const data = '2001'
  const header = `2a0d0a04747970651205${Buffer.from('event').toString('hex')}`
  const encoding = `3204${Buffer.from('gzip').toString('hex')}`
  const payload = `4202${Buffer.from('{}').toString('hex')}`
  const logIdNew = '4a0178'
  const bytes = Buffer.from(zeros + service7 + data + header + encoding + payload + logIdNew, 'hex')
  expect(decodeFrame(new Uint8Array(bytes))).toEqual({
    seqId: 0,
    logId: 0,
    service: 7,
    method: 1,
    headers: { type: 'event' },
    payload: new Uint8Array(Buffer.from('{}')),
  })
})

it('bytes that are no frame are refused, never thrown on', () => {
  fc.assert(
    fc.property(frames, fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 40 }), (frame, cut, noise) => {
      decodeFrame(noise)
      decodeFrame(encodeFrame(frame).subarray(0, cut))
    }),
  )
  expect(decodeFrame(Buffer.from([0x42, 0x05, 0x01]))).toBeUndefined()
  expect(decodeFrame(Buffer.from([0x0f, 0x01]))).toBeUndefined()
})
