import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Actor } from '../../organization/rules/actor.ts'

/** Who decided and when, with the name of that day: what a decided card says. */
export interface Signed {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
}

export const signedBy = (actor: Actor, at: Instant): Signed => ({ by: actor.id, name: actor.name, at })
