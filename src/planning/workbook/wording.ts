import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { Unreadable } from '../../workbook/unreadable.ts'
import { UNREADABLE as OF_ANY_WORKBOOK } from '../../workbook/wording.ts'
import type { WorkbookRefusal } from '../rules/goal-workbook.ts'
import type { WorkbookDone } from './done.ts'

export const workbookWording = {
  'unread-workbook': () => '这份填报表还没有读取成功，请重新发送 .xlsx 文件。',
  'applied-workbook': ({ at }) => `这份填报表已于${sayInstant(at)}导入，不必再次确认。`,
  'dropped-workbook': ({ at }) => `这份填报表已于${sayInstant(at)}放弃，需要时请重新发送文件。`,
  'faulty-workbook': ({ faults }) => `填报表有${faults}处错误，没有导入，请更正后重新发送。`,
  'stale-summary': () => '核对之后目标又有改动，没有导入，请看新的核对结果后再确认。',
  'unchanged-plans': () => '填报表与现有目标一致，没有需要导入的内容。',
  'workbook-read': () => '填报表已读取，请看核对结果。',
  'workbook-passed-on': () => '文件里没有「目标」工作表，已按名册处理。',
  'workbook-applied': ({ drafted, revised, units }) =>
    `已导入${units}个单位的目标：新增${drafted}项、修改${revised}项。`,
  'workbook-dropped': () => '已放弃，目标没有任何改动。',
} satisfies Wording<WorkbookRefusal | WorkbookDone>

/** Why a file could not be read, and what to do. */
export const UNREADABLE: { readonly [reason in Unreadable]: string } = {
  ...OF_ANY_WORKBOOK,
  'no-sheet': '里没有「目标」工作表。请发送「目标模板」下载填报表，填好后重新发送。',
}
