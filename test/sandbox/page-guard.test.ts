import { describe, expect, test } from 'vitest'
import { pageAssets } from '../../src/sandbox/page/assets.ts'
import { pictureType } from '../../src/sandbox/page/files.ts'
import { chatPage } from '../../src/sandbox/page/page.tsx'
import { fakeCampus } from './page-campus.ts'

const host = 'sandbox.test'
const own = { Host: host, Origin: `http://${host}` }

describe('who may ask the page for a change', () => {
  const ask = (headers: { readonly [name: string]: string }, body = 'text=hi') =>
    chatPage(fakeCampus(), pageAssets()).request(`http://${host}/chat/ou_p2/say`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Host: host, ...headers },
      body,
    })

  test('the page itself may', async () => {
    expect((await ask(own)).status).toBe(204)
    expect((await ask({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(204)
  })

  test('another site may not, nor one that does not say where it is', async () => {
    expect((await ask({ Origin: 'http://evil.test' })).status).toBe(403)
    expect((await ask({ ...own, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await ask({})).status).toBe(403)
  })

  test('an empty message is refused with a sentence', async () => {
    const answer = await ask(own, 'text=%20')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toBe('请先输入内容再发送。')
  })
})

describe('what the page serves', () => {
  const campus = fakeCampus()
  const page = chatPage(campus, pageAssets())

  test('scripts run only from this server', async () => {
    const policy = (await page.request('/')).headers.get('Content-Security-Policy')
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'none'")
  })

  test('every script and stylesheet that the page names is there', async () => {
    const html = await (await page.request('/')).text()
    const names = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
    expect(names.length).toBeGreaterThan(4)
    for (const name of names) expect((await page.request(name)).status, name).toBe(200)
    expect((await page.request('/assets/../page.tsx')).status).toBe(404)
  })

  test('the address of a person who is not there leads back to the list', async () => {
    const answer = await page.request('/chat/ou_gone')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('/')
  })

  test('what is done for a person who is not there is refused with a sentence', async () => {
    const answer = await page.request('http://sandbox.test/chat/ou_gone/menu/help', {
      method: 'POST',
      headers: own,
    })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('没有这个人，请回到首页重新选择。')
  })

  test('an unchanged asset is not sent twice', async () => {
    const etag = (await page.request('/assets/styles/base.css')).headers.get('ETag') ?? ''
    expect(
      (await page.request('/assets/styles/base.css', { headers: { 'If-None-Match': etag } })).status,
    ).toBe(304)
  })

  test('a picture is shown, but a page that calls itself a picture is only saved', async () => {
    campus.keep('png', { name: 'a.png', type: 'image', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]) })
    campus.keep('svg', {
      name: 'a.svg',
      type: 'image',
      bytes: new TextEncoder().encode('<svg onload="x()"/>'),
    })
    expect((await page.request('/files/png')).headers.get('Content-Type')).toBe('image/png')
    const svg = await page.request('/files/svg')
    expect(svg.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(svg.headers.get('Content-Disposition')).toMatch(/^attachment/)
    expect(pictureType(new Uint8Array([0xff, 0xd8, 0xff]))).toBe('image/jpeg')
  })
})
