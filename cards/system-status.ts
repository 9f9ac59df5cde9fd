import { type Instant, sayInstant } from '../src/kernel/time.ts'
import { type Button, buttons, type Card, type Element, heading, line, note } from './kit.ts'
import { type SaidFinding, sayBytes } from './system-words.ts'

export interface SystemStatusFacts {
  readonly at: Instant
  readonly version: string
  /** The worst first. */
  readonly findings: readonly SaidFinding[]
  readonly waiting: number
  readonly oldest: Instant | null
  readonly parked: number
  readonly refused: boolean
  readonly sentAt: Instant | null
  readonly tickedAt: Instant | null
  readonly entries: number
  readonly databaseBytes: number | null
  readonly freeBytes: number | null
  /** When the chain of the journal was last checked, and whether it was whole; null where it never was. */
  readonly checked: { readonly at: Instant; readonly whole: boolean } | null
  /** Null where the platform keeps the backups. */
  readonly backup: {
    readonly goodAt: Instant | null
    readonly bytes: number
    /** Somebody asked, and it is not there yet. */
    readonly wanted: boolean
    readonly hour: number
  } | null
}

const FINE = { text: '正常', tone: 'green' } as const
const moment = (at: Instant | null): string => (at === null ? '还没有' : sayInstant(at))

/** How the program runs: what is wrong first, each with what to do, then the figures by subject. */
export function systemStatusCard(facts: SystemStatusFacts): Card {
  const { findings, backup } = facts
  const [worst] = findings
  const status =
    worst === undefined
      ? FINE
      : worst.tone === 'red'
        ? ({ text: '有故障', tone: 'red' } as const)
        : ({ text: '需处理', tone: 'orange' } as const)
  const words = findings.map(({ word }) => word).join('、')
  return {
    title: '系统状态',
    subtitle: `${sayInstant(facts.at)} · 版本 ${facts.version}`,
    status,
    summary: worst === undefined ? '系统运行正常' : `系统状态：${words}`,
    elements: [
      ...(worst === undefined
        ? [line('运行正常，没有需要处理的问题。', 'green')]
        : findings.map(
            ({ word, sentence, tone }): Element => ({
              tag: 'text',
              spans: [
                { text: `${tone === 'red' ? '故障' : '注意'}：${word}。`, bold: true, tone },
                { text: sentence },
              ],
            }),
          )),
      heading('消息与时钟'),
      { tag: 'fields', items: messageFields(facts) },
      heading('数据与备份'),
      { tag: 'fields', items: dataFields(facts) },
      buttons(...buttonsOf(facts)),
      note(noteOf(backup)),
    ],
  }
}

type Fields = Extract<Element, { tag: 'fields' }>['items']

function messageFields(facts: SystemStatusFacts): Fields {
  const { waiting, oldest, parked, refused, sentAt, tickedAt } = facts
  return [
    { label: '待发', value: oldest === null ? `${waiting} 条` : `${waiting} 条，最早 ${moment(oldest)}` },
    { label: '未送达', value: `${parked} 条`, ...(parked > 0 && { tone: 'orange' as const }) },
    { label: '最近送达', value: moment(sentAt) },
    {
      label: '平台凭证',
      value: refused ? '被拒绝' : sentAt === null ? '还没有用过' : '有效',
      ...(refused && { tone: 'red' as const }),
    },
    { label: '时钟', value: moment(tickedAt) },
  ]
}

function dataFields(facts: SystemStatusFacts): Fields {
  const { databaseBytes, freeBytes, entries, checked, backup } = facts
  return [
    ...(databaseBytes === null ? [] : [{ label: '数据库', value: sayBytes(databaseBytes) }]),
    ...(freeBytes === null ? [] : [{ label: '磁盘剩余', value: sayBytes(freeBytes) }]),
    { label: '日志', value: `${entries} 条` },
    ...(checked === null
      ? []
      : [
          {
            label: '日志核对',
            value: `${sayInstant(checked.at)} ${checked.whole ? '完好' : '有异常'}`,
            ...(!checked.whole && { tone: 'red' as const }),
          },
        ]),
    ...(backup === null
      ? []
      : [
          { label: '最近备份', value: moment(backup.goodAt) },
          ...(backup.goodAt === null
            ? []
            : [{ label: '备份大小', value: `${sayBytes(backup.bytes)}，已校验` }]),
        ]),
  ]
}

function buttonsOf({ parked, backup }: SystemStatusFacts): Button[] {
  return [
    ...(parked > 0
      ? ([
          { text: '全部重发', style: 'primary', action: { do: 'outbox.retry', with: {} } },
          { text: '查看未送达', action: { show: 'parked-messages', with: {} } },
        ] as const)
      : []),
    ...(backup !== null && !backup.wanted
      ? [{ text: '立即备份', action: { do: 'backup.make', with: {} } } as const]
      : []),
    { text: '刷新', action: { show: 'system-status', with: {} } },
  ]
}

function noteOf(backup: SystemStatusFacts['backup']): string {
  if (backup === null) return '数据库由 Cloudflare D1 保管，可用 Time Travel 恢复到 30 天内任一时刻。'
  if (backup.wanted) return '正在备份，完成后会发消息告诉您。'
  return `每天 ${backup.hour} 点后自动备份一次；也可以发送「备份」随时备份。`
}
