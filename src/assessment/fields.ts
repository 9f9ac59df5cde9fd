/** The questions about a goal, and what their answers say (Articles 23, 24). */
import type { Choice, Field } from '../../cards/kit.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { FormValues } from '../kernel/view.ts'
import type { Regime } from '../organization/rules/actor.ts'
import type { LevelPolicy, Policy } from '../policy/rules/policy.ts'
import { writeDeductionLines } from './rules/deduction-lines.ts'
import type { Entry } from './rules/entry.ts'
import { type AssessedGoal, basisOf } from './rules/goal.ts'
import { bandsOf } from './rules/levels.ts'

/** How a form asks: under policy `averaged` the scores stand, and only reasons are asked for. */
export type Asking = Regime | 'averaged'

function levelChoices(levels: LevelPolicy): readonly Choice[] {
  const { 1: first, 2: second, 3: third } = bandsOf(levels)
  return [
    { value: '1', text: `一级（${first.from / 100}–${first.to / 100}分）` },
    { value: '2', text: `二级（${second.from / 100}–${second.to / 100}分）` },
    { value: '3', text: `三级（${third.to / 100}分以下）` },
  ]
}

export function goalFields(
  goal: AssessedGoal,
  asking: Asking,
  entry: Entry | undefined,
  levels: LevelPolicy,
): readonly Field[] {
  if (asking === 'standard') return [deductionField(goal, entry)]
  return asking === 'graded' ? levelFields(goal, entry, levels) : [reasonField(goal, entry)]
}

function deductionField(goal: AssessedGoal, entry: Entry | undefined): Field {
  return {
    kind: 'text',
    name: `deductions_${goal.number}`,
    label: `目标${goal.number} 扣分`,
    hint: '每行一条：分值 理由，如 2.5 初稿延期两个月；不扣分留空',
    maxLength: 900,
    rows: 3,
    ...(entry?.kind === 'deductions' && {
      initial: writeDeductionLines(entry.deductions, basisOf(goal)),
    }),
  }
}

function levelFields(goal: AssessedGoal, entry: Entry | undefined, levels: LevelPolicy): readonly Field[] {
  const known = entry?.kind === 'level' ? entry : undefined
  return [
    {
      kind: 'choice',
      name: `level_${goal.number}`,
      label: `目标${goal.number} 等级`,
      choices: levelChoices(levels),
      ...(known && { initial: String(known.level) }),
    },
    {
      kind: 'number',
      name: `score_${goal.number}`,
      label: `目标${goal.number} 得分`,
      hint: '整数，在等级的分数段内',
      decimals: 0,
      min: 0,
      max: 100,
      ...(known && { initial: String(known.score / 100) }),
    },
    reasonField(goal, entry),
  ]
}

function reasonField(goal: AssessedGoal, entry: Entry | undefined): Field {
  return {
    kind: 'text',
    name: `reason_${goal.number}`,
    label: `目标${goal.number} 扣分理由`,
    hint: '二级、三级必填',
    maxLength: 900,
    rows: 2,
    ...(entry?.kind === 'level' && entry.reason !== '' && { initial: entry.reason }),
  }
}

/** The marks of a page, for the command's payload; scores in hundredths. */
export function marksOf(values: FormValues, goals: readonly number[], asking: Asking): readonly JsonObject[] {
  return goals.map((goal) => {
    if (asking === 'standard') return { goal, deductions: textOf(values[`deductions_${goal}`]) }
    const score = values[`score_${goal}`]
    return {
      goal,
      level: levelIn(values[`level_${goal}`]),
      score: typeof score === 'number' ? score * 100 : null,
      reason: textOf(values[`reason_${goal}`]),
    }
  })
}

const textOf = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')

function levelIn(value: FormValues[string]): 1 | 2 | 3 | null {
  switch (value) {
    case '1':
      return 1
    case '2':
      return 2
    case '3':
      return 3
    default:
      return null
  }
}

/** How the proposal's form asks under the policy (rulebook 5). */
export function askingOf(regime: Regime, policy: Pick<Policy, 'agreement'>): Asking {
  return regime === 'graded' && policy.agreement === 'averaged' ? 'averaged' : regime
}
