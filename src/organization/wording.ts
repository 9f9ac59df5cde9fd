import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { AppointmentRefusal } from './rules/appointment.ts'
import type { Counts, RosterRefusal, Unreadable } from './rules/roster.ts'

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
  'not-xlsx': '不是 .xlsx 工作簿。请用 Excel 或 WPS 打开，另存为「Excel 工作簿（.xlsx）」后重新发送。',
  encrypted: '设有打开密码，或是旧版 .xls 文件。请去掉密码并另存为 .xlsx 后重新发送。',
  truncated: '不完整或已损坏。请在电脑上确认能够打开，另存一份后重新发送。',
  'too-large': '展开后超过 50 MB。请删除图片和多余的工作表后重新发送。',
  'too-many-rows': '超过 20,000 行。请删除空行和多余的工作表后重新发送。',
  'no-sheet': '里没有名册的工作表。请发送「名册模板」下载模板，按模板填写后重新发送。',
}
