/** SIGKILL at every point between a word of a person and the answer: after the restart all is there, and all is there once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messageEvent, post, signedNow, tapEvent } from '../http/deliveries.ts'
import { readCard } from '../world/card.ts'
import type { Values } from '../world/fill.ts'
import { SPECIAL_GOAL } from '../world/goals.ts'
import { tapOf } from '../world/people.ts'
import { count } from '../world/rows.ts'
import { type KillPoint, type Machine, prepare, startMachine, type University } from './machine.ts'

const CONTACT = 'ou_C-JX01'
const TIMEOUT = 60_000

const folder = mkdtempSync(join(tmpdir(), 'mubiao-university-'))
let university: University
let machine: Machine
beforeAll(async () => {
  university = await prepare(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  machine = await startMachine(university)
})
afterEach(() => machine.stop())

const shown = (openId: string) => machine.campus.chat.messages(openId).filter(({ from }) => from === 'bot')

/** Taps the newest button with that text; values by label. */
function tapOn(openId: string, text: string, values: Values = {}) {
  for (const { messageId, content } of shown(openId).toReversed()) {
    const button = readCard(content).buttons.find((one) => one.text === text)
    if (button) return { messageId, tap: tapOf(button, values) }
  }
  throw new Error(`${openId} has no ${text}`)
}

async function tap(openId: string, text: string, values: Values = {}): Promise<void> {
  const { messageId, tap } = tapOn(openId, text, values)
  expect(await machine.campus.chat.tap(openId, messageId, tap)).toMatchObject({ ok: true })
}

async function waitFor(openId: string, messages: number): Promise<void> {
  await expect.poll(() => shown(openId).length, { timeout: 10_000 }).toBe(messages)
}

describe('a message, when the process is killed', () => {
  const points: readonly (readonly [KillPoint, receipts: number])[] = [
    ['before commit', 0],
    ['after commit', 2],
    ['before sending', 2],
    ['after sending', 2],
  ]
  it.each(points)(
    '%s: is answered exactly once',
    async (point, receipts) => {
      const dying = await machine.run(point)
      await machine.campus.chat.say(CONTACT, '帮助')
      expect(await dying.ended).toBe('SIGKILL')
      expect(machine.look((db) => count(db, "receipt WHERE cause LIKE 'feishu:%'"))).toBe(receipts)
      expect(shown(CONTACT)).toHaveLength(point === 'after sending' ? 1 : 0)
      machine.clock.reach(machine.clock.now() + 130_000)
      await machine.run()
      await machine.later()
      await machine.delivered()
      expect(shown(CONTACT)).toHaveLength(1)
      await machine.intact()
    },
    TIMEOUT,
  )
})

describe('a decision, when the process is killed', () => {
  /** The head has the card with 报送 before them. */
  async function drafted(): Promise<void> {
    const service = await machine.run()
    const { chat } = machine.campus
    await chat.say(CONTACT, '填报目标')
    await waitFor(CONTACT, 1)
    await tap(CONTACT, '填报专项目标')
    await tap(CONTACT, '保存目标', SPECIAL_GOAL)
    await chat.say('ou_H-JX01', '报送')
    await waitFor('ou_H-JX01', 1)
    await machine.delivered()
    await service.kill()
  }

  const points: readonly (readonly [KillPoint, decided: number])[] = [
    ['before commit', 0],
    ['after commit', 1],
    ['before sending', 1],
    ['after sending', 1],
    ['before updating', 1],
    ['after updating', 1],
  ]
  it.each(points)(
    '%s: is made once, told once, and the same tap is answered as before',
    async (point, decided) => {
      await drafted()
      const dying = await machine.run(point)
      const { messageId, tap } = tapOn('ou_H-JX01', '报送')
      const delivery = signedNow(machine, tapEvent('ou_H-JX01', messageId, tap, { event_id: 'sending' }))
      const first = await post(machine, delivery).catch(() => undefined)
      expect(await dying.ended).toBe('SIGKILL')
      expect(machine.look((db) => count(db, "journal WHERE type = 'part.sent'"))).toBe(decided)
      machine.clock.reach(machine.clock.now() + 130_000)
      await machine.run()
      const again = await post(machine, delivery)
      expect(JSON.parse(again.body).toast).toMatchObject({
        type: 'success',
        content: expect.stringContaining('已报送'),
      })
      if (first) expect(again.body).toBe(first.body)
      await waitFor('ou_LD1', 1)
      await machine.delivered()
      expect(shown('ou_LD1')).toHaveLength(1)
      expect(readCard(shown(CONTACT).at(-1)?.content ?? '').text).toContain('已报送')
      expect(machine.look((db) => count(db, "journal WHERE type = 'part.sent'"))).toBe(1)
      await machine.intact()
    },
    TIMEOUT,
  )
})

describe('a form, when the process is killed between its saving and the answer', () => {
  it(
    'and tapped again by a person who saw no answer, has made one goal',
    async () => {
      const opening = await machine.run()
      await machine.campus.chat.say(CONTACT, '填报目标')
      await waitFor(CONTACT, 1)
      await tap(CONTACT, '填报专项目标')
      await machine.delivered()
      await opening.kill()
      const dying = await machine.run('after commit')
      const { messageId, tap: again } = tapOn(CONTACT, '保存目标', SPECIAL_GOAL)
      await machine.campus.chat.tap(CONTACT, messageId, again).catch(() => undefined)
      expect(await dying.ended).toBe('SIGKILL')
      machine.clock.reach(machine.clock.now() + 130_000)
      await machine.run()
      expect(await machine.campus.chat.tap(CONTACT, messageId, again)).toMatchObject({
        ok: true,
        toast: { content: expect.stringContaining('目标1已保存') },
      })
      expect(machine.look((db) => count(db, 'goal'))).toBe(1)
      await machine.delivered()
      await machine.intact()
    },
    TIMEOUT,
  )
})

describe('forty messages, when the process is killed again and again', () => {
  it(
    'are each answered exactly once',
    async () => {
      const people = ['JX01', 'JX02', 'FY01', 'XZ01', 'XZ02'].flatMap((unit) => [
        `ou_C-${unit}`,
        `ou_H-${unit}`,
      ])
      const unanswered = new Set(
        people.flatMap((openId) => [0, 1, 2, 3].map((number) => `${openId} ${number}`)),
      )
      for (let round = 0; round < 4; round++) {
        const service = await machine.run()
        const posts = [...unanswered].map(async (id) => {
          const event = messageEvent(id.split(' ')[0] ?? '', '帮助', { eventId: id })
          const answer = await post(machine, signedNow(machine, event)).catch(() => undefined)
          if (answer?.status === 200 && round > 0) unanswered.delete(id)
        })
        await new Promise((resolve) => setTimeout(resolve, 20 + 25 * round))
        await service.kill()
        await Promise.all(posts)
        machine.clock.reach(machine.clock.now() + 130_000)
      }
      await machine.run()
      for (const id of unanswered)
        await post(machine, signedNow(machine, messageEvent(id.split(' ')[0] ?? '', '帮助', { eventId: id })))
      await machine.delivered()
      for (const openId of people) expect(shown(openId), openId).toHaveLength(4)
      await machine.intact()
    },
    TIMEOUT,
  )
})
