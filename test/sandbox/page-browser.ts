/** Serves a campus's page on loopback and opens it in Chromium. */
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import type { CampusChat } from '../../src/sandbox/model.ts'
import { pageAssets } from '../../src/sandbox/page/assets.ts'
import { chatPage } from '../../src/sandbox/page/page.tsx'
import { CHROMIUM_ARGS, chromiumPath } from '../world/chromium.ts'

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS })

export interface ServedPage {
  readonly base: string
  close(): Promise<void>
}

export async function servePage(chat: CampusChat, wantedPort = 0): Promise<ServedPage> {
  const fetch = chatPage(chat, pageAssets()).fetch
  const { server, port } = await new Promise<{ server: ServerType; port: number }>((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: wantedPort }, (info) =>
      resolve({ server, port: info.port }),
    )
  })
  return {
    base: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
