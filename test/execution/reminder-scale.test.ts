import { describe, expect, it } from 'vitest'
import { fillRemindedSchool } from '../../bench/world/reminded.ts'
import { reminders } from '../../src/execution/reminders/chapter.ts'
import { sendDigestsCommand } from '../../src/execution/reminders/commands/sweep.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { Database } from '../../src/store/database.ts'
import { checked } from '../planning/overview-cards.ts'
import { freshDatabase } from '../world/database.ts'
import { processorTime } from '../world/processor.ts'
import { count } from '../world/rows.ts'
import { enter } from './lights-world.ts'
import { momentOf } from './reminder-world.ts'

const PEOPLE = 10_000
const UNITS = 100
/** Of the processor, so that a busy machine may take longer; the measured time is a fifth of it (bench/README.md). */
const MOST_MS = 5000
const TODAY = '2026-06-26'

describe('a school of 100 units, 3,000 goals and 10,000 people with a task', () => {
  it('has its digests computed and committed in seconds, in few statements, one a person', async () => {
    const db = freshDatabase()
    await enter(db, 'execution', momentOf('2026-03-02'))
    fillRemindedSchool(db, { units: UNITS, people: PEOPLE, taskDueOn: '2026-06-27', goalDueOn: '2026-06-22' })
    let reads = 0
    let statements = 0
    const counting: Database = {
      all(statement) {
        reads += 1
        return db.all(statement)
      },
      commit(list) {
        statements = list.length
        return db.commit(list)
      },
    }
    const at = momentOf(TODAY)
    const meta = { by: 'clock', inNameOf: 'clock', causes: ['clock:digest'], at, today: TODAY } as const
    const used = processorTime()
    const outcome = await execute(counting, sendDigestsCommand, { year: 2026, day: TODAY }, meta)
    const ms = used()
    console.log(
      `digests of ${PEOPLE} people in ${Math.round(ms)} ms, ${reads} reads, ${statements} statements`,
    )
    // The owners, and the contacts, whose goals are overdue or silent.
    expect(outcome).toMatchObject({ ok: true, done: { people: PEOPLE + UNITS } })
    expect(count(db, 'outbox')).toBe(PEOPLE + UNITS)
    expect(count(db, '(SELECT DISTINCT person FROM outbox)')).toBe(PEOPLE + UNITS)
    expect(reads).toBeLessThan(30)
    expect(statements).toBeLessThan(150)
    expect(ms).toBeLessThan(MOST_MS)
    const view = reminders.views.find((one) => one.name === 'digest')
    for (const person of ['P1', 'contact-S1', 'OFFICE']) {
      const viewer = { by: person, inNameOf: person, at, today: TODAY } as const
      const message = await view?.render(db, { day: TODAY, last: null }, viewer)
      if (message?.kind !== 'card') throw new Error('no card')
      checked(message.card)
    }
  })
})
