/** What words, or a step of a dialog, come to; decided first, carried out in one batch afterwards. */
import type { Meta, View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { Dialog } from './dialog/state.ts'

export type Reaction = Answering & {
  /** In whose name it is carried out, where a draft was begun in another than that of the message. */
  readonly inNameOf?: PersonId
}

type Answering =
  /** A view answers; the dialog stands so afterwards. */
  | { readonly kind: 'reply'; readonly view: View; readonly dialog: Dialog }
  /** The command's outcome answers; with it, where one was set aside, the draft is offered. */
  | {
      readonly kind: 'command'
      readonly type: string
      readonly payload: JsonObject
      readonly whenDone: Dialog
      readonly whenRefused: Dialog
      readonly offersDraft?: boolean
    }

export const said = (text: string): View => ({ name: 'said', params: { text } })

export function reply(view: View, dialog: Dialog): Reaction {
  return { kind: 'reply', view, dialog }
}

/** The reaction in the name of those who act so. */
export const inName = ({ inNameOf }: Meta, reaction: Reaction): Reaction => ({ ...reaction, inNameOf })

/** The view, with a button beneath it that goes on with the draft. */
export function withOffer(view: View): View {
  if (view.name === 'noted') return { name: 'noted', params: { ...view.params, offersDraft: true } }
  return { name: 'noted', params: { view: view.name, with: view.params, offersDraft: true } }
}
