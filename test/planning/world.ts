/** A plan world: the seeded university with the year open, people acting through `execute`, time that moves on by itself. */
import type { Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { instantOf, localDateOf } from '../../src/kernel/time.ts'
import { listWorkItems } from '../../src/organization/queries.ts'
import { findPlan } from '../../src/planning/queries.ts'
import { standardsMark } from '../../src/planning/rules/criterion.ts'
import type { GoalEntry } from '../../src/planning/rules/entry.ts'
import { isOpen } from '../../src/planning/rules/goal.ts'
import type { PlanState } from '../../src/planning/rules/plan.ts'
import { type Seen, seenOf } from '../../src/planning/rules/verdicts.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { evolveYear, UNOPENED } from '../../src/policy/rules/year.ts'
import type { Drafter, GoalType } from '../../src/store/schema/planning.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'
import { planning } from './chapter.ts'

export const EMPTY_ENTRY: GoalEntry = {
  type: 'key',
  title: '目标',
  content: '做成一件事',
  indicator: '',
  measureUnit: '',
  target: null,
  seen: '通过验收',
  weight: null,
  owner: '',
  budget: null,
  criterion: '',
  dueOn: '',
  priority: '',
  aim: null,
  justification: '',
  workItem: '',
}

/** A goal of the type that lacks nothing. */
export function entry(type: GoalType, more: Partial<GoalEntry> = {}): GoalEntry {
  const whole: { readonly [type in GoalType]: Partial<GoalEntry> } = {
    key: { criterion: '按期通过验收', dueOn: '2026-11-30', priority: 'YD1' },
    special: { aim: 'method' },
    routine: { seen: '', workItem: 'GX1' },
  }
  return { ...EMPTY_ENTRY, type, ...whole[type], ...more }
}

type Returns = { readonly [number: number]: string }

/** One who acts in the own name, or, `for` another, as a delegate. */
export type Who = string | { readonly by: string; readonly for: string }

export interface PlanWorld {
  readonly db: SqliteDatabase
  /** Sets the year's phase directly. */
  enter(phase: Phase): void
  /** A person gives a command; every act is a minute after the last. */
  do(by: Who, type: string, payload: JsonObject): Promise<Outcome>
  draft(by: Who, unit: string, one: GoalEntry): Promise<Outcome>
  send(by: Who, unit: string, drafter: Drafter): Promise<Outcome>
  review(by: Who, unit: string, returns?: Returns): Promise<Outcome>
  ratify(by: Who, unit: string, returns?: Returns): Promise<Outcome>
  /** The goals of a status as a person sees them now. */
  seen(unit: string, status: string): Promise<Seen>
  /** The mark of the standards that a person sees now with these goals. */
  standards(unit: string, seen: Seen): Promise<string>
  plan(unit: string): Promise<PlanState>
  /** Views that wait in the outbox, as `view to person`. */
  told(): string[]
}

export function planWorld(phase: Phase = 'setting'): PlanWorld {
  const db = freshDatabase()
  seedOrganization(db)
  let acts = 0
  const plan = async (unit: string): Promise<PlanState> => (await findPlan(db, 2026, unit)).state
  const act = (who: Who, type: string, payload: JsonObject): Promise<Outcome> => {
    const command = planning.commands.find((one) => one.type === type)
    if (!command) throw new Error(`no command ${type}`)
    acts += 1
    const at = instantOf(Date.parse('2026-03-01T01:00:00.000Z') + acts * 60_000)
    const { by, for: inNameOf } = typeof who === 'string' ? { by: who, for: who } : who
    const meta: Meta = { by, inNameOf, causes: [`act:${acts}`], at, today: localDateOf(at) }
    return execute(db, command, payload, meta)
  }
  const seen = async (unit: string, status: string): Promise<Seen> =>
    seenOf((await plan(unit)).goals.filter((goal) => goal.status === status))
  const standards = async (unit: string, of: Seen): Promise<string> =>
    standardsMark(
      (await plan(unit)).goals.filter((goal) => goal.id in of),
      await listWorkItems(db),
    )
  const decide = async (by: Who, type: string, unit: string, status: string, returns?: Returns) => {
    const sight = await seen(unit, status)
    return act(by, type, ballot(unit, sight, await standards(unit, sight), returns))
  }
  const world: PlanWorld = {
    db,
    plan,
    seen,
    standards,
    do: act,
    enter: (next) => enterPhase(db, next),
    draft: (by, unit, one) => act(by, 'goal.draft', { year: 2026, unit, entry: { ...one } }),
    async send(by, unit, drafter) {
      const open = (await plan(unit)).goals.filter((goal) => goal.drafter === drafter && isOpen(goal))
      return act(by, 'plan.send', { year: 2026, unit, drafter, seen: seenOf(open) })
    },
    review: (by, unit, returns) => decide(by, 'plan.review', unit, 'sent', returns),
    ratify: (by, unit, returns) => decide(by, 'plan.ratify', unit, 'passed', returns),
    told: () => toldOf(db),
  }
  world.enter(phase)
  return world
}

function enterPhase(db: SqliteDatabase, phase: Phase): void {
  const opened = evolveYear(UNOPENED, { type: 'year.opened', year: 2026, policy: REGULATION_DEFAULTS })
  const state = JSON.stringify({ ...opened, phase })
  db.exec(`INSERT OR REPLACE INTO year (year, phase, current) VALUES (2026, '${phase}', 1)`)
  db.exec(
    `INSERT OR REPLACE INTO subject (id, version, hash, state) VALUES ('year:2026', 1, 'h', '${state}')`,
  )
}

function ballot(unit: string, seen: Seen, standards: string, returns: Returns = {}): JsonObject {
  const verdicts = Object.entries(returns).map(([number, comment]) => ({
    goal: `2026-${unit}-${number}`,
    verdict: 'return',
    comment,
  }))
  return { year: 2026, unit, seen, standards, verdicts }
}

function toldOf(db: SqliteDatabase): string[] {
  const rows = db.raw(
    "SELECT view, person FROM outbox WHERE kind = 'send' ORDER BY created_at, view, person",
  ) as { view: string; person: string }[]
  return rows.map((row) => `${row.view} to ${row.person}`)
}

/** The code of a refusal; fails where it was not refused. */
export function refusalOf(outcome: Outcome): { readonly code: string; readonly [fact: string]: unknown } {
  if (outcome.ok) throw new Error(`not refused: ${JSON.stringify(outcome.done)}`)
  return { ...outcome.refusal }
}

/** What it answered; fails where it was refused. */
export function doneOf(outcome: Outcome): { readonly code: string; readonly [fact: string]: unknown } {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return { ...outcome.done }
}

/** Drafts, sends and reviews a whole plan of a teaching unit up to its ratification. */
export async function passWholePlan(world: PlanWorld, unit = 'JX01'): Promise<void> {
  doneOf(await world.draft('WG2', unit, entry('key')))
  doneOf(await world.draft('WG2', unit, entry('routine')))
  doneOf(await world.draft(`C-${unit}`, unit, entry('special')))
  doneOf(await world.send('WG1', unit, 'group'))
  doneOf(await world.send(`H-${unit}`, unit, 'unit'))
  doneOf(await world.review('LD1', unit))
}
