import { describe, expect, test } from 'vitest'
import { vector } from '../wire.ts'
import { connect } from './connection.ts'
import { happy } from './stub.ts'

describe('people', () => {
  test('are found by mobile or e-mail; the others are left out', async () => {
    const sample = vector('api', 'doc-api-batch-get-id-block1').json as { data: { user_list: object[] } }
    const user_list = [...sample.data.user_list, { mobile: '13900000000' }]
    const { platform, calls } = await connect((call) =>
      call.url.includes('batch_get_id') ? { body: { code: 0, data: { user_list } } } : happy(call),
    )
    const found = await platform.findPeople({
      mobiles: ['130xxxx1111', '13900000000'],
      emails: ['zhanxxxxx@a.com'],
    })
    expect(found).toHaveLength(4)
    expect(found[0]).toEqual({ openId: 'ou_979112345678741d29069abcdef01234', by: 'zhanxxxxx@a.com' })
    expect(calls.at(-1)?.url).toBe('/open-apis/contact/v3/users/batch_get_id?user_id_type=open_id')
  })

  test('are asked for fifty at a time, and not at all when nobody is wanted', async () => {
    const { platform, calls } = await connect()
    expect(await platform.findPeople({ mobiles: [], emails: [] })).toEqual([])
    expect(calls).toEqual([])
    await platform.findPeople({
      mobiles: Array.from({ length: 120 }, (_, index) => String(index)),
      emails: ['a@b.c'],
    })
    const sizes = calls
      .filter((call) => call.url.includes('batch_get_id'))
      .map((call) => JSON.parse(call.body).mobiles.length)
    expect(sizes).toEqual([50, 50, 20])
  })
})
