/** Whoever hears the appeal: writes the outcome page by page; in the group it is put to the members. */
import * as z from 'zod'
import type { Command } from '../../../kernel/command.ts'
import { awaited, liveRound, unweighed } from '../rules/appeal.ts'
import { objectToOutcome, putOutcome, secondOutcome } from '../rules/group.ts'
import { weighAppeal } from '../rules/weigh.ts'
import { alone, anAppeal, takeStep } from './step.ts'

const weighed = z.object({
  ...anAppeal,
  page: z.int().min(0),
  verdicts: z
    .array(z.object({ place: z.string(), points: z.int().nullable(), reason: z.string().max(2000) }))
    .max(100),
})

/** `appeal.weigh`: a page of verdicts is kept. */
export const weighCommand: Command = {
  type: 'appeal.weigh',
  payload: weighed,
  prepare(db, raw, meta) {
    const { page, verdicts, ...appeal } = weighed.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: ({ facts }) => alone(weighAppeal(verdicts, facts)),
      done: (after) => ({
        code: 'verdicts-kept',
        missing: 'verdicts' in after ? unweighed(after.items, after.verdicts).length : 0,
      }),
      quiet: true,
      show: (_, refusal) =>
        refusal ? { name: 'appeal', params: appeal } : { name: 'appeal-weigh', params: { ...appeal, page } },
    })
  },
}

const put = z.object({
  ...anAppeal,
  absent: z.array(z.string()).max(100).default([]),
  excused: z.string().max(300).default(''),
})

/** `appeal.put`: the convenor puts the outcome to the members. */
export const putCommand: Command = {
  type: 'appeal.put',
  payload: put,
  prepare(db, raw, meta) {
    const { absent, excused, ...appeal } = put.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: ({ facts }) => alone(putOutcome({ absent, excused }, facts)),
      done: () => ({ code: 'outcome-put' }),
    })
  },
}

const seconded = z.object({ ...anAppeal, round: z.int() })

/** `appeal.second`: a member agrees; the last one ends the deliberation. */
export const secondCommand: Command = {
  type: 'appeal.second',
  payload: seconded,
  prepare(db, raw, meta) {
    const { round, ...appeal } = seconded.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: ({ facts }) => secondOutcome(round, facts),
      done(after, { facts }) {
        if (after.status === 'agreed') return { code: 'outcome-agreed' }
        if (after.status === 'decided') return { code: 'appeal-decided', outcome: after.outcome }
        const live = liveRound(after)
        const waiting = live ? awaited(live, facts.panel?.assessors ?? []).length : 0
        return { code: 'outcome-seconded', waiting }
      },
    })
  },
}

const objected = z.object({ ...anAppeal, round: z.int(), words: z.string().max(1000) })

/** `appeal.object`: a member objects; the convenor puts another outcome. */
export const objectCommand: Command = {
  type: 'appeal.object',
  payload: objected,
  prepare(db, raw, meta) {
    const { round, words, ...appeal } = objected.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: ({ facts }) => alone(objectToOutcome({ round, words }, facts)),
      done: () => ({ code: 'outcome-objected' }),
    })
  },
}
