/** Who is told of each step of an appeal. */
import type { AskedDuty, Notice } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { assessmentId } from '../subjects.ts'
import type { Case } from './case.ts'
import { type AppealState, awaited, liveRound } from './rules/appeal.ts'
import { appealId } from './subject.ts'

/** The unit is shown its feedback again. */
export function feedbackNotices({ facts }: Case, people: readonly PersonId[], version: number): Notice[] {
  const { year, unit } = facts
  const about = assessmentId(year, unit)
  return people
    .filter((to) => to !== facts.who.signed.by)
    .map((to) => ({
      to,
      view: { name: 'feedback', params: { year, unit } },
      about,
      key: `feedback:${about}:${version}:${to}`,
    }))
}

interface Told {
  readonly to: readonly PersonId[]
  readonly asks?: readonly AskedDuty[]
}

/** One view for all: it shows each what concerns them, and what they may do. */
export function appealNotices(known: Case, after: AppealState, version: number): Notice[] {
  const { year, unit, number, who } = known.facts
  const about = appealId(year, unit, number)
  const told = new Map<PersonId, Notice>()
  for (const { to: people, asks } of toldOf(known, after)) {
    for (const to of people) {
      if (to === who.signed.by || told.has(to)) continue
      const view = { name: 'appeal', params: { year, unit, number } }
      told.set(to, { to, view, about, key: `appeal:${about}:${version}:${to}`, ...(asks && { asks }) })
    }
  }
  return [...told.values()]
}

/** Whoever is asked stands before those who are only told. */
function toldOf({ facts, people }: Case, after: AppealState): Told[] {
  const { unit, panel } = facts
  const group = panel?.group ?? ''
  const unitPeople = { to: people.readers }
  switch (after.status) {
    case 'none':
      return []
    case 'draft':
      return [{ to: people.unitHeads, asks: [{ role: 'head', scope: unit }] }]
    case 'sent':
      return [{ to: people.routers, asks: [{ role: 'office' }, { role: 'chair' }] }, unitPeople]
    case 'with-group': {
      const round = liveRound(after)
      const asks = seatsOf(group)
      if (!round)
        return [{ to: panel?.convenors ?? [], asks }, ...(after.rounds.length === 0 ? [unitPeople] : [])]
      return [{ to: awaited(round, panel?.assessors ?? []).map((one) => one.id), asks }]
    }
    case 'agreed':
      return [{ to: people.deciders, asks: LEADERS }]
    case 'with-leaders':
      return [{ to: people.deciders, asks: LEADERS }, unitPeople]
    case 'decided':
      return [unitPeople, { to: people.office }, { to: panel?.convenors ?? [] }]
    case 'withdrawn':
      return after.sent ? [{ to: heldBy(after.routes ?? [], people, panel?.convenors ?? []) }] : []
  }
}

const LEADERS: readonly AskedDuty[] = [{ role: 'chair' }, { role: 'leading-member' }]

const seatsOf = (scope: string): readonly AskedDuty[] => [
  { role: 'working-convenor', scope },
  { role: 'working-member', scope },
  { role: 'assessment-convenor', scope },
  { role: 'assessment-member', scope },
]

/** Those who had it. */
function heldBy(
  routes: readonly { readonly to: 'group' | 'leaders' }[],
  people: Case['people'],
  convenors: readonly PersonId[],
): readonly PersonId[] {
  const last = routes.at(-1)?.to
  if (!last) return people.routers
  return last === 'group' ? convenors : people.deciders
}
