import { listScores } from '../assessment/queries.ts'
import { listUnits } from '../organization/queries.ts'
import { listPlans } from '../planning/queries.ts'
import type { Database } from '../store/database.ts'
import type { OpenYear } from './queries.ts'

/** How many units the present phase has not brought to its end: the office should know before it moves on. */
export async function countUnfinished(db: Database, { year, phase }: OpenYear): Promise<number> {
  const done = await doneIn(db, year, phase)
  if (done === undefined) return 0
  return (await listUnits(db)).filter((unit) => !done.has(unit.id)).length
}

async function doneIn(
  db: Database,
  year: number,
  phase: OpenYear['phase'],
): Promise<ReadonlySet<string> | undefined> {
  switch (phase) {
    case 'setting': {
      const plans = await listPlans(db, year)
      return new Set(plans.filter((plan) => plan.status === 'in-force').map((plan) => plan.unit))
    }
    case 'assessment': {
      const scores = await listScores(db, year)
      return new Set(scores.filter((score) => score.status === 'decided').map((score) => score.unit))
    }
    case 'execution':
    case 'results':
    case 'closed':
      return undefined
  }
}
