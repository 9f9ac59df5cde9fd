/** What the leading group decides: an appeal, and whether a unit may still appeal after its days. And what the clock notes. */
import * as z from 'zod'
import type { Command } from '../../../kernel/command.ts'
import { decideAppeal } from '../rules/decide.ts'
import { noteSilence, reopenAnswering } from '../rules/window.ts'
import { foresee } from '../scene.ts'
import { anAppeal, aPlace, takeStep } from './step.ts'

const decided = z.object({ ...anAppeal, seen: z.string() })

/** `appeal.decide`: as its card showed it, with whose grade, rank and pay move. */
export const decideCommand: Command = {
  type: 'appeal.decide',
  payload: decided,
  prepare(db, raw, meta) {
    const { seen, ...appeal } = decided.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: async (known) => {
        const present = (await foresee(db, known))?.mark ?? ''
        return decideAppeal({ seen, present }, known.facts)
      },
      done: (after) => ({
        code: 'appeal-decided',
        outcome: after.status === 'decided' ? after.outcome : 'kept',
      }),
    })
  },
}

const reopened = z.object({ ...aPlace, reason: z.string().max(2000) })

/** `feedback.reopen`: the days to answer run anew, by the leading group. */
export const reopenCommand: Command = {
  type: 'feedback.reopen',
  payload: reopened,
  prepare(db, raw, meta) {
    const { reason, ...place } = reopened.parse(raw)
    return takeStep(db, place, meta, {
      decide: ({ facts }) => {
        const decision = reopenAnswering(reason, facts)
        return 'refusal' in decision ? decision : { ofAppeal: [], ofScores: decision.events }
      },
      done: () => ({ code: 'answering-reopened' }),
      tell: ({ people }) => people.readers,
      show: () => ({ name: 'feedback', params: place }),
    })
  },
}

const lapsed = z.object(aPlace)

/** `feedback.lapse`: by the clock, once: the days passed without a word, and the score stands. */
export const lapseCommand: Command = {
  type: 'feedback.lapse',
  payload: lapsed,
  prepare(db, raw, meta) {
    const place = lapsed.parse(raw)
    return takeStep(db, place, meta, {
      decide: ({ facts }) => {
        const decision = noteSilence(facts, meta.by === 'clock')
        return 'refusal' in decision ? decision : { ofAppeal: [], ofScores: decision.events }
      },
      done: () => ({ code: 'silence-noted' }),
      quiet: true,
      show: () => undefined,
    })
  },
}
