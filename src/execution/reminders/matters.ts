import type { Database } from '../../store/database.ts'
import { goalMatters } from './queries/goals.ts'
import { helpMatters } from './queries/help.ts'
import { petitionMatters } from './queries/petitions.ts'
import { planMatters } from './queries/plans.ts'
import { rectificationMatters } from './queries/rectifications.ts'
import { taskMatters } from './queries/tasks.ts'
import type { Matter } from './rules/matter.ts'
import type { Reach, Scene } from './scene.ts'

const SOURCES = [goalMatters, taskMatters, helpMatters, rectificationMatters, planMatters, petitionMatters]

/** Everything within reach that is not done, whether anybody is told of it today or not. */
export async function loadMatters(db: Database, scene: Scene, reach: Reach): Promise<Matter[]> {
  const lists = await Promise.all(SOURCES.map((source) => source(db, scene, reach)))
  return lists.flat()
}
