/** The sheets of the year's workbook. */
import { COHORT_NAMES, GRADE_NAMES } from '../../../cards/result-words.ts'
import type { AppealState } from '../../assessment/appeal/rules/appeal.ts'
import type { AssessmentState } from '../../assessment/rules/assessment.ts'
import type { Asked as HelpAsked } from '../../execution/help/rules/help.ts'
import type { FindingState } from '../../execution/inspection/rules/finding.ts'
import type { AdjustmentState } from '../../planning/adjustment/rules/adjustment.ts'
import type { PlanState } from '../../planning/rules/plan.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { ListingColumn } from '../../workbook/listing.ts'
import { listingOf, type StreamedListing } from '../../workbook/streamed.ts'
import { ROLE_WORDS, UNIT_WORDS } from '../sentences/words.ts'
import {
  FINDING_COLUMNS,
  findingRows,
  HELP_COLUMNS,
  helpRows,
  REPORT_COLUMNS,
  TASK_COLUMNS,
} from './execution-rows.ts'
import { ADJUSTMENT_COLUMNS, adjustmentRows, GOAL_COLUMNS, goalRows } from './goal-rows.ts'
import { unitNames } from './names.ts'
import { byKey, statesOf } from './pieces.ts'
import { POLICY_COLUMNS, policyRows } from './policy-rows.ts'
import {
  type CoefficientRow,
  type GateRow,
  listCoefficientRows,
  listGateRows,
  listPersonRows,
  listReportRows,
  listResultRows,
  listTaskRows,
  listUnitRows,
  type PersonRow,
  type ResultRow,
  type RoleRow,
  type UnitRow,
} from './queries.ts'
import { APPEAL_COLUMNS, appealRows, SCORE_COLUMNS, scoreRows } from './score-rows.ts'

const PIECE = 500

/** Every sheet, read when it is written. */
export async function yearSheets(db: Database, year: number): Promise<StreamedListing[]> {
  const names = await unitNames(db)
  const areas = new Map((await findYear(db, year))?.policy.gateAreas.map(({ key, name }) => [key, name]))
  const keyed = <Row extends { readonly id: string }>(
    read: (
      db: Database,
      p: { readonly year: number; readonly after: string; readonly most: number },
    ) => Promise<Row[]>,
  ) =>
    byKey(
      (after) => read(db, { year, after, most: PIECE }),
      ({ id }) => id,
      PIECE,
    )
  return [
    listingOf('单位', UNIT_COLUMNS, () =>
      byKey(
        (after) => listUnitRows(db, { after, most: PIECE }),
        ({ id }) => id,
        PIECE,
      ),
    ),
    listingOf('人员角色', ROLE_COLUMNS, () => rolesOfPeople(db)),
    listingOf('目标', GOAL_COLUMNS, () =>
      statesOf(db, `plan:${year}:`, (read) => goalRows(read as StateOf<PlanState>, names)),
    ),
    listingOf('任务', TASK_COLUMNS, () => keyed(listTaskRows)),
    listingOf('进展', REPORT_COLUMNS, () => keyed(listReportRows)),
    listingOf('督查与整改', FINDING_COLUMNS, () =>
      statesOf<FindingState, ReturnType<typeof findingRows>[number]>(db, `finding:${year}:`, findingRows),
    ),
    listingOf('求助', HELP_COLUMNS, () =>
      statesOf<HelpAsked, ReturnType<typeof helpRows>[number]>(db, `help:${year}-`, (read) =>
        helpRows(read, names),
      ),
    ),
    listingOf('调整', ADJUSTMENT_COLUMNS, () =>
      statesOf<AdjustmentState, ReturnType<typeof adjustmentRows>[number]>(
        db,
        `adjustment:${year}:`,
        (read) => adjustmentRows(read, names),
      ),
    ),
    listingOf('评分', SCORE_COLUMNS, () =>
      statesOf<AssessmentState, ReturnType<typeof scoreRows>[number]>(db, `assessment:${year}:`, (read) =>
        scoreRows(read, names),
      ),
    ),
    listingOf('申诉', APPEAL_COLUMNS, () =>
      statesOf<AppealState, ReturnType<typeof appealRows>[number]>(db, `appeal:${year}:`, (read) =>
        appealRows(read, names),
      ),
    ),
    listingOf(
      '关口',
      gateColumns((area) => areas.get(area) ?? area),
      () => once(listGateRows(db, year)),
    ),
    listingOf('结果', RESULT_COLUMNS, () => once(listResultRows(db, year))),
    listingOf('政策与版本', POLICY_COLUMNS, () => once(policyRows(db, year))),
    listingOf('系数', COEFFICIENT_COLUMNS, () => once(listCoefficientRows(db, year))),
  ]
}

