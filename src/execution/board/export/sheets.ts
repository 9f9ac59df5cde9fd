/** The columns of the exported workbook, in people's words. */
import { TYPE_NAMES } from '../../../../cards/goal-words.ts'
import { findingMark, sayKind } from '../../../../cards/inspection-words.ts'
import { lightText, sayReasons } from '../../../../cards/light-words.ts'
import { PROGRESS_STATES } from '../../../../cards/progress-words.ts'
import type { FindingTable } from '../../../store/schema/inspection.ts'
import type { ListingColumn } from '../../../workbook/listing.ts'
import type { ExportedGoal, ExportedUnit } from './load.ts'
import type { ExportedReport } from './queries.ts'

export const UNIT_COLUMNS: readonly ListingColumn<ExportedUnit>[] = [
  { header: '单位编号', width: 12, kind: 'text', of: ({ id }) => id },
  { header: '单位', width: 24, kind: 'text', of: ({ name }) => name },
  { header: '目标数', width: 8, kind: 'whole', of: ({ tally }) => tally.goals },
  { header: '红灯', width: 8, kind: 'whole', of: ({ tally }) => tally.lights.red },
  { header: '橙灯', width: 8, kind: 'whole', of: ({ tally }) => tally.lights.orange },
  { header: '黄灯', width: 8, kind: 'whole', of: ({ tally }) => tally.lights.yellow },
  { header: '绿灯', width: 8, kind: 'whole', of: ({ tally }) => tally.lights.green },
  { header: '已完成', width: 8, kind: 'whole', of: ({ tally }) => tally.lights.done },
  { header: '未启动或未报', width: 13, kind: 'whole', of: ({ tally }) => tally.lights.grey },
  { header: '其中逾期', width: 10, kind: 'whole', of: ({ tally }) => tally.overdue },
  { header: '平均进度（%）', width: 14, kind: 'whole', of: ({ tally }) => tally.pace?.reached },
  { header: '按时间应完成（%）', width: 18, kind: 'whole', of: ({ tally }) => tally.pace?.asked },
  { header: '经费预算（元）', width: 16, kind: 'amount', of: ({ cost }) => cost?.budget },
  { header: '累计支出（元）', width: 16, kind: 'amount', of: ({ cost }) => cost?.spent },
  { header: '结余（元）', width: 16, kind: 'amount', of: ({ cost }) => cost?.rest },
  { header: '超预算目标数', width: 13, kind: 'whole', of: ({ cost }) => cost?.goalsOver ?? 0 },
  { header: '待答复求助', width: 12, kind: 'whole', of: ({ help }) => help },
  { header: '未完成整改', width: 12, kind: 'whole', of: ({ rectifications }) => rectifications },
]

export const GOAL_COLUMNS: readonly ListingColumn<ExportedGoal>[] = [
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ number }) => number },
  { header: '类型', width: 10, kind: 'text', of: ({ type }) => TYPE_NAMES[type] },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ title }) => title },
  { header: '灯', width: 8, kind: 'text', of: (goal) => lightText(goal) },
  { header: '原因', width: 36, kind: 'lines', of: (goal) => sayReasons({ ...goal, overBudget: false }) },
  { header: '进度（%）', width: 10, kind: 'whole', of: ({ reached }) => reached },
  { header: '自报进度（%）', width: 14, kind: 'whole', of: ({ report }) => report?.percent },
  { header: '认可进度（%）', width: 14, kind: 'whole', of: ({ judgement }) => judgement?.percent },
  {
    header: '认可情况',
    width: 10,
    kind: 'text',
    of: ({ judgement }) => judgement && VERDICTS[judgement.verdict],
  },
  { header: '指标', width: 20, kind: 'lines', of: ({ measure }) => measure?.indicator },
  { header: '计量单位', width: 10, kind: 'text', of: ({ measure }) => measure?.unit },
  { header: '目标值', width: 10, kind: 'hundredths', of: ({ measure }) => measure?.target },
  { header: '自报值', width: 10, kind: 'hundredths', of: ({ report }) => report?.value },
  { header: '认可值', width: 10, kind: 'hundredths', of: ({ judgement }) => judgement?.value },
  { header: '完成时限', width: 12, kind: 'day', of: ({ dueOn }) => dueOn },
  { header: '最近报送', width: 12, kind: 'day', of: ({ reportedOn }) => reportedOn },
  { header: '经费预算（元）', width: 16, kind: 'amount', of: ({ cost }) => cost.budget },
  { header: '累计支出（元）', width: 16, kind: 'amount', of: ({ cost }) => cost.spent },
  { header: '超预算（元）', width: 16, kind: 'amount', of: ({ cost }) => cost.over || null },
  { header: '待答复求助', width: 12, kind: 'whole', of: ({ help }) => help },
  { header: '未完成整改', width: 12, kind: 'whole', of: ({ rectifications }) => rectifications },
]

