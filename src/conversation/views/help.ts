/** `help`: who the person is here, and what to say. */
import * as z from 'zod'
import { helpCard } from '../../../cards/help.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { findActor } from '../../organization/queries.ts'
import { type ForRole, offers, rolesOf, thingsFor } from '../for-role.ts'
import type { Registry } from '../registry.ts'

const EXAMPLES = 3

export function helpView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'help',
    params: z.object({}),
    async render(db, _params, viewer) {
      const actor = await findActor(db, viewer)
      const roles = rolesOf(actor)
      const intents = all().chapters.flatMap((chapter) => chapter.intents)
      const known = intents.map(({ words }) => words[0])
      const commands = intents
        .filter((intent) => offers(actor, intent))
        .map(({ words, help }) => ({ words: words[0], help }))
      const examples = examplesFor(
        roles,
        intents.flatMap(({ words }) => words),
        known,
      )
      const card = helpCard({
        name: actor?.name ?? '',
        roles: roles.map(({ says }) => says),
        examples,
        commands,
      })
      return { kind: 'card', card }
    },
  })
}

/** The roles' own words, as far as a chapter knows them; then whatever else can be said. */
function examplesFor(
  roles: readonly ForRole[],
  sayable: readonly string[],
  others: readonly string[],
): string[] {
  const wished = thingsFor(roles, sayable.length).map(({ words }) => words)
  return [...new Set([...wished.filter((words) => sayable.includes(words)), ...others])].slice(0, EXAMPLES)
}
