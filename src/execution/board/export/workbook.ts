/** The board as a workbook: units, goals, reports, published findings, and a sheet that explains. */
import type { LocalDate } from '../../../kernel/time.ts'
import { addListing } from '../../../workbook/listing.ts'
import { addExplanation, bytesOf, newWorkbook } from '../../../workbook/template.ts'
import { type Exported, MOST_REPORTS } from './load.ts'
import { findingColumns, GOAL_COLUMNS, reportColumns, UNIT_COLUMNS } from './sheets.ts'

export async function boardWorkbook(
  exported: Exported,
  made: { readonly by: string; readonly at: string },
): Promise<Uint8Array> {
  const { board, units, goals, reports, findings } = exported
  const workbook = await newWorkbook()
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const goalOf = (id: string | null) => (id === null ? undefined : byId.get(id))
  const nameOf = (unit: string): string => names.get(unit) ?? unit
  const isOverdue = (one: { readonly status: string; readonly due_on: LocalDate | null }): boolean =>
    one.status === 'open' && one.due_on !== null && one.due_on < board.asOf
  addListing(workbook, '单位', UNIT_COLUMNS, units)
  addListing(workbook, '目标', GOAL_COLUMNS, goals)
  addListing(workbook, '进展', reportColumns(goalOf), reports)
  addListing(workbook, '检查发现', findingColumns(goalOf, nameOf, isOverdue), findings)
  addExplanation(workbook, '事项', explanation(exported, made))
  return bytesOf(workbook)
}

function explanation(
  { board, reports }: Exported,
  { by, at }: { readonly by: string; readonly at: string },
): [string, string][] {
  const cutOff =
    reports.length < MOST_REPORTS
      ? ''
      : `报送较多，只列最近 ${MOST_REPORTS} 次；完整记录请打开单位的看板逐个导出。`
  return [
    ['范围', `${board.scope.name}，${board.year}年度，只含生效的目标`],
    ['截至', `${board.asOf}；由 ${by} 于 ${at} 导出，只含导出人可查看的内容`],
    ['灯', '由系统按年度政策计算：红为逾期或严重，橙为预警，黄为关注，绿为正常；未报送过的目标没有颜色'],
    ['进度', '有认可的以认可为准，否则以自报为准；有指标值的按指标值与目标值之比'],
    ['经费', '支出以最近一次报送的累计支出为准'],
    ['进展', `每次报送一行，最近的在前。${cutOff}`],
    ['检查发现', '只含已发布给单位、未撤回的发现'],
  ]
}
