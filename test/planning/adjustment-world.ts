/** A plan in force in the phase of realising goals, and people who adjust it. Every act is a minute after the last. */
import type { Card } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { Meta, Outcome } from '../../src/kernel/command.ts'
import type { Json, JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { type Instant, instantOf, localDateOf } from '../../src/kernel/time.ts'
import { listWorkItems } from '../../src/organization/queries.ts'
import { adjustment } from '../../src/planning/adjustment/chapter.ts'
import { findAdjustment } from '../../src/planning/adjustment/queries.ts'
import { type AdjustmentState, votedGoal } from '../../src/planning/adjustment/rules/adjustment.ts'
import { standardsMark } from '../../src/planning/rules/criterion.ts'
import type { GoalEntry } from '../../src/planning/rules/entry.ts'
import { entryFrom } from '../../src/planning/rules/entry-from.ts'
import type { Goal } from '../../src/planning/rules/goal.ts'
import { memoryBlobs } from '../organization/world.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { ratifyBy, voteWorld } from './vote-world.ts'
import { doneOf, type PlanWorld, passWholePlan, planWorld } from './world.ts'

export const chapter = adjustment({ blobs: memoryBlobs() })
export const UNIT = { year: 2026, unit: 'JX01' } as const
const START = Date.parse('2026-05-01T01:00:00.000Z')

export interface AdjustmentWorld {
  readonly plan: PlanWorld
  now(): { readonly at: Instant; readonly today: ReturnType<typeof localDateOf> }
  /** Time moves to this moment. */
  reach(at: Instant): void
  do(by: string, type: string, payload: JsonObject, more?: { readonly inNameOf: string }): Promise<Outcome>
  ask(by: string, wish: JsonObject): Promise<Outcome>
  /** As the person sees it now, but for what `more` says. */
  decide(by: string, type: 'review' | 'ratify', verdict: string, more?: JsonObject): Promise<Outcome>
  send(by: string, number?: number): Promise<Outcome>
  withdraw(by: string, number?: number): Promise<Outcome>
  state(number?: number): Promise<AdjustmentState>
  goal(number: number): Promise<Goal>
  /** What Feishu would find fault with. */
  valid(card: Card): readonly unknown[]
  /** The card that the person sees, as JSON; fails where Feishu would refuse it. */
  card(person: string, name: string, params?: JsonObject): Promise<string>
}

export const REASON = { reason: 'special-circumstance', why: '学校机构调整' } as const

/** Of JX01: goal 1 key, 2 routine, 3 special; `quorum`: CH, LM1, LM2 and LM3 vote, two must agree. */
export async function adjustmentWorld(mode: 'chair' | 'quorum' = 'chair'): Promise<AdjustmentWorld> {
  const plan = mode === 'chair' ? planWorld() : await voteWorld(2)
  if (mode === 'chair') {
    ratifyBy(plan, 'chair', true)
    await passWholePlan(plan)
    doneOf(await plan.ratify('CH', 'JX01'))
  } else {
    doneOf(await plan.ratify('CH', 'JX01'))
    doneOf(await plan.ratify('LM1', 'JX01'))
  }
  enter(plan, 'execution')
  plan.db.exec('DELETE FROM outbox')
  return worldOf(plan)
}

/** Sets the phase, and nothing else of the year. */
export function enter(plan: PlanWorld, phase: string): void {
  plan.db.exec(`UPDATE subject SET state = json_set(state, '$.phase', '${phase}') WHERE id = 'year:2026'`)
  plan.db.exec(`UPDATE year SET phase = '${phase}' WHERE year = 2026`)
}

function worldOf(plan: PlanWorld): AdjustmentWorld {
  let ms = START
  let acts = 0
  const now = () => ({ at: instantOf(ms), today: localDateOf(instantOf(ms)) })
  const state = (number = 1) => findAdjustment(plan.db, 2026, 'JX01', number)
  const act: AdjustmentWorld['do'] = (by, type, payload, { inNameOf } = { inNameOf: by }) => {
    const command = chapter.commands.find((one) => one.type === type)
    if (!command) throw new Error(`no command ${type}`)
    acts += 1
    ms += 60_000
    const meta: Meta = { by, inNameOf, causes: [`adjust:${acts}`], ...now() }
    return execute(plan.db, command, payload, meta)
  }
  const sight = async (number: number): Promise<JsonObject> => {
    const seen = await state(number)
    return { ...UNIT, number, revision: seen.status === 'none' ? 0 : seen.revision }
  }
  return {
    plan,
    now,
    state,
    do: act,
    reach(at) {
      ms = Date.parse(at)
    },
    ask: (by, wish) => act(by, 'adjustment.ask', { ...UNIT, ...REASON, ...wish }),
    async decide(by, type, verdict, more = {}) {
      const { number = 1, ...rest } = more
      const seen = await state(Number(number))
      const items = await listWorkItems(plan.db)
      const standard = seen.status === 'none' ? '' : standardsMark([votedGoal(seen.request)], items)
      const payload = {
        ...(await sight(Number(number))),
        standard,
        verdict,
        comment: verdict === 'return' ? '请说明依据' : '',
      }
      return act(by, `adjustment.${type}`, { ...payload, ...rest })
    },
    send: async (by, number = 1) => act(by, 'adjustment.send', await sight(number)),
    withdraw: async (by, number = 1) => act(by, 'adjustment.withdraw', await sight(number)),
    async goal(number) {
      const found = (await plan.plan('JX01')).goals.find((one) => one.number === number)
      if (!found) throw new Error(`no goal ${number}`)
      return found
    },
    valid: (card) => validateCard(renderCard(card)),
    async card(person, name, params = {}) {
      const view = [...chapter.views, ...planning.views].find((one) => one.name === name)
      const message = await view?.render(plan.db, params, viewerOf(person, now()))
      if (message?.kind !== 'card') throw new Error(`no card ${name}`)
      const faults = validateCard(renderCard(message.card))
      if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
      return JSON.stringify(message.card)
    },
  }
}

/** A change of the goal as the person sees it, in these fields. */
export async function change(
  world: AdjustmentWorld,
  number: number,
  fields: Partial<GoalEntry>,
): Promise<{ [field: string]: Json }> {
  const { id, revision, content } = await world.goal(number)
  return { kind: 'change', goal: id, seen: revision, entry: { ...entryFrom(content), ...fields } }
}

export async function cancel(world: AdjustmentWorld, number: number): Promise<JsonObject> {
  const { id, revision } = await world.goal(number)
  return { kind: 'cancel', goal: id, seen: revision }
}

/** The head asks, the leader passes, the chair (or CH and LM1) ratifies; answers its number. */
export async function adjusted(world: AdjustmentWorld, by: string, wish: JsonObject): Promise<number> {
  const asked = doneOf(await world.ask(by, wish))
  const number = Number(asked.number)
  if (asked.next === 'review') doneOf(await world.decide('LD1', 'review', 'pass', { number }))
  doneOf(await world.decide('CH', 'ratify', 'pass', { number }))
  if ((await world.state(number)).status === 'reviewed')
    doneOf(await world.decide('LM1', 'ratify', 'pass', { number }))
  return number
}

/** Views that wait in the outbox, as `view to person`. */
export const told = (world: AdjustmentWorld): string[] => world.plan.told()

export const todoOf = (world: AdjustmentWorld, person: string) =>
  chapter.todo(world.plan.db, viewerOf(person, world.now()))
