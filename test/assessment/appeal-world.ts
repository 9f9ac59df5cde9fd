/** A unit with decided scores, and those who have to do with its appeal, acting through commands on any day. */
import { appeal } from '../../src/assessment/appeal/chapter.ts'
import { appealSubject } from '../../src/assessment/appeal/subject.ts'
import { assessment } from '../../src/assessment/chapter.ts'
import { findAssessment } from '../../src/assessment/queries.ts'
import type { Decided } from '../../src/assessment/rules/assessment.ts'
import type { Mark } from '../../src/assessment/rules/marks.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { Outcome } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { foldSubject } from '../../src/kernel/subject.ts'
import type { Instant, LocalDate } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { readCard } from '../world/card.ts'
import { act, assessmentTime, deliberate, graded, type Opening, standard } from './world.ts'

export const JX = { year: 2026, unit: 'JX01' } as const
export const ONE = { ...JX, number: 1 } as const
/** Decided on Tuesday 1 December 2026: the fifth working day after is the 8th. */
export const LAST_DAY = '2026-12-08'

export const chapter = appeal({ blobs: memoryBlobs() })
const commands = [...assessment.commands, ...chapter.commands]
const views = [...assessment.views, ...chapter.views]

export const momentOf = (day: LocalDate): Instant => `${day}T02:00:00.000Z`

let causes = 0

export interface Doing {
  readonly on?: LocalDate
  readonly inNameOf?: string
}

/** Executes a command of the chapter, or of the assessment, as a person. */
export function does(
  db: SqliteDatabase,
  person: string,
  type: string,
  payload: object,
  { on = '2026-12-02', inNameOf = person }: Doing = {},
): Promise<Outcome> {
  const command = commands.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  const cause = `appeal-cause-${++causes}`
  return execute(db, command, payload, { by: person, inNameOf, causes: [cause], at: momentOf(on), today: on })
}

export const code = (outcome: Outcome): string => (outcome.ok ? outcome.done.code : outcome.refusal.code)

/** 药学院 (standard, WG) has 89.05, 教务处 (graded, AG) its levels. */
export async function decide(db: SqliteDatabase, unit: string, marks: readonly Mark[]): Promise<void> {
  const members = unit.startsWith('XZ') ? (['AG1', 'AG2', 'AG3'] as const) : (['WG1', 'WG2', 'WG3'] as const)
  await deliberate(db, unit, members, marks)
  await act(db, members[0], 'deliberation.propose', { year: 2026, unit, round: 0, marks: [], seal: true })
  for (const member of members.slice(1))
    await act(db, member, 'deliberation.agree', { year: 2026, unit, round: 1 })
}

export async function decidedTime(opening: Opening = {}): Promise<SqliteDatabase> {
  const db = assessmentTime(opening)
  await decide(db, 'JX01', standard)
  db.exec('DELETE FROM outbox')
  return db
}

export async function gradedTime(): Promise<SqliteDatabase> {
  const db = assessmentTime({ coefficients: { XZ01: { key: 1_0000, special: 1_0000, routine: 1_0000 } } })
  await decide(db, 'XZ01', graded())
  return db
}

export const drafting = (places: readonly string[], more: object = {}): object => ({
  ...JX,
  version: 1,
  places,
  why: '佐证材料已按期提交',
  ...more,
})

/** The unit has appealed against these deductions. */
export async function sent(
  db: SqliteDatabase,
  places: readonly string[] = ['1.1', '2.1'],
  on?: LocalDate,
): Promise<void> {
  const when = on ? { on } : {}
  for (const outcome of [
    await does(db, 'C-JX01', 'appeal.draft', drafting(places), when),
    await does(db, 'H-JX01', 'appeal.send', ONE, when),
  ])
    if (!outcome.ok) throw new Error(`not sent: ${outcome.refusal.code}`)
}

export const verdict = (place: string, points: number | null, reason = '经核实材料') => ({
  place,
  points,
  reason,
})

/** The appeal is with the leading group, and its outcome is written. */
export async function withLeaders(
  db: SqliteDatabase,
  verdicts: readonly ReturnType<typeof verdict>[],
  number = 1,
): Promise<void> {
  await does(db, 'OF1', 'appeal.route', { ...JX, number, to: 'leaders' })
  const weighed = await does(db, 'CH', 'appeal.weigh', { ...JX, number, page: 0, verdicts })
  if (!weighed.ok) throw new Error(`not weighed: ${weighed.refusal.code}`)
}

/** The group put an outcome. */
export async function put(
  db: SqliteDatabase,
  verdicts: readonly ReturnType<typeof verdict>[],
): Promise<Outcome> {
  await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group', words: '请复核' })
  await does(db, 'WG1', 'appeal.weigh', { ...ONE, page: 0, verdicts })
  return does(db, 'WG1', 'appeal.put', ONE)
}

/** The chair decides what the card shows. */
export async function decides(
  db: SqliteDatabase,
  person = 'CH',
  number = 1,
  doing: Doing = {},
): Promise<Outcome> {
  const seen = /"seen":"([^"]+)"/.exec(await sees(db, person, 'appeal', { ...JX, number }, doing))?.[1] ?? ''
  return does(db, person, 'appeal.decide', { ...JX, number, seen }, doing)
}

/** The card's words as they are drawn, then all of it as JSON; every card that is looked at is one that Feishu takes. */
export async function sees(
  db: SqliteDatabase,
  person: string,
  name: string,
  params: object = {},
  { on = '2026-12-02', inNameOf = person }: Doing = {},
): Promise<string> {
  const view = views.find((one) => one.name === name)
  if (!view) throw new Error(`no view ${name}`)
  const message = await view.render(db, params, { by: person, inNameOf, at: momentOf(on), today: on })
  if (message.kind !== 'card') throw new Error(`no card ${name}`)
  const rendered = renderCard(message.card)
  const faults = validateCard(rendered)
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
  const drawn = JSON.stringify(rendered)
  return `${readCard(drawn).text}\n${drawn}`
}

export async function scores(db: SqliteDatabase, unit = 'JX01'): Promise<Decided> {
  const state = await findAssessment(db, 2026, unit)
  if (state.status !== 'decided') throw new Error(`${unit} is ${state.status}`)
  return state
}

export const state = async (db: SqliteDatabase, number = 1) =>
  (await foldSubject(db, appealSubject, `appeal:2026:JX01:${number}`)).state

export const told = (db: SqliteDatabase): string[] =>
  (
    db.raw(`SELECT person || ' ' || view AS told FROM outbox WHERE kind = 'send' ORDER BY told`) as {
      told: string
    }[]
  ).map((row) => row.told)

/** What waits for the person, as text. */
export async function waits(
  db: SqliteDatabase,
  person: string,
  { on = '2026-12-02', inNameOf = person }: Doing = {},
) {
  const viewer = { by: person, inNameOf, at: momentOf(on), today: on }
  return (await chapter.todo(db, viewer)).map((one) => one.text)
}
