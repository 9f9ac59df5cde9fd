/** The office asks for the directory; what the platform gave, or why it gave nothing, is taken when it is here. */
import * as z from 'zod'
import type { Command, Meta } from '../../../kernel/command.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { DIRECTORY_READ } from '../../../store/outbox-fetch.ts'
import { importerOf, type Right } from '../../commands/right.ts'
import { actOf } from '../../examine.ts'
import type { DirectoryDone } from '../done.ts'
import { notesRead } from '../rows.ts'
import { askDirectory, type DirectoryRefusal, type ReadingFault, takeDirectory } from '../rules/reading.ts'
import { DIRECTORY, directorySubject } from '../subjects.ts'

const show = { name: 'directory', params: {} }

/** `directory.read`: answered at once, read after the commit. */
export function readDirectoryCommand(right: Right): Command {
  return {
    type: 'directory.read',
    payload: z.object({}),
    async prepare(db, _, meta) {
      const head = await foldSubject(db, directorySubject, DIRECTORY)
      const decision = askDirectory(head.state, await importerOf(db, right, meta), actOf(meta))
      if ('refusal' in decision) return { refusal: decision.refusal, ...(right === 'office' && { show }) }
      const change = directorySubject.change(DIRECTORY, head, decision.events)
      const { number } = change.state
      const read = {
        key: `${number}`,
        person: meta.by,
        into: { command: 'directory.take', with: { number } },
        about: DIRECTORY,
      } as const
      return {
        change: {
          subjects: [change],
          notices: [],
          // At the command line there is no outbox: the directory is read there and then.
          ...(right === 'office' && { reads: [read] }),
          answer: { done: { code: 'directory-asked' } satisfies DirectoryDone },
        },
      }
    },
  }
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const fault: z.ZodType<ReadingFault> = z.union([
  z.object({ kind: z.literal('scopes'), scopes: z.array(z.string().max(100)).max(30) }),
  z.object({ kind: z.enum(['unreachable', 'limited', 'credentials']) }),
  z.object({ kind: z.literal('refused'), code: z.string().max(20) }),
])

const takePayload = z.union([
  z.object({ number: z.int(), sha256, size: z.number() }),
  z.object({ number: z.int(), fault }),
])

/** `directory.take`: executed when the directory is here, or could not be read: by the outbox, never by a person. */
export const takeDirectoryCommand = (right: Right): Command => ({
  type: 'directory.take',
  payload: takePayload,
  async prepare(db, raw, meta) {
    const taken = takePayload.parse(raw)
    if (right === 'office' && !meta.causes.includes(`${DIRECTORY_READ}${taken.number}`))
      return { refusal: { code: 'late-reading' } satisfies DirectoryRefusal }
    const head = await foldSubject(db, directorySubject, DIRECTORY)
    const found = 'fault' in taken ? { fault: taken.fault } : { rows: taken.sha256 }
    const decision = takeDirectory(head.state, taken.number, found, actOf(meta))
    if ('refusal' in decision) return decision
    const change = directorySubject.change(DIRECTORY, head, decision.events)
    return {
      change: {
        subjects: [change],
        notices: noticesOf(taken.number, meta),
        also: change.state.status === 'read' ? [notesRead(change.state.asked)] : [],
        answer: { done: { code: 'directory-taken' } satisfies DirectoryDone },
      },
    }
  },
})

/** The operator at the command line has no chat. */
const noticesOf = (number: number, { by }: Meta) =>
  by === 'console'
    ? []
    : [{ to: by, view: show, about: DIRECTORY, key: `directory:${number}:${by}` } as const]
