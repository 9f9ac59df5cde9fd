/** `journal.check`: the office asks; `journal.walk`: the clock recomputes, turn by turn, until the end. */
import * as z from 'zod'
import { command, type Meta, type Notice } from '../../kernel/command.ts'
import { refused } from '../../kernel/decision.ts'
import { getActor, listHolders } from '../../organization/queries.ts'
import { signedBy } from '../../policy/rules/signed.ts'
import type { Database } from '../../store/database.ts'
import { askCheck, type JournalCheckState, takeTurn } from '../rules/journal-check.ts'
import { JOURNAL_CHECK, journalCheckSubject } from '../subjects.ts'
import { walkJournal } from '../walk.ts'

const view = { name: 'journal-check', params: {} } as const

export const checkJournalCommand = command({
  type: 'journal.check',
  payload: z.object({}),
  on: journalCheckSubject,
  id: () => JOURNAL_CHECK,
  context: (db, _, meta) => getActor(db, meta),
  decide: (state, _, actor, meta) => askCheck(state, actor, signedBy(actor, meta.at)),
  tell: () => ({ answer: { done: { code: 'checking-journal' } as const, show: view } }),
  onRefusal: ({ code }) => (code === 'running-check' ? view : undefined),
})

/** A turn reads so many pieces of 500 entries at most, within what a machine may ask of a database at once. */
const PIECES = 800

export const walkJournalCommand = command({
  type: 'journal.walk',
  payload: z.object({}),
  on: journalCheckSubject,
  id: () => JOURNAL_CHECK,
  context: turnOf,
  decide: (state, _, context, meta) =>
    context ? takeTurn(state, context.turn, meta.at) : refused({ code: 'unasked-check' } as const),
  tell: ({ after, version, context }) => ({
    notices: noticesOf(after, context?.office ?? [], version),
    answer: { done: { code: 'walked-journal' } as const, silent: true },
  }),
})

async function turnOf(db: Database, _: object, meta: Meta, state: JournalCheckState) {
  if (meta.by !== 'clock' || state.status !== 'asked') return undefined
  let left = PIECES
  const turn = await walkJournal(db, state.course, { goesOn: () => --left > 0 })
  const office = (await listHolders(db, 'office', '', meta.today)).map(({ id }) => id)
  return { turn, office }
}

/** Who asked is told how it came out; of something broken, the whole office. */
function noticesOf(state: JournalCheckState, office: readonly string[], version: number): Notice[] {
  if (state.status !== 'checked') return []
  const { asked, broken } = state.last
  return [...new Set([asked.by, ...(broken ? office : [])])].map((to) => ({
    ...{ to, view, about: JOURNAL_CHECK, key: `journal-check:${version}:${to}` },
  }))
}
