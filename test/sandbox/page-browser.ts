/** Serves a campus's page on loopback and opens it in Chromium. */
import { type ServerType, serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { CampusChat } from '../../src/sandbox/model.ts'
import { pageAssets } from '../../src/sandbox/page/assets.ts'
import { chatPage } from '../../src/sandbox/page/page.tsx'
import { CHROMIUM_ARGS, chromiumPath } from '../world/chromium.ts'
import { type FakeCampus, fakeCampus } from './page-campus.ts'

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

export interface OpenPage {
  readonly campus: FakeCampus
  readonly served: ServedPage
  readonly page: Page
  openChat(openId: string): Promise<void>
  toast(): Promise<string>
  /** The server is gone while something happens, then there again at the same address. */
  goesAway(meanwhile: () => void): Promise<void>
}

/** A campus, its page and a browser on it for each test of the file; a fault of the page fails the test. */
export function useChatPage(): OpenPage {
  let browser: Browser
  let campus: FakeCampus
  let served: ServedPage
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    campus = fakeCampus()
    served = await servePage(campus)
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(5000)
    page.on('pageerror', (fault) => faults.push(fault.message))
  })
  afterEach(async () => {
    await page.close()
    await served.close()
    expect(faults.splice(0)).toEqual([])
  })

  return {
    get campus() {
      return campus
    },
    get served() {
      return served
    },
    get page() {
      return page
    },
    async openChat(openId) {
      await page.goto(`${served.base}/chat/${openId}`)
      await page.waitForSelector('.composer')
    },
    async goesAway(meanwhile) {
      const port = Number(new URL(served.base).port)
      await served.close()
      meanwhile()
      served = await servePage(campus, port)
    },
    toast: () => page.locator('.toast').first().innerText(),
  }
}
