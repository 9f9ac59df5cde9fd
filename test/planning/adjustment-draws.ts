/** Commands drawn at random on a plan in force: mostly sound and by whom it befits, and now and then not. */
import fc from 'fast-check'
import type { Actor } from '../../src/organization/rules/actor.ts'
import {
  type AdjustmentState,
  isPending,
  NOT_ASKED,
  votedGoal,
} from '../../src/planning/adjustment/rules/adjustment.ts'
import type { AdjustmentEntry } from '../../src/planning/adjustment/rules/request.ts'
import { standardsMark } from '../../src/planning/rules/criterion.ts'
import type { GoalEntry } from '../../src/planning/rules/entry.ts'
import { entryFrom } from '../../src/planning/rules/entry-from.ts'
import { type Bench, type Command, PEOPLE } from './adjustment-rules-world.ts'
import { entry } from './world.ts'

export const CATALOGUE = {
  year: 2026,
  priorities: ['P1', 'P2'],
  workItems: [
    { id: 'W1', name: '教学运行', standard: '标准' },
    { id: 'W2', name: '公文办理', standard: '标准二' },
  ],
} as const

/** Mostly sound fields, and now and then one that no goal in force may have. */
const fields: fc.Arbitrary<Partial<GoalEntry>> = fc.record(
  {
    title: fc.constantFrom('甲', '乙', '丙', ''),
    content: fc.constantFrom('做成一件事', '做成两件事', ''),
    seen: fc.constantFrom('通过验收', ''),
    weight: fc.constantFrom(50, 100, 300, 0, -100, 0.5, null),
    criterion: fc.constantFrom('按期通过', '按期', ''),
    dueOn: fc.constantFrom('2026-10-01', '2026-12-31', '2027-01-01', ''),
    priority: fc.constantFrom('P1', 'P2', 'P9', ''),
    workItem: fc.constantFrom('W1', 'W2', 'W9', ''),
    justification: fc.constantFrom('', '', '上级专项任务'),
    aim: fc.constantFrom('method' as const, null),
  },
  { requiredKeys: [] },
)

const REASONS = { reason: 'special-circumstance', why: '机构调整', effectiveOn: '', evidence: [] } as const
const WHOLE = { key: { priority: 'P1' }, special: {}, routine: { workItem: 'W1' } } as const

interface Draw {
  readonly who: number
  readonly what: number
  readonly goal: number
  readonly number: number
  readonly type: 'key' | 'special' | 'routine'
  readonly fields: Partial<GoalEntry>
  readonly sound: boolean
  /** Whether somebody does it who may, mostly. */
  readonly fit: boolean
}

export const draws = fc.record<Draw>({
  who: fc.nat(PEOPLE.length - 1),
  what: fc.nat(19),
  goal: fc.integer({ min: 1, max: 7 }),
  number: fc.nat(30),
  type: fc.constantFrom('key', 'special', 'routine'),
  fields,
  sound: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
  fit: fc.integer({ min: 0, max: 5 }).map((one) => one > 0),
})

/** Whoever may do it, or anybody. */
export function actorOf({ who, fit }: Draw, command: Command): Actor {
  const able = {
    ask: ['H', 'WG', 'OF'],
    revise: ['H'],
    send: ['H'],
    withdraw: ['H'],
    review: ['LD'],
    ratify: ['CH', 'LM1', 'CH', 'LM2'],
  }
  const ids = able[command.do]
  const wanted = fit ? ids[who % ids.length] : PEOPLE[who]?.id
  const actor = PEOPLE.find((one) => one.id === wanted)
  if (!actor) throw new Error(`nobody is called ${wanted}`)
  return actor
}

/** Mostly one that waits for somebody. */
function pickNumber({ number, fit, what }: Draw, adjustments: Bench['adjustments']): number {
  const waits = (one: AdjustmentState): boolean =>
    what < 13 ? isPending(one) : one.status === (what < 16 ? 'asked' : 'reviewed')
  const open = adjustments.flatMap((one, at) => (waits(one) || !fit ? [at + 1] : []))
  return open[number % open.length] ?? 1
}

/** The command that the draw is on this bench. */
export function commandOf(draw: Draw, { plan, adjustments, catalogue }: Bench): Command {
  const { what, type } = draw
  const number = pickNumber(draw, adjustments)
  const changed = draw.sound ? { title: `题目${draw.goal}${number}`, content: '新内容' } : draw.fields
  const goal = plan.goals.find((one) => one.number === draw.goal) ?? null
  const target = { goal: goal?.id ?? null, seen: goal?.revision ?? null }
  const added: AdjustmentEntry = {
    ...{ ...REASONS, kind: 'add', goal: null, seen: null },
    entry: { ...entry(type, { criterion: '按期', ...WHOLE[type] }), ...changed },
  }
  const state = adjustments[number - 1] ?? NOT_ASKED
  if (what < 4) return { do: 'ask', typed: added }
  if (what < 7)
    return {
      do: 'ask',
      typed: {
        ...REASONS,
        kind: 'change',
        ...target,
        entry: goal && { ...entryFrom(goal.content), ...changed },
      },
    }
  if (what < 8) return { do: 'ask', typed: { ...REASONS, kind: 'cancel', ...target, entry: null } }
  if (what < 10 && state.status !== 'none') {
    const { request } = state
    const seen =
      request.kind === 'add' ? { goal: null, seen: null } : { goal: request.goal, seen: request.revision }
    const again = request.kind === 'cancel' ? null : { ...entryFrom(request.content), ...changed }
    return { do: 'revise', number, typed: { ...REASONS, kind: request.kind, ...seen, entry: again } }
  }
  if (what < 12) return { do: 'send', number }
  if (what < 13) return { do: 'withdraw', number }
  const verdict = draw.sound
    ? ({ verdict: 'pass', comment: '' } as const)
    : ({ verdict: 'return', comment: '再改' } as const)
  const standard =
    state.status === 'none' ? '' : standardsMark([votedGoal(state.request)], catalogue.workItems)
  return { do: what < 16 ? 'review' : 'ratify', number, verdict, standard }
}
