/** What became of goals during the year, in a few words each, for those who assess them and for the unit itself. */
import type { ProgressInShort } from '../../cards/sheet-blocks.ts'
import { costsOf } from '../execution/queries/costs.ts'
import { type ListedFinding, listFindingsOfUnit } from '../execution/queries/findings.ts'
import { judgementsOf, standingJudgements } from '../execution/queries/judgements.ts'
import { lightsOf } from '../execution/queries/lights.ts'
import { measuresOf } from '../execution/queries/measures.ts'
import { countReports } from '../execution/queries/report-files.ts'
import { latestProgress } from '../execution/queries.ts'
import type { GoalId, UnitId, Year } from '../kernel/ids.ts'
import { type LocalDate, sayInstant } from '../kernel/time.ts'
import type { Database } from '../store/database.ts'
import type { JudgementTable, ProgressTable } from '../store/schema/execution.ts'

export interface YearInShort {
  readonly progress: ReadonlyMap<GoalId, ProgressInShort>
  /** Everything that was found and not withdrawn, good practices among it. */
  readonly findings: readonly ListedFinding[]
}

/** Of a unit's goals, in a handful of reads however many there are. */
export async function yearInShort(
  db: Database,
  { year, unit, goals }: { readonly year: Year; readonly unit: UnitId; readonly goals: readonly GoalId[] },
  today: LocalDate,
): Promise<YearInShort> {
  const [last, counts, lights, costs, measures, standing, findings] = await Promise.all([
    latestProgress(db, goals),
    countReports(db, goals),
    lightsOf(db, goals, today),
    costsOf(db, goals),
    measuresOf(db, goals),
    standingJudgements(db, goals),
    listFindingsOfUnit(db, year, unit),
  ])
  const judged = await judgementsOf(
    db,
    [...last.values()].map(({ id }) => id),
  )
  const progress = goals.map((goal) => {
    const report = last.get(goal)
    const over = costs.get(goal)?.over ?? 0
    const said: ProgressInShort = {
      reports: report
        ? sayReports(counts.get(goal) ?? 1, report, {
            unit: measures.get(goal)?.unit ?? '',
            judgement: judged.get(report.id),
            accepted: standing.get(goal)?.accepted ?? null,
          })
        : '',
      light: lights.get(goal) ?? null,
      over: over > 0 ? `超预算 ${over / 100}元` : '',
      good: findings.filter((one) => one.kind === 'good' && one.goal === goal).map((one) => one.fact),
    }
    return [goal, said] as const
  })
  return { progress: new Map(progress), findings }
}

interface Beside {
  /** Of the indicator. */
  readonly unit: string
  /** Of the last report. */
  readonly judgement: JudgementTable | undefined
  /** The percent that was accepted last, of whichever report. */
  readonly accepted: number | null
}

/** `报送6次，最近11月20日 10:00 90%、45门；认可80%、40门` */
function sayReports(count: number, report: ProgressTable, { unit, judgement, accepted }: Beside): string {
  const last = `报送${count}次，最近${sayInstant(report.at)} ${sayFigures(report, unit)}`
  if (judgement?.verdict === 'accepted') return `${last}；认可${sayFigures(judgement, unit)}`
  if (judgement?.verdict === 'queried') return `${last}；被质疑：${judgement.words}`
  return accepted === null ? `${last}；未核实` : `${last}；此前认可${accepted}%`
}

const sayFigures = (
  { percent, value }: { readonly percent: number | null; readonly value: number | null },
  unit: string,
): string =>
  [percent === null ? '' : `${percent}%`, value === null ? '' : `${value / 100}${unit}`]
    .filter((part) => part !== '')
    .join('、')
