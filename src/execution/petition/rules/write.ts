/** The writer's steps: writing, and adding words. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId, Year } from '../../../kernel/ids.ts'
import type { Actor } from '../../../organization/rules/actor.ts'
import type { ExecutionPolicy } from '../../../policy/rules/execution-policy.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import type { PetitionEvent, PetitionState, Stamp } from './petition.ts'
import type { PetitionRefusal } from './refusals.ts'

export interface WritingFacts {
  readonly by: Actor
  /** The year that is being managed; null before the first is opened. */
  readonly year: { readonly year: Year; readonly phase: Phase } | null
  readonly petitioners: ExecutionPolicy['petitioners']
  /** Members of the leading group before whom the words may come, without the writer. */
  readonly readers: readonly PersonId[]
}

/** Petitions are open from the opening of execution until the year is closed (rulebook 2). */
const OPEN: readonly Phase[] = ['execution', 'assessment', 'results']

/** Why nobody, or this person not, may write now; undefined where it is allowed. */
export function barToWriting({
  by,
  year,
  petitioners,
}: Omit<WritingFacts, 'readers'>): PetitionRefusal | undefined {
  if (!year || !OPEN.includes(year.phase)) return { code: 'closed-petitions', phase: year?.phase ?? null }
  const inScheme = by.roles.length > 0 || by.leads.length > 0
  return petitioners === 'scheme' && !inScheme ? { code: 'unentitled-petitioner' } : undefined
}

/** Article 32: anyone writes directly to the leading group, and has a number at once. */
export function writePetition(
  wish: Stamp & {
    readonly number: string
    readonly year: Year
    readonly sequence: number
    readonly hidden: boolean
  },
  facts: WritingFacts,
): Decision<PetitionEvent, PetitionRefusal> {
  const bar = barToWriting(facts)
  if (bar) return refused(bar)
  if (facts.readers.length === 0) return refused({ code: 'unreadable-petition' })
  return decided<PetitionEvent>({ type: 'petition.written', ...wish })
}

/** The writer may add words until it is closed. */
export function addWords(
  state: PetitionState,
  stamp: Stamp,
  facts: Pick<WritingFacts, 'year' | 'readers'> & { readonly isWriter: boolean },
): Decision<PetitionEvent, PetitionRefusal> {
  if (state.status === 'unwritten' || !facts.isWriter) return refused({ code: 'foreign-petition' })
  if (state.status === 'closed') return refused({ code: 'ended-petition', at: endOf(state.steps) })
  if (facts.year?.year !== state.year || !OPEN.includes(facts.year.phase))
    return refused({ code: 'closed-petitions', phase: 'closed' })
  if (facts.readers.length === 0) return refused({ code: 'unreadable-petition' })
  return decided<PetitionEvent>({ type: 'petition.added', ...stamp })
}

type Steps = Exclude<PetitionState, { status: 'unwritten' }>['steps']

/** When the last step was made. */
export const endOf = (steps: Steps): Stamp['at'] => steps.at(-1)?.at ?? '1970-01-01T00:00:00.000Z'
