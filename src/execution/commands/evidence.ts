/** Files sent in the chat: noted at once, fetched afterwards, used by a report. */
import * as z from 'zod'
import { command, type Notice } from '../../kernel/command.ts'
import { refused } from '../../kernel/decision.ts'
import { getActor } from '../../organization/queries.ts'
import { keepEvidence, receiveEvidence } from '../rules/evidence.ts'
import { evidence, evidenceId } from '../subject.ts'

const sent = z.object({
  id: z.string(),
  /** The platform's key of the file inside its message. */
  key: z.string(),
  messageId: z.string(),
  kind: z.enum(['image', 'file']),
  name: z.string(),
})

export const evidenceReceive = command({
  type: 'evidence.receive',
  payload: sent,
  on: evidence,
  id: ({ id }) => evidenceId(id),
  context: (db, _payload, meta) => getActor(db, meta),
  decide: (state, { messageId, kind, name }, by, meta) =>
    receiveEvidence(state, { messageId, kind, name, person: meta.by, at: meta.at }, by),
  tell: ({ payload: { id, key, messageId, kind, name }, meta }) => ({
    fetches: [
      {
        key: id,
        messageId,
        file: { key, name, kind },
        person: meta.by,
        into: { command: 'evidence.keep', with: { id } },
      },
    ],
    answer: { done: { code: 'received-evidence' }, show: { name: 'evidence-received', params: { id } } },
  }),
})

/** The cause that the outbox gives what it has fetched. */
const fetched = (id: string): string => `fetch:${id}`

/** The bytes of a file have come: by the outbox, never by a person. Its sender is told when they are not welcome. */
export const evidenceKeep = command({
  type: 'evidence.keep',
  payload: z.object({ id: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) }),
  on: evidence,
  id: ({ id }) => evidenceId(id),
  context: async () => undefined,
  decide: (state, { id, sha256, size }, _, meta) =>
    meta.causes.includes(fetched(id))
      ? keepEvidence(state, { sha256, size })
      : refused({ code: 'unknown-evidence' as const }),
  tell: ({ payload: { id }, after, subject }) => {
    const view = { name: 'evidence-received', params: { id } }
    const notices: Notice[] =
      after.status === 'refused'
        ? [{ to: after.person, view, about: subject, key: `evidence-refused:${id}` }]
        : []
    return { notices, answer: { done: { code: 'kept-evidence' } } }
  },
})
