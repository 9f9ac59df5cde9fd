/** How deliveries reach the service: posted to its webhook, or over a connection that it opens itself. */
import type { App } from '../../src/app.ts'
import type { FeishuConfig } from '../../src/chat/feishu/config.ts'
import { type LongConnection, longConnection } from '../../src/chat/feishu/long-connection/long-connection.ts'
import type { Campus } from '../../src/sandbox/campus.ts'
import { CONFIG } from '../chat/feishu/wire.ts'
import { TENANT } from './campus.ts'
import type { WorldClock } from './clock.ts'
import type { CapturedLog } from './log.ts'

export type Transport = NonNullable<FeishuConfig['transport']>

/** The long connection needs neither of the webhook's keys, so it is given none. */
export function configFor(transport: Transport, domain: string): FeishuConfig {
  const config = { ...CONFIG, domain, tenantKey: TENANT, transport }
  return transport === 'webhook' ? config : { ...config, encryptKey: '', verificationToken: '' }
}

export function lineFor(
  transport: Transport,
  domain: string,
  { now, log }: { readonly now: WorldClock['now']; readonly log: CapturedLog },
): LongConnection | undefined {
  return transport === 'webhook'
    ? undefined
    : longConnection(configFor(transport, domain), { now, log, restartAfterMs: 100 })
}

/** Opens it, and waits until the campus has it. */
export async function openLine(line: LongConnection | undefined, app: App, campus: Campus): Promise<void> {
  if (line === undefined) return
  line.open(app.answer)
  await connected(campus)
}

export async function connected(campus: Campus): Promise<void> {
  while (campus.longConnections() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
}
