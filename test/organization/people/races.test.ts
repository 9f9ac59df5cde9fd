/** Two at once: whoever is later is decided on what is then so. */
import { expect, it } from 'vitest'
import type { Outcome } from '../../../src/kernel/command.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import type { Database } from '../../../src/store/database.ts'
import { foldsEqual } from '../folded.ts'
import { holdersOf, type PeopleWorld, peopleWorld, refusalOf } from './world.ts'

const ON = '2026-03-02'

/** Both have read everything before either commits: the first commit waits until a second is there. */
function together(db: Database): Database {
  let first: (() => void) | undefined
  return {
    all: (statement) => db.all(statement),
    async commit(statements) {
      if (armed.on && first === undefined) await new Promise<void>((resolve) => (first = resolve))
      else first?.()
      return db.commit(statements)
    },
  }
}
const armed = { on: false }

async function race(...acts: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
  armed.on = true
  try {
    return await Promise.all(acts.map((act) => act()))
  } finally {
    armed.on = false
  }
}

async function wishOf(w: PeopleWorld, leaver: string, successor: string): Promise<JsonObject> {
  const card = await w.read('OF1', 'replacement', { leaver, successor })
  const [, wish = '{}'] = /\{"do":"person\.replace","with":(\{.*?\})\}/.exec(card) ?? []
  return JSON.parse(wish)
}

it('of two replacements of one person one holds, and the other sees that it is no longer so', async () => {
  const w = await peopleWorld({ around: together })
  const [one, other] = [await wishOf(w, 'C-JX01', 'T-JX01'), await wishOf(w, 'C-JX01', 'H-XZ01')]
  const outcomes = await race(
    () => w.do('OF1', 'person.replace', one),
    () => w.do('OF2', 'person.replace', other),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(holdersOf(w, 'contact', 'JX01', ON)).toHaveLength(1)
  await foldsEqual(w.db)
})

it('a replacement and the end of the role: the contact is not lost', async () => {
  const w = await peopleWorld({ around: together })
  const wish = await wishOf(w, 'C-JX01', 'T-JX01')
  const outcomes = await race(
    () => w.do('OF1', 'person.replace', wish),
    () => w.do('OF2', 'role.end', { person: 'C-JX01', role: 'contact', scope: 'JX01', to: ON, sure: true }),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  await foldsEqual(w.db)
})

it('the last contact is not ended twice over: of two who end the last two, one is told that it is the last', async () => {
  const w = await peopleWorld({ around: together })
  await w.office('role.give', { person: 'T-JX01', role: 'contact', scope: 'JX01', from: ON, to: null })
  const end = (by: string, person: string) =>
    w.do(by, 'role.end', { person, role: 'contact', scope: 'JX01', to: ON })
  const outcomes = await race(
    () => end('OF1', 'C-JX01'),
    () => end('OF2', 'T-JX01'),
  )
  const refused = outcomes.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(1)
  expect(refused.map((one) => refusalOf(one).code)).toEqual(['last-role'])
})

it('rights are of the moment: a tap of the one who hands over, which meets the same goal, is refused', async () => {
  const w = await peopleWorld({ around: together })
  const goal = await w.tasks('C-JX01', 'JX01', 2)
  const wish = await wishOf(w, 'C-JX01', 'T-JX01')
  const tap = { goal, task: 1, title: '改名', owner: 'C-JX01', dueOn: '2026-06-30', share: 1, reason: '' }
  const outcomes = await race(
    () => w.do('C-JX01', 'task.save', tap),
    () => w.office('person.replace', wish),
  )
  const [tapped, replaced] = outcomes
  expect(replaced?.ok || tapped?.ok).toBe(true)
  const owners = w.db.raw("SELECT DISTINCT owner FROM task WHERE status = 'open'") as { owner: string }[]
  const contact = holdersOf(w, 'contact', 'JX01', ON)
  expect(owners).toEqual([{ owner: contact[0] }])
  await foldsEqual(w.db)
})

it('nobody leaves while a task comes to them at the same moment', async () => {
  const w = await peopleWorld({ around: together })
  const goal = await w.tasks('C-JX01', 'JX01', 2, 1)
  const outcomes = await race(
    () => w.office('person.leave', { person: 'T-JX01' }),
    () => w.do('C-JX01', 'task.split', { goal, text: '新任务 T-JX01 9月30日' }),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const left = w.db.raw("SELECT ended_on FROM person WHERE id = 'T-JX01'") as { ended_on: string | null }[]
  const owned = w.db.raw("SELECT id FROM task WHERE owner = 'T-JX01' AND status = 'open'")
  expect(left[0]?.ended_on === null ? owned.length : 1 - owned.length).toBe(1)
})
