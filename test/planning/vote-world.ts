/** A plan before a leading group that ratifies by a quorum: the chair CH and the members LM1, LM2, LM3. */
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { Outcome } from '../../src/kernel/command.ts'
import type { Ratification } from '../../src/policy/rules/policy.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { type PlanWorld, passWholePlan, planWorld, type Who } from './world.ts'

const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

export async function voteWorld(agree: number | null = 3): Promise<PlanWorld> {
  const world = planWorld()
  for (const id of ['LM2', 'LM3']) {
    world.db.exec(`INSERT INTO person (id, name, title) VALUES ('${id}', '领导小组 成员${id}', '成员')`)
    world.db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', 'leading-member', '', '2026-01-01')`,
    )
  }
  ratifyBy(world, { mode: 'quorum', agree }, true)
  await passWholePlan(world)
  return world
}

/** Sets the year's mode directly. */
export function ratifyBy(world: PlanWorld, how: Ratification, confirmed: boolean): void {
  world.db.exec(
    `UPDATE subject SET state = json_set(state, '$.policy.ratification', json('${JSON.stringify(how)}'),
       '$.notice', ${confirmed ? "'校发〔2026〕1号'" : 'NULL'}) WHERE id = 'year:2026'`,
  )
}

/** The person is a member no more. */
export function leave(world: PlanWorld, person: string): void {
  world.db.exec(`UPDATE role_held SET to_on = '2026-02-01' WHERE person = '${person}'`)
}

export async function abstain(world: PlanWorld, by: Who, unit = 'JX01'): Promise<Outcome> {
  const seen = await world.seen(unit, 'passed')
  const standards = await world.standards(unit, seen)
  return world.do(by, 'plan.ratify', {
    year: 2026,
    unit,
    seen,
    standards,
    verdicts: [],
    abstain: true,
  })
}

export async function cardOf(world: PlanWorld, person: string, name: string, params = {}): Promise<string> {
  const view = planning.views.find((one) => one.name === name)
  const message = await view?.render(world.db, params, viewerOf(person, NOW))
  if (message?.kind !== 'card') throw new Error(`no card ${name}`)
  expectValid(name, validateCard(renderCard(message.card)))
  return JSON.stringify(message.card)
}

function expectValid(name: string, faults: readonly unknown[]): void {
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
}

export const todoOf = (world: PlanWorld, person: string) => planning.todo(world.db, viewerOf(person, NOW))
