import type { Tone } from './kit.ts'

/** `1.2 GB`, `340 MB`, `12 KB`. */
export function sayBytes(bytes: number): string {
  const units = ['KB', 'MB', 'GB', 'TB']
  let value = bytes / 1024
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  const digits = value >= 10 ? 0 : 1
  return `${value.toFixed(digits)} ${units[unit]}`
}

/** One thing that is wrong, in a word for a list and in a sentence that says what to do. */
export interface SaidFinding {
  readonly word: string
  readonly sentence: string
  readonly tone: Extract<Tone, 'red' | 'orange'>
}

/** Why there is no backup, and what to do. */
export const BACKUP_FAULTS: { readonly [fault: string]: string } = {
  'disk-full': '磁盘空间不足，没有备份。请清理磁盘，或把 BACKUP_DIR 改到更大的磁盘。',
  'folder-unwritable': '备份目录无法写入，没有备份。请检查 BACKUP_DIR 和它的权限。',
  'copy-damaged': '备份副本没有通过完整性检查，已丢弃。请检查磁盘是否有坏块。',
  'journal-broken':
    '日志的校验链不完整，副本另存为 mubiao-unverified.sqlite，原有备份都保留。请先「核对日志」。',
}

export const sayBackupFault = (fault: string): string =>
  BACKUP_FAULTS[fault] ?? '备份没有成功，详见服务日志，一小时后自动再试。'
