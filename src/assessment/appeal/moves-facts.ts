import type { MovesFacts } from '../../../cards/appeal-moves.ts'
import { COHORT_NAMES } from '../../../cards/result-words.ts'
import type { PayPolicy } from '../../policy/rules/policy.ts'
import { payRatioOf } from '../../results/rules/pay.ts'
import type { Grade } from '../../store/schema/results.ts'
import type { Case } from './case.ts'
import { finalNow } from './rules/decide.ts'
import type { Foreseen } from './scene.ts'

const GRADES: { readonly [grade in Grade]: string } = {
  excellent: '优秀',
  qualified: '合格',
  unqualified: '不合格',
}

export function movesFacts({ final, basis, moved, ties }: Foreseen, { facts, open }: Case): MovesFacts {
  const { assessment } = facts
  return {
    before: assessment.status === 'decided' ? finalNow(assessment, facts) : null,
    after: final,
    basis,
    moved: moved.map(({ name, from, to }) => ({
      name,
      score: [from.final, to.final],
      rank: [from.rank, to.rank],
      grade: [GRADES[from.grade], GRADES[to.grade]],
      pay: sayPay(from.grade, to.grade, open.policy.pay),
    })),
    ties: ties.map((one) => COHORT_NAMES[one]),
  }
}

/** `绩效工资上浮10%→上浮5%`; '' while the notice says nothing of it. */
function sayPay(from: Grade, to: Grade, pay: PayPolicy): string {
  const [before, after] = [payRatioOf(from, pay), payRatioOf(to, pay)]
  return before === null || after === null ? '' : `绩效工资${sayRatio(before)}→${sayRatio(after)}`
}

const sayRatio = (ratio: number): string => (ratio < 0 ? `下浮${-ratio / 100}%` : `上浮${ratio / 100}%`)
