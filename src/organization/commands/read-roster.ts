/** A roster is read: its cells are kept, and its sender gets a card with all faults or with what it would do. */
import * as z from 'zod'
import type { Command, Meta, Prepared } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { Database } from '../../store/database.ts'
import type { Unreadable } from '../../workbook/unreadable.ts'
import type { OrganizationDeps } from '../deps.ts'
import { actOf, findGateAreas } from '../examine.ts'
import { checkRoster } from '../roster/check-roster.ts'
import { keepRows } from '../roster/kept-rows.ts'
import { readWorkbook } from '../roster/read-workbook.ts'
import type { RosterSheets } from '../roster/sheets.ts'
import { readRoster } from '../rules/roster.ts'
import { rosterSubject } from '../subjects.ts'
import { importerOf, type Right } from './right.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const workbookPayload = z.object({
  name: z.string().max(300),
  sha256,
  /** Bytes. */
  size: z.number(),
})

/** Executed when the bytes of the file are here. */
export function readRosterCommand(deps: OrganizationDeps, right: Right): Command {
  return {
    type: 'roster.read',
    payload: workbookPayload,
    async prepare(db, raw, meta) {
      const file = workbookPayload.parse(raw)
      const bytes = await deps.blobs.get(file.sha256)
      if (!bytes) throw new Error(`the file of a roster is gone: ${file.sha256}`)
      const read = await readWorkbook(bytes)
      const found = 'unreadable' in read ? read : { rows: await keep(db, deps, read.sheets, meta) }
      return prepareRead(db, { roster: file.sha256, name: file.name, found }, right, meta)
    },
  }
}

const rowsPayload = z.object({ name: z.string(), rows: sha256 })

/** The same for rows that are data already, kept by `keep`: only the operator has such. */
export const readRowsCommand: Command = {
  type: 'roster.read-rows',
  payload: rowsPayload,
  async prepare(db, raw, meta) {
    const { name, rows } = rowsPayload.parse(raw)
    return prepareRead(db, { roster: rows, name, found: { rows } }, 'operator', meta)
  },
}

/** Keeps the cells. Accounts are looked up only for a roster without faults: a faulty one comes again. */
export async function keep(
  db: Database,
  deps: OrganizationDeps,
  sheets: RosterSheets,
  meta: Pick<Meta, 'today'>,
): Promise<string> {
  const checked = checkRoster(sheets, { areas: await findGateAreas(db), today: meta.today })
  return keepRows(deps, sheets, 'roster' in checked ? checked.roster.people : [])
}

interface ReadFile {
  readonly roster: string
  readonly name: string
  readonly found: { readonly rows: string } | { readonly unreadable: Unreadable }
}

async function prepareRead(
  db: Database,
  { roster, name, found }: ReadFile,
  right: Right,
  meta: Meta,
): Promise<Prepared> {
  const subject = `roster:${roster}` as const
  const head = await foldSubject(db, rosterSubject, subject)
  const decision = readRoster(name, found, await importerOf(db, right, meta), actOf(meta))
  if ('refusal' in decision) return decision
  const change = rosterSubject.change(subject, head, decision.events)
  const view = { name: 'roster', params: { roster } }
  const notice = { to: meta.by, view, about: subject, key: `roster:${roster}:${change.version}:${meta.by}` }
  return {
    change: {
      subjects: [change],
      notices: right === 'office' ? [notice] : [],
      answer: { done: { code: 'roster-read' } },
    },
  }
}
