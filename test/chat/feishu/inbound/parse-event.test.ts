import { describe, expect, test } from 'vitest'
import { receiver } from '../../../../src/chat/feishu/inbound/receive.ts'
import { toMilliseconds } from '../../../../src/chat/feishu/inbound/timestamp.ts'
import type { Inbound } from '../../../../src/chat/port.ts'
import { CONFIG, deliver, eventOf, NOW, person, tap, textMessage, vectors } from '../wire.ts'

const receive = receiver(CONFIG, { now: () => NOW, log: { warn() {} } })

function parse(type: string, event: unknown): Inbound {
  const { headers, body } = deliver(eventOf(type, event))
  return receive(headers, body)
}

const message = (type: string, content: unknown, more: Record<string, unknown> = {}): Inbound =>
  parse(
    'im.message.receive_v1',
    textMessage('', { message_type: type, content: JSON.stringify(content), ...more }),
  )

describe('the samples of the official documents', () => {
  const EXPECTED: { readonly [id: string]: string } = {
    'doc-im.message.receive_v1': 'message',
    'doc-application.bot.menu_v6': 'menu',
    'doc-bot_p2p_chat_entered_v1': 'entered',
    'doc-card.action.trigger': 'tap',
    'plain-java-mockChallenge': 'directory',
    'plain-java-mockPlainTextEvent': 'directory',
    'doc-contact.user.updated_v3': 'directory',
    'doc-contact.user.deleted_v3': 'directory',
  }
  test.each(vectors('events').map((one) => [one.id, one.json] as const))(
    '%s is understood or set aside',
    (id, json) => {
      const sample = json as { header?: object; event?: object; schema?: string }
      const ours = { token: CONFIG.verificationToken, app_id: CONFIG.appId }
      const payload =
        sample.schema === undefined
          ? {
              ...sample,
              type: 'event_callback',
              token: ours.token,
              event: { ...sample.event, app_id: ours.app_id },
            }
          : { ...sample, header: { ...sample.header, ...ours } }
      const { headers, body } = deliver(payload)
      expect(receive(headers, body).kind).toBe(EXPECTED[id] ?? 'unsupported')
    },
  )
})

describe('a message', () => {
  test('names its event first and itself second, as Feishu may repeat it under another event', () => {
    expect(parse('im.message.receive_v1', textMessage(' 待办 '))).toEqual({
      kind: 'message',
      causes: ['feishu:event:event-1', 'feishu:message:om_1'],
      who: { platform: 'feishu', tenant: 'tenant-1', openId: 'ou_contact' },
      chat: 'oc_1',
      group: false,
      messageId: 'om_1',
      text: '待办',
      files: [],
    })
  })

  test('shows people by name; the bot that is called is no part of the words', () => {
    const mentions = [
      { key: '@_user_1', id: {}, name: '目标管理', mentioned_type: 'bot' },
      { key: '@_user_10', id: {}, name: '药学院 联络员', mentioned_type: 'user' },
      { key: '@_all', id: {}, name: '所有人' },
    ]
    const text = '@_user_1 请 @_user_10 和 @_all 查看 @_user_2'
    expect(message('text', { text }, { mentions, chat_type: 'group' })).toMatchObject({
      text: '请 @药学院 联络员 和 @所有人 查看 @_user_2',
      group: true,
    })
  })

  test('says what it replies to', () => {
    expect(parse('im.message.receive_v1', textMessage('同意', { parent_id: 'om_0' }))).toMatchObject({
      repliesTo: 'om_0',
    })
  })

  test('in rich text becomes lines of words and a list of files', () => {
    const content = {
      title: '进展',
      content: [
        [
          { tag: 'text', text: '教材' },
          { tag: 'a', text: '初稿', href: 'https://example.edu/a' },
          { tag: 'at', user_id: '@_user_1' },
        ],
        [
          { tag: 'img', image_key: 'img_1' },
          { tag: 'emotion', emoji_type: 'SMILE' },
        ],
        [{ tag: 'media', file_key: 'file_1', file_name: '现场.mp4' }],
      ],
    }
    const mentions = [{ key: '@_user_1', id: {}, name: '办公室' }]
    expect(message('post', content, { mentions })).toMatchObject({
      text: '进展\n教材初稿 https://example.edu/a@办公室',
      files: [
        { key: 'img_1', kind: 'image', name: '图片' },
        { key: 'file_1', kind: 'file', name: '现场.mp4' },
      ],
    })
  })

  test('with a picture or a file carries its key', () => {
    expect(message('image', { image_key: 'img_1' })).toMatchObject({
      text: '',
      files: [{ key: 'img_1', kind: 'image' }],
    })
    expect(message('file', { file_key: 'file_1', file_name: '佐证.pdf' })).toMatchObject({
      files: [{ key: 'file_1', kind: 'file', name: '佐证.pdf' }],
    })
  })

  test.each(['sticker', 'location', 'merge_forward', 'of-the-future'])('of type %s is set aside', (type) => {
    expect(message(type, { file_key: 'x' })).toEqual({ kind: 'unsupported', what: `message of type ${type}` })
  })

  test.each(['bot', 'app'])('of a %s is ignored, or two bots would talk for ever', (sender_type) => {
    const event = {
      sender: { sender_id: person, sender_type },
      message: { message_id: 'om_1', message_type: 'text', content: '{}' },
    }
    expect(parse('im.message.receive_v1', event).kind).toBe('unsupported')
  })
})

