/** A 目标填报表 is read; what it would do is applied whole, or dropped. */
import * as z from 'zod'
import type { Change, Command, Meta } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { readSheets } from '../../workbook/read-sheets.ts'
import { headIn } from '../plan-heads.ts'
import type { Act } from '../rules/goal.ts'
import {
  type ApplyFacts,
  applyGoalWorkbook,
  dropGoalWorkbook,
  readGoalWorkbook,
} from '../rules/goal-workbook.ts'
import { planId, planSubject } from '../subject.ts'
import type { WorkbookDone } from './done.ts'
import { type Examined, examineWorkbook, type Proposal } from './examine.ts'
import { keepRows } from './kept-rows.ts'
import { GOAL_SHEET } from './layout.ts'
import { workbookId, workbookSubject } from './subject.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const readPayload = z.object({
  name: z.string().max(300),
  /** Where the file came from, should it be a roster. */
  from: z.object({ messageId: z.string(), key: z.string() }),
  sha256,
  /** Bytes. */
  size: z.number(),
})

/** Executed when the bytes of the file are here. */
export function readGoalsCommand(blobs: Blobs): Command {
  return {
    type: 'goals.read',
    payload: readPayload,
    async prepare(db, raw, meta) {
      const file = readPayload.parse(raw)
      const [bytes, act, open] = await Promise.all([
        blobs.get(file.sha256),
        actOf(db, meta),
        findCurrentYear(db),
      ])
      if (!bytes) throw new Error(`the file of a goal workbook is gone: ${file.sha256}`)
      if (!open) return { refusal: { code: 'unopened-plans' } }
      const read = await readSheets(bytes, GOAL_SHEET)
      if ('unreadable' in read && read.unreadable === 'no-sheet' && (await isOffice(db, meta)))
        return { change: passedOn(file, meta) }
      const found =
        'unreadable' in read ? read : { rows: await keepRows(blobs, read.sheets), year: open.year }
      const subject = workbookId(meta.by, file.sha256)
      const head = await foldSubject(db, workbookSubject, subject)
      const decision = readGoalWorkbook(file.name, found, act)
      if ('refusal' in decision) return decision
      const change = workbookSubject.change(subject, head, decision.events)
      const view = { name: 'goal-workbook', params: { by: meta.by, file: file.sha256 } }
      const notice = { to: meta.by, view, about: subject, key: `${subject}:${change.version}` }
      const done: WorkbookDone = { code: 'workbook-read' }
      return { change: { subjects: [change], notices: [notice], answer: { done } } }
    },
  }
}

async function isOffice(db: Database, meta: Meta): Promise<boolean> {
  return holds(await getActor(db, meta), 'office')
}

/** One who drafts and is in the office as well may have sent a roster. */
function passedOn({ name, from }: z.infer<typeof readPayload>, meta: Meta): Change {
  const done: WorkbookDone = { code: 'workbook-passed-on' }
  return {
    subjects: [],
    notices: [],
    fetches: [
      {
        key: `${from.messageId}:${from.key}:roster`,
        messageId: from.messageId,
        file: { key: from.key, name, kind: 'file' },
        person: meta.by,
        into: { command: 'roster.read', with: { name } },
      },
    ],
    answer: { done },
  }
}

const applyPayload = z.object({
  file: sha256,
  /** Digest of the changes that the summary showed. */
  seen: z.string().max(64),
})

export function applyGoalsCommand(blobs: Blobs): Command {
  return {
    type: 'goals.apply',
    payload: applyPayload,
    async prepare(db, raw, meta) {
      const { file, seen } = applyPayload.parse(raw)
      const subject = workbookId(meta.by, file)
      const show = { name: 'goal-workbook', params: { by: meta.by, file } }
      const head = await foldSubject(db, workbookSubject, subject)
      const examined =
        head.state.status === 'read' ? await examineWorkbook(db, blobs, head.state, meta) : undefined
      const decision = applyGoalWorkbook(head.state, factsOf(examined, seen), await actOf(db, meta))
      if ('refusal' in decision) return { refusal: decision.refusal, show }
      const proposal = examined && 'desk' in examined ? examined : undefined
      if (!proposal) throw new Error(`goal workbook ${file} was applied without a proposal`)
      const done: WorkbookDone = { code: 'workbook-applied', ...proposal.counts }
      const subjects = [workbookSubject.change(subject, head, decision.events), ...planChanges(proposal)]
      return { change: { subjects, notices: [], answer: { done, show } } }
    },
  }
}

function planChanges({ desk, units }: Proposal) {
  return units
    .filter(({ events }) => events.length > 0)
    .map(({ seat, events }) =>
      planSubject.change(planId(desk.year, seat.unit), headIn(desk.heads, seat.unit), events),
    )
}

function factsOf(examined: Examined | undefined, seen: string): ApplyFacts {
  const nothing = { drafted: 0, revised: 0, units: 0 }
  if (!examined) return { seen, present: seen, faults: 0, counts: nothing }
  if ('faults' in examined) return { seen, present: seen, faults: examined.faults.length, counts: nothing }
  return { seen, present: examined.digest, faults: 0, counts: examined.counts }
}

const dropPayload = applyPayload.pick({ file: true })

export const dropGoalsCommand: Command = {
  type: 'goals.drop',
  payload: dropPayload,
  async prepare(db, raw, meta) {
    const { file } = dropPayload.parse(raw)
    const subject = workbookId(meta.by, file)
    const show = { name: 'goal-workbook', params: { by: meta.by, file } }
    const head = await foldSubject(db, workbookSubject, subject)
    const decision = dropGoalWorkbook(head.state, await actOf(db, meta))
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    const done: WorkbookDone = { code: 'workbook-dropped' }
    const subjects = [workbookSubject.change(subject, head, decision.events)]
    return { change: { subjects, notices: [], answer: { done, show } } }
  },
}

async function actOf(db: Database, meta: Meta): Promise<Act> {
  const actor = await getActor(db, meta)
  return { by: actor.id, name: actor.name, at: meta.at }
}
