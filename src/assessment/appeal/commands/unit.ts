/** The unit's steps: written by contact or head, sent and taken back by the head. */
import * as z from 'zod'
import { listEvidence } from '../../../execution/queries.ts'
import type { Command } from '../../../kernel/command.ts'
import { askHead, draftAppeal, dropItem, sendAppeal, withdrawAppeal } from '../rules/draft.ts'
import { alone, anAppeal, aPlace, takeStep } from './step.ts'

const drafted = z.object({
  ...aPlace,
  version: z.int().min(1),
  places: z.array(z.string()).max(100),
  why: z.string().max(2000),
  evidence: z.array(z.string()).max(20).default([]),
})

/** `appeal.draft`: deductions with why they are appealed against; nothing is sent by it. */
export const draftCommand: Command = {
  type: 'appeal.draft',
  payload: drafted,
  async prepare(db, raw, meta) {
    const { year, unit, evidence: ids, ...picked } = drafted.parse(raw)
    // Nobody offers another's files.
    const evidence = (await listEvidence(db, ids))
      .filter((one) => one.person === meta.by)
      .map((one) => one.id)
    return takeStep(db, { year, unit }, meta, {
      decide: ({ facts }) => alone(draftAppeal({ ...picked, evidence }, facts)),
      done: (after, { facts }) => ({
        code: 'appeal-drafted',
        items: 'items' in after ? after.items.length : 0,
        head: facts.who.inUnit === 'head',
      }),
      quiet: true,
      show: (known, refusal) =>
        refusal && known.facts.appeal.status === 'none'
          ? { name: 'feedback', params: { year, unit } }
          : { name: 'appeal', params: { year, unit, number: known.facts.number } },
    })
  },
}

const one = z.object(anAppeal)
const dropped = z.object({ ...anAppeal, place: z.string() })

/** `appeal.drop`: one deduction is left out again. */
export const dropCommand: Command = {
  type: 'appeal.drop',
  payload: dropped,
  prepare(db, raw, meta) {
    const { place, ...appeal } = dropped.parse(raw)
    return takeStep(db, appeal, meta, {
      decide: ({ facts }) => alone(dropItem(place, facts)),
      done: () => ({ code: 'appeal-item-dropped' }),
      quiet: true,
    })
  },
}

/** `appeal.ask-head`: the contact asks the head to send what is written. */
export const askHeadCommand: Command = {
  type: 'appeal.ask-head',
  payload: one,
  prepare: (db, raw, meta) =>
    takeStep(db, one.parse(raw), meta, {
      decide: ({ facts }) => alone(askHead(facts)),
      done: () => ({ code: 'head-asked' }),
    }),
}

/** `appeal.send`: to the office; from here on it is open. */
export const sendCommand: Command = {
  type: 'appeal.send',
  payload: one,
  prepare: (db, raw, meta) =>
    takeStep(db, one.parse(raw), meta, {
      decide: ({ facts }) => sendAppeal(facts),
      done: () => ({ code: 'appeal-sent' }),
    }),
}

/** `appeal.withdraw`: taken back before it is decided. */
export const withdrawCommand: Command = {
  type: 'appeal.withdraw',
  payload: one,
  prepare: (db, raw, meta) =>
    takeStep(db, one.parse(raw), meta, {
      decide: ({ facts }) => withdrawAppeal(facts),
      done: () => ({ code: 'appeal-withdrawn' }),
    }),
}
