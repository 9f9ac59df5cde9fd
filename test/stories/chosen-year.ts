/** A whole year through its commands, in short, under what the office chose of that which the regulation leaves open. */
import { assessment } from '../../src/assessment/chapter.ts'
import { listScores } from '../../src/assessment/queries.ts'
import type { AssessedGoal } from '../../src/assessment/rules/goal.ts'
import type { Mark } from '../../src/assessment/rules/marks.ts'
import type { Command } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { setCoefficientsCommand } from '../../src/policy/coefficients/commands.ts'
import { confirmPolicyCommand, enterPhaseCommand, openYearCommand } from '../../src/policy/commands.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { valuesIn } from '../../src/policy/rules/catalogue.ts'
import { markOfPolicy } from '../../src/policy/rules/confirm.ts'
import { type ChosenValues, valuesOf } from '../../src/policy/rules/policy.ts'
import { announceCommand } from '../../src/results/commands/announce-results.ts'
import { proposeCommand, ratifyCommand } from '../../src/results/commands/decide-results.ts'
import { reportGateCommand } from '../../src/results/commands/report-gate.ts'
import { listResults } from '../../src/results/queries.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { goalsOf, seedGoal } from '../assessment/world.ts'
import { act, campus, chooses, codeOf } from '../policy/campus.ts'
import { naming, passGates } from '../results/year-in-results.ts'

/** Scores of a unit's goals: key of weight 2 and 1, special, three routine; null for a goal that it does not have. */
export type Scores = readonly (number | null)[]

const alike = (score: number): Scores => [score, score, score, score, score, score]

/** The example of rulebook 5.2: with its special goal at 教务处, without it at 药学院. */
const SCORES: { readonly [unit: string]: Scores } = {
  JX01: [92, 80, null, 88, 90, 86],
  JX02: alike(100),
  FY01: alike(96),
  XZ01: [92, 80, 95, 88, 90, 86],
  XZ02: alike(100),
}

/** In ten-thousandths: those of the example, and ones that lead to 105 points. */
const COEFFICIENTS = {
  XZ01: { key: 1_0500, special: 1_0000, routine: 9800 },
  XZ02: { key: 1_2000, special: 1_0000, routine: 1_0000 },
}

export interface Lived {
  readonly db: SqliteDatabase
  /** Somebody’s act, which must be done. */
  does(command: Command, by: string, payload: JsonObject): Promise<void>
  finalOf(unit: string): Promise<number | null | undefined>
  /** The grades as they are announced. */
  grades(): Promise<{ readonly [unit: string]: string }>
}

/** Until all scores are decided; `scores` are those that differ from the example. */
export async function livedYear(
  values: ChosenValues,
  scores: { readonly [unit: string]: Scores } = {},
): Promise<Lived> {
  const db = campus()
  const does: Lived['does'] = async (command, by, payload) => {
    const outcome = await act(db, command, by, payload)
    if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`)
  }
  await does(openYearCommand, 'OF1', { year: 2026 })
  await choosesValues(db, values)
  for (const [unit, coefficients] of Object.entries(COEFFICIENTS))
    await does(setCoefficientsCommand, 'OF1', { year: 2026, unit, coefficients })
  await does(enterPhaseCommand, 'OF1', { year: 2026, phase: 'assessment', from: 'setting' })
  for (const [unit, given] of Object.entries({ ...SCORES, ...scores }))
    await isAssessed(db, does, unit, given)
  return {
    db,
    does,
    finalOf: async (unit) => (await listScores(db, 2026)).find((one) => one.unit === unit)?.final,
    grades: async () => Object.fromEntries((await listResults(db, 2026)).map((one) => [one.unit, one.grade])),
  }
}

/** As the forms of the policy’s cards turn into commands; a subject on which nothing differs is refused. */
async function choosesValues(db: SqliteDatabase, values: ChosenValues): Promise<void> {
  for (const subject of ['scoring', 'grading'] as const) {
    const wished = { ...valuesOf((await getCurrentYear(db)).policy), ...values }
    const own = Object.fromEntries(valuesIn(subject).map((name) => [name, wished[name]]))
    const code = await chooses(db, 'OF1', subject, own)
    if (code !== 'values-chosen' && code !== 'refused: unchanged-values') throw new Error(code)
  }
}

async function isAssessed(
  db: SqliteDatabase,
  does: Lived['does'],
  unit: string,
  scores: Scores,
): Promise<void> {
  const graded = unit.startsWith('XZ')
  const goals = goalsOf(unit).filter((_, i) => scores[i] !== null)
  for (const goal of goals) seedGoal(db, unit, goal)
  const marks = goals.map((goal) => markOn(goal, scores[goal.number - 1] ?? 0, graded))
  const [convenor, ...members] = graded ? ['AG1', 'AG2', 'AG3'] : ['WG1', 'WG2', 'WG3']
  const on = { year: 2026, unit }
  for (const member of [convenor, ...members])
    await does(named('sheet.fill'), member ?? '', { ...on, marks, seal: true })
  await does(named('deliberation.open'), convenor ?? '', on)
  await does(named('deliberation.propose'), convenor ?? '', { ...on, round: 0, marks: [], seal: true })
  for (const member of members) await does(named('deliberation.agree'), member, { ...on, round: 1 })
}

function markOn({ number: goal }: AssessedGoal, score: number, graded: boolean): Mark & JsonObject {
  if (!graded) return { goal, deductions: score === 100 ? '' : `${100 - score} 没有做完` }
  const level = score >= 90 ? 1 : score >= 70 ? 2 : 3
  return { goal, level, score: score * 100, reason: level === 1 ? '' : '没有做完' }
}

function named(type: string): Command {
  const command = assessment.commands.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  return command
}

/** The chair confirms the policy, the lead units report, the ratio of the standard regime (in percent) is set. */
export async function comesToResults(
  { db, does }: Lived,
  percent: number,
  failed: readonly string[] = [],
): Promise<void> {
  await does(enterPhaseCommand, 'OF1', { year: 2026, phase: 'results', from: 'assessment' })
  const seen = markOfPolicy(await getCurrentYear(db))
  await does(confirmPolicyCommand, 'CH', { year: 2026, notice: '校发〔2026〕12号', seen })
  const verdicts = failed.map((unit) => ({ unit, verdict: 'fail', reason: '师德失范一起' }))
  if (failed.length > 0) await does(reportGateCommand, 'GA-ethics', { year: 2026, area: 'ethics', verdicts })
  await passGates(db)
  await does(proposeCommand, 'CH', { year: 2026, ratios: { standard: percent * 100, graded: 0 } })
}

/** The chair names these, and the office announces; answers what the naming came to. */
export async function names({ db, does }: Lived, units: readonly string[]): Promise<string> {
  const code = codeOf(await act(db, ratifyCommand, 'CH', await naming(db, units)))
  if (code === 'results-ratified') await does(announceCommand, 'OF1', { year: 2026 })
  return code
}
