import { describe, expect, test } from 'vitest'
import { useChatPage } from './page-browser.ts'

describe('around the chat', () => {
  const on = useChatPage()

  test('the clock moves and the platform can be told to misbehave', async () => {
    await on.page.goto(on.served.base)
    await on.page.click('text=+7 天')
    await on.page.waitForSelector('#clock:has-text("2026年3月9日 星期一")')
    await on.page.click('#faults summary')
    await on.page.click('#faults button:has-text("中断")')
    await on.page.waitForSelector('#faults:has-text("故障：中断")')
    expect(on.campus.faults()).toEqual({ down: true })
  })

  test('pictures and files are sent, shown and can be fetched again', async () => {
    await on.openChat('ou_p2')
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await on.page.setInputFiles('input[name=image]', { name: '现场.png', mimeType: 'image/png', buffer: png })
    await on.page.waitForSelector('.image-bubble img')
    await on.page.setInputFiles('input[name=file]', {
      name: '证明.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    })
    await on.page.waitForSelector('.file-bubble:has-text("证明.pdf")')
    const download = on.page.waitForEvent('download')
    await on.page.click('.file-bubble')
    expect((await download).suggestedFilename()).toBe('证明.pdf')
  })

  test('the menu of the bot sends its item', async () => {
    await on.openChat('ou_p2')
    await on.page.click('.bot-menu summary')
    await on.page.click('text=我的待办')
    await on.page.waitForSelector('.bubble:has-text("菜单：todo")')
  })

  test('the search shows only whom the words fit', async () => {
    await on.page.goto(on.served.base)
    await on.page.fill('[data-search]', '药学 负责')
    expect(await on.page.locator('.person:visible').count()).toBe(1)
    await on.page.fill('[data-search]', '没有这样的人')
    expect(await on.page.isVisible('[data-search-none]')).toBe(true)
  })

  test('on a phone the list and the chat are two screens', async () => {
    await on.page.setViewportSize({ width: 390, height: 844 })
    await on.page.goto(on.served.base)
    expect(await on.page.isVisible('.composer')).toBe(false)
    await on.page.click('#p-ou_p2')
    await on.page.waitForSelector('.composer')
    expect(await on.page.isVisible('.people')).toBe(false)
    expect(await on.page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await on.page.click('.back')
    await on.page.waitForSelector('.people')
    expect(await on.page.isVisible('.composer')).toBe(false)
  })
})
