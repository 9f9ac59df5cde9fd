/** One step of a petition as a change: its event in the journal without words or names, its paper sealed beside it. */
import type { Meta, Notice, Prepared, View } from '../../../kernel/command.ts'
import type { Decision } from '../../../kernel/decision.ts'
import type { Database, Statement } from '../../../store/database.ts'
import type { Case } from '../case.ts'
import type { PetitionDone } from '../done.ts'
import { type Paper, sealed } from '../paper.ts'
import { petitionSecret } from '../queries.ts'
import { insertPaper } from '../rows.ts'
import type { PetitionEvent, Stamp } from '../rules/petition.ts'
import type { PetitionRefusal } from '../rules/refusals.ts'
import { ownPetitionId, passingId, petitionId, petitionSubject } from '../subject.ts'

interface Wish {
  readonly known: Case
  /** Whose step it is, as far as the journal tells. */
  readonly signer: 'writer' | 'leading-group' | 'receiver'
  readonly paper: Paper
  readonly decide: (stamp: Stamp) => Decision<PetitionEvent, PetitionRefusal>
  readonly tell: (facts: { readonly place: number; readonly type: PetitionEvent['type'] }) => {
    readonly notices: readonly Notice[]
    readonly also?: readonly Statement[]
    readonly done: PetitionDone
    readonly show: View
  }
}

export async function takeStep(db: Database, meta: Meta, wish: Wish): Promise<Prepared> {
  const { known, signer, paper, decide, tell } = wish
  const { number, head } = known
  const place = head.version + 1
  const { body, seal } = sealed(await petitionSecret(db), number, place, paper)
  const decision = decide({ place, seal, at: meta.at })
  if ('refusal' in decision) return { refusal: decision.refusal }
  const change = petitionSubject.change(petitionId(number), head, decision.events)
  const told = tell({ place, type: decision.events[0]?.type ?? 'petition.written' })
  return {
    change: {
      subjects: [change],
      notices: told.notices,
      touches: copiesOf(known),
      also: [insertPaper({ petition: number, place, body }), ...(told.also ?? [])],
      signedAs: { by: signer, cause: `petition:${number}:${place}` },
      answer: { done: told.done, show: told.show },
    },
  }
}

/** The cards of the writer and of the receivers follow, too. */
function copiesOf({ number, head, writer }: Case) {
  const passings = head.state.status === 'unwritten' ? [] : head.state.passings
  return [
    ...(writer ? [ownPetitionId(writer.handle)] : []),
    ...passings.map(({ place }) => passingId(number, place)),
  ]
}

/** The signature of a leader or receiver for the sealed paper. */
export const signing = ({ circle }: Case): NonNullable<Paper['by']> => ({
  id: circle.actor.id,
  hand: circle.hand,
  name: circle.actor.name,
})
