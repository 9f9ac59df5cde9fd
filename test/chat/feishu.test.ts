import { describe, expect, test } from 'vitest'
import { feishu } from '../../src/chat/feishu/feishu.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { keepsTheContract, type Subject } from './contract.ts'
import { CONFIG, deliver, eventOf, NOW, person, tap, textMessage } from './feishu/wire.ts'

const platform = feishu(CONFIG, { fetch, now: () => NOW, log: { warn() {} } })

/** A message's ids follow from its words, that different words are different deliveries. */
const said = (text: string, event: unknown = textMessage(text, { message_id: `om_${text}` })) =>
  deliver(eventOf('im.message.receive_v1', event, { event_id: `event-${text}` }))

keepsTheContract(
  'Feishu',
  (): Subject => ({
    platform,
    said,
    saidByBot: (text) => {
      const sender = { sender_id: person, sender_type: 'bot' }
      return said(text, { ...Object(textMessage(text)), sender })
    },
    tapped: (value, form_value) =>
      deliver(eventOf('card.action.trigger', tap({ tag: 'button', value, form_value }))),
    menu: (event_key) =>
      deliver(eventOf('application.bot.menu_v6', { operator: { operator_id: person }, event_key })),
    entered: () =>
      deliver(
        eventOf('im.chat.access_event.bot_p2p_chat_entered_v1', { chat_id: 'oc_1', operator_id: person }),
      ),
    challenge: (challenge) =>
      deliver({ type: 'url_verification', challenge, token: CONFIG.verificationToken }),
    unknown: () => deliver(eventOf('contact.user.created_v3', { object: {} })),
  }),
)

describe('the answer to a tap', () => {
  test('is a toast and the whole card that replaces the tapped one', () => {
    const card = { title: '目标', summary: '已通过', elements: [] }
    const answer = platform.answerTap({
      toast: { tone: 'success', text: '已通过' },
      message: { kind: 'card', card },
    })
    expect(answer).toMatchObject({
      toast: { type: 'success', content: '已通过' },
      card: { type: 'raw', data: { schema: '2.0' } },
    })
    expect(validateCard(Object(answer.card).data)).toEqual([])
  })

  test('that is words becomes a card, and a file leaves the card as it is', () => {
    const words = platform.answerTap({ message: { kind: 'text', text: '已存草稿。' } })
    expect(validateCard(Object(words.card).data)).toEqual([])
    expect(platform.answerTap({ message: { kind: 'file', name: 'a', bytes: new Uint8Array([1]) } })).toEqual(
      {},
    )
  })
})

test.each(['appId', 'appSecret', 'encryptKey', 'verificationToken'] as const)(
  'without %s there is no Feishu',
  (key) => {
    expect(() => feishu({ ...CONFIG, [key]: '' }, { fetch, now: () => NOW, log: { warn() {} } })).toThrow(key)
  },
)
