import type { PersonId } from './ids.ts'
import type { LocalDate } from './time.ts'

/**
 * Who acts or looks, in whose name, and on which day. `inNameOf` is the same person as `by`, but for a delegate: the
 * rights are those of `inNameOf`, as far as they were given to `by` for that day (rulebook 7).
 */
export interface Acting {
  readonly by: PersonId
  readonly inNameOf: PersonId
  readonly today: LocalDate
}

/** In whose name another acts; undefined in the own name. */
export const principalOf = ({ by, inNameOf }: Pick<Acting, 'by' | 'inNameOf'>): PersonId | undefined =>
  by === inNameOf ? undefined : inNameOf

/** One who acts in the own name. */
export const asOneself = (person: PersonId, today: LocalDate): Acting => ({
  by: person,
  inNameOf: person,
  today,
})
