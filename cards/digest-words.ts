/** The words of reminders, alike in the digest and among what was put off. */
import { type LocalDate, sayDate } from '../src/kernel/time.ts'
import type { Tone } from './kit.ts'

/** In the order in which they are shown. */
export type DigestGroup = 'overdue' | 'raised' | 'soon' | 'standing'

export const GROUPS: { readonly [group in DigestGroup]: { readonly name: string; readonly tone: Tone } } = {
  overdue: { name: '已逾期', tone: 'red' },
  raised: { name: '上报至您', tone: 'red' },
  soon: { name: '即将到期', tone: 'orange' },
  standing: { name: '久无消息', tone: 'orange' },
}

/** `3项已逾期，2项即将到期` */
export const sayCounts = (counts: { readonly [group in DigestGroup]: number }): string =>
  (['overdue', 'raised', 'soon', 'standing'] as const)
    .filter((group) => counts[group] > 0)
    .map((group) => `${counts[group]}项${GROUPS[group].name}`)
    .join('；')

/** `7月3日` */
export const sayDay = (date: LocalDate): string => sayDate(date).replace(/^\d+年/, '')

/** How long until the last day, or since: `还有7天到期（7月3日）`. */
export function sayDue(days: number, dueOn: LocalDate): string {
  if (days > 1) return `还有${days}天到期（${sayDay(dueOn)}）`
  if (days === 1) return `明天到期（${sayDay(dueOn)}）`
  return days === 0 ? '今天到期' : `已逾期${-days}天（应于${sayDay(dueOn)}前完成）`
}

const LONGEST_NAME = 20

const LEVELS = { own: '经办人', head: '负责人', office: '领导小组办公室', leader: '分管校领导' } as const

export interface StepFacts {
  readonly level: keyof typeof LEVELS
  readonly names: readonly string[]
  readonly on: LocalDate
}

/** `7月6日已上报负责人王芳`; where nobody held the role, that it was skipped for that. */
export function sayStep({ level, names, on }: StepFacts): string {
  if (level === 'own') return names.length === 0 ? '没有经办人' : `经办人：${sayNames(names)}`
  if (names.length === 0) return `${sayDay(on)}应上报${LEVELS[level]}，因空缺跳过`
  return `${sayDay(on)}已上报${LEVELS[level]}${level === 'office' ? '' : sayNames(names)}`
}

function sayNames(names: readonly string[]): string {
  const [first = '', second] = names.map((name) => shorten(name, LONGEST_NAME))
  if (second === undefined) return first
  return names.length === 2 ? `${first}、${second}` : `${first}、${second}等${names.length}人`
}

/** Long words to one or two lines of a phone. */
export function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
