/** A unit with as many and as long deductions as there can be. */
import { type AppealState, unweighed } from '../../src/assessment/appeal/rules/appeal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { decide, sees } from './appeal-world.ts'
import { assessmentTime, goalsOf, seedGoal } from './world.ts'

export const GOALS = 30
export const DEDUCTIONS = 10
const NUMBERS = Array.from({ length: GOALS }, (_, at) => at + 1)
const INDEXES = Array.from({ length: DEDUCTIONS }, (_, at) => at + 1)

export const places = NUMBERS.flatMap((goal) => INDEXES.map((index) => `${goal}.${index}`))

/** Nine hundred characters of a goal's lines are what a sheet takes. */
export const longReason = (sign: string, goal: number, index: number): string =>
  `${sign.repeat(70)}${goal}之${index}`
export const longWhy = (sign: string, place: string): string => `${sign.repeat(480)}${place}`
export const longVerdict = (sign: string, place: string): string => `决定${sign.repeat(480)}${place}`

export interface Large {
  readonly db: SqliteDatabase
  readonly files: readonly string[]
}

export async function largeTime(sign: string, goals = GOALS, deductions = DEDUCTIONS): Promise<Large> {
  const db = assessmentTime()
  const [first] = goalsOf('JX01')
  for (const number of NUMBERS.slice(6, goals))
    if (first) seedGoal(db, 'JX01', { ...first, id: `JX01-${number}`, number })
  db.exec(
    `UPDATE goal SET title = '${sign.repeat(60)}', criterion = '${sign.repeat(499)}' || number WHERE unit = 'JX01'`,
  )
  const text = (goal: number): string =>
    INDEXES.slice(0, deductions)
      .map((index) => `1.5 ${longReason(sign, goal, index)}`)
      .join('\n')
  await decide(
    db,
    'JX01',
    NUMBERS.slice(0, Math.max(6, goals)).map((goal) => ({ goal, deductions: text(goal) })),
  )
  const files = Array.from({ length: 10 }, (_, at) => `file-${at}`)
  for (const id of files)
    db.exec(
      `INSERT INTO evidence (id, person, message_id, kind, name, state, at, batch) VALUES ('${id}', 'H-JX01', 'om', 'file', '${'长'.repeat(80)}${id}.pdf', 'awaited', '2026-12-01T00:00:00.000Z', '${id}')`,
    )
  return { db, files }
}

/** The words of every page, each drawn as Feishu takes it. */
export async function pages({ db }: Large, person: string, name: string, params: object): Promise<string[]> {
  const all: string[] = []
  for (let more = true; more; ) {
    const card = await sees(db, person, name, { ...params, page: all.length })
    all.push(card.slice(0, card.indexOf('\n{"schema"')))
    more = card.includes('"content":"下一页')
  }
  return all
}

export const unfilled = (state: AppealState): number =>
  'verdicts' in state ? unweighed(state.items, state.verdicts).length : Number.NaN
