/** The leading group's steps: answering, asking back, entrusting, closing. */
import * as z from 'zod'
import type { Command } from '../../../kernel/command.ts'
import { findPerson } from '../../../organization/queries.ts'
import { loadCase } from '../case.ts'
import { leadersView, tellLeaders, tellWriter } from '../notices.ts'
import { close, entrust, reply } from '../rules/handle.ts'
import { signing, takeStep } from './step.ts'
import { words } from './words.ts'

const petition = z.string().max(20)
const replied = z.object({
  petition,
  step: z.enum(['petition.answered', 'petition.asked']),
  text: words,
  /** The number of steps on the card. */
  seen: z.int(),
})

/** `petition.reply`: an answer to the writer, or a question. */
export const petitionReply: Command = {
  type: 'petition.reply',
  payload: replied,
  async prepare(db, raw, meta) {
    const { petition: number, step, text, seen } = replied.parse(raw)
    const known = await loadCase(db, number, meta)
    return takeStep(db, meta, {
      known,
      signer: 'leading-group',
      paper: { text, by: signing(known) },
      decide: (stamp) => reply(known.head.state, { ...stamp, step, seen }, known.circle),
      tell: ({ place }) => ({
        notices: tellWriter(known, place),
        done: { code: step === 'petition.asked' ? 'petition-asked' : 'petition-answered' },
        show: leadersView(number),
      }),
    })
  },
}

const entrusted = z.object({ petition, to: z.string() })

/** `petition.entrust`: the chair lets a member act on it. */
export const petitionEntrust: Command = {
  type: 'petition.entrust',
  payload: entrusted,
  async prepare(db, raw, meta) {
    const { petition: number, to } = entrusted.parse(raw)
    const [known, member] = await Promise.all([loadCase(db, number, meta), findPerson(db, to)])
    return takeStep(db, meta, {
      known,
      signer: 'leading-group',
      paper: { text: '', by: signing(known), member: member?.name ?? to },
      decide: (stamp) => entrust(known.head.state, { ...stamp, to }, known.circle),
      tell: ({ place }) => ({
        notices: tellLeaders(number, place, [to]),
        done: { code: 'petition-entrusted' },
        show: leadersView(number),
      }),
    })
  },
}

const closed = z.object({ petition, seen: z.int() })

/** `petition.close`: it has been answered, and ends. */
export const petitionClose: Command = {
  type: 'petition.close',
  payload: closed,
  async prepare(db, raw, meta) {
    const { petition: number, seen } = closed.parse(raw)
    const known = await loadCase(db, number, meta)
    const prepared = await takeStep(db, meta, {
      known,
      signer: 'leading-group',
      paper: { text: '', by: signing(known) },
      decide: (stamp) => close(known.head.state, { ...stamp, seen }, known.circle),
      tell: ({ place }) => ({
        notices: tellWriter(known, place),
        done: { code: 'petition-closed' },
        show: leadersView(number),
      }),
    })
    // No words are lost with the card, so the present one takes its place.
    return 'refusal' in prepared ? { ...prepared, show: leadersView(number) } : prepared
  },
}
