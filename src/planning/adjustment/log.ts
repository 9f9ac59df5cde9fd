/** Who did what with an adjustment, when and with which words; oldest first. */
import { sayInstant } from '../../kernel/time.ts'
import type { Act } from '../rules/goal.ts'
import type { Asked } from './rules/adjustment.ts'

interface LogLine {
  readonly text: string
  readonly bad: boolean
}

interface Step extends LogLine {
  readonly at: Act['at']
}

export function logOf(state: Asked): LogLine[] {
  const steps: Step[] = [
    step(state.asked, '提出'),
    ...state.returns.map(({ stage, comment, act }) => ({
      ...step(act, `${stage === 'review' ? '审核' : '审定'}退回：${comment}`),
      bad: true,
    })),
    ...laterSteps(state),
  ]
  return steps
    .toSorted((left, right) => (left.at < right.at ? -1 : 1))
    .map(({ text, bad }) => ({ text, bad }))
}

const step = (act: Act, what: string): Step => ({
  at: act.at,
  text: `${sayInstant(act.at)} ${act.name}${what}`,
  bad: false,
})

function laterSteps(state: Asked): Step[] {
  switch (state.status) {
    case 'draft':
    case 'returned':
      return []
    case 'withdrawn':
      return [step(state.withdrawn, '撤回')]
    case 'asked':
      return sentSteps(state.sent, state.asked)
    case 'reviewed':
    case 'ratified':
      return [
        ...reviewSteps(state.sent, state.reviewed, state.asked),
        ...(state.status === 'ratified' ? [ratifiedStep(state)] : []),
      ]
  }
}

/** Who asks and sends in one act is told once. */
const sentSteps = (sent: Act, asked: Act): Step[] =>
  sent.at === asked.at && sent.by === asked.by ? [] : [step(sent, '报送')]

function reviewSteps(sent: Act, reviewed: Act | null, asked: Act): Step[] {
  return reviewed === null
    ? [step(sent, '报送：分管校领导本人提出，不再审核，直接提交审定')]
    : [...sentSteps(sent, asked), step(reviewed, '审核通过')]
}

function ratifiedStep({ ratified, quorum }: Extract<Asked, { status: 'ratified' }>): Step {
  if (!quorum) return step(ratified, '审定')
  const { needed, members } = quorum
  const text = `${sayInstant(ratified.at)} 领导小组表决审定（${members}名成员中${needed}人同意即审定）`
  return { at: ratified.at, text, bad: false }
}
