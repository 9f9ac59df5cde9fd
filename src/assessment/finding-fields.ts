/** The questions about a finding, and what their answers say (rulebook 4). */
import type { Field } from '../../cards/kit.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { FormValues } from '../kernel/view.ts'
import type { Regime } from '../organization/rules/actor.ts'
import type { Candidate, Verdict } from './rules/candidates.ts'
import { LONGEST_REASON, wordsOf } from './rules/finding-marks.ts'
import type { AssessedGoal } from './rules/goal.ts'

const HINTS = {
  standard: '采纳写如「2.5 理由」，不采纳写理由',
  graded: '不采纳必填，采纳可不填',
} as const

export function findingFields(
  { number, goal }: Candidate,
  regime: Regime,
  verdict: Verdict | undefined,
  goals: readonly AssessedGoal[],
): readonly Field[] {
  const on = verdict?.kind === 'taken' ? goals.find((one) => one.id === verdict.goal)?.number : undefined
  return [
    {
      kind: 'choice',
      name: `take_${number}`,
      label: `发现${number} 处理`,
      choices: [
        { value: 'yes', text: '采纳' },
        { value: 'no', text: '不采纳' },
      ],
      ...(verdict && { initial: verdict.kind === 'taken' ? 'yes' : 'no' }),
    },
    ...(goal === null ? [goalField(number, on)] : []),
    {
      kind: 'line',
      name: `because_${number}`,
      label: regime === 'standard' ? `发现${number} 分值和理由` : `发现${number} 理由`,
      hint: HINTS[regime],
      maxLength: LONGEST_REASON + 10,
      ...(verdict && { initial: wordsOf(verdict) }),
    },
  ]
}

/** A number and no list of choices: a card holds 200 elements, and every choice is one. */
function goalField(number: number, on: number | undefined): Field {
  return {
    ...{ kind: 'number', name: `on_${number}`, label: `发现${number} 扣在目标几`, decimals: 0, min: 1 },
    hint: '采纳时必填，写目标序号',
    ...(on !== undefined && { initial: String(on) }),
  }
}

/** What a page says of its findings, for the command's payload. */
export function findingMarksOf(values: FormValues, findings: readonly number[]): readonly JsonObject[] {
  return findings.map((finding) => {
    const take = values[`take_${finding}`]
    const words = values[`because_${finding}`]
    const goal = values[`on_${finding}`]
    return {
      finding,
      take: take === 'yes' ? true : take === 'no' ? false : null,
      words: typeof words === 'string' ? words : '',
      goal: typeof goal === 'number' ? goal : null,
    }
  })
}