const VERDICTS = { accepted: '已认可', queried: '被质疑' } as const

/** The goal of a report or finding; undefined where it is about the unit. */
export type GoalOf = (id: string | null) => ExportedGoal | undefined

export const reportColumns = (goalOf: GoalOf): ListingColumn<ExportedReport>[] => [
  { header: '单位', width: 24, kind: 'text', of: ({ goal }) => goalOf(goal)?.unitName },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ goal }) => goalOf(goal)?.number },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ goal }) => goalOf(goal)?.title },
  { header: '报送时间', width: 18, kind: 'moment', of: ({ at }) => at },
  { header: '报送人', width: 16, kind: 'text', of: ({ reporter }) => reporter },
  { header: '任务序号', width: 10, kind: 'whole', of: ({ task }) => task },
  { header: '进度（%）', width: 10, kind: 'whole', of: ({ percent }) => percent },
  { header: '指标值', width: 10, kind: 'hundredths', of: ({ value }) => value },
  { header: '状态', width: 10, kind: 'text', of: ({ state }) => PROGRESS_STATES[state].text },
  { header: '完成情况', width: 40, kind: 'lines', of: ({ done }) => done },
  { header: '下一步', width: 30, kind: 'lines', of: ({ next }) => next },
  { header: '困难', width: 30, kind: 'lines', of: ({ difficulty }) => difficulty },
  { header: '调整原因', width: 30, kind: 'lines', of: ({ reason }) => reason },
  { header: '累计支出（元）', width: 16, kind: 'amount', of: ({ cost }) => cost },
  { header: '佐证份数', width: 10, kind: 'whole', of: ({ files }) => files },
  { header: '认可情况', width: 10, kind: 'text', of: ({ verdict }) => verdict && VERDICTS[verdict] },
  { header: '认可进度（%）', width: 14, kind: 'whole', of: ({ judgedPercent }) => judgedPercent },
  { header: '认可值', width: 10, kind: 'hundredths', of: ({ judgedValue }) => judgedValue },
  { header: '认可意见', width: 30, kind: 'lines', of: ({ judgedWords }) => judgedWords },
  { header: '认可人', width: 16, kind: 'text', of: ({ judge }) => judge },
  { header: '认可时间', width: 18, kind: 'moment', of: ({ judgedAt }) => judgedAt },
]

export const findingColumns = (
  goalOf: GoalOf,
  nameOf: (unit: string) => string,
  isOverdue: (finding: FindingTable) => boolean,
): ListingColumn<FindingTable>[] => [
  { header: '单位', width: 24, kind: 'text', of: ({ unit }) => nameOf(unit) },
  { header: '编号', width: 8, kind: 'whole', of: ({ number }) => number },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ goal }) => goalOf(goal)?.number },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ goal }) => goalOf(goal)?.title },
  { header: '类别', width: 16, kind: 'text', of: ({ kind, severity }) => sayKind(kind, severity) },
  { header: '事实', width: 50, kind: 'lines', of: ({ fact }) => fact },
  { header: '状态', width: 10, kind: 'text', of: (one) => findingMark(one.status, isOverdue(one)).text },
  { header: '整改期限', width: 12, kind: 'day', of: ({ due_on }) => due_on },
  { header: '发布时间', width: 18, kind: 'moment', of: ({ published_at }) => published_at },
]
