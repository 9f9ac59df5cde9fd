import { describe, expect, it } from 'vitest'
import { fillSchool } from '../../bench/world/school.ts'
import type { Card } from '../../cards/kit.ts'
import { execute } from '../../src/kernel/execute.ts'
import { remindCommand } from '../../src/planning/overview/remind.ts'
import type { Database } from '../../src/store/database.ts'
import { processorTime } from '../world/processor.ts'
import { rendered, textOf } from './overview-cards.ts'
import { instantOn, overviewWorld } from './overview-world.ts'
import { doneOf } from './world.ts'

const UNITS = 1000
const GENEROUS_MS = 500
const NOW = { at: instantOn('2026-03-10'), today: '2026-03-10' } as const

function bigSchool() {
  const { db } = overviewWorld()
  db.exec('UPDATE unit SET active = 0')
  fillSchool(db, UNITS)
  return db
}

/** The database, with how many statements were read and how many each commit had. */
function counting(db: Database, reads: string[], commits: number[]): Database {
  return {
    all(statement) {
      reads.push(statement.sql)
      return db.all(statement)
    },
    commit(statements) {
      commits.push(statements.length)
      return db.commit(statements)
    },
  }
}

const turned = (card: Card): boolean => textOf(card).includes('下一页')

describe('a school of 1,000 units', () => {
  it('sees how far planning is in few reads and little time, on cards that Feishu takes', async () => {
    const db = bigSchool()
    const reads: string[] = []
    const look = (page: number) =>
      rendered(counting(db, reads, []), 'OFFICE', 'planning-overview', { page }, NOW)
    await look(0)
    reads.length = 0
    const used = processorTime()
    const card = await look(0)
    const ms = used()
    console.log(`进度 over ${UNITS} units in ${Math.round(ms)} ms, checks included, ${reads.length} reads`)
    expect(textOf(card)).toContain(
      '共1000个单位：未报送333个，有退回166个，审核中167个，审定中167个，已生效167个',
    )
    expect(reads.length).toBeLessThan(10)
    expect(ms).toBeLessThan(GENEROUS_MS)
    const pages = [card]
    while (turned(pages.at(-1) ?? card) && pages.length < 40) pages.push(await look(pages.length))
    const rows = pages.flatMap((one) =>
      one.elements.flatMap((part) => (part.tag === 'table' ? part.rows : [])),
    )
    expect(new Set(rows.map((row) => row.unit)).size).toBe(833)
  })

  it('reminds everyone who is late in few statements', async () => {
    const db = bigSchool()
    const commits: number[] = []
    const meta = { by: 'OFFICE', inNameOf: 'OFFICE', causes: ['remind'], ...NOW } as const
    const used = processorTime()
    const outcome = await execute(counting(db, [], commits), remindCommand, { year: 2026, days: 0 }, meta)
    const ms = used()
    console.log(`催办 over ${UNITS} units in ${Math.round(ms)} ms`)
    const { people } = doneOf(outcome)
    expect(db.raw("SELECT count(*) AS n FROM outbox WHERE view = 'planning-digest'")).toEqual([{ n: people }])
    expect(people).toBeGreaterThan(800)
    expect(commits[0]).toBeLessThan(8)
    expect(ms).toBeLessThan(GENEROUS_MS)
    const leader = await rendered(db, 'LEAD3', 'planning-digest', { year: 2026, page: 3 }, NOW)
    expect(textOf(leader)).toContain('下一页')
    await rendered(db, 'OFFICE', 'planning-reminder', {}, NOW)
  })
})
