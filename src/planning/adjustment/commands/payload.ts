import * as z from 'zod'
import { anEntry } from '../../commands/draft.ts'

/** Lengths and values are the rule's to check, so that every fault is named at once; here only absurd sizes are refused. */
const words = z.string().max(20_000).default('')

/** Which opened form it comes from: each asks for one adjustment, however often it is sent. */
export const opening = { opened: z.string().max(200).exactOptional() }

export const aPlace = { year: z.int(), unit: z.string().max(100) }
/** An adjustment as the person saw it. */
export const aSight = { ...aPlace, number: z.int().positive(), revision: z.int() }

/** What was typed; `entry` of a goal that is added or changed. */
export const aRequest = {
  kind: z.enum(['add', 'change', 'cancel']),
  goal: z.string().max(200).nullable().default(null),
  seen: z.int().nullable().default(null),
  entry: anEntry.nullable().default(null),
  reason: z.enum(['urgent-task', 'special-circumstance']).nullable().default(null),
  why: words,
  effectiveOn: words,
  evidence: z.array(z.string().max(200)).max(10).default([]),
}
