import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser, type ServedPage, servePage } from './page-browser.ts'
import { type FakeCampus, fakeCampus } from './page-campus.ts'
import { dashboard, decidedCard, gallery, goalForm, reviewCard } from './page-cards.ts'

const postCard = (campus: FakeCampus, openId: string, card: object): string =>
  campus.post(openId, { type: 'interactive', content: JSON.stringify(card) })

describe('the chat page in a browser', () => {
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

  const openChat = async (openId: string): Promise<void> => {
    await page.goto(`${served.base}/chat/${openId}`)
    await page.waitForSelector('.composer')
  }
  const toast = (): Promise<string> => page.locator('.toast').first().innerText()

  test('choosing a person in the list opens their chat and clears the unread badge', async () => {
    campus.post('ou_p2', { content: '{"text":"您好"}' })
    await page.goto(served.base)
    expect(await page.title()).toBe('目标管理 · 校园聊天沙盒')
    expect(await page.locator('#p-ou_p2 .badge').innerText()).toBe('1')
    await page.click('#p-ou_p2')
    await page.waitForSelector('.bubble:has-text("您好")')
    await page.locator('#p-ou_p2 .badge').waitFor({ state: 'detached' })
    expect(page.url()).toBe(`${served.base}/chat/ou_p2`)
  })

  test('Enter sends what was typed, Shift and Enter begin a new line', async () => {
    await openChat('ou_p2')
    const box = page.locator('.composer textarea')
    await box.pressSequentially('第一行')
    await box.press('Shift+Enter')
    await box.pressSequentially('第二行')
    await box.press('Enter')
    await page.waitForSelector('.from-bot .bubble')
    expect(await page.locator('.from-person .bubble').innerText()).toBe('第一行\n第二行')
    expect(await box.inputValue()).toBe('')
  })

  test('a form is checked for what is required, then sent in the formats of Feishu', async () => {
    postCard(campus, 'ou_p2', goalForm)
    await openChat('ou_p2')
    await page.click('text=提交')
    expect(await page.locator('.field.missing').count()).toBe(3)
    expect(campus.taps).toEqual([])

    await page.fill('[data-field=title] input', '新增省级科研平台')
    await page.selectOption('[data-field=kind] select', 'quantified')
    await page.click('[data-field=due] input')
    await page.click('.calendar [data-months="1"]')
    await page.click('.calendar [data-day="2026-04-30"]')
    await page.click('[data-field=aims] summary')
    await page.click('[data-field=aims] .choice:has-text("一流学科建设")')
    await page.click('[data-field=aims] .choice:has-text("本科教学质量")')
    await page.click('.card-title')
    campus.onTap((_tap, messageId) => {
      campus.change(messageId, JSON.stringify(decidedCard('已提交，等待审核')))
      return { ok: true, toast: { type: 'success', content: '已提交' } }
    })
    await page.click('text=提交')
    expect(await toast()).toContain('已提交')
    await page.waitForSelector('text=已提交，等待审核')
    expect(await page.locator('.card').count()).toBe(1)
    expect(campus.taps).toEqual([
      {
        tag: 'button',
        name: 'send',
        value: { a: 'goal.submit', id: 'g1', v: 3 },
        form: {
          title: '新增省级科研平台',
          kind: 'quantified',
          aims: ['p1', 'p4'],
          due: '2026-04-30 +0800',
          hour: '11:30 +0800',
        },
      },
    ])
  })

  test('what was typed into a form stays when other messages come and change', async () => {
    const first = campus.post('ou_p2', { content: '{"text":"甲"}' })
    postCard(campus, 'ou_p2', goalForm)
    await openChat('ou_p2')
    await page.fill('[data-field=title] input', '写到一半')
    campus.change(first, '{"text":"乙"}')
    campus.post('ou_p2', { content: '{"text":"丙"}' })
    await page.waitForSelector('.bubble:has-text("乙")')
    await page.waitForSelector('.bubble:has-text("丙")')
    expect(await page.inputValue('[data-field=title] input')).toBe('写到一半')
  })

  test('a tap that leaves the card as it was leaves what was typed as it was', async () => {
    postCard(campus, 'ou_p3', reviewCard)
    await openChat('ou_p3')
    await page.fill('[data-field=comment] textarea', '请补充目标值')
    campus.onTap(() => ({ ok: true, toast: { type: 'error', content: '请写明是哪一项' } }))
    await page.click('button.primary_filled:visible')
    expect(await toast()).toContain('请写明是哪一项')
    await page.waitForSelector('.message:not(.busy) .card')
    expect(await page.inputValue('[data-field=comment] textarea')).toBe('请补充目标值')
  })

  test('a browser that was away gets what it missed', async () => {
    const first = campus.post('ou_p2', { content: '{"text":"甲"}' })
    await openChat('ou_p2')
    await page.waitForSelector('.bubble:has-text("甲")')
    const port = Number(new URL(served.base).port)
    await served.close()
    campus.change(first, '{"text":"改过的甲"}')
    campus.post('ou_p2', { content: '{"text":"乙"}' })
    served = await servePage(campus, port)
    await page.waitForSelector('.bubble:has-text("改过的甲")', { timeout: 15_000 })
    await page.waitForSelector('.bubble:has-text("乙")')
    expect(await page.locator('.bubble').count()).toBe(2)
  })

  test('a date with its time is picked in the calendar', async () => {
    postCard(campus, 'ou_p6', gallery)
    await openChat('ou_p6')
    await page.click('.element-picker_datetime input')
    await page.click('.calendar [data-day="2026-03-05"]')
    await page.selectOption('.calendar [data-unit=hour]', '14')
    await page.click('.calendar [data-done]')
    await expect
      .poll(() => campus.taps)
      .toEqual([{ tag: 'picker_datetime', value: { a: 'when' }, option: '2026-03-05 14:00 +0800' }])
  })

  test('an act that cannot be undone is asked about first, and not done when declined', async () => {
    postCard(campus, 'ou_p3', reviewCard)
    await openChat('ou_p3')
    await page.click('text=退回 >> visible=true')
    expect(await page.locator('#confirm').innerText()).toContain('单位将收到意见并重新填报。')
    await page.click('[data-confirm-no]')
    expect(campus.taps).toEqual([])
    await page.locator('button.danger').click()
    await page.click('[data-confirm-yes]')
    await expect.poll(() => campus.taps.length).toBe(1)
  })

  test('while the bot is asked, no button of the card can be tapped again', async () => {
    postCard(campus, 'ou_p3', reviewCard)
    await openChat('ou_p3')
    let answer = (): void => {}
    campus.onTap(
      () =>
        new Promise(
          (resolve) => (answer = () => resolve({ ok: false, code: 200341, content: '机器人没有按时应答' })),
        ),
    )
    await page.click('button.primary_filled:visible')
    await page.waitForSelector('.button.waiting')
    expect(await page.locator('.card button:enabled').count()).toBe(0)
    answer()
    expect(await toast()).toContain('机器人没有按时应答（200341）')
    expect(await page.locator('.card button:enabled').count()).toBe(2)
  })

  test('a fold opens, a table turns its pages, a chart is drawn', async () => {
    postCard(campus, 'ou_p1', reviewCard)
    postCard(campus, 'ou_p1', dashboard)
    await openChat('ou_p1')
    expect(await page.isVisible('text=建成智慧教学实验室')).toBe(false)
    await page.click('text=查看全部目标')
    expect(await page.isVisible('text=建成智慧教学实验室')).toBe(true)
    expect(await page.isVisible('td:has-text("图书馆")')).toBe(false)
    await page.click('[data-turn="1"]')
    await page.click('[data-turn="1"]')
    expect(await page.isVisible('td:has-text("图书馆")')).toBe(true)
    expect(await page.isDisabled('[data-turn="1"]')).toBe(true)
    await page.waitForSelector('.chart.drawn canvas')
  })

  test('words that want to be markup stay words, and an unknown component is shown as such', async () => {
    postCard(campus, 'ou_p6', gallery)
    const probe = '<img src=x onerror="window.hacked=9"><script>window.hacked=8</script>'
    campus.post('ou_p6', { from: 'person', content: JSON.stringify({ text: probe }) })
    await openChat('ou_p6')
    expect(await page.locator('.from-person .bubble').innerText()).toBe(probe)
    expect(await page.locator('.unknown').innerText()).toContain('hologram')
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await page.locator('.card a[href^="javascript:"]').count()).toBe(0)
  })

  test('components outside a form call back at once with their value', async () => {
    postCard(campus, 'ou_p6', gallery)
    await openChat('ou_p6')
    await page.selectOption('.element-select_static select', 'u2')
    await expect.poll(() => campus.taps.length).toBe(1)
    await page.click('.element-interactive_container .interactive')
    await expect.poll(() => campus.taps.length).toBe(2)
    await page.click('.overflow summary')
    await page.click('.overflow button:has-text("导出")')
    await expect.poll(() => campus.taps.length).toBe(3)
    expect(campus.taps).toEqual([
      { tag: 'select_static', value: { a: 'pick' }, option: 'u2' },
      { tag: 'interactive_container', value: { a: 'open' } },
      { tag: 'overflow', value: { a: 'more' }, option: 'export' },
    ])
  })

  test('the clock moves and the platform can be told to misbehave', async () => {
    await page.goto(served.base)
    await page.click('text=+7 天')
    await page.waitForSelector('#clock:has-text("2026年3月9日 星期一")')
    await page.click('#faults summary')
    await page.click('#faults button:has-text("中断")')
    await page.waitForSelector('#faults:has-text("故障：中断")')
    expect(campus.faults()).toEqual({ down: true })
  })

  test('pictures and files are sent, shown and can be fetched again', async () => {
    await openChat('ou_p2')
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await page.setInputFiles('input[name=image]', { name: '现场.png', mimeType: 'image/png', buffer: png })
    await page.waitForSelector('.image-bubble img')
    await page.setInputFiles('input[name=file]', {
      name: '证明.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4'),
    })
    await page.waitForSelector('.file-bubble:has-text("证明.pdf")')
    const download = page.waitForEvent('download')
    await page.click('.file-bubble')
    expect((await download).suggestedFilename()).toBe('证明.pdf')
  })

  test('the menu of the bot sends its item', async () => {
    await openChat('ou_p2')
    await page.click('.bot-menu summary')
    await page.click('text=我的待办')
    await page.waitForSelector('.bubble:has-text("菜单：todo")')
  })

  test('the search shows only whom the words fit', async () => {
    await page.goto(served.base)
    await page.fill('[data-search]', '药学 负责')
    expect(await page.locator('.person:visible').count()).toBe(1)
    await page.fill('[data-search]', '没有这样的人')
    expect(await page.isVisible('[data-search-none]')).toBe(true)
  })

  test('on a phone the list and the chat are two screens', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(served.base)
    expect(await page.isVisible('.composer')).toBe(false)
    await page.click('#p-ou_p2')
    await page.waitForSelector('.composer')
    expect(await page.isVisible('.people')).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.click('.back')
    await page.waitForSelector('.people')
    expect(await page.isVisible('.composer')).toBe(false)
  })
})
