/** What the preview of a reading showed is confirmed whole, or set aside. */
import * as z from 'zod'
import type { Command } from '../../../kernel/command.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import type { Blobs } from '../../../store/blobs.ts'
import { importerOf, type Right } from '../../commands/right.ts'
import { actOf } from '../../examine.ts'
import { reorganize } from '../../reorganize.ts'
import type { DirectoryDone } from '../done.ts'
import { countsOf, examineDirectory, settled } from '../examine.ts'
import { notesSettled } from '../rows.ts'
import { applyDirectory, dropDirectory } from '../rules/reading.ts'
import { DIRECTORY, directorySubject } from '../subjects.ts'

const show = { name: 'directory', params: {} }
const NOTHING = { units: [], teams: [], priorities: [], workItems: [] }
const NO_COUNTS = { linked: 0, changed: 0, moved: 0, joined: 0, ended: 0 }

const payload = z.object({
  number: z.int(),
  /** Version of the organization that the preview showed. */
  seen: z.int(),
  /** Whether newcomers are recorded, too. */
  join: z.boolean(),
})

export function applyDirectoryCommand(deps: { readonly blobs: Blobs }, right: Right): Command {
  return {
    type: 'directory.apply',
    payload,
    async prepare(db, raw, meta) {
      const { number, seen, join } = payload.parse(raw)
      const head = await foldSubject(db, directorySubject, DIRECTORY)
      const examined =
        head.state.status === 'read' && head.state.number === number
          ? await examineDirectory(db, deps.blobs, head.state.rows, meta.today)
          : undefined
      const facts = {
        ...{ number, seen },
        present: examined?.present.school.version ?? seen,
        counts: examined ? countsOf(examined, join) : NO_COUNTS,
      }
      const importer = await importerOf(db, right, meta)
      const decision = applyDirectory(head.state, facts, importer, actOf(meta))
      if ('refusal' in decision) return { refusal: decision.refusal, show }
      if (!examined) throw new Error(`reading ${number} was confirmed without a preview`)
      const people = settled(examined, join, meta.today)
      const event = { type: 'school.directory-applied', number, joined: join } as const
      const change = directorySubject.change(DIRECTORY, head, decision.events)
      return {
        change: {
          subjects: [change, ...reorganize(examined.present, { people, ...NOTHING }, event)],
          notices: [],
          also: [notesSettled()],
          answer: { done: { code: 'directory-confirmed', ...facts.counts } satisfies DirectoryDone, show },
        },
      }
    },
  }
}

const dropPayload = payload.pick({ number: true })

export const dropDirectoryCommand: Command = {
  type: 'directory.drop',
  payload: dropPayload,
  async prepare(db, raw, meta) {
    const { number } = dropPayload.parse(raw)
    const head = await foldSubject(db, directorySubject, DIRECTORY)
    const decision = dropDirectory(head.state, number, await importerOf(db, 'office', meta), actOf(meta))
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    return {
      change: {
        subjects: [directorySubject.change(DIRECTORY, head, decision.events)],
        notices: [],
        answer: { done: { code: 'directory-set-aside' } satisfies DirectoryDone, show },
      },
    }
  },
}
