/** What a goal says, line by line, for setting two texts of it side by side. */
import { sayDate } from '../kernel/time.ts'
import { decimalText, measureText } from './measure.ts'
import type { GoalContent } from './rules/goal.ts'

export interface GoalLine {
  readonly label: string
  readonly value: string
}

/** `serves`: the priority, aim or work item, by name. */
export function goalLines(content: GoalContent, criterion: string, serves: GoalLine): GoalLine[] {
  return [
    { label: '名称', value: content.title },
    { label: '内容', value: content.content },
    { label: '衡量', value: measureText(content.measure) },
    { label: '评价标准', value: criterion },
    { label: '完成时限', value: content.dueOn === null ? '' : sayDate(content.dueOn) },
    { label: '权重', value: decimalText(content.weight) },
    { label: '责任人', value: content.owner },
    { label: '经费预算', value: content.budget === null ? '' : `${decimalText(content.budget)}元` },
    serves,
    { label: '超额理由', value: content.type === 'special' ? content.justification : '' },
  ]
}

/** The older text's lines that read otherwise now. */
export function changedLines(then: readonly GoalLine[], now: readonly GoalLine[]): GoalLine[] {
  return then.filter(({ value }, position) => value !== now[position]?.value).map(filled)
}

export const filled = ({ label, value }: GoalLine): GoalLine => ({ label, value: value || '（空）' })
