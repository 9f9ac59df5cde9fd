/** Who is told of a step. The writer's notices know the petition by its handle alone. */
import type { Notice, View } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Case } from './case.ts'
import { decidersOf, readersOf } from './rules/circle.ts'
import { ownPetitionId, passingId, petitionId } from './subject.ts'

export const leadersView = (petition: string): View => ({ name: 'petition', params: { petition } })
export const writersView = (handle: string): View => ({ name: 'my-petition', params: { handle } })
export const receiversView = (petition: string, place: number): View => ({
  name: 'petition-passed',
  params: { petition, place },
})

export function tellWriter({ writer }: Case, place: number): Notice[] {
  if (!writer) return []
  const { person, handle } = writer
  return [
    {
      to: person,
      view: writersView(handle),
      about: ownPetitionId(handle),
      key: `own-petition:${handle}:${place}`,
    },
  ]
}

export function tellLeaders(number: string, place: number, people: readonly PersonId[]): Notice[] {
  return [...new Set(people)].map((to) => ({
    to,
    view: leadersView(number),
    about: petitionId(number),
    key: `petition:${number}:${place}:${to}`,
  }))
}

/** Those who have the next step: who decides, and whom it was entrusted to; but for the writer, if it is one of them. */
export function handlersOf({ circle, head, writer }: Case): PersonId[] {
  const readers = readersOf(circle)
  const entrusted = head.state.status === 'unwritten' ? [] : head.state.entrusted
  return [...decidersOf(circle), ...entrusted.filter((one) => readers.includes(one))].filter(
    (one) => one !== writer?.person,
  )
}

export function tellReceivers(number: string, place: number, people: readonly PersonId[]): Notice[] {
  return people.map((to) => ({
    to,
    view: receiversView(number, place),
    about: passingId(number, place),
    key: `passing:${number}:${place}:${to}`,
  }))
}
