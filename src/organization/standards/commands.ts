/** Work items and their standards, kept in the chat (Article 11). */
import * as z from 'zod'
import type { Change, Command, Meta, Prepared, View } from '../../kernel/command.ts'
import { foldSubject, type Head } from '../../kernel/subject.ts'
import { listUsedWorkItems } from '../../planning/queries/work-items.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { keepEntry } from '../keep-entry.ts'
import { getActor } from '../queries.ts'
import { dayBefore } from '../roster/day-before.ts'
import {
  addStandard,
  changeStandard,
  endStandard,
  type KeepingStandard,
  type WorkItemState,
  type WorkItemUse,
} from '../rules/standard.ts'
import { workItemSubject } from '../subjects.ts'
import { newsOfStandards } from './news.ts'
import { findLastChange, listKeptItems } from './queries.ts'
import type { StandardDone } from './wording.ts'

/** Lengths are the rule's to check, so that every fault is named at once; here only absurd sizes are refused. */
const words = z.string().max(20_000)

/** `item`: the one that is changed, as seen at a version; null for a new one, named by `name`. */
const setPayload = z.object({
  item: z.string().max(200).nullable(),
  seen: z.int(),
  name: words.default(''),
  standard: words,
})

const endPayload = z.object({ item: z.string().max(200), seen: z.int() })

const listOf = (item: string): View => ({ name: 'standards', params: { item } })

export const setStandardCommand: Command = {
  type: 'standard.set',
  payload: setPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const asked = setPayload.parse(raw)
    const id = asked.item ?? asked.name.trim()
    const head = await foldSubject(db, workItemSubject, `work-item:${id}`)
    const keeping = await loadKeeping(db, id, head.version, meta)
    const decision =
      asked.item === null
        ? addStandard(head.state, asked, keeping)
        : changeStandard(head.state, asked, keeping)
    if ('refusal' in decision) {
      const stale = decision.refusal.code === 'stale-standard'
      return { refusal: decision.refusal, ...(stale && { show: listOf(id) }) }
    }
    const change = workItemSubject.change(`work-item:${id}`, head, decision.events)
    return { change: await changeOf(db, { id, head, keeping, meta, change }) }
  },
}

interface Kept {
  readonly id: string
  readonly head: Head<WorkItemState>
  readonly keeping: KeepingStandard
  readonly meta: Meta
  readonly change: ReturnType<typeof workItemSubject.change>
}

async function changeOf(db: Database, { id, head, keeping, meta, change }: Kept): Promise<Change> {
  const [before, after] = [recordOf(head.state), recordOf(change.state)]
  const move = {
    ...{ item: id, version: change.version, name: after.name },
    before: head.state.status === 'listed' ? before.standard : '',
    after: after.standard,
  }
  const { by } = keeping
  const news = await newsOfStandards(db, [move], { ...meta, by: by.id, name: by.name })
  const what = head.state.status === 'listed' ? 'changed' : 'added'
  const done: StandardDone = { code: 'standard-kept', name: after.name, what, told: news.told }
  return {
    subjects: await keepEntry(db, { workItem: change }),
    notices: [],
    also: news.statements,
    answer: { done, show: listOf(id) },
  }
}

export const endStandardCommand: Command = {
  type: 'standard.end',
  payload: endPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const asked = endPayload.parse(raw)
    const head = await foldSubject(db, workItemSubject, `work-item:${asked.item}`)
    const keeping = await loadKeeping(db, asked.item, head.version, meta)
    const decision = endStandard(head.state, asked, keeping)
    if ('refusal' in decision) return { refusal: decision.refusal, show: listOf(asked.item) }
    const change = workItemSubject.change(`work-item:${asked.item}`, head, decision.events)
    const done: StandardDone = { code: 'item-ended', name: recordOf(change.state).name }
    return {
      change: {
        subjects: await keepEntry(db, { workItem: change }),
        notices: [],
        answer: { done, show: { name: 'standards', params: {} } },
      },
    }
  },
}

const recordOf = (state: WorkItemState) =>
  state.status === 'unlisted' ? { name: '', standard: '' } : state.record

async function loadKeeping(
  db: Database,
  item: string,
  version: number,
  meta: Meta,
): Promise<KeepingStandard> {
  const [by, last, items, use] = await Promise.all([
    getActor(db, meta),
    findLastChange(db, item),
    listKeptItems(db),
    loadUse(db, item),
  ])
  return {
    by,
    version,
    last: last ? { by: last.by_name, at: last.at } : null,
    names: items.map((one) => one.name),
    use,
    yesterday: dayBefore(meta.today),
  }
}

/** What this year's goals have made of the item; nothing before a year is opened. */
export async function loadUse(db: Database, item: string): Promise<WorkItemUse> {
  const year = (await findCurrentYear(db))?.year
  if (year === undefined) return { units: [], ratified: null }
  const used = await listUsedWorkItems(db, year, [item])
  return {
    units: used.map((one) => one.unit),
    ratified: used.find((one) => one.ratified)?.unit ?? null,
  }
}
