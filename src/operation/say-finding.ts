import { type SaidFinding, sayBackupFault, sayBytes } from '../../cards/system-words.ts'
import { sayInstant } from '../kernel/time.ts'
import { type Finding, isGrave } from './rules/findings.ts'

/** A finding in a word, and in a sentence with what to do about it. */
export function sayFinding(finding: Finding): SaidFinding {
  return { ...wordsOf(finding), tone: isGrave(finding) ? 'red' : 'orange' }
}

function wordsOf(finding: Finding): Pick<SaidFinding, 'word' | 'sentence'> {
  switch (finding.kind) {
    case 'clock-stopped':
      return {
        word: '时钟停了',
        sentence: `${sayInstant(finding.since)} 以后没有运行，提醒和到期事项都停着。请联系运维检查或重启服务。`,
      }
    case 'clock-failing':
      return { word: '到期事项出错', sentence: '有到期事项没能办理，每分钟会自动再试。请联系运维查看日志。' }
    case 'outbox-stuck':
      return {
        word: '消息积压',
        sentence: `${finding.waiting} 条消息待发，最早的从 ${sayInstant(finding.since)} 等到现在。请检查服务器能否访问飞书。`,
      }
    case 'credentials-refused':
      return {
        word: '平台凭证被拒',
        sentence: `${finding.waiting} 条消息发不出去。请核对 FEISHU_APP_ID、FEISHU_APP_SECRET 和应用权限。`,
      }
    case 'messages-parked':
      return { word: `${finding.count} 条消息未送达`, sentence: '请先查看原因，处理后再重发。' }
    case 'backup-failed':
      return { word: '备份失败', sentence: sayBackupFault(finding.fault) }
    case 'backup-old':
      return {
        word: '备份超过 48 小时',
        sentence: `最近一次备份是 ${sayInstant(finding.since)}。请发送「备份」，并检查服务是否一直运行。`,
      }
    case 'backup-missing':
      return { word: '还没有备份', sentence: '请发送「备份」做第一次备份。' }
    case 'disk-short':
      return {
        word: '磁盘空间不足',
        sentence: `只剩 ${sayBytes(finding.freeBytes)}。请尽快清理或扩容，写满后无法办理任何事项。`,
      }
  }
}
