/** Everything of a year as two files: a workbook to read, and the journal to be checked. */
import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface YearExportFacts {
  readonly year: number
  readonly status: 'none' | 'asked' | 'made' | 'too-large'
  /** Who asked and when; '' where nobody did. */
  readonly asked: string
  readonly files: readonly {
    readonly name: string
    readonly size: string
    readonly sha256: string
  }[]
  /** How many entries of how many subjects the journal holds; '' while it is not made. */
  readonly counts: string
  readonly buttons: readonly Button[]
}

const STATUS = {
  none: { text: '未导出', tone: 'muted' },
  asked: { text: '正在导出', tone: 'blue' },
  made: { text: '已导出', tone: 'green' },
  'too-large': { text: '文件过大', tone: 'orange' },
} as const

export function yearExportCard(facts: YearExportFacts): Card {
  const { year, status, asked, buttons: list } = facts
  return {
    title: `${year}年度导出`,
    status: STATUS[status],
    summary: `${year}年度导出：${STATUS[status].text}`,
    elements: [
      ...standing(facts),
      ...(asked === '' ? [] : [note(asked)]),
      ...(list.length > 0 ? [buttons(...list)] : []),
    ],
  }
}

function standing({ year, status, files, counts }: YearExportFacts): Element[] {
  switch (status) {
    case 'none':
      return [line(`把${year}年度的全部数据导出为数据表（.xlsx）和日志（.jsonl.gz）。`)]
    case 'asked':
      return [line('正在整理数据，通常一两分钟内完成，文件会发给您。')]
    case 'too-large':
      return [
        line('文件超过聊天可发送的 30 MB，请由系统管理员在服务器上运行：'),
        line(`npm run admin -- export-year ${year} <目录>`),
      ]
    case 'made':
      return [
        line(`${counts}。可用命令 check-export 核对文件是否被改动。`),
        ...files.flatMap(({ name, size, sha256 }) => [line(`${name}（${size}）`), note(`SHA-256 ${sha256}`)]),
        note('不含反映问题的内容和各人的打分表；日志中这些记录只留校验值。'),
      ]
  }
}
