import type { Action } from '../../cards/kit.ts'
import type { View } from '../kernel/command.ts'
import type { Viewer } from '../kernel/view.ts'
import { findGoal } from '../planning/queries.ts'
import type { Database } from '../store/database.ts'
import { listOwnUnits } from './access.ts'
import { readProgressLine, saysProgress } from './rules/progress-line.ts'

/** `60% 初稿完成`, said to a card of one goal: its progress, where the viewer reports on it. */
export async function answersProgress(
  db: Database,
  viewer: Viewer,
  { params: { goal: id, task } }: View,
  words: string,
): Promise<Action | undefined> {
  if (typeof id !== 'string' || task !== undefined || !saysUnnumbered(words)) return undefined
  const [goal, units] = await Promise.all([findGoal(db, id), listOwnUnits(db, viewer)])
  if (!goal || !units.some((unit) => unit.id === goal.unit)) return undefined
  return { show: 'progress-understood', with: { text: `${goal.number} ${words}`, unit: goal.unit } }
}

/** Progress of a goal that is not named. */
export const saysUnnumbered = (words: string): boolean =>
  saysProgress(words) && readProgressLine(words).kind === 'unnumbered'
