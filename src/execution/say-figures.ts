/** Figures of progress in people's words. */
import { sayInstant } from '../kernel/time.ts'
import type { JudgementTable } from '../store/schema/execution.ts'
import type { Cost } from './rules/cost.ts'
import type { Guess } from './rules/line-figures.ts'
import type { GoalMeasure } from './rules/progress.ts'

/** Hundredths as people write them: 18000 is `180`, 9550 is `95.5`. */
export const sayDecimal = (hundredths: number): string => String(hundredths / 100)

/** `12000元` */
export const sayYuan = (hundredths: number): string => `${sayDecimal(hundredths)}元`

/** `180人（目标 300人）`; '' where there is no value. */
export function sayValue(value: number | null, measure: GoalMeasure | null): string {
  if (value === null) return ''
  const unit = measure?.unit ?? ''
  const target = measure?.target == null ? '' : `（目标 ${sayDecimal(measure.target)}${unit}）`
  return `${sayDecimal(value)}${unit}${target}`
}

/** `60%、180人`: what a report says, or the group accepts. */
export function sayFigures(
  { percent, value }: { readonly percent: number | null; readonly value: number | null },
  measure: GoalMeasure | null,
): string {
  const unit = measure?.unit ?? ''
  const parts = [
    percent === null ? '' : `${percent}%`,
    value === null || measure === null ? '' : `${sayDecimal(value)}${unit}`,
  ]
  return parts.filter((part) => part !== '').join('、')
}

/** `超预算 200元`; '' within it. */
export const sayOver = (cost: Cost | undefined): string =>
  cost && cost.over > 0 ? `超预算 ${sayYuan(cost.over)}` : ''

/** What the group said of a report; null where it said nothing. */
export function sayJudgement(
  judgement: JudgementTable | undefined,
  measure: GoalMeasure | null,
): { readonly accepted: boolean; readonly text: string } | null {
  if (!judgement) return null
  const { verdict, words, by_name, at } = judgement
  const figures = verdict === 'accepted' ? sayFigures(judgement, measure) : ''
  const who = `（${by_name}，${sayInstant(at)}）`
  const said = [figures, words].filter((part) => part !== '').join('，')
  return { accepted: verdict === 'accepted', text: `${said}${who}` }
}

/** How the percent was found where nobody said it, as a sentence; '' where it was said. */
export function sayGuess(guess: Guess | null, percent: number, measure: GoalMeasure | null): string {
  switch (guess?.kind) {
    case undefined:
      return ''
    case 'of-target': {
      const figures = `${sayDecimal(guess.value)}/${sayDecimal(guess.target)}${measure?.unit ?? ''}`
      const kept = guess.percent < percent ? `，低于上次所报，仍记 ${percent}%` : ''
      return `完成进度按指标值 ${figures} 折算为 ${guess.percent}%${kept}。`
    }
    case 'old-value': {
      const unit = measure?.unit ?? ''
      const [now, full] = [`${sayDecimal(guess.value)}${unit}`, `${sayDecimal(guess.target)}${unit}`]
      return `指标值仍是 ${now}（目标 ${full}），红黄灯和提醒按 ${guess.percent}% 计。如已增加，请一并写明，如：${full}。`
    }
    case 'of-tasks':
      return `完成进度按各任务加权记为 ${percent}%。`
    case 'unchanged':
      return `没有写完成进度，仍记 ${percent}%。`
  }
}
