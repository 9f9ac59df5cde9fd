/** Open work in words, each kind in one way. */
import type { LocalDate } from '../../kernel/time.ts'
import { DUTY_NAMES } from '../delegation/duty-names.ts'
import { sayDay } from '../delegation/say-span.ts'
import type { OpenWork } from './queries.ts'

const BRIEF = 40

const brief = (text: string): string => (text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text)
const until = (day: LocalDate | null, text: string): string => (day === null ? '' : `，${text}${sayDay(day)}`)

export function sayWork({ kind, place, title, day, count }: OpenWork): string {
  switch (kind) {
    case 'role':
      return `${[place, DUTY_NAMES[title as keyof typeof DUTY_NAMES] ?? title].filter(Boolean).join(' ')}${until(day, '至')}`
    case 'unit-led':
      return `${place} 分管校领导`
    case 'task':
      return `任务「${brief(title)}」（${place}${until(day, '期限')}）`
    case 'delegation-given':
      return `委托${place}代办${until(day, '至')}`
    case 'delegation-held':
      return `受${place}委托代办${until(day, '至')}`
    case 'help':
      return `求助待答复（${place}）：${brief(title)}`
    case 'rectification':
      return `整改待落实（${place}${until(day, '期限')}）：${brief(title)}`
    case 'acceptance':
      return `整改待验收（${place}）：${brief(title)}`
    case 'inspection':
      return `参加督查（${place}${until(day, '')}）：${brief(title)}`
    case 'sheet':
      return `${place}的评分表未报送`
    case 'goal-owner':
      return `${place}有 ${count} 项目标的责任人写的是本人`
    case 'note':
      return `${count} 条检查记录没有发布`
    case 'evidence':
      return `${count} 个佐证材料没有用上`
  }
}
