/** Takes pictures of the page for people to look at: `npx tsx test/sandbox/page-gallery.ts [folder]`. */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { launchBrowser, servePage } from './page-browser.ts'
import { type FakeCampus, fakeCampus } from './page-campus.ts'
import { decidedCard, goalForm, reviewCard } from './page-cards.ts'
import { dashboard } from './page-dashboard-card.ts'
import { gallery } from './page-gallery-card.ts'

const folder = process.argv[2] ?? 'shots'
mkdirSync(folder, { recursive: true })

const minute = 60_000

/** A blue square, the smallest PNG that shows. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mMwLvj/HwAEWQJeM9n0IQAAAABJRU5ErkJggg==',
  'base64',
)

function furnish(campus: FakeCampus): void {
  const at = campus.now()
  const text = (words: string) => JSON.stringify({ text: words })
  campus.post('ou_p2', {
    content: text('您好，我是目标管理助手。说“待办”看要办的事，说“帮助”看我能做什么。'),
    createdAt: at - 90 * minute,
  })
  campus.post('ou_p2', { from: 'person', content: text('待办'), createdAt: at - 30 * minute })
  campus.post('ou_p2', {
    type: 'file',
    content: '{"file_key":"file_1","file_name":"药学院2026年目标任务书.docx"}',
    createdAt: at - 30 * minute,
  })
  campus.post('ou_p2', { type: 'interactive', content: JSON.stringify(goalForm) })
  campus.post('ou_p3', { type: 'interactive', content: JSON.stringify(reviewCard) })
  campus.post('ou_p3', {
    type: 'interactive',
    content: JSON.stringify(decidedCard('药学院 负责人 于 2026-03-02 10:21 同意 · 意见：无')),
  })
  campus.post('ou_p1', { type: 'interactive', content: JSON.stringify(dashboard) })
  campus.post('ou_p6', { type: 'interactive', content: JSON.stringify(gallery) })
  campus.post('ou_p4', { content: text('提醒：本周五前请提交 3 月进展。') })
  campus.keep('img_1', { name: '图.png', type: 'image', bytes: picture })
  campus.keep('file_1', { name: '药学院2026年目标任务书.docx', type: 'file', bytes: new Uint8Array(38_400) })
}

async function shoot(page: Page, base: string, size: string): Promise<void> {
  for (const [name, path] of [
    ['empty', '/'],
    ['form', '/chat/ou_p2'],
    ['review', '/chat/ou_p3'],
    ['dashboard', '/chat/ou_p1'],
    ['gallery', '/chat/ou_p6'],
  ]) {
    await page.goto(`${base}${path}`)
    await page.waitForTimeout(name === 'dashboard' ? 1500 : 400)
    await page.screenshot({ path: `${folder}/${size}-${name}.png` })
    if (name !== 'dashboard' && name !== 'gallery') continue
    await page.locator('[data-scroll]').evaluate((box) => box.scrollTo(0, 0))
    await page.waitForTimeout(200)
    await page.screenshot({ path: `${folder}/${size}-${name}-top.png` })
  }
}

const campus = fakeCampus()
furnish(campus)
const served = await servePage(campus)
const browser = await launchBrowser()
for (const [size, width, height] of [
  ['desk', 1440, 900],
  ['phone', 390, 844],
] as const) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && console.log(size, message.text()))
  page.on('pageerror', (fault) => console.log(size, fault.message))
  await shoot(page, served.base, size)
  await context.close()
}
await browser.close()
await served.close()
