/** A petition with the one who stands before it: what every step and every card is decided by. */
import type { Acting } from '../../kernel/acting.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { foldSubject, type Head } from '../../kernel/subject.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { getActor, listHolders } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { findRegistered } from './queries/register.ts'
import { listConcerned } from './queries.ts'
import type { Circle } from './rules/circle.ts'
import type { PetitionState } from './rules/petition.ts'
import { petitionId, petitionSubject } from './subject.ts'

export interface Case {
  readonly number: string
  readonly head: Head<PetitionState>
  readonly circle: Circle
  /** For telling the writer; no card of others may name it. Undefined before it is written. */
  readonly writer: { readonly person: PersonId; readonly handle: string } | undefined
}

/** The leading group of the day, as far as it holds its roles itself. */
export async function leadingGroup(
  db: Database,
  today: LocalDate,
): Promise<{ readonly chairs: readonly PersonId[]; readonly members: readonly PersonId[] }> {
  const [chairs, members] = await Promise.all([
    listHolders(db, 'chair', '', today),
    listHolders(db, 'leading-member', '', today),
  ])
  return { chairs: chairs.map(({ id }) => id), members: members.map(({ id }) => id) }
}

export async function loadCase(db: Database, number: string, acting: Acting): Promise<Case> {
  const [head, actor, group, concerned, registered] = await Promise.all([
    foldSubject(db, petitionSubject, petitionId(number)),
    getActor(db, acting),
    leadingGroup(db, acting.today),
    listConcerned(db, number),
    findRegistered(db, number),
  ])
  const own = registered?.person === acting.inNameOf || registered?.person === acting.by
  const circle = { actor, hand: acting.by, concerned, own, ...group }
  return { number, head, circle, writer: registered }
}
