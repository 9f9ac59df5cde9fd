/** Files sent in the chat: noted at once, fetched afterwards, used by a report. */
import * as z from 'zod'
import { command, type Notice } from '../../kernel/command.ts'
import { refused } from '../../kernel/decision.ts'
import { maySendEvidence } from '../access.ts'
import { evidenceKinds, evidenceLimit } from '../evidence-limit.ts'
import { isLastAwaited, lastFileOf } from '../queries/files.ts'
import { batchOf, keepEvidence, receiveEvidence } from '../rules/evidence.ts'
import { batchId, evidence, evidenceId } from '../subject.ts'

const sent = z.object({
  id: z.string(),
  /** The platform's key of the file inside its message. */
  key: z.string(),
  messageId: z.string(),
  kind: z.enum(['image', 'file']),
  name: z.string(),
})

/** Twenty files in a row get one card, which follows them. */
export const evidenceReceive = command({
  type: 'evidence.receive',
  payload: sent,
  on: evidence,
  id: ({ id }) => evidenceId(id),
  async context(db, _payload, meta) {
    const [allowed, kinds, before] = await Promise.all([
      maySendEvidence(db, meta),
      evidenceKinds(db),
      lastFileOf(db, meta.by),
    ])
    return { allowed, kinds, batch: batchOf(meta.by, meta.at, before) }
  },
  decide: (state, { messageId, kind, name }, { batch, allowed, kinds }, meta) =>
    receiveEvidence(state, { messageId, kind, name, batch, person: meta.by, at: meta.at }, allowed, kinds),
  tell({ payload: { id, key, messageId, kind, name }, context: { batch }, meta }) {
    const into = { command: 'evidence.keep', with: { id } }
    const view = { name: 'evidence-batch', params: { batch } }
    return {
      fetches: [
        { key: id, messageId, file: { key, name, kind }, person: meta.by, into, about: batchId(batch) },
      ],
      notices: [{ to: meta.by, view, about: batchId(batch), key: `evidence-batch:${batch}` }],
      touches: [batchId(batch)],
      answer: { done: { code: 'received-evidence' }, silent: true },
    }
  },
})

/** The cause that the outbox gives what it has fetched. */
const fetched = (id: string): string => `fetch:${id}`

/** The bytes of a file have come: by the outbox, never by a person. Its sender is told when they are not welcome. */
export const evidenceKeep = command({
  type: 'evidence.keep',
  payload: z.object({ id: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) }),
  on: evidence,
  id: ({ id }) => evidenceId(id),
  async context(db, { id }) {
    const [limit, last] = await Promise.all([evidenceLimit(db), isLastAwaited(db, id)])
    return { limit, last }
  },
  decide: (state, { id, sha256, size }, { limit }, meta) =>
    meta.causes.includes(fetched(id))
      ? keepEvidence(state, { sha256, size }, limit)
      : refused({ code: 'unknown-evidence' as const }),
  tell({ payload: { id }, after, subject, context: { last } }) {
    const view = { name: 'evidence-received', params: { id } }
    const notices: Notice[] =
      after.status === 'refused'
        ? [{ to: after.person, view, about: subject, key: `evidence-refused:${id}` }]
        : []
    const follows = after.status !== 'unknown' && (last || after.status === 'refused')
    return {
      notices,
      touches: follows ? [batchId(after.batch)] : [],
      answer: { done: { code: 'kept-evidence' } },
    }
  },
})
