/** A workbook is read when its bytes are here; what it would change is applied whole, or dropped. */
import * as z from 'zod'
import type { Command } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { Blobs } from '../../store/blobs.ts'
import { readSheets } from '../read-sheets.ts'
import { applySent, dropSent, type SentEvent } from './rules/sent-workbook.ts'
import {
  type Examined,
  keepCells,
  loadCells,
  type SentWorkbook,
  sentId,
  sentSubject,
} from './sent-workbook.ts'

export type SentDone<Counts> =
  | { readonly code: 'workbook-read' }
  | ({ readonly code: 'workbook-applied' } & Counts)
  | { readonly code: 'workbook-dropped' }

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const readPayload = z.object({
  name: z.string().max(300),
  sha256,
  /** Bytes. */
  size: z.number(),
})

type AnySent<Key extends string, Problem, Counts extends object, Proposal> = SentWorkbook<
  Key,
  Problem,
  Counts,
  Proposal
>

export function sentCommands<Key extends string, Problem, Counts extends object, Proposal>(
  sent: AnySent<Key, Problem, Counts, Proposal>,
  blobs: Blobs,
): readonly Command[] {
  return [readCommand(sent, blobs), applyCommand(sent, blobs), dropCommand(sent)]
}

function readCommand<Key extends string, Problem, Counts extends object, Proposal>(
  { kind, verbs, layout, year, signed }: AnySent<Key, Problem, Counts, Proposal>,
  blobs: Blobs,
): Command {
  return {
    type: `${verbs}.read`,
    payload: readPayload,
    async prepare(db, raw, meta) {
      const { name, sha256: file } = readPayload.parse(raw)
      const [bytes, handled, open] = await Promise.all([blobs.get(file), signed(db, meta), year(db)])
      if (!bytes) throw new Error(`the file of a workbook is gone: ${file}`)
      if (open === undefined) return { refusal: { code: 'unread-workbook' } }
      const read = await readSheets(bytes, layout)
      const event: SentEvent<Counts> =
        'unreadable' in read
          ? { type: `${kind}.unreadable`, name, reason: read.unreadable, signed: handled }
          : {
              ...{ type: `${kind}.read`, name, year: open, signed: handled },
              rows: await keepCells(blobs, read.sheets),
            }
      const id = sentId(kind, meta.inNameOf, file)
      const subject = sentSubject<Counts>(kind)
      const change = subject.change(id, await foldSubject(db, subject, id), [event])
      const view = { name: kind, params: { by: meta.inNameOf, file } }
      const notice = { to: meta.by, view, about: id, key: `${id}:${change.version}` }
      const done: SentDone<Counts> = { code: 'workbook-read' }
      return { change: { subjects: [change], notices: [notice], answer: { done } } }
    },
  }
}

const applyPayload = z.object({
  file: sha256,
  /** Digest of the changes that the summary showed. */
  seen: z.string().max(64),
})

function applyCommand<Key extends string, Problem, Counts extends object, Proposal>(
  sent: AnySent<Key, Problem, Counts, Proposal>,
  blobs: Blobs,
): Command {
  const { kind } = sent
  return {
    type: `${sent.verbs}.apply`,
    payload: applyPayload,
    async prepare(db, raw, meta) {
      const { file, seen } = applyPayload.parse(raw)
      const id = sentId(kind, meta.inNameOf, file)
      const subject = sentSubject<Counts>(kind)
      const show = { name: kind, params: { by: meta.inNameOf, file } }
      const head = await foldSubject(db, subject, id)
      const examined =
        head.state.status === 'read'
          ? await sent.examine(db, await loadCells<Key>(blobs, head.state.rows), head.state.year, meta)
          : undefined
      if (examined && 'refusal' in examined) return { refusal: examined.refusal, show }
      const decision = applySent(kind, head.state, factsOf(examined, seen), await sent.signed(db, meta))
      if ('refusal' in decision) return { refusal: decision.refusal, show }
      if (!examined || !('proposal' in examined) || examined.counts === null)
        throw new Error(`workbook ${file} was applied without a proposal`)
      const { subjects, notices, touches } = await sent.apply(db, examined.proposal, meta)
      const done: SentDone<Counts> = { code: 'workbook-applied', ...examined.counts }
      const own = subject.change(id, head, decision.events)
      return { change: { subjects: [own, ...subjects], notices, touches, answer: { done, show } } }
    },
  }
}

function factsOf<Key extends string, Problem, Counts, Proposal>(
  examined: Exclude<Examined<Key, Problem, Counts, Proposal>, { readonly refusal: unknown }> | undefined,
  seen: string,
) {
  if (!examined) return { seen, present: seen, faults: 0, counts: null }
  if ('faults' in examined) return { seen, present: seen, faults: examined.faults.length, counts: null }
  return { seen, present: examined.digest, faults: 0, counts: examined.counts }
}

const dropPayload = applyPayload.pick({ file: true })

function dropCommand<Key extends string, Problem, Counts extends object, Proposal>({
  kind,
  verbs,
  signed,
  isOf,
}: AnySent<Key, Problem, Counts, Proposal>): Command {
  return {
    type: `${verbs}.drop`,
    payload: dropPayload,
    async prepare(db, raw, meta) {
      const { file } = dropPayload.parse(raw)
      if (!(await isOf(db, meta))) return { refusal: { code: 'unread-workbook' } }
      const id = sentId(kind, meta.inNameOf, file)
      const subject = sentSubject<Counts>(kind)
      const show = { name: kind, params: { by: meta.inNameOf, file } }
      const head = await foldSubject(db, subject, id)
      const decision = dropSent(kind, head.state, await signed(db, meta))
      if ('refusal' in decision) return { refusal: decision.refusal, show }
      const done: SentDone<Counts> = { code: 'workbook-dropped' }
      const change = subject.change(id, head, decision.events)
      return { change: { subjects: [change], notices: [], answer: { done, show } } }
    },
  }
}