describe('a tap', () => {
  test('brings the value of the button and what was filled in', () => {
    const form_value = {
      due: '2024-04-01 +0800',
      when: '2024-04-29 07:07 +0800',
      title: '编写教材',
      kinds: ['a', 'b'],
      ok: true,
    }
    expect(
      parse(
        'card.action.trigger',
        tap({ tag: 'button', name: 'b', value: { submit: 'goal', with: {} }, form_value }),
      ),
    ).toEqual({
      kind: 'tap',
      causes: ['feishu:event:event-1'],
      who: { platform: 'feishu', tenant: 'tenant-1', openId: 'ou_contact' },
      messageId: 'om_card',
      value: { submit: 'goal', with: {} },
      form: {
        due: '2024-04-01',
        when: '2024-04-29 07:07 +0800',
        title: '编写教材',
        kinds: ['a', 'b'],
        ok: 'true',
      },
    })
  })

  test('leaves out what was not filled in, in whichever of four ways the client says so', () => {
    const form_value = { a: '', b: null, c: [], d: [''], e: '有' }
    expect(parse('card.action.trigger', tap({ tag: 'button', value: {}, form_value }))).toMatchObject({
      form: { e: '有' },
    })
    const tapped = parse('card.action.trigger', tap({ tag: 'button', value: {}, form_value }))
    expect(tapped.kind === 'tap' && Object.keys(tapped.form)).toEqual(['e'])
  })

  test('of a select or an input outside a form stands under its name', () => {
    expect(
      parse('card.action.trigger', tap({ tag: 'select_static', name: 'unit', option: 'u1' })),
    ).toMatchObject({ form: { unit: 'u1' } })
    expect(
      parse('card.action.trigger', tap({ tag: 'input', name: 'ratio', input_value: '15' })),
    ).toMatchObject({ form: { ratio: '15' } })
  })

  test('whose value is JSON text is read, and other text stays as it is', () => {
    expect(parse('card.action.trigger', tap({ tag: 'button', value: '{"say":"帮助"}' }))).toMatchObject({
      value: { say: '帮助' },
    })
    expect(parse('card.action.trigger', tap({ tag: 'button', value: '帮助' }))).toMatchObject({
      value: '帮助',
    })
  })

  test('with a field called __proto__ is a field and nothing else', () => {
    const action = JSON.parse('{"tag":"button","value":{},"form_value":{"__proto__":"x","a":"1"}}')
    const tapped = parse('card.action.trigger', tap(action))
    expect(tapped.kind === 'tap' && tapped.form.a).toBe('1')
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })
})

test.each([
  ['im.message.receive_v1', { message: {} }],
  ['card.action.trigger', { operator: person }],
  ['application.bot.menu_v6', {}],
  ['im.chat.access_event.bot_p2p_chat_entered_v1', {}],
  ['contact.user.created_v3', {}],
])('%s of an unknown shape or kind is set aside', (type, event) => {
  expect(parse(type, event).kind).toBe('unsupported')
})

test.each([
  ['1502199207.7171419', 1_502_199_207_717],
  ['1669364458', 1_669_364_458_000],
  ['1608725989000', 1_608_725_989_000],
  ['1603977298000000', 1_603_977_298_000],
  [1669364458, 1_669_364_458_000],
])('the time %s is told by its magnitude', (given, expected) => {
  expect(toMilliseconds(given)).toBe(expected)
})

test.each(['', 'Monday, 14-Nov-22', '-5', '0', '1e999'])('%s is no time', (given) => {
  expect(toMilliseconds(given)).toBeUndefined()
})
