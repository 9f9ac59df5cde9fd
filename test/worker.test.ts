/** The worker in workerd: the same wire, the same decisions, durable in D1. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '../src/kernel/time.ts'
import { openD1 } from '../src/store/d1.ts'
import { messageEvent, post, signedNow, tapEvent } from './http/deliveries.ts'
import { memoryBlobs } from './organization/world.ts'
import { type RunningCampus, startCampus } from './world/campus.ts'
import { readCard } from './world/card.ts'
import { worldClock } from './world/clock.ts'
import { journalEqualsState } from './world/journal.ts'
import { tapOf } from './world/people.ts'
import { loadUniversity } from './world/university.ts'
import { bundleWorker, type RunningWorker, startWorker } from './world/worker.ts'

const CONTACT = 'ou_C-JX01'
const BUNDLE_LIMIT = 3 * 1024 * 1024

const folder = mkdtempSync(join(tmpdir(), 'mubiao-worker-'))
let text: string
let campus: RunningCampus
let worker: RunningWorker
beforeAll(async () => {
  text = await bundleWorker(folder)
  const clock = { now: Date.now, moveDays() {} }
  campus = await startCampus({ clock, webhookUrl: () => `${worker.url}/feishu/webhook` })
  worker = await startWorker(text, campus.url)
  await loadUniversity(openD1(worker.d1), memoryBlobs(), () => instantOf(Date.now()), 2026)
}, 120_000)
afterAll(async () => {
  await worker?.stop()
  await campus?.stop()
  rmSync(folder, { recursive: true })
})

const shown = (openId = CONTACT) => campus.campus.chat.messages(openId).filter(({ from }) => from === 'bot')
const cards = (count: number) => expect.poll(() => shown().length, { timeout: 10_000 }).toBe(count)
const now = () => ({ clock: worldClock(Date.now()) })

async function count(from: string): Promise<number> {
  const row = await worker.d1.prepare(`SELECT count(*) AS n FROM ${from}`).first<{ n: number }>()
  return row?.n ?? Number.NaN
}

function button(words: string) {
  const message = shown().at(-1)
  const found = readCard(message?.content ?? '').buttons.find((one) => one.text === words)
  if (!message || !found) throw new Error(`no ${words} on ${message?.content}`)
  return { messageId: message.messageId, button: found }
}

describe('the worker', () => {
  it('is small enough for the smallest plan of Cloudflare', () => {
    expect(gzipSync(text).length).toBeLessThan(BUNDLE_LIMIT)
  })

  it('is alive and ready: D1 is written, and Feishu gives it a token', async () => {
    expect((await fetch(`${worker.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${worker.url}/readyz`)
    expect(await ready.json()).toEqual({ status: 'ready' })
  })

  it('answers a signed, encrypted tap with toast and card, durable in D1, and the same again when it is repeated', async () => {
    await campus.campus.chat.say(CONTACT, '填报目标')
    await cards(1)
    const opening = button('填报专项目标')
    await campus.campus.chat.tap(CONTACT, opening.messageId, tapOf(opening.button, {}))
    const saving = button('保存目标')
    const tap = tapOf(saving.button, { 目标名称: '建成教师发展中心' })
    const action = { value: tap.value, name: tap.name, form_value: tap.form }
    const delivery = signedNow(now(), tapEvent(CONTACT, saving.messageId, action, { event_id: 'saving' }))
    const first = await post(worker, delivery)
    const answer = JSON.parse(first.body)
    expect(answer.toast).toMatchObject({ type: 'success', content: expect.stringContaining('已保存') })
    expect(JSON.stringify(answer.card.data)).toContain('建成教师发展中心')
    expect(await count("journal WHERE type = 'goal.drafted'")).toBe(1)
    expect(await count("receipt WHERE cause = 'feishu:event:saving'")).toBe(1)
    expect(await post(worker, delivery)).toEqual(first)
    expect(await count('goal')).toBe(1)
  })

  it('keeps in D1 a journal that is whole and equals the state', async () => {
    const kinds = await journalEqualsState(openD1(worker.d1))
    expect(kinds).toContain('plan')
  })

  it('refuses what is forged, and writes nothing', async () => {
    const rows = await count('receipt')
    const forged = signedNow(now(), messageEvent(CONTACT, '帮助', { eventId: 'forged' }), 'another key')
    expect((await post(worker, forged)).status).toBe(401)
    const large = { headers: new Headers(), body: 'x'.repeat(1024 * 1024 + 1) }
    expect((await post(worker, large)).status).toBe(413)
    expect(await count('receipt')).toBe(rows)
  })

  it('delivers by its cron what could not be delivered at once', async () => {
    const before = shown().length
    campus.campus.chat.misbehave({ down: true })
    await campus.campus.chat.say(CONTACT, '帮助')
    await expect
      .poll(() => count("outbox WHERE state = 'waiting' AND attempts > 0"), { timeout: 10_000 })
      .toBe(1)
    campus.campus.chat.misbehave({})
    await new Promise((resolve) => setTimeout(resolve, 2100))
    await worker.tick()
    expect(shown()).toHaveLength(before + 1)
    expect(await count("outbox WHERE state <> 'sent'")).toBe(0)
  })
})
