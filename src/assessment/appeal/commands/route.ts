/** To whom the appeal goes: the office sends it on, the chair may take it over. */
import * as z from 'zod'
import type { Command } from '../../../kernel/command.ts'
import { routeAppeal, takeOver } from '../rules/route.ts'
import { alone, anAppeal, takeStep } from './step.ts'

const routed = z.object({
  ...anAppeal,
  to: z.enum(['group', 'leaders']),
  words: z.string().max(2000).default(''),
})

/** `appeal.route`: back to the group, or to the leading group. */
export const routeCommand: Command = {
  type: 'appeal.route',
  payload: routed,
  prepare(db, raw, meta) {
    const { to, words, ...appeal } = routed.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: ({ facts }) => alone(routeAppeal(to, words, facts)),
      done: (_, { facts }) =>
        to === 'group'
          ? { code: 'appeal-to-group', group: facts.panel?.name ?? '' }
          : { code: 'appeal-to-leaders' },
    })
  },
}

const taken = z.object({ ...anAppeal, words: z.string().max(2000) })

/** `appeal.take-over`: the leading group decides it itself. */
export const takeOverCommand: Command = {
  type: 'appeal.take-over',
  payload: taken,
  prepare(db, raw, meta) {
    const { words, ...appeal } = taken.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: ({ facts }) => alone(takeOver(words, facts)),
      done: () => ({ code: 'appeal-to-leaders' }),
    })
  },
}
