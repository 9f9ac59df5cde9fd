/** The blank roster workbook: sheets, headers, drop-down lists, and one sheet that explains. */
import {
  addExplanation,
  addTable,
  bytesOf,
  newWorkbook,
  offerList,
  type Workbook,
} from '../../workbook/template.ts'
import { GROUP_KINDS, LAYOUT, ROLES, SHEETS, type SheetKey, UNIT_KINDS } from './layout.ts'

export const TEMPLATE_NAME = '目标管理名册模板.xlsx'

/** Rows that offer the drop-down lists. */
const LISTED_ROWS = 500

const CHOICES: {
  readonly [sheet in SheetKey]?: { readonly column: string; readonly words: readonly string[] }
} = {
  units: { column: 'kind', words: Object.values(UNIT_KINDS) },
  roles: { column: 'role', words: Object.values(ROLES) },
  teams: { column: 'kind', words: Object.values(GROUP_KINDS) },
}

const WIDE = ['text', 'standard']

const EXPLANATION: readonly (readonly [sheet: string, text: string])[] = [
  [
    '总则',
    '名册是全校的完整名单。再次导入时，名册里没有的单位、人员、角色即结束。表名和表头请不要改动，列的先后可以调换。',
  ],
  ['单位', '单位编号和单位名称不能重复。类别从下拉列表中选。分管校领导工号必须在「人员」表中。'],
  [
    '人员',
    '工号不能重复。open_id、手机、邮箱至少填一项；没有 open_id 时按手机、邮箱在飞书中查找。校领导的单位编号可以为空。',
  ],
  [
    '角色',
    '一人可有多个角色，一行一个。联络员、单位负责人的范围填单位编号；工作组、督查组、考核组的范围填小组名称；牵头部门的范围填五项工作之一（如：党风廉政建设）；领导小组和办公室的范围留空。开始留空表示自导入之日起，结束留空表示长期。',
  ],
  ['小组', '一行一个单位。目标管理工作组负责教学单位和直属附属医院，督查组和考核工作组负责其他单位。'],
  ['工作要点', '学校年度工作要点，重点工作目标据此订立。'],
  ['工作项目', '常规工作目标的工作项目及其统一的衡量标准。'],
]

export async function blankRoster(): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  for (const key of SHEETS) fillSheet(key, workbook)
  addExplanation(workbook, '工作表', EXPLANATION)
  return bytesOf(workbook)
}

function fillSheet(key: SheetKey, workbook: Workbook): void {
  const { name, columns } = LAYOUT[key]
  const worksheet = addTable(
    workbook,
    name,
    Object.entries(columns).map(([column, header]) => ({
      key: column,
      header,
      width: WIDE.includes(column) ? 60 : 18,
    })),
  )
  const choices = CHOICES[key]
  if (choices) offerList(worksheet, choices.column, choices.words, LISTED_ROWS)
}
