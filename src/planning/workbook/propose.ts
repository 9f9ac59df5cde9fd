/** What the rows would do to the plans: each is decided by the rules of drafting, one after the other. Pure. */
import type { GoalId, UnitId } from '../../kernel/ids.ts'
import type { GoalType } from '../../store/schema/planning.ts'
import { type Desk, draftingAt } from '../drafting-desk.ts'
import type { DraftingSeat } from '../places.ts'
import { headIn } from '../plan-heads.ts'
import { type Drafting, draftGoal, reviseGoal } from '../rules/draft.ts'
import type { GoalEntry } from '../rules/entry.ts'
import { changedFields, entryFrom } from '../rules/entry-from.ts'
import { evolvePlan } from '../rules/evolve-plan.ts'
import { type Goal, type GoalContent, isException } from '../rules/goal.ts'
import { missingFields } from '../rules/missing.ts'
import type { PlanEvent, PlanState } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { asOnSheet } from './as-on-sheet.ts'
import { type Misfit, matchRows } from './match-rows.ts'
import type { GoalRow } from './read-row.ts'

/** What one row comes to. */
export interface Line {
  readonly row: number
  readonly unit: UnitId
  readonly type: GoalType
  readonly what: 'new' | 'changed' | 'same'
  /** The goal that is changed, and the revision of it that was compared. */
  readonly goal: { readonly id: GoalId; readonly number: number; readonly revision: number } | null
  readonly content: GoalContent
  readonly fields: readonly (keyof GoalEntry)[]
  /** How many fields must be filled in before it can be sent. */
  readonly lacks: number
}

export type Refused = { readonly row: number; readonly refusal: PlanningRefusal }

export interface UnitProposal {
  readonly seat: DraftingSeat
  readonly lines: readonly Line[]
  readonly events: readonly PlanEvent[]
  readonly misfits: readonly Misfit[]
  readonly refused: readonly Refused[]
}

/** A proposal for each unit that has a row, by number of the unit. */
export function proposeGoals(rows: readonly GoalRow[], desk: Desk): UnitProposal[] {
  const byUnit = new Map<UnitId, GoalRow[]>()
  for (const row of rows) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row])
  return desk.seats.flatMap((seat) => {
    const ofUnit = byUnit.get(seat.unit)
    return ofUnit ? [proposeUnit(seat, ofUnit, desk)] : []
  })
}

function proposeUnit(seat: DraftingSeat, rows: readonly GoalRow[], desk: Desk): UnitProposal {
  const { state } = headIn(desk.heads, seat.unit)
  const { matched, misfits } = matchRows(rows, state.goals)
  const lines = matched.map(({ row, goal }) => lineOf(row, goal))
  const { events, refused } = decideLines(state, lines, draftingAt(desk, seat))
  return { seat, lines, events, misfits, refused }
}

function lineOf(row: GoalRow, goal: Goal | null): Line {
  const fields = goal ? changedFields(asOnSheet(goal.content), asOnSheet(row.content)) : []
  return {
    row: row.row,
    unit: row.unit,
    type: row.content.type,
    what: goal === null ? 'new' : fields.length > 0 ? 'changed' : 'same',
    goal: goal && { id: goal.id, number: goal.number, revision: goal.revision },
    content: row.content,
    fields,
    lacks: missingFields(row.content).length,
  }
}

/** Changes go first, and of them those that carry a justification: they make room within the limit (Article 10). */
function decideLines(
  state: PlanState,
  lines: readonly Line[],
  drafting: Drafting,
): { readonly events: PlanEvent[]; readonly refused: Refused[] } {
  const order = (line: Line): number => (line.goal === null ? 2 : isException(line.content) ? 0 : 1)
  const events: PlanEvent[] = []
  const refused: Refused[] = []
  let present = state
  for (const line of lines.filter((one) => one.what !== 'same').toSorted((a, b) => order(a) - order(b))) {
    const entry = entryFrom(line.content)
    const decision = line.goal
      ? reviseGoal(present, { goal: line.goal.id, revision: line.goal.revision, entry }, drafting)
      : draftGoal(present, entry, drafting)
    if ('refusal' in decision) refused.push({ row: line.row, refusal: decision.refusal })
    else {
      events.push(...decision.events)
      present = decision.events.reduce(evolvePlan, present)
    }
  }
  return { events, refused }
}
