/** What every chat platform must do, whichever it is: called by each adapter's test with its own deliveries. */
import { describe, expect, test } from 'vitest'
import type { Card } from '../../cards/kit.ts'
import { type ChatPlatform, ForgedRequestError, type Inbound } from '../../src/chat/port.ts'

export interface Request {
  readonly headers: Headers
  readonly body: string
}

/** A platform and its deliveries, as the platform itself would make them. */
export interface Subject {
  readonly platform: ChatPlatform
  /** Words of a person. */
  readonly said: (text: string) => Request
  /** Words of a bot, ours or another. */
  readonly saidByBot: (text: string) => Request
  readonly tapped: (value: unknown, form: Record<string, unknown>) => Request
  readonly menu: (key: string) => Request
  readonly entered: () => Request
  readonly challenge: (text: string) => Request
  readonly unknown: () => Request
}

const CARD: Card = {
  title: '目标',
  summary: '已通过',
  elements: [{ tag: 'text', spans: [{ text: '已通过' }] }],
}

export function keepsTheContract(name: string, make: () => Subject): void {
  const subject = make()
  const receive = ({ headers, body }: Request): Inbound => subject.platform.receive(headers, body)

  describe(`${name} keeps the contract of a chat platform`, () => {
    test('words come with their sender, two names for the delivery, and where to answer', () => {
      const inbound = receive(subject.said('填报目标'))
      expect(inbound).toMatchObject({ kind: 'message', text: '填报目标', files: [], group: false })
      if (inbound.kind !== 'message') throw new Error('no message')
      expect(inbound.who.platform).toBe(subject.platform.name)
      expect([inbound.who.openId, inbound.chat, inbound.messageId]).not.toContain('')
      expect(inbound.causes).toHaveLength(2)
      for (const cause of inbound.causes) expect(cause.startsWith(`${subject.platform.name}:`)).toBe(true)
    })

    test('the same delivery has the same causes, another has others', () => {
      const causes = (request: Request): unknown => {
        const inbound = receive(request)
        return 'causes' in inbound ? inbound.causes : undefined
      }
      expect(causes(subject.said('甲'))).toEqual(causes(subject.said('甲')))
      expect(causes(subject.said('甲'))).not.toEqual(causes(subject.said('乙')))
    })

    test('messages of bots are ignored', () => {
      expect(receive(subject.saidByBot('填报目标')).kind).toBe('unsupported')
    })

    test('a tap brings its value and what was filled in', () => {
      const value = { submit: 'goal', with: { id: 'g1', version: 3 } }
      expect(
        receive(subject.tapped(value, { title: '编写教材', due: '2026-11-30', note: '' })),
      ).toMatchObject({
        ...{ kind: 'tap', value },
        form: { title: '编写教材', due: '2026-11-30' },
      })
    })

    test('the menu, entering the chat and the handshake are told apart', () => {
      expect(receive(subject.menu('todo'))).toMatchObject({ kind: 'menu', key: 'todo' })
      expect(receive(subject.entered()).kind).toBe('entered')
      expect(receive(subject.challenge('c-1'))).toEqual({ kind: 'challenge', challenge: 'c-1' })
    })

    test('what is unknown is set aside without an error', () => {
      expect(receive(subject.unknown()).kind).toBe('unsupported')
    })

    test('a delivery that nobody signed is refused', () => {
      const { body } = subject.said('填报目标')
      expect(() => receive({ headers: new Headers(), body })).toThrow(ForgedRequestError)
    })

    test('a delivery that was changed on the way is refused', () => {
      const { headers, body } = subject.said('填报目标')
      expect(() => receive({ headers, body: `${body} ` })).toThrow(ForgedRequestError)
    })

    test('the answer to a tap is plain JSON, and empty when there is nothing to say', () => {
      expect(subject.platform.answerTap({})).toEqual({})
      const toast = { tone: 'success', text: '已通过' } as const
      const answer = subject.platform.answerTap({ toast, message: { kind: 'card', card: CARD } })
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
      expect(JSON.stringify(answer)).toContain('已通过')
    })
  })
}
