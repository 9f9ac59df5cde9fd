/** Who assesses a unit, and who must not (Articles 5, 22). */
import type { GroupId, PersonId } from '../../kernel/ids.ts'

export interface Member {
  readonly id: PersonId
  readonly name: string
}

/** Why a member never assesses a unit: it is the own one, or the member is its leader in charge. */
export type Bar = 'own-unit' | 'leader-in-charge'

export interface Recusal {
  readonly member: Member
  readonly bar: Bar
}

/** A delegate who acts for one of the panel (rulebook 7). */
export interface Hand {
  readonly id: PersonId
  /** As it stands on records: 张明（李华代）. */
  readonly signed: string
  /** Whether the principal's seat in this group was given for the day. */
  readonly given: boolean
  /** For whom else the delegate acts that day. */
  readonly others: readonly PersonId[]
  /** Why the delegate is kept from the unit; what bars the delegate bars the act. */
  readonly bar: Bar | null
}

/** The group in charge of a unit's assessment, sorted into those who score and those who are barred. */
export interface Panel {
  readonly group: GroupId
  readonly name: string
  /** Members who score, convenors included. */
  readonly assessors: readonly Member[]
  /** Ids of the convenors who are not barred. */
  readonly convenors: readonly PersonId[]
  readonly recused: readonly Recusal[]
}

export interface PanelFacts {
  readonly group: GroupId
  readonly name: string
  readonly convenors: readonly Candidate[]
  readonly members: readonly Candidate[]
  readonly unit: string
  readonly leader: PersonId | null
  /** Heads and contacts of the unit. */
  readonly own: readonly PersonId[]
}

interface Candidate extends Member {
  readonly unit: string | null
}

/** Sorts the group's people of the day; one who both convenes and is a member counts once. */
export function panelOf(facts: PanelFacts): Panel {
  const all = new Map([...facts.convenors, ...facts.members].map((one) => [one.id, one]))
  const sorted = [...all.values()].map((one) => ({
    member: { id: one.id, name: one.name },
    bar: barOf(one, facts),
  }))
  const assessors = sorted.flatMap((one) => (one.bar ? [] : [one.member]))
  return {
    group: facts.group,
    name: facts.name,
    assessors,
    convenors: facts.convenors
      .map((one) => one.id)
      .filter((id) => assessors.some((member) => member.id === id)),
    recused: sorted.flatMap((one) => (one.bar ? [{ member: one.member, bar: one.bar }] : [])),
  }
}

/** Whether, and why, someone is kept from assessing the unit (rulebook 5). */
export function barOf(
  one: Pick<Candidate, 'id' | 'unit'>,
  facts: Pick<PanelFacts, 'unit' | 'leader' | 'own'>,
): Bar | undefined {
  if (one.unit === facts.unit || facts.own.includes(one.id)) return 'own-unit'
  return facts.leader === one.id ? 'leader-in-charge' : undefined
}

/** Article 22: at least half of those who may assess the unit, and never fewer than two. */
export function quorumOf(panel: Panel): number {
  return Math.max(2, Math.ceil(panel.assessors.length / 2))
}

export function findAssessor(panel: Panel, person: PersonId): Member | undefined {
  return panel.assessors.find((one) => one.id === person)
}
