/** What a unit states of its goals, in words for cards. */
import { MET_NAMES, type Told } from '../../../cards/account-words.ts'
import type { GoalId } from '../../kernel/ids.ts'
import { fellShort, type Statement } from './rules/statement.ts'
import type { Yardstick } from './rules/yardstick.ts'

export function toldOf(said: Statement | undefined, yardstick: Yardstick): Told | null {
  if (!said) return null
  const { words, reason, evidence } = said
  const short = fellShort(said, yardstick)
  return { result: resultOf(said, yardstick, short), short, words, reason, files: evidence.length }
}

function resultOf({ value, met }: Statement, yardstick: Yardstick, short: boolean): string {
  if (yardstick.kind === 'described') return met === null ? '' : MET_NAMES[met]
  if (value === null) return ''
  const { unit, target } = yardstick
  const figure = `${value / 100}${unit}`
  return target === null
    ? figure
    : `${figure}，目标${target / 100}${unit}，${short ? MET_NAMES.unmet : MET_NAMES.met}`
}

/** By what each goal is said to be reached; those that are not counted are described. */
export function yardstickOf(
  measures: ReadonlyMap<
    GoalId,
    { readonly indicator: string; readonly unit: string; readonly target: number | null }
  >,
  goal: GoalId,
): Yardstick {
  const measure = measures.get(goal)
  if (!measure) return { kind: 'described' }
  const { indicator, unit, target } = measure
  return { kind: 'counted', indicator, unit, target }
}
