/** Whatever commands run, in whatever order, at once or twice: the journal folds to the state, and every chain is whole. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { command, type Meta } from '../../src/kernel/command.ts'
import { decided, refused } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { firstBroken } from '../../src/kernel/journal.ts'
import { subjectOf } from '../../src/kernel/subject.ts'
import { listJournal, listSubjects } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'

type Moved = { readonly type: 'account.moved'; readonly by: number }
interface Account {
  readonly balance: number
  readonly moves: number
}

const account = subjectOf<Account, Moved>({
  kind: 'account',
  initial: { balance: 0, moves: 0 },
  evolve: ({ balance, moves }, { by }) => ({ balance: balance + by, moves: moves + 1 }),
  rows: () => [],
})

/** Moves the balance in so many steps, and refuses to go below zero. */
const move = command({
  type: 'account.move',
  payload: z.object({ id: z.string(), steps: z.array(z.number()) }),
  on: account,
  id: ({ id }) => `account:${id}` as const,
  context: async () => ({}),
  decide({ balance }, { steps }) {
    const events = steps.map((by): Moved => ({ type: 'account.moved', by }))
    return balance + steps.reduce((sum, by) => sum + by, 0) < 0
      ? refused({ code: 'overdrawn' })
      : decided(...events)
  },
  tell: ({ subject, version, after }) => ({
    notices: [
      { to: 'T1', view: { name: 'account', params: {} }, about: subject, key: `${subject}:${version}` },
    ],
    answer: { done: { code: 'moved', balance: after.balance } },
  }),
})

const meta = (cause: string): Meta => ({
  by: 'T1',
  inNameOf: 'T1',
  causes: [cause, `message ${cause}`],
  at: '2026-03-01T00:00:00.000Z',
  today: '2026-03-01',
})

const acts = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b'),
    steps: fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 3 }),
    cause: fc.integer({ min: 0, max: 20 }),
  }),
  { maxLength: 30 },
)

async function holds(db: SqliteDatabase): Promise<void> {
  for (const head of await listSubjects(db, '')) {
    const journal = await listJournal(db, head.id)
    expect(firstBroken(journal, head)).toBeUndefined()
    const events = journal.map(({ body }) => JSON.parse(body) as Moved)
    expect(events.reduce(account.evolve, account.initial)).toEqual(JSON.parse(head.state))
  }
}

it('in any run of commands the journal equals the state, and a cause is acted on once', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.integer({ min: 1, max: 8 }), async (run, atOnce) => {
      const db = freshDatabase()
      const outcomes = new Map<number, Set<string>>()
      for (let first = 0; first < run.length; first += atOnce) {
        await Promise.all(
          run.slice(first, first + atOnce).map(async ({ id, steps, cause }) => {
            const outcome = await execute(db, move, { id, steps }, meta(`c${cause}`))
            if (!outcome.ok && outcome.refusal.code === 'busy') return
            outcomes.set(cause, (outcomes.get(cause) ?? new Set()).add(JSON.stringify(outcome)))
          }),
        )
      }
      await holds(db)
      for (const [cause, seen] of outcomes) expect([...seen], `cause ${cause}`).toHaveLength(1)
      db.close()
    }),
    { numRuns: 60 },
  )
})
