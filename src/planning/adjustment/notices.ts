/** Who is told of each step of an adjustment (Article 17). */
import type { AskedDuty, Notice } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import type { Audience } from '../context.ts'
import type { AdjustmentState, Asked } from './rules/adjustment.ts'

export interface Step {
  readonly year: Year
  readonly unit: UnitId
  readonly number: number
  readonly subject: SubjectId
  readonly version: number
  readonly before: AdjustmentState
  readonly after: AdjustmentState
  readonly audience: Audience
  /** Who acts: the answer tells him. */
  readonly by: PersonId
}

/** One view for all: it shows each what he may do. */
export function noticesOf(step: Step): Notice[] {
  const { year, unit, number, subject, version, by, before, after } = step
  if (after.status === 'none' || before.status === after.status) return []
  const people = [...new Set(peopleOf(after, step.audience))].filter((person) => person !== by)
  const asks = dutiesOf(after)
  return people.map((to) => ({
    to,
    view: { name: 'adjustment', params: { year, unit, number } },
    about: subject,
    key: `adjustment-${after.status}:${subject}:${version}:${to}`,
    ...(asks && { asks }),
  }))
}

const ASKERS: { readonly [side in Asked['side']]: readonly AskedDuty[] } = {
  unit: [{ role: 'contact' }, { role: 'head' }],
  group: [{ role: 'working-convenor' }, { role: 'working-member' }],
  leader: [{ role: 'leader' }],
  office: [{ role: 'office' }],
  leading: [{ role: 'chair' }, { role: 'leading-member' }],
}

/** By which duties an act is asked for: their delegates are asked too. */
function dutiesOf({ status, side }: Asked): readonly AskedDuty[] | undefined {
  switch (status) {
    case 'draft':
      return [side === 'unit' ? { role: 'head' } : { role: 'working-convenor' }]
    case 'asked':
      return [{ role: 'leader' }]
    case 'reviewed':
      return [{ role: 'chair' }, { role: 'leading-member' }]
    case 'returned':
      return ASKERS[side]
    case 'ratified':
    case 'withdrawn':
      return undefined
  }
}

function peopleOf(state: Asked, audience: Audience): readonly PersonId[] {
  const { contacts, heads, convenors, leader, ratifiers } = audience
  const leaders = leader === null ? [] : [leader]
  switch (state.status) {
    case 'draft':
      return state.side === 'unit' ? heads : convenors
    case 'asked':
      return leaders
    case 'reviewed':
      return ratifiers
    case 'returned':
      return [state.asked.by, ...sendersOf(state, audience)]
    case 'ratified':
      return [...contacts, ...heads, ...convenors, ...leaders, state.asked.by]
    case 'withdrawn':
      return []
  }
}

/** Whoever sent it learns that it came back. */
function sendersOf({ side }: Asked, { heads, convenors }: Audience): readonly PersonId[] {
  if (side === 'unit') return heads
  return side === 'group' ? convenors : []
}