type StateOf<State> = { readonly id: string; readonly state: State }

async function* once<Row>(rows: Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await rows
}

type PersonRole = PersonRow & { readonly held: RoleRow | null }

async function* rolesOfPeople(db: Database): AsyncGenerator<readonly PersonRole[]> {
  const people = byKey(
    (after) => listPersonRows(db, { after, most: PIECE }),
    ({ id }) => id,
    PIECE,
  )
  for await (const rows of people)
    yield rows.flatMap((row): PersonRole[] => {
      // Written by the statement itself.
      const roles = JSON.parse(row.roles) as RoleRow[]
      return roles.length === 0 ? [{ ...row, held: null }] : roles.map((held) => ({ ...row, held }))
    })
}

const UNIT_COLUMNS: readonly ListingColumn<UnitRow>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: ({ id }) => id },
  { header: '单位', width: 28, kind: 'text', of: ({ name }) => name },
  { header: '类别', width: 18, kind: 'text', of: ({ kind }) => UNIT_WORDS[kind] },
  { header: '分管校领导', width: 18, kind: 'text', of: ({ leader }) => leader },
  { header: '工作组', width: 36, kind: 'lines', of: ({ groups }) => groups },
  { header: '参加', width: 8, kind: 'text', of: ({ active }) => (active === 1 ? '是' : '否') },
]

const ROLE_COLUMNS: readonly ListingColumn<PersonRole>[] = [
  { header: '工号', width: 14, kind: 'text', of: ({ id }) => id },
  { header: '姓名', width: 16, kind: 'text', of: ({ name }) => name },
  { header: '单位', width: 24, kind: 'text', of: ({ unit }) => unit },
  { header: '职务', width: 20, kind: 'text', of: ({ title }) => title },
  { header: '角色', width: 20, kind: 'text', of: ({ held }) => held && ROLE_WORDS[held.role] },
  { header: '范围', width: 24, kind: 'text', of: ({ held }) => held && (held.name ?? held.scope) },
  { header: '自', width: 12, kind: 'day', of: ({ held }) => held?.from },
  { header: '至', width: 12, kind: 'day', of: ({ held }) => held?.to },
  { header: '离开', width: 12, kind: 'day', of: ({ ended_on }) => ended_on },
]

const gateColumns = (nameOf: (area: string) => string): readonly ListingColumn<GateRow>[] => [
  { header: '否决项', width: 28, kind: 'text', of: ({ area }) => nameOf(area) },
  { header: '单位编号', width: 12, kind: 'text', of: ({ unit }) => unit },
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '结论', width: 10, kind: 'text', of: ({ verdict }) => (verdict === 'pass' ? '通过' : '未通过') },
  { header: '理由', width: 50, kind: 'lines', of: ({ reason }) => reason },
]

const RESULT_COLUMNS: readonly ListingColumn<ResultRow>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: ({ unit }) => unit },
  { header: '单位', width: 24, kind: 'text', of: ({ name }) => name },
  { header: '组别', width: 30, kind: 'text', of: ({ cohort }) => COHORT_NAMES[cohort] },
  { header: '名次', width: 8, kind: 'whole', of: ({ rank }) => rank },
  { header: '得分', width: 10, kind: 'amount', of: ({ final }) => final },
  { header: '等次', width: 10, kind: 'text', of: ({ grade }) => GRADE_NAMES[grade] },
  { header: '已公布', width: 8, kind: 'text', of: ({ announced }) => (announced === 1 ? '是' : '否') },
]

/** Coefficients have four decimals; as text they are exact. */
const COEFFICIENT_COLUMNS: readonly ListingColumn<CoefficientRow>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: ({ unit }) => unit },
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '重点', width: 10, kind: 'text', of: ({ key }) => (key / 10_000).toFixed(4) },
  { header: '专项', width: 10, kind: 'text', of: ({ special }) => (special / 10_000).toFixed(4) },
  { header: '常规', width: 10, kind: 'text', of: ({ routine }) => (routine / 10_000).toFixed(4) },
]
