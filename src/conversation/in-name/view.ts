/** `in-name`: another view as a delegate sees it, in the name of somebody who gave duties away for that day. */
import * as z from 'zod'
import { doneCard } from '../../../cards/done.ts'
import { inNameCard } from '../../../cards/in-name.ts'
import type { Message } from '../../../cards/kit.ts'
import { whichPrincipalCard } from '../../../cards/which-principal.ts'
import type { Acting } from '../../kernel/acting.ts'
import type { View } from '../../kernel/command.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { findStanding, listPrincipals } from '../../organization/delegation/queries.ts'
import { jsonObject } from '../json-object.ts'
import type { Registry } from '../registry.ts'
import { sayShort, sayStanding } from './standing.ts'

/** As store/outbox-delegates.ts writes it. */
export const IN_NAME = 'in-name'

const params = z.object({ for: z.string(), view: z.string(), with: jsonObject })

/** The view as it is shown to whoever acts so: its copies are drawn anew in the same name. */
export function shownTo({ by, inNameOf }: Acting, view: View): View {
  if (by === inNameOf || view.name === IN_NAME) return view
  return { name: IN_NAME, params: { for: inNameOf, view: view.name, with: view.params } }
}

/** `which-principal`: several for whom the person acts have that name. */
export const whichPrincipalView = viewOf({
  name: 'which-principal',
  params: z.object({ text: z.string(), name: z.string() }),
  async render(db, { text, name }, viewer): Promise<Message> {
    const all = await listPrincipals(db, viewer.by, viewer.today)
    const people = all.filter((one) => one.live === 1 && one.name === name)
    return { kind: 'card', card: whichPrincipalCard({ text, people }) }
  },
})

export function inNameView(all: () => Registry): ViewDefinition {
  const inner = (name: string): ViewDefinition => {
    const view = all().view(name)
    if (!view) throw new Error(`no view ${name}`)
    return view
  }
  return {
    name: IN_NAME,
    about(raw) {
      const { view, with: own } = params.parse(raw)
      return inner(view).about(own)
    },
    async complete(db, raw, viewer) {
      const { for: inNameOf, view, with: own } = params.parse(raw)
      const completed = await inner(view).complete(db, own, { ...viewer, inNameOf })
      return { name: IN_NAME, params: { for: inNameOf, view: completed.name, with: completed.params } }
    },
    async render(db, raw, viewer): Promise<Message> {
      const { for: principal, view, with: own } = params.parse(raw)
      const named = { ...viewer, inNameOf: principal }
      const standing = await findStanding(db, named)
      if (standing?.status !== 'live') {
        return { kind: 'card', card: doneCard({ text: sayStanding(standing), tone: 'muted' }) }
      }
      const message = await inner(view).render(db, own, named)
      if (message.kind !== 'card') return message
      const { name, until } = standing
      return { kind: 'card', card: inNameCard(message.card, { principal, name, until: sayShort(until) }) }
    },
  }
}
