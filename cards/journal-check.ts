/** Whether the journal's chains are whole, when that was last recomputed, and the first broken entry (rulebook 7). */
import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface JournalCheckFacts {
  /** Who asked for the one under way, and how many entries it has come past; null where none is. */
  readonly running: { readonly by: string; readonly when: string; readonly entries: number } | null
  readonly last: {
    readonly by: string
    readonly when: string
    readonly subjects: number
    readonly entries: number
    /** What is broken, in words; '' where nothing is. */
    readonly broken: string
  } | null
  readonly buttons: readonly Button[]
}

const count = (number: number): string => number.toLocaleString('en-US')

export function journalCheckCard({ running, last, buttons: list }: JournalCheckFacts): Card {
  const status = running
    ? ({ text: '正在核对', tone: 'blue' } as const)
    : last?.broken
      ? ({ text: '发现异常', tone: 'red' } as const)
      : ({ text: last ? '完好' : '未核对过', tone: last ? 'green' : 'muted' } as const)
  return {
    title: '日志核对',
    status,
    summary: `日志核对：${status.text}`,
    elements: [
      ...(running
        ? [
            line(`正在逐条重算校验值，通常一分钟内完成，完成后发给您。`),
            note(
              `${running.by} ${running.when} 要求核对${running.entries > 0 ? `，已核对 ${count(running.entries)} 条` : ''}`,
            ),
          ]
        : []),
      ...lastPart(last),
      ...(list.length > 0 ? [buttons(...list)] : []),
    ],
  }
}

function lastPart(last: JournalCheckFacts['last']): Element[] {
  if (!last) return []
  const { by, when, subjects, entries, broken } = last
  return [
    ...(broken === ''
      ? [line('每条记录的内容与校验值相符，前后衔接，与现状一致。', 'green')]
      : [line(`第一处异常：${broken}。请停止使用并从备份中核对。`, 'red')]),
    {
      tag: 'fields',
      items: [
        { label: '事项', value: count(subjects) },
        { label: '记录', value: count(entries) },
        { label: '上次核对', value: when },
        { label: '核对人', value: by },
      ],
    },
    note('校验链：每条记录带有前一条的校验值，改动、删除或插入任何一条都能查出。'),
  ]
}
