/** The corridor, and the only way in which state changes: receipt known? prepare; commit; on a conflict decide again. */
import { ConflictError, type Database, DuplicateError, type Statement } from '../store/database.ts'
import { insertJournal, upsertSubject } from '../store/journal.ts'
import { enqueueNotice, enqueueUpdates } from '../store/outbox.ts'
import { enqueueForDelegates } from '../store/outbox-delegates.ts'
import { enqueueDirectoryRead, enqueueFetch } from '../store/outbox-fetch.ts'
import { findOutcome, insertReceipt } from '../store/receipts.ts'
import type { Attach, Change, Command, Meta, Notice, Outcome, Prepared } from './command.ts'
import { journalEntries } from './journal.ts'

const MAX_ATTEMPTS = 4

export interface Execution {
  readonly attach?: Attach
  readonly tapped?: string
  /** Told how often it was decided: 0 where a repeated cause got its old outcome. */
  readonly note?: (attempts: number) => void
}

/**
 * Executes a command once per cause, however often it arrives, and however many act at the same time.
 * `attach` adds statements to the same batch. `tapped` is the message whose card the answer itself replaces.
 * A refusal leaves only its receipt; a lost race is decided again on the new state, and in the end refused as `busy`.
 */
export async function execute(
  db: Database,
  command: Command,
  payload: unknown,
  meta: Meta,
  options: Execution = {},
): Promise<Outcome> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    try {
      const prepared = await command.prepare(db, payload, meta)
      const outcome = outcomeOf(prepared)
      await db.commit([
        ...meta.causes.map((cause) => insertReceipt(cause, outcome, meta.at)),
        ...('change' in prepared ? statementsOf(prepared.change, meta, options.tapped) : []),
        ...(options.attach?.(outcome) ?? []),
      ])
      options.note?.(attempt)
      return outcome
    } catch (error) {
      // Nearly every cause is new, so its receipt is looked for only when it got in the way; what a repeat meets may even throw.
      const known = await findOutcome(db, meta.causes)
      if (known) {
        options.note?.(0)
        return known
      }
      if (!(error instanceof ConflictError)) throw error
    }
  }
  options.note?.(MAX_ATTEMPTS)
  return { ok: false, refusal: { code: 'busy' } }
}

/** Records that a cause was handled, with statements that no rule has to decide (a reply to a question). False when it was handled before. */
export async function settle(db: Database, meta: Meta, statements: readonly Statement[]): Promise<boolean> {
  const outcome: Outcome = { ok: true, done: { code: 'answered' } }
  try {
    await db.commit([...meta.causes.map((cause) => insertReceipt(cause, outcome, meta.at)), ...statements])
    return true
  } catch (error) {
    if (error instanceof DuplicateError) return false
    throw error
  }
}

function outcomeOf(prepared: Prepared): Outcome {
  if ('refusal' in prepared) {
    return { ok: false, refusal: prepared.refusal, ...(prepared.show && { show: prepared.show }) }
  }
  const { done, show, silent } = prepared.change.answer
  return { ok: true, done, ...(show && { show }), ...(silent && { silent }) }
}

function signatureOf({ signedAs }: Change, meta: Meta): Meta {
  if (!signedAs) return meta
  const { by, cause } = signedAs
  return { ...meta, by, inNameOf: by, causes: [cause] }
}

function statementsOf(change: Change, meta: Meta, tapped: string | undefined): Statement[] {
  const journal = change.subjects.map((one) => ({
    one,
    entries: journalEntries(one.subject, one.before, one.events, signatureOf(change, meta)),
  }))
  // What the journal does not say, no message tells either.
  const cause = change.signedAs ? null : meta.causes[0]
  const moved = journal.filter(({ entries }) => entries.length > 0)
  return [
    ...moved.flatMap(({ entries }) => entries.map(insertJournal)),
    ...moved.map(({ one, entries }) =>
      upsertSubject(one.subject, one.version, entries.at(-1)?.hash ?? '', one.state),
    ),
    ...moved.flatMap(({ one }) => one.rows),
    ...change.notices.map((notice: Notice) => enqueueNotice(notice, meta.at, cause)),
    ...enqueueForDelegates(change.notices, meta, cause),
    ...(change.also ?? []),
    ...(change.fetches ?? []).map((fetch) => enqueueFetch(fetch, meta.at, cause)),
    ...(change.reads ?? []).map((read) => enqueueDirectoryRead(read, meta.at, cause)),
    ...[...moved.map(({ one }) => one.subject), ...(change.touches ?? [])].map((subject) =>
      enqueueUpdates(subject, tapped ?? '', meta.at, cause),
    ),
  ]
}
