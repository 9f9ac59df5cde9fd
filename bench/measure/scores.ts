/** All units scored, ranked and graded in one go (Articles 23-25): by the rules alone, and from the tables on. */
import type { Entries, Entry } from '../../src/assessment/rules/entry.ts'
import { finalOf, sumsOfAgreed } from '../../src/assessment/rules/final-of.ts'
import type { AssessedGoal } from '../../src/assessment/rules/goal.ts'
import { findYear } from '../../src/policy/queries.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { proposeExcellence } from '../../src/results/rules/excellence.ts'
import { resultsOf } from '../../src/results/rules/graded.ts'
import type { ScoredUnit } from '../../src/results/rules/scored.ts'
import { findStanding } from '../../src/results/standing.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { percentile } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { openEmpty, openYear } from '../world/university.ts'

const SIZES = [50, 500, 5000]
const GOALS = 30
const MEMBERS = 5
const K = { key: 1_0333, special: 9_7777, routine: 1_0001 }
const RATIOS = { standard: 15_00, graded: 15_00 }
const TEXT = '完成场地改造和制度建设，全年培训教师三百人次，经专家组验收通过。'

export interface ScoresOptions {
  readonly folder: string
  readonly times: number
}

export async function measureScores({ folder, times }: ScoresOptions): Promise<void> {
  const rows: string[][] = []
  for (const size of SIZES) {
    const units = Array.from({ length: size }, (_, n) => decidedUnit(n))
    const db = openEmpty(`${folder}/scores-${size}.sqlite`)
    await openYear(db, 'results')
    fill(db, units)
    const pure = await timed(times, async () => gradedBy(units))
    const whole = await timed(times, async () => gradedFrom(db))
    db.close()
    rows.push([
      count(size),
      ...[percentile(pure, 0.5), percentile(whole, 0.5)].flatMap((ms) => [
        decimal(ms, 1),
        decimal((ms * 1000) / size, 1),
      ]),
    ])
  }
  printTable(
    `Scores: ${GOALS} goals each, scored, ranked and graded in one go, medians`,
    ['units', 'rules ms', 'µs a unit', 'from the tables ms', 'µs a unit'],
    rows,
  )
}

interface Decided {
  readonly unit: string
  readonly regime: 'standard' | 'graded'
  readonly goals: readonly AssessedGoal[]
  readonly agreed: Entries
}

/** Every other unit is graded; weights that never divide evenly, so that the fractions are as long as they get. */
function decidedUnit(n: number): Decided {
  const regime = n % 2 === 0 ? 'standard' : 'graded'
  const goals = Array.from({ length: GOALS }, (_, g) => goalOf(n, g))
  const agreed = Object.fromEntries(goals.map((goal, g) => [goal.id, entryOf(regime, n * 31 + g * 7)]))
  return { unit: `S${n}`, regime, goals, agreed }
}

function goalOf(n: number, g: number): AssessedGoal {
  const type = g < 6 ? 'key' : g < 9 ? 'special' : 'routine'
  return {
    ...{ id: `2026-S${n}-${g}`, number: g + 1, type, title: `建成教师发展中心 ${g}`, content: TEXT },
    ...{ measure: TEXT, criterion: TEXT, dueOn: '2026-11-30', weight: 100 + ((n * 7 + g * 13) % 97) },
  }
}

function entryOf(regime: Decided['regime'], seed: number): Entry {
  const points = 1 + (seed % 18)
  if (regime === 'graded') {
    const level = points <= 10 ? 1 : 2
    return { kind: 'level', level, score: 100_00 - points * 100, reason: TEXT }
  }
  const one = { points: points * 50 + (seed % 7), reason: TEXT, criterion: TEXT }
  return { kind: 'deductions', deductions: [one, one] }
}

function gradedBy(units: readonly Decided[]): number {
  const scored = units.map((one): ScoredUnit => {
    const final = finalOf(one, REGULATION_DEFAULTS, one.regime === 'graded' ? K : null)
    if (final.status !== 'final') throw new Error('no score')
    return {
      ...{ unit: one.unit, name: one.unit, cohort: one.regime, failed: [] },
      final: final.result.final,
    }
  })
  return gradesOf(scored)
}

async function gradedFrom(db: SqliteDatabase): Promise<number> {
  const year = await findYear(db, 2026)
  if (!year) throw new Error('no year')
  return gradesOf((await findStanding(db, year)).scored)
}

function gradesOf(scored: readonly ScoredUnit[]): number {
  const { cohorts } = proposeExcellence(scored, RATIOS, REGULATION_DEFAULTS)
  const named = cohorts.flatMap((one) => one.named)
  return resultsOf(scored, named, REGULATION_DEFAULTS).length
}

async function timed(times: number, act: () => Promise<number>): Promise<number[]> {
  const samples: number[] = []
  for (let n = 0; n <= times; n++) {
    const began = performance.now()
    if ((await act()) === 0) throw new Error('nothing was graded')
    samples.push(performance.now() - began)
  }
  return samples.slice(1)
}

/** The units with their decided assessments as the chapter keeps them, five sheets in each, and coefficients in the year. */
function fill(db: SqliteDatabase, units: readonly Decided[]): void {
  db.exec('BEGIN')
  for (const { unit, regime, goals, agreed } of units) {
    const sheets = Object.fromEntries(Array.from({ length: MEMBERS }, (_, m) => [`M${m}`, agreed]))
    const round = { by: { id: 'M0', name: '组长' }, at: AT, entries: agreed, agreed: [], objections: [] }
    const state = {
      ...{ status: 'decided', regime, goals, present: [], excused: [], recused: [], quorum: 3, sheets },
      ...{
        openedBy: round.by,
        openedAt: AT,
        rounds: [round],
        decidedAt: AT,
        agreed,
        final: 0,
        received: null,
      },
    }
    db.exec(`
      INSERT INTO unit (id, name, kind, leader, active) VALUES ('${unit}', '单位${unit}', '${regime === 'graded' ? 'administrative' : 'teaching'}', NULL, 1);
      INSERT INTO subject (id, version, hash, state) VALUES ('assessment:2026:${unit}', 1, '', '${JSON.stringify(state)}');
      INSERT INTO score (year, unit, assessment, status, final, answer) VALUES (2026, '${unit}', 'assessment:2026:${unit}', 'decided', 0, 'received');`)
  }
  const sums = units.flatMap((one) =>
    sumsOfAgreed(one).map((sum) => ({ ...sum, unit: one.unit, regime: one.regime })),
  )
  db.exec(`INSERT INTO type_sum (year, unit, type, regime, weights, weighted)
    SELECT 2026, value ->> '$.unit', value ->> '$.type', value ->> '$.regime', value ->> '$.weights', value ->> '$.weighted'
    FROM json_each('${JSON.stringify(sums)}')`)
  const coefficients = Object.fromEntries(units.map(({ unit }) => [unit, K]))
  db.exec(
    `UPDATE subject SET state = json_set(state, '$.coefficients', json('${JSON.stringify(coefficients)}')) WHERE id = 'year:2026'`,
  )
  db.exec('COMMIT')
}

const AT = '2026-12-01T02:00:00.000Z'
