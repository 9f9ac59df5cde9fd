import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { Unreadable } from '../workbook/unreadable.ts'
import { UNREADABLE as OF_ANY_WORKBOOK } from '../workbook/wording.ts'
import type { AppointmentRefusal } from './rules/appointment.ts'
import type { Counts, RosterRefusal } from './rules/roster.ts'

export type OrganizationDone =
  | { readonly code: 'roster-read' }
  | ({ readonly code: 'roster-applied' } & Counts)
  | { readonly code: 'roster-dropped' }
  | { readonly code: 'office-appointed'; readonly person: string }

export const organizationWording = {
  'office-roster': () => '名册由领导小组办公室管理，请联系办公室。',
  'unread-roster': () => '这份名册还没有读取成功，请重新发送 .xlsx 文件。',
  'applied-roster': ({ at }) => `这份名册已于 ${sayInstant(at)} 导入，不必再次确认。`,
  'dropped-roster': ({ at }) => `这份名册已于 ${sayInstant(at)} 放弃，需要时请重新发送文件。`,
  'faulty-roster': ({ faults }) => `名册有 ${faults} 处错误，没有导入，请更正后重新发送。`,
  'stale-preview': () => '预览之后组织又有变动，没有导入，请核对新的预览后再确认。',
  'unchanged-organization': () => '名册与现有组织完全一致，没有需要导入的内容。',
  'appointed-office': () => '此账号已是办公室成员，无需再次登记。',
  'rostered-school': () => '已导入过名册，办公室成员以名册为准，请在名册的「角色」表中添加。',
  'roster-read': () => '名册已读取，请看核对结果。',
  'roster-applied': ({ added, changed, ended }) =>
    `名册已导入：新增 ${added} 项、变更 ${changed} 项、结束 ${ended} 项。`,
  'roster-dropped': () => '已放弃，现有组织没有任何改动。',
  'office-appointed': () => '已登记为办公室成员，可以在飞书中发送「导入名册」。',
} satisfies Wording<RosterRefusal | AppointmentRefusal | OrganizationDone>

/** Why a file could not be read, and what to do. */
export const UNREADABLE: { readonly [reason in Unreadable]: string } = {
  ...OF_ANY_WORKBOOK,
  'no-sheet': '里没有名册的工作表。请发送「名册模板」下载模板，按模板填写后重新发送。',
}
