import type { Card } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { setCoefficientsCommand } from '../../src/policy/coefficients/commands.ts'
import { confirmPolicyCommand, enterPhaseCommand, openYearCommand } from '../../src/policy/commands.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { markOfPolicy } from '../../src/policy/rules/confirm.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { results } from '../../src/results/chapter.ts'
import { passGateCommand } from '../../src/results/commands/report-gate.ts'
import { findResults } from '../../src/results/queries.ts'
import { markOfProposal } from '../../src/results/rules/results.ts'
import { findStanding } from '../../src/results/standing.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, campus, viewer } from '../policy/campus.ts'
import { UNITS } from '../world/seed.ts'

export const AREAS = REGULATION_DEFAULTS.gateAreas.map((area) => area.key)
export const ALL_UNITS: string[] = UNITS.map((unit) => unit.id)

/** The small university in phase results: policy confirmed, no scores and no gate reports yet. */
export async function campusInResults(): Promise<SqliteDatabase> {
  const db = campus()
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  const coefficients = { key: 10_000, special: 10_000, routine: 10_000 }
  for (const unit of ['XZ01', 'XZ02'])
    await act(db, setCoefficientsCommand, 'OF1', { year: 2026, unit, coefficients })
  const seen = markOfPolicy(await getCurrentYear(db))
  await act(db, confirmPolicyCommand, 'CH', { year: 2026, notice: '校发1号', seen })
  await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'results', from: 'setting' })
  db.exec('DELETE FROM outbox')
  return db
}

/** Final scores in hundredths, as the assessment chapter keeps them. */
export function giveScores(db: SqliteDatabase, finals: { readonly [unit: string]: number }): void {
  for (const [unit, final] of Object.entries(finals))
    db.exec(
      `INSERT OR REPLACE INTO score (year, unit, assessment, status, final, answer) VALUES (2026, '${unit}', 'assessment:2026:${unit}', 'decided', ${final}, 'received')`,
    )
}

export async function passGates(db: SqliteDatabase, areas: readonly string[] = AREAS): Promise<void> {
  for (const area of areas)
    await act(db, passGateCommand, `GA-${area}`, { year: 2026, area, units: ALL_UNITS })
}

/** All is there: 药学院 95, 护理学院 92, 附属医院 92, 教务处 91, 科技处 69.99. */
export async function completeCampus(): Promise<SqliteDatabase> {
  const db = await campusInResults()
  giveScores(db, { JX01: 95_00, JX02: 92_00, FY01: 92_00, XZ01: 91_00, XZ02: 69_99 })
  await passGates(db)
  db.exec('DELETE FROM outbox')
  return db
}

/** The payload that the chair's card would carry now. */
export async function naming(
  db: SqliteDatabase,
  named: readonly string[],
  left: readonly string[] = [],
): Promise<JsonObject> {
  const { scored } = await findStanding(db, await getCurrentYear(db))
  const state = await findResults(db, 2026)
  const ratios = state.status === 'unproposed' ? { standard: 0, graded: 0 } : state.ratios
  return { year: 2026, named, left, seen: markOfProposal(ratios, scored) }
}

/** A view of the chapter as the person sees it. @throws when it is no card, or one that cannot be sent */
export async function cardOf(
  db: SqliteDatabase,
  name: string,
  params: JsonObject,
  person: string,
): Promise<Card> {
  const view = results.views.find((one) => one.name === name)
  const message = await view?.render(db, params, viewer(person))
  if (message?.kind !== 'card') throw new Error(`${name} is no card`)
  const faults = validateCard(renderCard(message.card))
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
  return message.card
}
