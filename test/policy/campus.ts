import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { Command, Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { Instant } from '../../src/kernel/time.ts'
import type { Viewer } from '../../src/kernel/view.ts'
import { policy } from '../../src/policy/chapter.ts'
import { confirmPolicyCommand, openYearCommand } from '../../src/policy/commands.ts'
import { findYear, getCurrentYear } from '../../src/policy/queries.ts'
import type { PolicySubject } from '../../src/policy/rules/catalogue.ts'
import { markOfPolicy } from '../../src/policy/rules/confirm.ts'
import type { ChosenValues } from '../../src/policy/rules/policy.ts'
import { markOfValues } from '../../src/policy/rules/values.ts'
import { chooseValuesCommand } from '../../src/policy/values/commands.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'
import { viewerOf } from '../world/viewer.ts'

const AT: Instant = '2026-12-01T02:00:00.000Z'
let causes = 0

export function campus(): SqliteDatabase {
  const db = freshDatabase()
  seedOrganization(db)
  return db
}

export const metaOf = (by: string): Meta => {
  causes += 1
  return { by, inNameOf: by, causes: [`cause-${causes}`], at: AT, today: '2026-12-01' }
}

export const viewer = (person: string): Viewer => viewerOf(person, { at: AT, today: '2026-12-01' })

export const act = (
  db: SqliteDatabase,
  command: Command,
  by: string,
  payload: JsonObject,
): Promise<Outcome> => execute(db, command, payload, metaOf(by))

/** The code that an outcome carries, and whether it was refused. */
export const codeOf = (outcome: Outcome): string =>
  outcome.ok ? outcome.done.code : `refused: ${outcome.refusal.code}`

/** The year 2026, with its policy as the regulation has it, confirmed; two in the office. */
export async function confirmedCampus(): Promise<SqliteDatabase> {
  const db = campus()
  db.exec("INSERT INTO person (id, name, unit, title) VALUES ('OF2', '办公室 副手', NULL, '')")
  db.exec("INSERT INTO role_held (person, role, scope, from_on) VALUES ('OF2', 'office', '', '2026-01-01')")
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  await confirms(db)
  return db
}

export async function confirms(db: SqliteDatabase, notice = '校发〔2026〕1号'): Promise<string> {
  const seen = markOfPolicy(await getCurrentYear(db))
  return codeOf(await act(db, confirmPolicyCommand, 'CH', { year: 2026, seen, notice }))
}

/** Values of a subject, as on the card that stands now; `seen` is the mark of an older one. */
export async function chooses(
  db: SqliteDatabase,
  by: string,
  subject: PolicySubject,
  values: ChosenValues,
  seen?: string,
): Promise<string> {
  const open = await findYear(db, 2026)
  const mark = seen ?? (open ? markOfValues(open.policy, subject) : '')
  const payload = { year: 2026, subject, seen: mark, values: values as JsonObject }
  return codeOf(await act(db, chooseValuesCommand, by, payload))
}

/** The card of a view of the policy, valid for the platform; as text. */
export async function policyCardOf(
  db: SqliteDatabase,
  person: string,
  name: string,
  params: JsonObject = {},
): Promise<string> {
  const view = policy.views.find((one) => one.name === name)
  const message = await view?.render(db, params, viewer(person))
  if (message?.kind !== 'card') throw new Error('no card')
  const rendered = renderCard(message.card)
  const faults = validateCard(rendered)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return JSON.stringify(rendered)
}

/** The fold of a subject's journal, beside the state that is stored. */
export async function foldAndState<State, Event>(
  db: SqliteDatabase,
  subject: string,
  evolve: (state: State, event: Event) => State,
  initial: State,
): Promise<{ fold: unknown; state: unknown }> {
  const journal = await listJournal(db, subject)
  const fold = journal.map((row) => JSON.parse(row.body) as Event).reduce(evolve, initial)
  const row = await findSubject(db, subject)
  return { fold: JSON.parse(JSON.stringify(fold)), state: JSON.parse(row?.state ?? 'null') }
}
