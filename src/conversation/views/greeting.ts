/** `greeting`: who opens the chat for the first time; `role-menu`: what the person's roles do most. */
import * as z from 'zod'
import { greetingCard } from '../../../cards/greeting.ts'
import { roleMenuCard } from '../../../cards/role-menu.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { findActor } from '../../organization/queries.ts'
import { rolesOf, thingsFor } from '../for-role.ts'
import type { Registry } from '../registry.ts'
import { waitingTodos } from './todo.ts'

const IN_A_GREETING = 3
/** Of a person with many roles, the card holds so many and stays short enough for a phone. */
const MOST_PARTS = 5

export function greetingView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'greeting',
    params: z.object({}),
    async render(db, _params, viewer) {
      const actor = await findActor(db, viewer)
      const roles = rolesOf(actor)
      const waiting = await waitingTodos(all(), db, viewer)
      // What waits has a button of its own.
      const things = thingsFor(roles, IN_A_GREETING + 1).filter(
        ({ words }) => waiting.length === 0 || words !== '待办',
      )
      const card = greetingCard({
        name: actor?.name ?? '',
        roles: roles.map(({ says }) => says),
        things: things.slice(0, IN_A_GREETING),
        waiting: waiting.length,
      })
      return { kind: 'card', card }
    },
  })
}

export const roleMenuView: ViewDefinition = viewOf({
  name: 'role-menu',
  params: z.object({}),
  async render(db, _params, viewer) {
    return {
      kind: 'card',
      card: roleMenuCard({ parts: rolesOf(await findActor(db, viewer)).slice(0, MOST_PARTS) }),
    }
  },
})
