/** Boards over seeded goals and reports, as people see them: every card is drawn and found valid. */
import type { Card, Message } from '../../cards/kit.ts'
import { board } from '../../src/execution/board/chapter.ts'
import { cost } from '../../src/execution/cost/chapter.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { LocalDate } from '../../src/kernel/time.ts'
import type { Viewer } from '../../src/kernel/view.ts'
import type { Database } from '../../src/store/database.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'
import { viewerOf } from '../world/viewer.ts'
import { enter } from './lights-world.ts'
import { validCard } from './world.ts'

export const OPENED: LocalDate = '2026-03-02'

/** The seeded university in execution since 2 March, with an inspection team over the two offices. */
export async function boardWorld(): Promise<SqliteDatabase> {
  const db = freshDatabase()
  seedOrganization(db)
  db.exec(`INSERT INTO team (id, name, kind) VALUES ('IG', '第一督查组', 'inspection');
    INSERT INTO team_unit (group_id, unit) VALUES ('IG', 'XZ01'), ('IG', 'XZ02');
    INSERT INTO person (id, name, unit, title) VALUES ('IG1', '督查组 组长', NULL, '组长'), ('T1', '药学院 教师', 'JX01', '教师');
    INSERT INTO role_held (person, role, scope, from_on) VALUES ('IG1', 'inspection-convenor', 'IG', '2026-01-01')`)
  await enter(db, 'execution', `${OPENED}T01:00:00.000Z`)
  return db
}

export const onDay = (person: string, today: LocalDate): Viewer =>
  viewerOf(person, { at: `${today}T02:00:00.000Z`, today })

export async function look(
  db: Database,
  viewer: Viewer,
  name: string,
  params: JsonObject = {},
): Promise<Message> {
  const view = [...board.views, ...cost.views].find((one) => one.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return view.render(db, params, viewer)
}

export async function seeCard(
  db: Database,
  viewer: Viewer,
  name: string,
  params: JsonObject = {},
): Promise<Card> {
  return validCard(await look(db, viewer, name, params))
}

export const textOf = (card: Card): string => JSON.stringify(card)

/** The rows of the card's first table. */
export const rowsOf = (card: Card) =>
  card.elements.flatMap((part) => (part.tag === 'table' ? [part.rows] : []))[0] ?? []

export const buttonTexts = (card: Card): string[] =>
  card.elements.flatMap((part) => (part.tag === 'buttons' ? part.buttons.map(({ text }) => text) : []))

export function seedHelp(db: SqliteDatabase, goal: string, dueOn: LocalDate, words = '需要协调场地'): void {
  const unit = goal.split('-')[1]
  db.exec(`INSERT INTO help_request (id, goal, number, year, unit, status, words, holder, holder_name, asked_by, asked_name, asked_at, due_on, moved_at)
    VALUES ('help:${goal}:1', '${goal}', 1, 2026, '${unit}', 'open', '${words}', 'group:WG', '第一目标管理工作组', 'C-${unit}', '联络员',
      '2026-03-05T02:00:00.000Z', '${dueOn}', '2026-03-05T02:00:00.000Z')`)
}

/** Something found by a body on a goal; with a due date it is to be put right. */
export function seedFinding(
  db: SqliteDatabase,
  number: number,
  unit: string,
  more: {
    readonly goal?: string
    readonly dueOn?: LocalDate
    readonly body?: string
    readonly status?: string
    readonly fact?: string
  },
): void {
  const { goal, dueOn, body = 'WG', fact = '台账不全' } = more
  const [kind, status] = dueOn
    ? ['rectification', more.status ?? 'open']
    : ['problem', more.status ?? 'published']
  const text = (value: string | undefined): string => (value === undefined ? 'NULL' : `'${value}'`)
  db.exec(`INSERT INTO inspection (id, year, number, body, kind, status, purpose, held_on, moved_at)
      VALUES ('inspection:2026:${number}', 2026, ${number}, '${body}', 'visit', 'done', '调研', '2026-03-10', '2026-03-10T02:00:00.000Z');
    INSERT INTO inspection_unit (inspection, unit) VALUES ('inspection:2026:${number}', '${unit}');
    INSERT INTO finding (id, year, number, inspection, body, unit, goal, kind, severity, fact, status, due_on, published_by, published_at, moved_at)
      VALUES ('finding:2026:${number}', 2026, ${number}, 'inspection:2026:${number}', '${body}', '${unit}', ${text(goal)}, '${kind}', 'grave',
        '${fact}', '${status}', ${text(dueOn)}, 'WG1', '2026-03-11T02:00:00.000Z', '2026-03-11T02:00:00.000Z')`)
}
