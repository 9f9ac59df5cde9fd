import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { DirectoryDone, NoteRefusal } from './done.ts'
import type { PlaceRefusal } from './rules/department.ts'
import type { DirectoryRefusal } from './rules/reading.ts'

export const directoryWording = {
  'directory-asked': () => '正在读取飞书通讯录，人多时需要几分钟，读完后结果会发到这里。',
  'directory-taken': () => '通讯录已读取。',
  'directory-confirmed': ({ linked, changed, moved, joined, ended }) =>
    `已同步：绑定 ${linked} 人，更新 ${changed} 人，变动单位 ${moved} 人，登记 ${joined} 人，结束 ${ended} 人。`,
  'directory-set-aside': () => '已搁置，没有任何改动。需要时再发送「同步通讯录」。',
  'department-placed': ({ department, unit }) =>
    unit === null ? `「${department}」不对应任何单位。` : `「${department}」对应${unit}。`,
  'directory-noted': () => '已记录。',
  'directory-told': () => '已告知办公室。',
  'office-directory': () => '通讯录由领导小组办公室同步。您的信息有误时，请与办公室联系。',
  'reading-directory': () => '正在读取通讯录，读完后结果会发到这里，请稍候。',
  'late-reading': () => '这次读取已经结束，请以最新结果为准。',
  'unread-directory': () => '还没有可以确认的结果，请先发送「同步通讯录」。',
  'stale-directory': () => '名册或通讯录在此期间有变动，请核对更新后的卡片再确认。',
  'applied-directory': ({ at }) => `这次变动已于${sayInstant(at)}确认，无需重复办理。`,
  'dropped-directory': ({ at }) => `这次变动已于${sayInstant(at)}搁置，请重新读取。`,
  'unchanged-directory': () => '没有需要确认的变动。',
  'unknown-unit-named': ({ words }) => `没有名为「${words}」的单位，请填写本年度单位的名称或编号。`,
  'ambiguous-unit-named': ({ names }) => `有多个单位相符：${names.join('、')}。请填写全称或编号。`,
  'unchanged-place': () => '已经是这样对应，没有改动。',
  'foreign-note': () => '这项通知只由飞书或系统发出。',
} satisfies Wording<DirectoryRefusal | PlaceRefusal | NoteRefusal | DirectoryDone>
