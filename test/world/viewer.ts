import type { PersonId } from '../../src/kernel/ids.ts'
import type { Instant, LocalDate } from '../../src/kernel/time.ts'
import type { Viewer } from '../../src/kernel/view.ts'

/** Somebody who looks with the own eyes. */
export const viewerOf = (
  person: PersonId,
  { at, today }: { readonly at: Instant; readonly today: LocalDate },
): Viewer => ({ by: person, inNameOf: person, at, today })
