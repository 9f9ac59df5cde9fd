/** Tasks, reports, findings and requests for help of the year (Articles 18-20). */
import { helpStatus } from '../../../cards/help-words.ts'
import { findingMark, sayKind } from '../../../cards/inspection-words.ts'
import { PROGRESS_STATES } from '../../../cards/progress-words.ts'
import type { Asked } from '../../execution/help/rules/help.ts'
import type { FindingState, Published } from '../../execution/inspection/rules/finding.ts'
import type { ListingColumn } from '../../workbook/listing.ts'
import type { UnitNames } from './names.ts'
import type { ReadState } from './pieces.ts'
import type { ReportRow, TaskRow } from './queries.ts'

export const TASK_COLUMNS: readonly ListingColumn<TaskRow>[] = [
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ goalNumber }) => goalNumber },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ goalTitle }) => goalTitle },
  { header: '任务序号', width: 10, kind: 'whole', of: ({ number }) => number },
  { header: '任务', width: 36, kind: 'lines', of: ({ title }) => title },
  { header: '责任人', width: 16, kind: 'text', of: ({ ownerName }) => ownerName },
  { header: '完成时限', width: 12, kind: 'day', of: ({ due_on }) => due_on },
  { header: '比重', width: 8, kind: 'whole', of: ({ share }) => share },
  { header: '进度（%）', width: 10, kind: 'whole', of: ({ percent }) => percent },
  { header: '状态', width: 10, kind: 'text', of: ({ status }) => (status === 'ended' ? '已结束' : '进行中') },
]

export const REPORT_COLUMNS: readonly ListingColumn<ReportRow>[] = [
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ goalNumber }) => goalNumber },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ goalTitle }) => goalTitle },
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
  {
    header: '认可情况',
    width: 10,
    kind: 'text',
    of: ({ verdict }) => verdict && (verdict === 'accepted' ? '已认可' : '被质疑'),
  },
  { header: '认可进度（%）', width: 14, kind: 'whole', of: ({ judgedPercent }) => judgedPercent },
  { header: '认可值', width: 10, kind: 'hundredths', of: ({ judgedValue }) => judgedValue },
  { header: '认可意见', width: 30, kind: 'lines', of: ({ judgedWords }) => judgedWords },
  { header: '认可人', width: 16, kind: 'text', of: ({ judge }) => judge },
]

type PublishedState = Extract<FindingState, { readonly finding: Published }>

/** Notes that were not published stay with their writers. */
export const findingRows = ({ state }: ReadState<FindingState>): PublishedState[] =>
  'finding' in state ? [state] : []

const answerOf = (state: PublishedState): string => ('answer' in state ? state.answer.words : '')

export const FINDING_COLUMNS: readonly ListingColumn<PublishedState>[] = [
  { header: '编号', width: 8, kind: 'whole', of: ({ finding }) => finding.number },
  { header: '单位', width: 24, kind: 'text', of: ({ finding }) => finding.unitName },
  { header: '检查组', width: 24, kind: 'text', of: ({ finding }) => finding.body.name },
  {
    header: '督查',
    width: 12,
    kind: 'text',
    of: ({ finding }) => finding.inspection.slice('inspection:'.length).replace(':', '-'),
  },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ finding }) => finding.goal?.number },
  { header: '目标名称', width: 36, kind: 'lines', of: ({ finding }) => finding.goal?.title },
  { header: '类别', width: 16, kind: 'text', of: ({ finding }) => sayKind(finding.kind, finding.severity) },
  { header: '事实', width: 50, kind: 'lines', of: ({ finding }) => finding.fact },
  { header: '整改要求', width: 36, kind: 'lines', of: ({ finding }) => finding.demand },
  { header: '发布人', width: 16, kind: 'text', of: ({ finding }) => finding.act.name },
  { header: '发布时间', width: 18, kind: 'moment', of: ({ finding }) => finding.act.at },
  { header: '整改期限', width: 12, kind: 'day', of: (state) => ('dueOn' in state ? state.dueOn : null) },
  {
    header: '退回次数',
    width: 10,
    kind: 'whole',
    of: (state) => ('rounds' in state ? state.rounds.length : null),
  },
  { header: '最后答复', width: 40, kind: 'lines', of: answerOf },
  { header: '状态', width: 10, kind: 'text', of: ({ status }) => findingMark(status, false).text },
  {
    header: '撤回理由',
    width: 30,
    kind: 'lines',
    of: (state) => (state.status === 'withdrawn' ? state.withdrawn.reason : null),
  },
]

export interface HelpRow {
  readonly unitName: string
  readonly goalNumber: number
  readonly state: Asked
}

export function helpRows(
  { state }: ReadState<Asked | { readonly status: 'unasked' }>,
  names: UnitNames,
): HelpRow[] {
  if (state.status === 'unasked') return []
  const goalNumber = Number(/-(\d+)$/.exec(state.goal)?.[1] ?? 0)
  return [{ unitName: names(state.unit), goalNumber, state }]
}

export const HELP_COLUMNS: readonly ListingColumn<HelpRow>[] = [
  { header: '单位', width: 24, kind: 'text', of: ({ unitName }) => unitName },
  { header: '目标序号', width: 10, kind: 'whole', of: ({ goalNumber }) => goalNumber },
  { header: '求助序号', width: 10, kind: 'whole', of: ({ state }) => state.number },
  { header: '内容', width: 50, kind: 'lines', of: ({ state }) => state.words },
  { header: '提出人', width: 16, kind: 'text', of: ({ state }) => state.asked.name },
  { header: '提出时间', width: 18, kind: 'moment', of: ({ state }) => state.asked.at },
  { header: '答复期限', width: 12, kind: 'day', of: ({ state }) => state.dueOn },
  { header: '承办', width: 20, kind: 'text', of: ({ state }) => state.holder.name || '领导小组办公室' },
  { header: '转办次数', width: 10, kind: 'whole', of: ({ state }) => state.passings.length },
  { header: '状态', width: 10, kind: 'text', of: ({ state }) => helpStatus(state.status, false).text },
  {
    header: '答复',
    width: 50,
    kind: 'lines',
    of: ({ state }) => (state.status === 'open' ? null : state.end.words),
  },
  {
    header: '答复人',
    width: 16,
    kind: 'text',
    of: ({ state }) => (state.status === 'open' ? null : state.end.name),
  },
  {
    header: '答复时间',
    width: 18,
    kind: 'moment',
    of: ({ state }) => (state.status === 'open' ? null : state.end.at),
  },
]
