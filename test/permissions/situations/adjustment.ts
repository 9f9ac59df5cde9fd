/** 药学院's plan in force: an adjustment of the unit as a draft, asked for, and reviewed. */
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { listWorkItems } from '../../../src/organization/queries.ts'
import { votedGoal } from '../../../src/planning/adjustment/rules/adjustment.ts'
import { standardsMark } from '../../../src/planning/rules/criterion.ts'
import {
  type AdjustmentWorld,
  adjustmentWorld,
  change,
  chapter,
  REASON,
  UNIT,
} from '../../planning/adjustment-world.ts'
import { doneOf } from '../../planning/world.ts'
import { adjustment } from '../rights/adjustment.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const AT = '2026-06-01T01:00:00.000Z'
const RIGHTS = {
  commands: chapter.commands,
  byRight: [
    'other-asker',
    'other-asking-sender',
    'other-leader',
    'own-unit-plan',
    'chair-decides',
    'members-decide',
  ],
  byPhase: ['early-adjustment', 'closed-adjustment'],
}

const wish = (w: AdjustmentWorld) => change(w, 3, { title: '另一名称' })

async function world(
  by: string,
  steps: readonly 'review'[] = [],
  mode: 'chair' | 'quorum' = 'chair',
): Promise<AdjustmentWorld> {
  const w = await adjustmentWorld(mode)
  doneOf(await w.ask(by, await wish(w)))
  for (const step of steps) doneOf(await w.decide('LD1', step, 'pass'))
  everybodyIn(w.plan.db)
  return w
}

const quiet = once(async () => {
  const w = await adjustmentWorld()
  everybodyIn(w.plan.db)
  return w
})
const drafted = once(() => world('C-JX01'))
const asked = once(() => world('H-JX01'))
const reviewed = once(() => world('H-JX01', ['review']))
const put = once(() => world('H-JX01', ['review'], 'quorum'))

const of =
  (
    name: string,
    make: () => Promise<AdjustmentWorld>,
    payload: (w: AdjustmentWorld) => Promise<JsonObject>,
  ) =>
  async () => {
    const w = await make()
    return situation(adjustment, name, { db: w.plan.db, at: AT, ...RIGHTS }, 'JX01', await payload(w))
  }

async function sight(w: AdjustmentWorld): Promise<JsonObject> {
  const seen = await w.state()
  return { ...UNIT, number: 1, revision: seen.status === 'none' ? 0 : seen.revision }
}

async function passing(w: AdjustmentWorld): Promise<JsonObject> {
  const seen = await w.state()
  const standard =
    seen.status === 'none' ? '' : standardsMark([votedGoal(seen.request)], await listWorkItems(w.plan.db))
  return { ...(await sight(w)), standard, verdict: 'pass', comment: '' }
}

const revised = async (w: AdjustmentWorld): Promise<JsonObject> => ({
  ...(await sight(w)),
  ...REASON,
  ...(await change(w, 3, { title: '第三名称' })),
})

export const adjustmentSituations: Situations = new Map([
  ['ask', of('ask', quiet, async (w) => ({ ...UNIT, ...REASON, ...(await wish(w)) }))],
  ['revise asked', of('revise asked', asked, revised)],
  ['revise draft', of('revise draft', drafted, revised)],
  ['send', of('send', drafted, sight)],
  ['withdraw asked', of('withdraw asked', asked, sight)],
  ['review', of('review', asked, passing)],
  ['ratify, chair', of('ratify, chair', reviewed, passing)],
  ['ratify, quorum', of('ratify, quorum', put, passing)],
])
