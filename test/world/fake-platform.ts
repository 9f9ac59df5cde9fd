import type { Message } from '../../cards/kit.ts'
import { type ChatPlatform, PlatformError, type PlatformFault } from '../../src/chat/port.ts'

export interface FakePlatform extends ChatPlatform {
  readonly sent: { openId: string; message: Message; key: string; messageId: string }[]
  readonly updated: { messageId: string; message: Message }[]
  /** The next calls fail so, one fault each; undefined lets one pass. */
  faults: (PlatformFault | undefined)[]
  /** Called when the platform has taken a message, before its answer comes back. */
  afterSend: () => void
}

/** A chat platform in memory: remembers keys as Feishu does, so a second send with one key is the first message. */
export function fakePlatform(): FakePlatform {
  const byKey = new Map<string, string>()
  const fail = (): void => {
    const fault = platform.faults.shift()
    if (fault) throw new PlatformError(fault)
  }
  const platform: FakePlatform = {
    name: 'feishu',
    sent: [],
    updated: [],
    faults: [],
    afterSend() {},
    receive: () => ({ kind: 'unsupported', what: 'fake' }),
    answerTap: () => ({}),
    async send(openId, message, key) {
      fail()
      const messageId = byKey.get(key) ?? `om_${byKey.size + 1}`
      if (!byKey.has(key)) platform.sent.push({ openId, message, key, messageId })
      byKey.set(key, messageId)
      platform.afterSend()
      return { messageId, chatId: `oc_${openId}` }
    },
    async update(messageId, message) {
      fail()
      platform.updated.push({ messageId, message })
    },
    async fetchFile() {
      fail()
      return new TextEncoder().encode('bytes')
    },
    findPeople: async () => [],
    async listDirectory() {
      fail()
      return { whole: true, departments: [], people: [] }
    },
    checkCredentials: async () => fail(),
  }
  return platform
}
