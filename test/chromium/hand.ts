/** A person at the chat page: types, taps, picks and looks, as with a mouse or a thumb. */
import type { Browser, Page } from 'playwright-core'
import { type ServedPage, servePage } from '../sandbox/page-browser.ts'
import type { World } from '../world/people.ts'

export interface Hand {
  /** Everything that the browser complained about. */
  readonly faults: readonly string[]
  /** Opens the person's chat. */
  become(name: string): Promise<void>
  says(text: string): Promise<void>
  /** Taps the newest such button, and agrees where it asks. */
  taps(button: string): Promise<void>
  /** Fills a field of the newest card by its name; picks where it offers choices. */
  fills(field: string, value: string): Promise<void>
  sendsPicture(name: string): Promise<void>
  /** Waits until the chat shows these words. */
  sees(words: string): Promise<void>
  /** Whether the newest card with these words shows its head, not its end. */
  startsInView(words: string): Promise<boolean>
  /** How far the page is wider than its window, in pixels. */
  overflow(): Promise<number>
  stop(): Promise<void>
}

export const WINDOWS = [
  { where: 'at a desk', viewport: { width: 1440, height: 900 } },
  { where: 'on a phone', viewport: { width: 390, height: 844 } },
] as const

/** Two browsers' worth of waiting on a busy machine. */
export const PATIENCE_MS = 90_000

/** A red dot of ten pixels. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC'

export async function handOn(
  w: World,
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
): Promise<Hand> {
  const served: ServedPage = await servePage(w.campus.chat)
  const page = await browser.newPage({ viewport })
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  const newest = page.locator('.message.from-bot').last()
  return {
    faults,
    async become(name) {
      await page.goto(`${served.base}/chat/${w.person(name).openId}`)
      await page.locator('.composer textarea').waitFor()
      await w.settled()
    },
    async says(text) {
      const before = await page.locator('.message').count()
      await page.locator('.composer textarea').fill(text)
      await page.keyboard.press('Enter')
      await page.locator('.message.from-bot').nth(0).waitFor()
      await page.waitForFunction((n) => document.querySelectorAll('.message').length >= n, before + 2)
      await w.settled()
    },
    async taps(button) {
      await page
        .locator('.message.from-bot')
        .getByRole('button', { name: button, exact: true })
        .last()
        .click()
      const agree = page.locator('#confirm[open] [data-confirm-yes]')
      if (await agree.isVisible()) await agree.click()
      await page.locator('.message.busy').waitFor({ state: 'detached' })
      await w.settled()
    },
    async fills(field, value) {
      const control = newest.locator(`[data-field="${field}"]`)
      const select = control.locator('select')
      if ((await select.count()) > 0) await select.selectOption({ label: value })
      else if ((await control.getAttribute('data-kind')) === 'date') await pickDate(page, control, value)
      else await control.locator('input, textarea').fill(value)
    },
    async sendsPicture(name) {
      const file = { name, mimeType: 'image/png', buffer: Buffer.from(PICTURE, 'base64') }
      await page.locator('input[type=file][accept*=image]').setInputFiles(file)
      await page.locator('.message.from-person img').last().waitFor()
      await w.settled()
    },
    sees: (words) => page.locator('.message', { hasText: words }).last().waitFor(),
    async startsInView(words) {
      const top = (await page.locator('.message', { hasText: words }).last().boundingBox())?.y ?? -1
      return top >= 0 && top < viewport.height
    },
    overflow: () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    async stop() {
      await page.close()
      await served.close()
    },
  }
}

async function pickDate(page: Page, control: ReturnType<Page['locator']>, date: string): Promise<void> {
  await control.locator('input').click()
  const day = page.locator(`.calendar [data-day="${date}"]`)
  while (!(await day.isVisible())) await page.locator('.calendar [data-months="1"]').click()
  await day.click()
}
