/** Units whose scores are decided, and what 解释 shows of them. */
import type { Card } from '../../cards/kit.ts'
import { explanation } from '../../src/assessment/explain/chapter.ts'
import { type Mark, readMarks } from '../../src/assessment/rules/marks.ts'
import type { Acting } from '../../src/kernel/acting.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { listGoalsInForce } from '../../src/planning/queries.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { AT, assessmentTime, graded, type Opening, standard, TODAY } from './world.ts'

export const JX = { year: 2026, unit: 'JX01' }
const AFTER = { present: [], excused: [], recused: [], quorum: 2, sheets: {}, rounds: [], received: null }

/** The unit's score is decided with these marks: by default those of the worked example. */
export async function decide(
  db: SqliteDatabase,
  unit: 'JX01' | 'XZ01',
  marks: readonly Mark[] = unit === 'JX01' ? standard : graded(),
): Promise<void> {
  const regime = unit === 'JX01' ? 'standard' : 'graded'
  const goals = await listGoalsInForce(db, 2026, unit)
  const read = readMarks(regime, goals, marks)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const state = {
    ...AFTER,
    status: 'decided',
    regime,
    goals,
    agreed: read.entries,
    final: null,
    decidedAt: AT,
  }
  const id = `assessment:2026:${unit}`
  db.exec(
    `INSERT INTO subject (id, version, hash, state) VALUES ('${id}', 1, '', '${JSON.stringify(state).replaceAll("'", "''")}');
     INSERT INTO score (year, unit, assessment, status, final, answer) VALUES (2026, '${unit}', '${id}', 'decided', NULL, 'unanswered')`,
  )
}

/** 89.05 under the standard regime, 89.09 under the graded one. */
export async function decidedOn(unit: 'JX01' | 'XZ01', opening: Opening = {}): Promise<SqliteDatabase> {
  const db = assessmentTime(opening)
  await decide(db, unit)
  return db
}

export async function cardFor(
  db: SqliteDatabase,
  who: string | Pick<Acting, 'by' | 'inNameOf'>,
  params: JsonObject = JX,
): Promise<Card> {
  const acting = typeof who === 'string' ? { by: who, inNameOf: who } : who
  const [view] = explanation.views
  const message = await view?.render(db, params, { ...acting, at: AT, today: TODAY })
  if (message?.kind !== 'card') throw new Error('no card')
  return message.card
}

/** Every line that the card shows, as people read it. */
export async function linesFor(...asked: Parameters<typeof cardFor>): Promise<string[]> {
  const { elements } = await cardFor(...asked)
  return elements.flatMap((one) =>
    one.tag === 'text'
      ? one.spans
          .map(({ text }) => text)
          .join('')
          .split('\n')
      : [],
  )
}
