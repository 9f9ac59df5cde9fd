/** The school's priorities for the year, kept in the chat (Articles 9, 13, 28). */
import * as z from 'zod'
import type { Command, Meta, Prepared, View } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { listServingGoals, type ServingGoal } from '../../planning/queries/priorities.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { enqueueUpdatesOfAll } from '../../store/outbox-bulk.ts'
import { keepEntry } from '../keep-entry.ts'
import { getActor } from '../queries.ts'
import { dayBefore } from '../roster/day-before.ts'
import { addPriority, changePriority, endPriority, type KeepingPriority } from '../rules/priority.ts'
import { prioritySubject } from '../subjects.ts'
import type { PriorityDone } from './wording.ts'

/** Lengths are the rule's to check; here only absurd sizes are refused. `seen`: null for a new one. */
const setPayload = z.object({
  id: z.string().max(20_000),
  seen: z.int().nullable(),
  text: z.string().max(20_000),
})

const endPayload = z.object({ id: z.string().max(200), seen: z.int() })

const listOf = (id: string): View => ({ name: 'priorities', params: { id } })

export const setPriorityCommand: Command = {
  type: 'priority.set',
  payload: setPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { id: typed, seen, text } = setPayload.parse(raw)
    const id = typed.trim()
    const head = await foldSubject(db, prioritySubject, `priority:${id}`)
    const goals = await loadServing(db, id)
    const keeping = await keepingOf(db, head.version, goals, meta)
    const decision =
      seen === null
        ? addPriority(head.state, { id, text }, keeping)
        : changePriority(head.state, { text, seen }, keeping)
    if ('refusal' in decision) {
      const stale = decision.refusal.code === 'stale-priority'
      return { refusal: decision.refusal, ...(stale && { show: listOf(id) }) }
    }
    const done: PriorityDone = { code: 'priority-kept', id, what: seen === null ? 'added' : 'changed' }
    const priority = prioritySubject.change(`priority:${id}`, head, decision.events)
    const plans = [...new Set(goals.map((goal) => goal.plan))]
    return {
      change: {
        subjects: await keepEntry(db, { priority }),
        notices: [],
        also: enqueueUpdatesOfAll(plans, meta.at),
        answer: { done, show: listOf(id) },
      },
    }
  },
}

export const endPriorityCommand: Command = {
  type: 'priority.end',
  payload: endPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const asked = endPayload.parse(raw)
    const head = await foldSubject(db, prioritySubject, `priority:${asked.id}`)
    const keeping = await keepingOf(db, head.version, await loadServing(db, asked.id), meta)
    const decision = endPriority(head.state, asked, keeping)
    if ('refusal' in decision) return { refusal: decision.refusal, show: listOf(asked.id) }
    const done: PriorityDone = { code: 'priority-ended', id: asked.id }
    const priority = prioritySubject.change(`priority:${asked.id}`, head, decision.events)
    return {
      change: {
        subjects: await keepEntry(db, { priority }),
        notices: [],
        answer: { done, show: { name: 'priorities', params: {} } },
      },
    }
  },
}

async function loadServing(db: Database, id: string): Promise<ServingGoal[]> {
  const year = (await findCurrentYear(db))?.year
  return year === undefined ? [] : listServingGoals(db, year, [id])
}

async function keepingOf(
  db: Database,
  version: number,
  goals: readonly ServingGoal[],
  meta: Meta,
): Promise<KeepingPriority> {
  return {
    by: await getActor(db, meta),
    version,
    units: [...new Set(goals.map((goal) => goal.unit))],
    yesterday: dayBefore(meta.today),
  }
}
