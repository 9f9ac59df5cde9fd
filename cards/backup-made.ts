import { buttons, type Card, line, note } from './kit.ts'
import { sayBackupFault, sayBytes } from './system-words.ts'

export interface BackupMadeFacts {
  readonly name: string
  readonly bytes: number
  readonly entries: number
  readonly files: number
  readonly newFiles: number
}

const STATUS = { text: '系统状态', action: { show: 'system-status', with: {} } }

/** What came of the backup that somebody asked for. */
export function backupMadeCard(made: BackupMadeFacts | { readonly fault: string }): Card {
  if ('fault' in made) {
    return {
      title: '备份没有完成',
      status: { text: '未完成', tone: 'red' },
      summary: '备份没有完成，请查看原因',
      elements: [
        line(sayBackupFault(made.fault)),
        note('原有的备份都没有动。'),
        buttons({ text: '再试一次', style: 'primary', action: { do: 'backup.make', with: {} } }, STATUS),
      ],
    }
  }
  return {
    title: '备份已完成',
    status: { text: '已校验', tone: 'green' },
    summary: `备份已完成：${sayBytes(made.bytes)}，${made.entries} 条日志`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '大小', value: sayBytes(made.bytes) },
          { label: '日志', value: `${made.entries} 条` },
          { label: '佐证文件', value: `${made.files} 个，新增 ${made.newFiles} 个` },
        ],
      },
      line(made.name, 'muted'),
      note('已重新读取全部内容并核对日志校验链。'),
      buttons(STATUS),
    ],
  }
}
