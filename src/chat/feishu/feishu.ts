import { type ChatPlatform, ForgedRequestError } from '../port.ts'
import { answerTap } from './answer-tap.ts'
import type { FeishuConfig, FeishuDeps } from './config.ts'
import { receiver } from './inbound/receive.ts'
import { feishuApi } from './outbound/api.ts'
import { listDirectory } from './outbound/directory/list-directory.ts'
import { downloadFile } from './outbound/download.ts'
import { findPeople } from './outbound/find-people.ts'
import { sendMessage, updateMessage } from './outbound/send.ts'

/**
 * Feishu as a chat platform. Throws when a key of the webhook is missing: without an encrypt key anyone could
 * forge a signature (protocol 1.5).
 */
export function feishu(given: FeishuConfig, deps: FeishuDeps): ChatPlatform {
  const config = { ...given, domain: given.domain.replace(/\/+$/, '') }
  requireKeys(config)
  const { fetch } = deps
  const api = feishuApi(config, deps)
  return {
    name: 'feishu',
    receive: config.transport === 'long-connection' ? refuse : receiver(config, deps),
    answerTap,
    send: (to, message, key) => sendMessage(api, to, message, key),
    update: (messageId, message) => updateMessage(api, messageId, message),
    fetchFile: (messageId, file) => downloadFile(api, config, fetch, messageId, file),
    findPeople: (by) => findPeople(api, by),
    listDirectory: (heard) => listDirectory({ api, wait: deps.wait ?? realWait, heard }),
    /** Asked of the bot itself; also loads the SDK, so that the first message need not wait for it. */
    async checkCredentials() {
      await api.withClient('check credentials', (client) =>
        client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }),
      )
    },
  }
}

const realWait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const WEBHOOK_KEYS = ['encryptKey', 'verificationToken'] as const

/** With the long connection nobody has a reason to come to the webhook. */
function refuse(): never {
  throw new ForgedRequestError(401, 'the webhook is shut')
}

function requireKeys(config: FeishuConfig): void {
  const ofWebhook = config.transport === 'long-connection' ? [] : WEBHOOK_KEYS
  const missing = (['appId', 'appSecret', ...ofWebhook] as const).filter((key) => config[key] === '')
  if (missing.length > 0) throw new Error(`Feishu needs ${missing.join(', ')}`)
}
