import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { command, type Meta } from '../../src/kernel/command.ts'
import { decided, refused } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { subjectOf } from '../../src/kernel/subject.ts'
import { freshDatabase } from '../world/database.ts'

type Counted = { type: 'counter.raised'; by: number }
const counter = subjectOf<{ total: number }, Counted>({
  kind: 'counter',
  initial: { total: 0 },
  evolve: (state, event) => ({ total: state.total + event.by }),
  rows: () => [],
})
const raise = command({
  type: 'counter.raise',
  payload: z.object({ by: z.number() }),
  on: counter,
  id: () => 'counter:one' as const,
  context: async () => ({}),
  decide: (state, payload) =>
    state.total + payload.by > 20
      ? refused({ code: 'full-counter' })
      : decided<Counted>({ type: 'counter.raised', by: payload.by }),
  tell: ({ subject, after, version }) => ({
    notices: [{ to: 'T1', view: { name: 'total', params: {} }, about: subject, key: `total:${version}` }],
    answer: { done: { code: 'raised', total: after.total } },
  }),
})
const meta = (cause: string): Meta => ({
  by: 'T1',
  inNameOf: 'T1',
  causes: [cause],
  at: '2026-03-01T00:00:00.000Z',
  today: '2026-03-01',
})

describe('the corridor', () => {
  it('writes receipt, journal, state and outbox in one batch', async () => {
    const db = freshDatabase()
    const outcome = await execute(db, raise, { by: 2 }, meta('a'))
    expect(outcome).toEqual({ ok: true, done: { code: 'raised', total: 2 } })
    expect(db.raw('SELECT version, state FROM subject')).toEqual([{ version: 1, state: '{"total":2}' }])
    expect(db.raw('SELECT count(*) AS n FROM journal')).toEqual([{ n: 1 }])
    expect(db.raw('SELECT key, state FROM outbox')).toEqual([{ key: 'send:total:1', state: 'waiting' }])
  })

  it('answers a cause seen before with what it answered then, and does nothing', async () => {
    const db = freshDatabase()
    await execute(db, raise, { by: 2 }, meta('a'))
    await execute(db, raise, { by: 2 }, meta('b'))
    expect(await execute(db, raise, { by: 2 }, meta('a'))).toEqual({
      ok: true,
      done: { code: 'raised', total: 2 },
    })
    expect(db.raw('SELECT version FROM subject')).toEqual([{ version: 2 }])
  })

  it('decides again when another took the version, so that eight at once are all counted or refused', async () => {
    const db = freshDatabase()
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => execute(db, raise, { by: 1 }, meta(`c${i}`))),
    )
    const counted = outcomes.filter((one) => one.ok).length
    expect(db.raw("SELECT state->>'$.total' AS total FROM subject")).toEqual([{ total: counted }])
    expect(outcomes.filter((one) => !one.ok).every((one) => !one.ok && one.refusal.code === 'busy')).toBe(
      true,
    )
  })

  it('leaves nothing of a refusal but its receipt', async () => {
    const db = freshDatabase()
    const outcome = await execute(db, raise, { by: 21 }, meta('a'))
    expect(outcome).toEqual({ ok: false, refusal: { code: 'full-counter' } })
    expect(db.raw('SELECT count(*) AS n FROM journal')).toEqual([{ n: 0 }])
    expect(db.raw('SELECT cause FROM receipt')).toEqual([{ cause: 'a' }])
  })
})
