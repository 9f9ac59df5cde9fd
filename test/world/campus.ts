/** A campus chat on a loopback port: Feishu as far as the service can tell, every card strictly checked. */
import { randomUUID } from 'node:crypto'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { BOT_MENU } from '../../src/conversation/menu.ts'
import { type Campus, createCampus } from '../../src/sandbox/campus.ts'
import type { CampusOptions, SandboxApp, SandboxClock } from '../../src/sandbox/options.ts'
import type { Timer } from '../../src/sandbox/timer.ts'
import { DEMO_PEOPLE } from '../../src/sandbox/university.ts'
import { CONFIG } from '../chat/feishu/wire.ts'
import { listen } from './listen.ts'

export const TENANT = 'tenant-1'

/** The one app of the campus, with the credentials of test/chat/feishu/wire.ts. */
export const APP: SandboxApp = { ...CONFIG, tenantKey: TENANT, botName: '目标管理助手' }

export interface RunningCampus {
  readonly campus: Campus
  /** Base address of Feishu's API. */
  readonly url: string
  /** What the platform complained about: refused cards, deliveries that were not taken. */
  readonly complaints: string[]
  /** Resolves when no delivery to the service is under way. */
  quiet(): Promise<void>
  stop(): Promise<void>
}

export async function startCampus(options: {
  readonly clock: SandboxClock
  readonly timer?: Timer
  readonly webhookUrl: () => string
  readonly limits?: NonNullable<CampusOptions['limits']>
  readonly unavailable?: readonly string[]
  readonly people?: CampusOptions['people']
  readonly groups?: NonNullable<CampusOptions['groups']>
}): Promise<RunningCampus> {
  const complaints: string[] = []
  const posting = new Set<Promise<unknown>>()
  const campus = createCampus({
    limits: 'none',
    people: DEMO_PEOPLE,
    ...options,
    app: APP,
    menu: BOT_MENU,
    ids: randomUUID,
    checkCard: (card) => validateCard(card)[0],
    log: (line) => complaints.push(line),
    fetch(input, init) {
      const call = fetch(input, init)
      const ended = call
        .then(
          () => {},
          () => {},
        )
        .finally(() => posting.delete(ended))
      posting.add(ended)
      return call
    },
  })
  const server = await listen(campus.api.fetch)
  return {
    campus,
    url: server.url,
    complaints,
    async quiet() {
      while (posting.size > 0) await Promise.all(posting)
    },
    async stop() {
      campus.close()
      await server.close()
    },
  }
}
