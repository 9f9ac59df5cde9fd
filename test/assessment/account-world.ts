/** The university of `world.ts` with accounts and findings: people act by `do`, `C-JX01` or `T1 for WG2`. */
import type { Card, Message } from '../../cards/kit.ts'
import { account } from '../../src/assessment/account/chapter.ts'
import { assessment } from '../../src/assessment/chapter.ts'
import type { FindingMark } from '../../src/assessment/rules/finding-marks.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { Viewer } from '../../src/kernel/view.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { AT, assessmentTime, goalsOf, type Opening, TODAY } from './world.ts'

export const JX = { year: 2026, unit: 'JX01' }
export const XZ = { year: 2026, unit: 'XZ01' }

/** Goal 1 of JX01 is counted, 50 门; the others are described. */
export function accountTime(opening: Opening = {}): SqliteDatabase {
  const db = assessmentTime(opening)
  seedMeasure(db, 'JX01', 50_00)
  return db
}

export function seedMeasure(db: SqliteDatabase, unit: string, target: number): void {
  const measure = { kind: 'quantified', indicator: '建成课程', measureUnit: '门', target }
  const state = { goals: [{ id: `${unit}-1`, content: { measure } }] }
  db.exec(
    `INSERT OR REPLACE INTO subject (id, version, hash, state) VALUES ('plan:2026:${unit}', 1, '', '${JSON.stringify(state)}')`,
  )
}

let acts = 0

export function metaOf(acting: string): Meta {
  const [by = '', inNameOf = by] = acting.split(' for ')
  return { by, inNameOf, causes: [`account-${++acts}`], at: AT, today: TODAY }
}

const viewerOf = (acting: string): Viewer => {
  const { by, inNameOf, at, today } = metaOf(acting)
  return { by, inNameOf, at, today }
}

const CHAPTERS = [assessment, account]

export function act(db: SqliteDatabase, acting: string, type: string, payload: JsonObject): Promise<Outcome> {
  const command = CHAPTERS.flatMap(({ commands }) => commands).find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  return execute(db, command, payload, metaOf(acting))
}

export const codeOf = (outcome: Outcome): string => (outcome.ok ? outcome.done.code : outcome.refusal.code)

export function look(
  db: SqliteDatabase,
  acting: string,
  name: string,
  params: JsonObject = {},
): Promise<Message> {
  const view = CHAPTERS.flatMap(({ views }) => views).find((one) => one.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return view.render(db, params, viewerOf(acting))
}

export async function cardOf(
  db: SqliteDatabase,
  acting: string,
  name: string,
  params: JsonObject = {},
): Promise<Card> {
  const message = await look(db, acting, name, params)
  if (message.kind !== 'card') throw new Error(`no card ${name}`)
  const faults = validateCard(renderCard(message.card))
  if (faults.length > 0) throw new Error(`refused by the platform: ${JSON.stringify(faults)}`)
  return message.card
}

/** The words of a card that the platform takes. */
export const read = async (db: SqliteDatabase, acting: string, name: string, params: JsonObject = {}) =>
  JSON.stringify(await cardOf(db, acting, name, params))

export const todos = async (db: SqliteDatabase, acting: string): Promise<string[]> =>
  (await Promise.all(CHAPTERS.map(({ todo }) => todo(db, viewerOf(acting))))).flat().map((one) => one.text)

export const said = (goal: number, more: JsonObject = {}): JsonObject => ({
  ...{ goal, value: null, met: 'met', words: `第${goal}项已完成`, reason: '', evidence: [] },
  ...more,
})

/** Everything that the account of a unit needs; goal 1 is counted. */
export const wholeAccount = (value = 50_00): JsonObject[] => [
  said(1, { value, met: null, reason: value < 50_00 ? '两门推迟' : '' }),
  ...[2, 3, 4, 5, 6].map((goal) => said(goal)),
]

/** The contact writes it whole, the head signs it off. */
export async function signs(db: SqliteDatabase, { year, unit }: typeof JX): Promise<void> {
  const goals = goalsOf(unit).map(({ number }) => said(number))
  const all = unit === 'JX01' ? wholeAccount() : goals
  await act(db, `C-${unit}`, 'account.state', { year, unit, said: all })
  const outcome = await act(db, `H-${unit}`, 'account.sign', { year, unit, seen: 1 })
  if (!outcome.ok) throw new Error(`not signed: ${JSON.stringify(outcome)}`)
}

export interface Found {
  readonly goal?: string | null
  readonly kind?: 'good' | 'problem' | 'rectification'
  readonly fact?: string
}

/** A published finding, as inspections leave it. */
export function seedFinding(db: SqliteDatabase, unit: string, number: number, found: Found = {}): void {
  const { goal = null, kind = 'problem', fact = `第${number}条发现` } = found
  const inspection = `inspection:2026:${unit}`
  db.exec(`INSERT OR IGNORE INTO inspection (id, year, number, body, kind, status, purpose, held_on, moved_at)
    VALUES ('${inspection}', 2026, ${Number(unit.slice(2)) + (unit < 'X' ? 0 : 100)}, 'WG', 'visit', 'planned', '核实', '2026-10-01', '${AT}')`)
  db.exec(`INSERT OR IGNORE INTO inspection_unit (inspection, unit) VALUES ('${inspection}', '${unit}')`)
  const severity = kind === 'good' ? 'NULL' : "'grave'"
  const [status, due] = kind === 'rectification' ? ['open', "'2026-11-01'"] : ['published', 'NULL']
  db.exec(`INSERT INTO finding (id, year, number, inspection, body, unit, goal, kind, severity, fact, status, due_on, published_by, published_at, moved_at)
    VALUES ('finding:2026:${number}', 2026, ${number}, '${inspection}', 'WG', '${unit}', ${goal === null ? 'NULL' : `'${goal}'`},
      '${kind}', ${severity}, '${fact}', '${status}', ${due}, 'OF1', '${AT}', '${AT}')`)
}

export const takes = (finding: number, words: string, goal: number | null = null): FindingMark => ({
  ...{ finding, take: true, words, goal },
})
export const drops = (finding: number, words: string): FindingMark => ({
  ...{ finding, take: false, words, goal: null },
})

/** `by` may act for `of` in these duties, `all` without. */
export function seedDelegation(
  db: SqliteDatabase,
  of: string,
  by: string,
  duty = { role: 'all', scope: '' },
): void {
  db.exec(`INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
    VALUES ('${of}', 1, '${by}', '${JSON.stringify([duty])}', '2026-01-01', '2026-12-31', '${of}', '2026-01-01T00:00:00.000Z')`)
}

/** Somebody without any role, of a unit or of none. */
export function seedPerson(db: SqliteDatabase, id: string, unit: string | null = null): void {
  db.exec(
    `INSERT INTO person (id, name, unit, title) VALUES ('${id}', '${id}先生', ${unit ? `'${unit}'` : 'NULL'}, '')`,
  )
}
