/** The lights in words and colours, alike wherever a goal is shown. */

import type { Light, LightReason, LightVerdict } from '../src/execution/lights/rules/light.ts'
import { type LocalDate, sayDate } from '../src/kernel/time.ts'
import type { Element, Span, Tone } from './kit.ts'

export const LIGHTS: {
  readonly [light in Light]: { readonly text: string; readonly name: string; readonly tone: Tone }
} = {
  grey: { text: '未启动', name: '灰', tone: 'muted' },
  done: { text: '已完成', name: '完成', tone: 'green' },
  green: { text: '正常', name: '绿', tone: 'green' },
  yellow: { text: '关注', name: '黄', tone: 'orange' },
  orange: { text: '预警', name: '橙', tone: 'orange' },
  red: { text: '逾期', name: '红', tone: 'red' },
}

/** What is said of a light; a red one need not be overdue, and a grey one may be cancelled or not reported on yet. */
export function lightText({ light, why }: LightVerdict): string {
  if (why[0].code === 'cancelled-goal') return '已取消'
  if (light === 'grey' && why[0].code === 'awaited-report') return '未报'
  if (light === 'red' && !why.some(({ code }) => code === 'overdue')) return '严重'
  return LIGHTS[light].text
}

/** `预警`, or `预警 超支`, for a table's cell or a span. In words, because not every device draws coloured signs. */
export const lightSpan = (verdict: LightVerdict): { readonly text: string; readonly tone: Tone } => ({
  text: `${lightText(verdict)}${verdict.overBudget ? ' 超支' : ''}`,
  tone: LIGHTS[verdict.light].tone,
})

/** Why a light is what it is, the weightiest first. */
export const sayReasons = ({ why, overBudget }: LightVerdict): string =>
  [...why.map(sayReason), ...(overBudget ? ['累计支出超过经费预算'] : [])].join('；')

export function sayReason(reason: LightReason): string {
  switch (reason.code) {
    case 'cancelled-goal':
      return '目标已取消'
    case 'future-start':
      return reason.startsOn === null ? '尚未进入「实现目标」阶段' : `自${sayDay(reason.startsOn)}起计算时间`
    case 'awaited-report':
      return reason.days === 0
        ? '今天起计算时间，还没有报送过进展'
        : `开始 ${reason.days} 天，还没有报送过进展`
    case 'completed':
      return `${sayDay(reason.on)}完成`
    case 'completed-late':
      return `${sayDay(reason.on)}完成，晚于时限 ${reason.days} 天`
    case 'on-course':
      return `距时限还有 ${reason.daysLeft} 天`
    case 'little-time':
      return reason.daysLeft === 0
        ? `今天到期，完成 ${reason.percent}%`
        : `只剩 ${reason.daysLeft} 天，按时间应完成 ${reason.asked}%，现为 ${reason.percent}%`
    case 'overdue':
      return `已逾期 ${reason.days} 天`
    case 'silent':
      return reason.ever ? `已 ${reason.days} 天没有报送进展` : `${reason.days} 天来还没有报送过进展`
    case 'said-at-risk':
      return '单位自报有风险'
    case 'said-behind':
      return '单位自报滞后'
    case 'overdue-rectification':
      return '有整改逾期未答复'
  }
}

const sayDay = (date: LocalDate): string => sayDate(date).replace(/^\d+年/, '')

/** The light with its reasons, as a line of a card. */
export function lightLine(verdict: LightVerdict): Element {
  const { text, tone } = lightSpan(verdict)
  const spans: Span[] = [
    { text, tone, bold: true },
    { text: `　${sayReasons(verdict)}`, tone: 'muted' },
  ]
  return { tag: 'text', spans }
}
