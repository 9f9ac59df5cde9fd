/** Stating what was reached, signing it off, taking it back (rulebook 5). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { GoalId, UnitId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import {
  type AccountEvent,
  type AccountState,
  type Act,
  revisionOf,
  type Statements,
  statementsOf,
} from './account.ts'
import { fellShort, type Lack, lacksIn, MOST_FILES, NOTHING_SAID, type Statement } from './statement.ts'
import type { Yardstick } from './yardstick.ts'

/** A goal that an account speaks of. */
export interface StatedGoal {
  readonly id: GoalId
  readonly number: number
  readonly title: string
  readonly yardstick: Yardstick
  /** Ids of the files of its reports. */
  readonly files: readonly string[]
}

/** What is missing of a goal, by its number. */
export interface GoalLack {
  readonly goal: number
  readonly lacks: readonly Lack[]
}

export type AccountRefusal =
  | { readonly code: 'unknown-account' }
  | { readonly code: 'foreign-account'; readonly unit: string }
  | { readonly code: 'early-account'; readonly phase: Phase }
  | { readonly code: 'late-account'; readonly unit: string; readonly at: Instant }
  | { readonly code: 'goalless-account'; readonly unit: string }
  | { readonly code: 'unknown-account-goal'; readonly goal: number }
  | { readonly code: 'strange-evidence'; readonly goal: number }
  | { readonly code: 'empty-statement' }
  | { readonly code: 'signed-account'; readonly by: string; readonly at: Instant }
  | { readonly code: 'unsigned-account' }
  | { readonly code: 'head-only'; readonly unit: string }
  | { readonly code: 'incomplete-account'; readonly missing: readonly GoalLack[] }
  | { readonly code: 'changed-account'; readonly by: string; readonly at: Instant }
  | { readonly code: 'scored-account'; readonly unit: string }

export interface AccountContext {
  /** Undefined where the year or the unit is not managed. */
  readonly unit: { readonly id: UnitId; readonly name: string; readonly phase: Phase } | undefined
  readonly goals: readonly StatedGoal[]
  readonly by: Actor
  readonly at: Instant
  /** When the group opened the deliberation; null before. */
  readonly deliberatedAt: Instant | null
  /** Whether an assessor has sent a sheet. */
  readonly scored: boolean
}

/** What a form brings for a goal, by its number. */
export type Said = { readonly goal: number } & Statement

/** Why the actor states nothing for the unit now; undefined where nothing bars it. */
export function barOfAccount({ unit, by, deliberatedAt, goals }: AccountContext): AccountRefusal | undefined {
  if (!unit) return { code: 'unknown-account' }
  if (!holds(by, 'contact', unit.id) && !holds(by, 'head', unit.id)) {
    return { code: 'foreign-account', unit: unit.name }
  }
  if (unit.phase !== 'assessment') return { code: 'early-account', phase: unit.phase }
  if (deliberatedAt !== null) return { code: 'late-account', unit: unit.name, at: deliberatedAt }
  return goals.length === 0 ? { code: 'goalless-account', unit: unit.name } : undefined
}

/** The contact, or the head, keeps what is said of some goals; it may lack anything until it is signed. */
export function stateGoals(
  state: AccountState,
  command: { readonly said: readonly Said[] },
  context: AccountContext,
): Decision<AccountEvent, AccountRefusal> {
  const bar = barOfAccount(context)
  if (bar) return refused(bar)
  if (state.status === 'signed') {
    return refused({ code: 'signed-account', by: state.signed.name, at: state.signed.at })
  }
  // Of a goal that is said twice the last word counts.
  const last = [...new Map(command.said.map((said) => [said.goal, said])).values()]
  const read = last.map((said) => readSaid(said, context.goals))
  const faulty = read.find((one) => 'code' in one)
  if (faulty && 'code' in faulty) return refused(faulty)
  const told = read.flatMap((one) => ('statement' in one && isNews(one, statementsOf(state)) ? [one] : []))
  if (told.length === 0) return refused({ code: 'empty-statement' })
  const statements: Statements = Object.fromEntries(told.map((one) => [one.goal.id, one.statement]))
  const short = told
    .filter(({ goal, statement }) => fellShort(statement, goal.yardstick))
    .map(({ goal }) => goal.id)
  return decided<AccountEvent>({ type: 'account.stated', statements, short, act: actOf(context) })
}

