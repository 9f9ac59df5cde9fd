import type { Action } from '../../../cards/kit.ts'
import type { View } from '../../kernel/command.ts'
import type { Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { saysUnnumbered } from '../answers.ts'
import { loadOwn } from './own.ts'
import { chosen, digestParams } from './views/digest.ts'

/** `60% 初稿完成`, said to a digest: progress of the goals that it reminds of, where the person reports on them. */
export async function answersDigest(
  db: Database,
  viewer: Viewer,
  { name, params }: View,
  words: string,
): Promise<Action | undefined> {
  if (name !== 'digest' || !saysUnnumbered(words)) return undefined
  const own = await loadOwn(db, viewer)
  const items = own ? chosen(own, digestParams.parse(params), viewer.today) : []
  const goals = items.flatMap(({ matter, rung }) =>
    rung === 0 && (matter.kind === 'goal' || matter.kind === 'silence') ? [matter] : [],
  )
  const [first, ...others] = goals
  if (!first) return undefined
  if (others.every(({ goal }) => goal === first.goal))
    return { show: 'progress-understood', with: { text: `${first.number} ${words}`, unit: first.unit } }
  return {
    show: 'progress-understood',
    with: { text: words, among: goals.map(({ goal }) => goal).slice(0, 60) },
  }
}
