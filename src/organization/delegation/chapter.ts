import type { Chapter, Due } from '../../kernel/chapter.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { beginDelegationCommand, expireDelegationCommand } from './clock.ts'
import { endDelegationCommand, giveDelegationCommand } from './commands.ts'
import { delegationForm } from './form.ts'
import { delegationIntents } from './intents.ts'
import { listOver, listToBegin } from './queries/lists.ts'
import { delegationsView, delegationView } from './views.ts'
import { delegationWording } from './wording.ts'

/** Duties given to another for a span of days: leaders travel (rulebook 7). */
export const delegation: Chapter = {
  name: 'delegation',
  commands: [giveDelegationCommand, beginDelegationCommand, endDelegationCommand, expireDelegationCommand],
  views: [delegationsView, delegationView],
  forms: [delegationForm],
  intents: delegationIntents,
  todo: async () => [],
  async due(db, { today }) {
    const [begun, over] = await Promise.all([listToBegin(db, today), listOver(db, today)])
    return [
      ...begun.map((one) => dueOf('delegation.begin', 'delegation-begun', one)),
      ...over.map((one) => dueOf('delegation.expire', 'delegation-over', one)),
    ]
  },
  wording: delegationWording,
}

function dueOf(
  command: string,
  cause: string,
  { principal, number }: { readonly principal: PersonId; readonly number: number },
): Due {
  return { command, with: { principal, number }, cause: `${cause}:${principal}:${number}` }
}
