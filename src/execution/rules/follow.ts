/** What was found of a moved goal, and the help that is asked for it, go where the goal goes. */

import type { GoalId, UnitId } from '../../kernel/ids.ts'
import type { HelpEvent, HelpState } from '../help/rules/help.ts'
import type { Holder } from '../help/rules/holder.ts'
import { type FindingEvent, type FindingState, isPublished } from '../inspection/rules/finding.ts'
import type { Act } from './execution.ts'

export interface Destination {
  readonly unit: UnitId
  readonly number: number
}

export interface Following {
  readonly destinations: ReadonlyMap<GoalId, Destination>
  /** Where goes what is about a whole unit, or about a goal that nobody took over. */
  readonly main: UnitId
  readonly ending: readonly UnitId[]
  readonly nameOf: (unit: UnitId) => string
  /** 分管校领导's name of the day. */
  readonly leaderOf: (unit: UnitId) => string
  readonly act: Act
}

/** A problem stays a candidate deduction, and a rectification is the successor's to do (Article 20). */
export function followFinding(state: FindingState, f: Following): FindingEvent[] {
  if (!isPublished(state) || state.status === 'withdrawn') return []
  const to = state.finding.goal && f.destinations.get(state.finding.goal.id)
  const unit = to?.unit ?? f.main
  return [{ type: 'finding.moved', unit, unitName: f.nameOf(unit), number: to?.number ?? null, act: f.act }]
}

/** Who was asked goes on being asked; whoever was asked as the ended unit's leader or head is now the successor's. */
export function followHelp(state: HelpState, f: Following): HelpEvent[] {
  if (state.status !== 'open') return []
  const unit = f.destinations.get(state.goal)?.unit ?? f.main
  return [{ type: 'help.moved', unit, holder: holderAt(state.holder, unit, f), act: f.act }]
}

function holderAt(holder: Holder, unit: UnitId, { ending, nameOf, leaderOf }: Following): Holder {
  if (holder.kind === 'leader' && ending.includes(holder.id))
    return { kind: 'leader', id: unit, name: leaderOf(unit) }
  if (holder.kind === 'unit' && ending.includes(holder.id))
    return { kind: 'unit', id: unit, name: nameOf(unit) }
  return holder
}
