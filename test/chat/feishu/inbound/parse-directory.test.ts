/** News of the contact directory (protocol 3): what they mean for us, and what they do not. */
import { describe, expect, test } from 'vitest'
import { feishu } from '../../../../src/chat/feishu/feishu.ts'
import { CONFIG, deliver, eventOf, NOW, vectors } from '../wire.ts'

const platform = feishu(CONFIG, { fetch, now: () => NOW, log: { warn() {} } })

function received(type: string, event: unknown) {
  const { headers, body } = deliver(eventOf(`contact.${type}`, event))
  return platform.receive(headers, body)
}

const active = { is_frozen: false, is_resigned: false, is_activated: true, is_exited: false }
const someone = (more: object = {}) => ({ open_id: 'ou_1', name: '张明', status: active, ...more })

describe('an event of the directory', () => {
  test('says who joined and who left', () => {
    expect(received('user.created_v3', { object: someone() })).toEqual({
      ...{ kind: 'directory', platform: 'feishu', what: 'joined', openId: 'ou_1', name: '张明' },
      causes: ['feishu:event:event-1'],
    })
    const left = {
      object: someone({ department_ids: [] }),
      old_object: { department_ids: ['od-1'], open_id: 'ou_1' },
    }
    expect(received('user.deleted_v3', left)).toMatchObject({ what: 'left', openId: 'ou_1' })
  })

  test.each<[string, object, object, string]>([
    ['another department', {}, { department_ids: ['od-1'] }, 'moved'],
    ['another department and another name', {}, { department_ids: ['od-1'], name: '旧' }, 'moved'],
    ['another name', {}, { name: '旧' }, 'changed'],
    ['another mobile, which comes by itself', {}, { mobile: '+8613800000000' }, 'changed'],
    ['a suspended account', { status: { ...active, is_frozen: true } }, { status: active }, 'left'],
    [
      'an account that the person gave up',
      { status: { ...active, is_exited: true } },
      { status: active },
      'left',
    ],
    ['an account that is open again', {}, { status: { ...active, is_frozen: true } }, 'changed'],
  ])('tells %s', (_what, object, old, what) => {
    expect(received('user.updated_v3', { object: someone(object), old_object: old })).toMatchObject({
      kind: 'directory',
      what,
    })
  })

  test('of a picture or a desk is nobody’s concern', () => {
    const news = received('user.updated_v3', {
      object: someone(),
      old_object: { avatar: {}, work_station: '北楼' },
    })
    expect(news.kind).toBe('unsupported')
  })

  test('may hide the name, and tells the range by itself', () => {
    expect(received('user.created_v3', { object: { open_id: 'ou_1' } })).toMatchObject({
      openId: 'ou_1',
      name: '',
    })
    expect(received('scope.updated_v3', { added: {}, removed: {} })).toMatchObject({
      what: 'range',
      openId: '',
    })
  })

  test.each([null, {}, { object: null }, { object: [] }, { object: { open_id: 7 } }, { old_object: 'x' }])(
    'of an unknown shape is set aside: %j',
    (event) => {
      for (const type of [
        'user.created_v3',
        'user.updated_v3',
        'user.deleted_v3',
        'department.created_v3',
        'user',
      ])
        expect(received(type, event).kind).toBe('unsupported')
    },
  )

  test('as the official samples show it is understood', () => {
    const samples = vectors('events').filter((one) =>
      /contact\.user\.(created|updated|deleted)_v3/.test(JSON.stringify(one.json ?? '')),
    )
    for (const { json } of samples) {
      const { header, event } = json as { header: { event_type: string }; event: unknown }
      expect(received(header.event_type.replace('contact.', ''), event)).toMatchObject({ kind: 'directory' })
    }
  })
})
