/** View `goal-versions`: every version of a goal, the newest first (Article 17). */
import * as z from 'zod'
import { adjustmentName, KIND_VERBS, REASON_NAMES } from '../../../../cards/adjustment-words.ts'
import { goalVersionsCard, type VersionFacts } from '../../../../cards/goal-versions.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { sayDate, sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import type { ServedNames } from '../../facts.ts'
import { findGoal } from '../../queries.ts'
import { type Act, type Adjusted, BY_REFORM, type Goal, type GoalVersion } from '../../rules/goal.ts'
import { versionsOf } from '../../rules/versions.ts'
import { planOfGoal } from '../../subject.ts'
import { findFollowed, followedPlan } from '../../views/followed-plan.ts'
import { cardMessage, sentenceCard } from '../../views/notice.ts'
import { besideLines, linesOf } from '../change-lines.ts'
import { loadSight, type Sight } from '../sight.ts'
import { sayRefusal } from '../wording.ts'

const TITLE = '历史版本'
const PAGE_SIZE = 4

export const goalVersionsView = viewOf({
  name: 'goal-versions',
  params: z.object({ goal: z.string(), page: z.int().exactOptional(), ...followedPlan }),
  about: ({ goal, plan }) => plan ?? planOfGoal(goal),
  complete: async (db, { goal, page }) => ({
    name: 'goal-versions',
    params: { goal, ...(page !== undefined && { page }), ...(await findFollowed(db, goal)) },
  }),
  async render(db, { goal: id, page = 0 }, viewer): Promise<Message> {
    const found = await findGoal(db, id)
    if (!found) return sentenceCard(TITLE, sayRefusal({ code: 'absent-target' }))
    const sight = await loadSight(db, found.year, found.unit, viewer)
    if ('refusal' in sight) return sentenceCard(TITLE, sayRefusal(sight.refusal))
    const goal = sight.plan.goals.find((one) => one.id === id)
    const versions = goal ? versionsOf(goal) : []
    if (!goal || versions.length === 0) {
      return sentenceCard(TITLE, '这项目标还没有生效，没有历史版本。请发送「我的目标」查看。')
    }
    return versionsMessage(goal, versions, sight, page)
  },
})

function versionsMessage(
  goal: Goal,
  versions: readonly GoalVersion[],
  sight: Sight,
  wanted: number,
): Message {
  const { unitName, place, priorities, catalogue } = sight
  const names = { priorities, workItems: catalogue.workItems }
  const all = [
    ...cancellation(goal),
    ...versions.map((_, at) => versionFacts(goal, versions, at, names)).toReversed(),
  ]
  const page = pageOf(all, PAGE_SIZE, wanted, { name: 'goal-versions', params: { goal: goal.id } })
  return cardMessage(
    goalVersionsCard({
      ...{ unit: unitName, year: place.year, number: goal.number, title: goal.content.title },
      cancelled: goal.status === 'cancelled',
      total: versions.length,
      versions: page.items.map((one) => one.facts),
      turns: page.turns,
      opens: page.items.flatMap(({ adjusted }) => (isOwn(adjusted) ? [opening(adjusted, sight)] : [])),
      back: { show: 'goal-detail', with: { goal: goal.id } },
    }),
  )
}

interface Shown {
  readonly facts: VersionFacts
  readonly adjusted: Adjusted | null
}

/** What was decided of another unit, or by a reform, is no adjustment of this unit's. */
const isOwn = (adjusted: Adjusted | null): adjusted is Adjusted =>
  adjusted !== null && adjusted.number !== BY_REFORM && adjusted.unit === undefined

const opening = ({ number }: Adjusted, { place: { year, unit } }: Sight): Button => ({
  text: adjustmentName(number),
  action: { show: 'adjustment', with: { year, unit, number } },
})

/** The end of a goal is no version of it. */
function cancellation(goal: Goal): Shown[] {
  if (goal.status !== 'cancelled') return []
  const { cancelled } = goal
  const facts = { name: `已${KIND_VERBS.cancel}`, ...adjustedFacts(cancelled), changes: [], first: false }
  return [{ facts, adjusted: cancelled }]
}

function versionFacts(goal: Goal, versions: readonly GoalVersion[], at: number, names: ServedNames): Shown {
  const version = versions[at]
  const before = versions[at - 1]
  if (!version) throw new Error(`no version ${at} of ${goal.id}`)
  const current = at === versions.length - 1 && goal.status === 'in-force' ? '（现行）' : ''
  const { adjusted } = version
  return {
    adjusted,
    facts: {
      name: `第${at + 1}版${current}`,
      ...(adjusted ? adjustedFacts(adjusted) : originFacts(goal)),
      changes: changesFrom(before, version, names),
      first: before === undefined,
    },
  }
}

function changesFrom(before: GoalVersion | undefined, version: GoalVersion, names: ServedNames) {
  const now = linesOf(version.content, version.criterion, names)
  if (!before) {
    return now
      .filter((one) => one.value !== '')
      .map(({ label, value }) => ({ label, before: '', after: value }))
  }
  const all = besideLines(linesOf(before.content, before.criterion, names), now)
  return all.filter((one) => one.before !== one.after)
}

const adjustedFacts = ({ reason, why, effectiveOn, asked, act }: Adjusted) => ({
  why: `${REASON_NAMES[reason]}：${why}`,
  acts: [said(asked, '申请'), said(act, '审定')],
  effective: `${sayDate(effectiveOn)}起执行`,
})

const originFacts = (goal: Goal) => ({
  why: '',
  acts: 'ratified' in goal ? [said(goal.passed, '审核通过'), said(goal.ratified, '审定')] : [],
  effective: '订立时的内容',
})

const said = ({ name, at }: Act, what: string): string => `${sayInstant(at)} ${name}${what}`
