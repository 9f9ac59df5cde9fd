/** A 一票否决报告表 is read; what it would report is applied whole, or dropped. */
import * as z from 'zod'
import type { Command, Meta } from '../../../kernel/command.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { type Signed, signedBy } from '../../../policy/rules/signed.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import { readSheets } from '../../../workbook/read-sheets.ts'
import { completedNotices } from '../../commands/report-gate.ts'
import { applyGateWorkbook, dropGateWorkbook, type GateWorkbookEvent } from '../../rules/gate-workbook.ts'
import { gateId, gateSubject } from '../../subjects.ts'
import { type Examined, examineGates, keepRows } from './examine.ts'
import { GATE_SHEET } from './layout.ts'
import { gateWorkbookId, gateWorkbookSubject } from './subject.ts'

export type GateWorkbookDone =
  | { readonly code: 'gates-read' }
  | { readonly code: 'gates-applied'; readonly pass: number; readonly fail: number }
  | { readonly code: 'gates-dropped' }

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const readPayload = z.object({
  name: z.string().max(300),
  sha256,
  /** Bytes. */
  size: z.number(),
})

/** Executed when the bytes of the file are here. */
export function readGatesCommand(blobs: Blobs): Command {
  return {
    type: 'gates.read',
    payload: readPayload,
    async prepare(db, raw, meta) {
      const file = readPayload.parse(raw)
      const [bytes, signed, open] = await Promise.all([
        blobs.get(file.sha256),
        signature(db, meta),
        findCurrentYear(db),
      ])
      if (!bytes) throw new Error(`the file of a gate workbook is gone: ${file.sha256}`)
      if (!open) return { refusal: { code: 'unread-gates' } }
      const read = await readSheets(bytes, GATE_SHEET)
      const { name } = file
      const event: GateWorkbookEvent =
        'unreadable' in read
          ? { type: 'gate-workbook.unreadable', name, reason: read.unreadable, signed }
          : {
              ...{ type: 'gate-workbook.read', name, year: open.year, signed },
              rows: await keepRows(blobs, read.sheets),
            }
      const subject = gateWorkbookId(meta.inNameOf, file.sha256)
      const change = gateWorkbookSubject.change(
        subject,
        await foldSubject(db, gateWorkbookSubject, subject),
        [event],
      )
      const view = { name: 'gate-workbook', params: { by: meta.inNameOf, file: file.sha256 } }
      const notice = { to: meta.by, view, about: subject, key: `${subject}:${change.version}` }
      const done: GateWorkbookDone = { code: 'gates-read' }
      return { change: { subjects: [change], notices: [notice], answer: { done } } }
    },
  }
}

const applyPayload = z.object({
  file: sha256,
  /** Digest of the changes that the summary showed. */
  seen: z.string().max(64),
})

export function applyGatesCommand(blobs: Blobs): Command {
  return {
    type: 'gates.apply',
    payload: applyPayload,
    async prepare(db, raw, meta) {
      const { file, seen } = applyPayload.parse(raw)
      const subject = gateWorkbookId(meta.inNameOf, file)
      const show = { name: 'gate-workbook', params: { by: meta.inNameOf, file } }
      const head = await foldSubject(db, gateWorkbookSubject, subject)
      const examined =
        head.state.status === 'read' ? await examineGates(db, blobs, head.state, meta) : undefined
      if (examined && 'refusal' in examined) return { refusal: examined.refusal, show }
      const facts = factsOf(examined, seen)
      const decision = applyGateWorkbook(head.state, facts, await signature(db, meta))
      if ('refusal' in decision) return { refusal: decision.refusal, show }
      if (!examined || !('desk' in examined))
        throw new Error(`gate workbook ${file} was applied without a proposal`)
      const { desk, areas } = examined
      const changed = areas.filter(({ events }) => events.length > 0)
      const gates = changed.map(({ area, events }) =>
        gateSubject.change(gateId(desk.year, area.area.key), area.head, events),
      )
      const done: GateWorkbookDone = { code: 'gates-applied', ...facts.counts }
      return {
        change: {
          subjects: [gateWorkbookSubject.change(subject, head, decision.events), ...gates],
          notices: await completedNotices(
            db,
            desk.year,
            gates.map(({ state }, at) => ({ area: changed[at]?.area.area.key ?? '', state })),
            meta,
          ),
          answer: { done, show },
        },
      }
    },
  }
}

function factsOf(examined: Exclude<Examined, { readonly refusal: unknown }> | undefined, seen: string) {
  const nothing = { pass: 0, fail: 0 }
  if (!examined) return { seen, present: seen, faults: 0, counts: nothing }
  if ('faults' in examined) return { seen, present: seen, faults: examined.faults.length, counts: nothing }
  return { seen, present: examined.digest, faults: 0, counts: examined.counts }
}

const dropPayload = applyPayload.pick({ file: true })

export const dropGatesCommand: Command = {
  type: 'gates.drop',
  payload: dropPayload,
  async prepare(db, raw, meta) {
    const { file } = dropPayload.parse(raw)
    const by = await getActor(db, meta)
    // In another's name only by whom the duty was given.
    if (by.delegate && !holds(by, 'lead-unit')) return { refusal: { code: 'unread-gates' } }
    const subject = gateWorkbookId(meta.inNameOf, file)
    const show = { name: 'gate-workbook', params: { by: meta.inNameOf, file } }
    const head = await foldSubject(db, gateWorkbookSubject, subject)
    const decision = dropGateWorkbook(head.state, signedBy(by, meta.at))
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    const done: GateWorkbookDone = { code: 'gates-dropped' }
    const change = gateWorkbookSubject.change(subject, head, decision.events)
    return { change: { subjects: [change], notices: [], answer: { done, show } } }
  },
}

async function signature(db: Database, meta: Meta): Promise<Signed> {
  return signedBy(await getActor(db, meta), meta.at)
}
