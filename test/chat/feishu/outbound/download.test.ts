import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { MAX_DOWNLOAD_BYTES } from '../../../../src/chat/feishu/outbound/download.ts'
import { connect, faultOf } from './connection.ts'
import { type Answer, type Call, happy } from './stub.ts'

describe('files of a message', () => {
  const file = { key: 'file/1', name: '佐证.pdf', kind: 'file' } as const
  const resource = (answer: Answer) => (call: Call) =>
    call.url.includes('/resources/') ? answer : happy(call)

  test('come as their bytes', async () => {
    const bytes = new Uint8Array(200_000).map((_, index) => index % 251)
    const { platform, calls } = await connect(resource({ body: bytes }))
    const fetched = await platform.fetchFile('om_1', file)
    expect(createHash('sha256').update(fetched).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    )
    expect(calls.at(-1)?.url).toBe('/open-apis/im/v1/messages/om_1/resources/file%2F1?type=file')
  })

  test('that are JSON themselves are bytes like others', async () => {
    const headers = { 'content-disposition': 'attachment; filename=a.json' }
    const { platform } = await connect(resource({ headers, body: { code: 5 } }))
    expect(new TextDecoder().decode(await platform.fetchFile('om_1', file))).toBe('{"code":5}')
  })

  test('are refused with an error where the bytes should be, whatever the status', async () => {
    const { platform } = await connect(resource({ body: { code: 234003, msg: 'file not in message' } }))
    expect((await faultOf(platform.fetchFile('om_1', file))).kind).toBe('refused')
  })

  test('are given up beyond 30 MB', async () => {
    const { platform } = await connect(resource({ body: new Uint8Array(MAX_DOWNLOAD_BYTES + 1) }))
    expect(await faultOf(platform.fetchFile('om_1', file))).toEqual({
      kind: 'refused',
      detail: 'file larger than 30 MB',
    })
  })
})
