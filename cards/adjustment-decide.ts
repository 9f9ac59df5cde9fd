/** The part of an adjustment's card where it is decided, and how a vote on it stands (Articles 16, 17). */
import { type Action, type Element, type Field, line, note, type Params } from './kit.ts'
import { voteRule } from './plan-votes.ts'

export interface AdjustmentVote {
  readonly needed: number
  readonly members: number
  /** `张三：同意`, those that the viewer may see. */
  readonly answers: readonly string[]
}

export interface DecideFacts {
  readonly stage: 'review' | 'ratification' | 'vote'
  readonly form: string
  readonly field: Field
  /** Whether the plan could take it in as it stands. */
  readonly passable: boolean
  /** With `verdict` put beside them these are the form's parameters. */
  readonly params: Params
}

export function vote(facts: AdjustmentVote | null): Element[] {
  if (!facts) return []
  const { needed, members, answers } = facts
  const rule = voteRule({ needed, members, waiting: 1, complete: 0, answers: [] })
  return [
    note(`${rule}定案前可以改变答复。`),
    ...(answers.length > 0 ? [line(answers.slice(0, 40).join('\n'), 'muted')] : []),
  ]
}

const PASSES = {
  review: { text: '通过', next: '提交领导小组审定' },
  ratification: { text: '审定', next: '审定后即生效，不能撤回' },
  vote: { text: '同意', next: '同意达到人数即审定，定案前可以改变答复' },
} as const

export function decision({ stage, form, field, passable, params }: DecideFacts, what: string): Element {
  const { text, next } = PASSES[stage]
  const verdict = (one: 'pass' | 'return' | 'abstain'): Action => ({
    submit: form,
    with: { ...params, verdict: one },
  })
  return {
    tag: 'form',
    name: form,
    elements: [{ tag: 'field', field }],
    buttons: [
      ...(passable
        ? [
            {
              text,
              style: 'primary' as const,
              action: verdict('pass'),
              confirm: { title: `${text}？`, text: `${what.slice(0, 80)}，${next}。` },
            },
          ]
        : []),
      ...(stage === 'vote' ? [{ text: '弃权', action: verdict('abstain') }] : []),
      { text: '退回', style: 'danger', action: verdict('return') },
    ],
  }
}
