/** What an adjustment changes, line by line, the goal in force beside the asked one. */
import { sayDate } from '../../kernel/time.ts'
import { type ServedNames, servedLine } from '../facts.ts'
import { type GoalLine, goalLines } from '../goal-lines.ts'
import { criterionOf } from '../rules/criterion.ts'
import type { WorkItem } from '../rules/entry.ts'
import { type Goal, type GoalContent, isOfAdjustment } from '../rules/goal.ts'
import type { Request } from './rules/adjustment.ts'
import { criterionAfter } from './rules/plan-change.ts'

/** A line of a goal before and after; '' where there is nothing. */
export interface ChangeLine {
  readonly label: string
  readonly before: string
  readonly after: string
}

export const linesOf = (content: GoalContent, criterion: string, names: ServedNames): GoalLine[] =>
  goalLines(content, criterion, servedLine(content, names))

/** What two texts of one goal say, side by side. */
export function besideLines(before: readonly GoalLine[], after: readonly GoalLine[]): ChangeLine[] {
  return before.map(({ label, value }, position) => ({
    label,
    before: value,
    after: after[position]?.value ?? '',
  }))
}

/** `changes`: of a goal to be added or cancelled all that it says. `criterion`: by what it is or would be judged. */
export function changesOf(
  request: Request,
  criterion: string,
  names: ServedNames,
): { readonly changes: readonly ChangeLine[]; readonly same: readonly GoalLine[] } {
  const filled = (lines: readonly GoalLine[]) => lines.filter((one) => one.value !== '')
  switch (request.kind) {
    case 'add': {
      const lines = filled(linesOf(request.content, criterion, names))
      return { changes: lines.map(({ label, value }) => ({ label, before: '', after: value })), same: [] }
    }
    case 'cancel': {
      const lines = filled(linesOf(request.before, request.criterion, names))
      return { changes: lines.map(({ label, value }) => ({ label, before: value, after: '' })), same: [] }
    }
    case 'change': {
      const before = linesOf(request.before, request.criterion, names)
      const all = besideLines(before, linesOf(request.content, criterion, names))
      const same = all.filter((one) => one.before === one.after)
      return {
        changes: all.filter((one) => one.before !== one.after),
        same: filled(same.map(({ label, after }) => ({ label, value: after }))),
      }
    }
  }
}

/** By what the goal is to be judged as things stand; once it is ratified, by what its version says. */
export function criterionAsked(
  request: Request,
  number: number,
  goals: readonly Goal[],
  workItems: readonly WorkItem[],
): string {
  const made = goals
    .flatMap((goal) => goal.versions ?? [])
    .find((one) => isOfAdjustment(one.adjusted, number))
  if (made) return made.criterion
  switch (request.kind) {
    case 'add':
      return criterionOf(request.content, workItems)
    case 'change':
      return criterionAfter(request.content, request, workItems)
    case 'cancel':
      return request.criterion
  }
}

/** The labels of what the asker changed since it was returned. */
export function changedSince(returned: Request, now: Request, names: ServedNames): string[] {
  const words = (one: Request): GoalLine[] => [
    { label: '调整事由', value: one.reason },
    { label: '具体原因', value: one.why },
    { label: '生效日期', value: one.effectiveOn === null ? '' : sayDate(one.effectiveOn) },
    { label: '佐证材料', value: one.evidence.join(' ') },
  ]
  const content = (one: Request): GoalLine[] =>
    one.kind === 'cancel'
      ? []
      : linesOf(one.content, one.content.type === 'routine' ? '' : one.content.criterion, names)
  const all = besideLines([...words(returned), ...content(returned)], [...words(now), ...content(now)])
  return all.filter((one) => one.before !== one.after).map((one) => one.label)
}
