import type { SubjectId } from '../../kernel/ids.ts'
import { type Subject, subjectOf } from '../../kernel/subject.ts'
import { insertEntrusted, upsertPetition } from './rows.ts'
import { evolvePetition, type PetitionEvent, type PetitionState, UNWRITTEN } from './rules/petition.ts'

/** What the leading group's cards are about. */
export const petitionId = (number: string): SubjectId => `petition:${number}`

/** What the writer's own cards are about: nothing in it leads to the number. */
export const ownPetitionId = (handle: string): SubjectId => `own-petition:${handle}`

/** What the cards of a receiver are about. */
export const passingId = (number: string, place: number): SubjectId => `passing:${number}:${place}`

/** `2026-007` */
export const numberOf = (year: number, sequence: number): string =>
  `${year}-${String(sequence).padStart(3, '0')}`

/** `petition:<number>` */
export const petitionSubject: Subject<PetitionState, PetitionEvent> = subjectOf({
  kind: 'petition',
  initial: UNWRITTEN,
  evolve: evolvePetition,
  rows({ before, after }) {
    if (after.status === 'unwritten') return []
    const { number, year, sequence, status, waitsFor, hidden, proposal, steps } = after
    const written = steps[0]?.at ?? '1970-01-01T00:00:00.000Z'
    const known = before.status === 'unwritten' ? 0 : before.entrusted.length
    return [
      upsertPetition({
        ...{ number, year, sequence, status, proposal },
        waits_for: waitsFor,
        hidden: hidden ? 1 : 0,
        written_at: written,
        moved_at: steps.at(-1)?.at ?? written,
      }),
      ...after.entrusted.slice(known).map((person) => insertEntrusted({ petition: number, person })),
    ]
  },
})
