/** One line for each delivery, of one shape wherever the program runs; and nothing in any line of what people wrote. */
import { PassThrough } from 'node:stream'
import { pino, stdTimeFunctions } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import type { Log } from '../../src/log.ts'
import { lineLog, PINO_SHAPE } from '../../src/operation/log-lines.ts'
import { requestIdOf } from '../../src/operation/trace.ts'
import { rowsOf } from '../execution/petition-world.ts'
import { messageEvent, post, signedNow } from '../http/deliveries.ts'
import { draftOneGoal } from '../world/goals.ts'
import { type World, world } from '../world/people.ts'

const CONTACT = '药学院 联络员'
const HEAD = '药学院 负责人'
const OFFICE = '办公室 工作人员'

let w: World
afterEach(() => w.stop())

type Line = { readonly [fact: string]: unknown }
const lines = (message: string): Line[] =>
  w.log.lines.map((line) => JSON.parse(line) as Line).filter((line) => line.message === message)

describe('a delivery', () => {
  it('is told in one line: kind, outcome, command, code, attempts, time, and the id of its event', async () => {
    w = await world()
    await draftOneGoal(w)
    await w.person(HEAD).taps('报送')
    const taps = lines('handled').filter((line) => line.command === 'plan.send')
    expect(taps).toEqual([
      {
        level: 'info',
        request: expect.stringMatching(/^[\w-]{8,}$/),
        kind: 'tap',
        outcome: 'done',
        command: 'plan.send',
        code: expect.any(String),
        attempts: 1,
        ms: expect.any(Number),
        message: 'handled',
      },
    ])
    await w.person(CONTACT).says('备份')
    expect(lines('handled').at(-1)).toMatchObject({
      kind: 'message',
      outcome: 'refused',
      command: 'backup.make',
    })
    await w.person(CONTACT).says('待办')
    expect(lines('handled').at(-1)).toMatchObject({ kind: 'message', outcome: 'answered' })
  })

  it('is found again in the line of the message that it caused, also when that leaves later', async () => {
    w = await world({ lenient: true })
    await draftOneGoal(w)
    w.campus.chat.misbehave({ down: true })
    await w.person(HEAD).taps('报送')
    const sending = lines('handled').find((line) => line.command === 'plan.send')
    expect(lines('delivered').filter((line) => line.request === sending?.request)).toEqual([])
    w.campus.chat.misbehave({})
    await w.passes(10 * 60_000)
    const caused = lines('delivered').filter((line) => line.request === sending?.request)
    expect(caused.map((line) => line.kind)).toContain('send')
    const failed = lines('a call to Feishu failed').concat(lines('delivery failed'))
    expect(failed.some((line) => line.request === sending?.request)).toBe(true)
  })

  it('that comes again is told as a repeat, decided no second time', async () => {
    w = await world()
    const event = messageEvent('ou_C-JX01', '备份', { eventId: 'again' })
    for (let times = 0; times < 2; times++) await post(w, signedNow(w, event))
    await w.settled()
    const told = lines('handled').filter((line) => line.request === 'again')
    expect(told.map((line) => line.attempts)).toEqual([1, 0])
  })

  it('that is forged is told by the id that it claims, if it is an id', async () => {
    w = await world({ lenient: true })
    for (const id of ['edge-77', `x'; DROP TABLE "蓝鲸"`]) {
      await fetch(`${w.url}/feishu/webhook`, {
        method: 'POST',
        body: '{"a":"蓝鲸"}',
        headers: { 'x-request-id': encodeURI(id) },
      })
    }
    const told = lines('request refused')
    expect(told.map((line) => line.request)).toEqual(['edge-77', expect.stringMatching(/^[0-9a-f-]{36}$/)])
  })

  it('has an id even where nobody gave one', () => {
    expect(requestIdOf(['feishu:event:e1'], 'x1', () => 'made')).toBe('e1')
    expect(requestIdOf(['feishu:event:蓝鲸'], 'x1', () => 'made')).toBe('x1')
    expect(requestIdOf([], 'a b', () => 'made')).toBe('made')
    expect(requestIdOf([], null, () => 'made')).toBe('made')
  })
})

describe('no line', () => {
  it('tells what people wrote, who they are, or which petition is whose, whatever goes wrong', async () => {
    let refusing = false
    w = await world({
      lenient: true,
      fetch: async (input, init) =>
        refusing && init?.method === 'POST'
          ? Response.json(
              {
                code: 230099,
                msg: `Failed to create card content, ext=ErrCode: 11310; ErrMsg: element exceeds the limit; ErrorValue: ${init.body}`,
              },
              { status: 400 },
            )
          : fetch(input, init),
    })
    await w.person(OFFICE).says('阶段')
    await w.person(OFFICE).taps('进入实现目标')
    await w.person(CONTACT).says('whale-words 蓝鲸说的话')
    await w.person('药学院 教师').says('反映问题')
    refusing = true
    await w
      .person('药学院 教师')
      .taps('提交', { 反映内容: 'whale-petition 蓝鲸来信', 姓名: '公开给领导小组' })
    await w.person('药学院 教师').says('反映问题 whale-said 蓝鲸')
    refusing = false
    await w.passes(30 * 60_000)
    await w.person('领导小组 组长').says('来信')
    const log = w.log.lines.join('\n')
    for (const secret of [
      'whale',
      '蓝鲸',
      'T-JX01',
      'ou_',
      'C-JX01',
      '2026-001',
      'petition.write',
      '联络员',
      '组长',
    ])
      expect(log, secret).not.toContain(secret)
    expect(log).toContain('"command":"secret"')
    expect(rowsOf(w.db, "SELECT cause FROM outbox WHERE view = 'petition' AND cause IS NOT NULL")).toEqual([])
  })
})

describe('the shape of a line', () => {
  const written = (log: Log, out: () => string): Line[] => {
    log.info({ request: 'e1', kind: 'tap', ms: 1.5 }, 'handled')
    log.debug({ hidden: true }, 'not at this level')
    log.error({ error: 'Error: x', stack: ['a'] }, 'failed')
    return out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
  }

  it('is the same on Node and on Workers', async () => {
    w = await world()
    const stream = new PassThrough()
    const node = pino({ ...PINO_SHAPE, level: 'info', timestamp: stdTimeFunctions.isoTime }, stream)
    const text: string[] = []
    const there = lineLog('info', Date.now, (line) => void text.push(line))
    const [onNode, onWorkers] = [
      written(node, () => String(stream.read())),
      written(there, () => text.join('\n')),
    ]
    const timeless = (all: Line[]) =>
      all.map((line) => ({ ...line, time: String(line.time).replace(/\d/g, '0') }))
    expect(timeless(onNode)).toEqual(timeless(onWorkers))
    expect(onNode.map((line) => Object.keys(line).sort())).toEqual(
      onWorkers.map((line) => Object.keys(line).sort()),
    )
    expect(onNode).toHaveLength(2)
  })
})
