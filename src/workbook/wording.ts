/** Sentences for what can be wrong with any workbook. */
import type { Wording } from '../kernel/view.ts'
import type { StructureProblem } from './fault.ts'
import type { SheetLayout } from './sheets.ts'
import type { Unreadable } from './unreadable.ts'

/** Why a file could not be read, and what to do; they follow the file's name. */
export const UNREADABLE: { readonly [reason in Exclude<Unreadable, 'no-sheet'>]: string } = {
  'not-xlsx': '不是 .xlsx 工作簿。请用 Excel 或 WPS 打开，另存为「Excel 工作簿（.xlsx）」后重新发送。',
  encrypted: '设有打开密码，或是旧版 .xls 文件。请去掉密码并另存为 .xlsx 后重新发送。',
  truncated: '不完整或已损坏。请在电脑上确认能够打开，另存一份后重新发送。',
  'too-large': '展开后超过 50 MB。请删除图片和多余的工作表后重新发送。',
  'too-many-rows': '超过 20,000 行。请删除空行和多余的工作表后重新发送。',
}

export const STRUCTURE_SENTENCES = {
  'missing-sheet': () => '没有这张工作表，请按模板补上（工作表名称不要改动）',
  'missing-column': () => '缺少这一列，请按模板在第1行补上表头（内容可以为空）',
  'repeated-column': () => '这一列出现了两次，请只保留一列',
  'empty-sheet': () => '没有任何数据，请从第2行起填写',
} satisfies Wording<StructureProblem>

/** Where a fault is: `「单位」第3行「类别」`. */
export function sayPlace(
  { name, columns }: SheetLayout,
  { row, column }: { readonly row: number | null; readonly column: string | null },
): string {
  const at = row === null ? '' : `第${row}行`
  const header = column === null ? undefined : columns[column]
  return `「${name}」${at}${header ? `「${header}」` : ''}`
}

/** What was written, as it stands before the sentence about it: `“学院”`. */
export function quote(value: string): string {
  const characters = [...value]
  if (characters.length === 0) return ''
  return `“${characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : value}”`
}
