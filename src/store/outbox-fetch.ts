/** What has to come from the platform after a commit: the file of a message, or the directory. */
import { sql } from 'kysely'
import type { DirectoryRead, FileFetch } from '../kernel/command.ts'
import type { Instant } from '../kernel/time.ts'
import type { Statement } from './database.ts'
import { prepared } from './prepared.ts'
import type { OutboxTable } from './schema/kernel.ts'

const enqueueFile = prepared(
  (
    db,
    p: {
      key: string
      person: string
      command: string
      params: string
      about: string | null
      messageId: string
      at: Instant
      cause: string | null
    },
  ) =>
    db
      .insertInto('outbox')
      .values({
        key: p.key,
        kind: 'fetch',
        person: p.person,
        view: p.command,
        params: p.params,
        about: p.about,
        message_id: p.messageId,
        state: 'waiting',
        attempts: 0,
        due_at: p.at,
        lease: null,
        wish: 1,
        error: null,
        created_at: p.at,
        cause: p.cause,
      })
      .onConflict((on) => on.column('key').doNothing()),
)

/** A file to fetch from the platform; `view` names the command that follows, `params` holds the file and the command's payload. */
export function enqueueFetch(fetch: FileFetch, at: Instant, cause: string | null = null): Statement {
  const params = JSON.stringify({ file: fetch.file, with: fetch.into.with })
  return enqueueFile({
    key: `fetch:${fetch.key}`,
    person: fetch.person,
    command: fetch.into.command,
    params,
    about: fetch.about ?? null,
    messageId: fetch.messageId,
    at,
    cause,
  })
}

/** Begins the key of a row that reads the platform's directory. */
export const DIRECTORY_READ = 'fetch:directory:'

/** The directory to read from the platform; `view` and `params` as with a file. */
export function enqueueDirectoryRead(
  read: DirectoryRead,
  at: Instant,
  cause: string | null = null,
): Statement {
  return enqueueFile({
    key: `${DIRECTORY_READ}${read.key}`,
    person: read.person,
    command: read.into.command,
    params: JSON.stringify({ with: read.into.with }),
    about: read.about,
    messageId: '',
    at,
    cause,
  })
}

const extend = prepared(
  (_, p: { key: string; lease: string; until: Instant }) => sql<never>`
  UPDATE outbox SET due_at = ${p.until} WHERE key = ${p.key} AND lease = ${p.lease} AND state = 'leased'`,
)

/** It takes longer than a lease: the row stays with who holds it. */
export function extendLease(row: OutboxTable, until: Instant): Statement {
  return extend({ key: row.key, lease: row.lease ?? '', until })
}