interface ReadSaid {
  readonly goal: StatedGoal
  readonly statement: Statement
}

function readSaid({ goal: number, ...said }: Said, goals: readonly StatedGoal[]): ReadSaid | AccountRefusal {
  const goal = goals.find((one) => one.number === number)
  if (!goal) return { code: 'unknown-account-goal', goal: number }
  if (said.evidence.length > MOST_FILES || said.evidence.some((id) => !goal.files.includes(id))) {
    return { code: 'strange-evidence', goal: number }
  }
  const counted = goal.yardstick.kind === 'counted'
  const statement = {
    value: counted ? said.value : null,
    met: counted ? null : said.met,
    words: said.words.trim(),
    reason: said.reason.trim(),
    evidence: [...new Set(said.evidence)],
  }
  return { goal, statement }
}

/** Whether it says anything that was not said before. */
const isNews = ({ goal, statement }: ReadSaid, before: Statements): boolean =>
  JSON.stringify(statement) !== JSON.stringify(before[goal.id] ?? NOTHING_SAID)

/** The head signs off the whole, as it was read; refused with everything that is missing. */
export function signAccount(
  state: AccountState,
  command: { readonly seen: number },
  context: AccountContext,
): Decision<AccountEvent, AccountRefusal> {
  const bar = barOfAccount(context)
  if (bar || !context.unit) return refused(bar ?? { code: 'unknown-account' })
  const { id, name } = context.unit
  if (!holds(context.by, 'head', id)) return refused({ code: 'head-only', unit: name })
  if (state.status === 'signed') {
    return refused({ code: 'signed-account', by: state.signed.name, at: state.signed.at })
  }
  const missing = missingInAccount(state, context.goals)
  if (missing.length > 0) return refused({ code: 'incomplete-account', missing })
  if (state.status === 'draft' && command.seen !== revisionOf(state)) {
    return refused({ code: 'changed-account', by: state.moved.name, at: state.moved.at })
  }
  const short = context.goals
    .filter((goal) => fellShort(statementsOf(state)[goal.id] ?? NOTHING_SAID, goal.yardstick))
    .map((goal) => goal.id)
  return decided<AccountEvent>({ type: 'account.signed', short, act: actOf(context) })
}

/** The head takes a signed account back, until the first assessor has sent a sheet on it. */
export function takeBackAccount(
  state: AccountState,
  context: AccountContext,
): Decision<AccountEvent, AccountRefusal> {
  const bar = barOfAccount(context)
  if (bar || !context.unit) return refused(bar ?? { code: 'unknown-account' })
  const { id, name } = context.unit
  if (!holds(context.by, 'head', id)) return refused({ code: 'head-only', unit: name })
  if (state.status !== 'signed') return refused({ code: 'unsigned-account' })
  if (context.scored) return refused({ code: 'scored-account', unit: name })
  return decided<AccountEvent>({ type: 'account.taken-back', act: actOf(context) })
}

/** What is missing of every goal in force, by number. */
export function missingInAccount(state: AccountState, goals: readonly StatedGoal[]): readonly GoalLack[] {
  const said = statementsOf(state)
  return goals.flatMap((goal) => {
    const lacks = lacksIn(said[goal.id] ?? NOTHING_SAID, goal.yardstick)
    return lacks.length === 0 ? [] : [{ goal: goal.number, lacks }]
  })
}

const actOf = ({ by, at }: AccountContext): Act => ({ by: by.id, name: by.name, at })
