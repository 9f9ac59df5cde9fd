/** 进度 and 催办 over a thousand units: from the tables to the card as Feishu takes it, and from the tap to the commit. */
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import type { Meta } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { planningOverviewView } from '../../src/planning/overview/overview-view.ts'
import { remindCommand } from '../../src/planning/overview/remind.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { percentile } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { fillSchool } from '../world/school.ts'
import { openEmpty, openYear } from '../world/university.ts'

const UNITS = 1000
const FIRST_DAY = Date.parse('2027-01-01T02:00:00.000Z')
const DAY_MS = 24 * 3600 * 1000
const TODAY = '2027-01-01'

export interface OverviewOptions {
  readonly folder: string
  readonly times: number
}

export async function measureOverview({ folder, times }: OverviewOptions): Promise<void> {
  const db = openEmpty(`${folder}/overview.sqlite`)
  await openYear(db, 'setting')
  fillSchool(db, UNITS)
  const [first, ...seen] = await timed(times, () => look(db))
  const reminded = await timed(Math.max(3, times / 10), (n) => remind(db, n))
  db.close()
  const row = (name: string, samples: readonly number[]): string[] => [
    name,
    decimal(percentile(samples, 0.5), 1),
    decimal(percentile(samples, 0.99), 1),
  ]
  printTable(
    `Overview of planning: ${count(UNITS)} units, 30 goals each, ms`,
    ['', 'median', 'p99'],
    [row('进度, first time', [first ?? 0]), row('进度', seen), row('催办, once a day', reminded)],
  )
}

async function timed(times: number, act: (n: number) => Promise<void>): Promise<number[]> {
  const samples: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await act(n)
    samples.push(performance.now() - began)
  }
  return samples
}

async function look(db: SqliteDatabase): Promise<void> {
  const viewer = { by: 'OFFICE', inNameOf: 'OFFICE', at: instantOf(FIRST_DAY), today: TODAY } as const
  const message = await planningOverviewView.render(db, {}, viewer)
  if (message.kind !== 'card') throw new Error('no card')
  JSON.stringify(renderCard(message.card))
}

async function remind(db: SqliteDatabase, n: number): Promise<void> {
  const at = instantOf(FIRST_DAY + n * DAY_MS)
  const today = at.slice(0, 10) as Meta['today']
  const meta: Meta = { by: 'OFFICE', inNameOf: 'OFFICE', causes: [`remind:${n}`], at, today }
  const outcome = await execute(db, remindCommand, { year: 2026, days: 0 }, meta)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
}
