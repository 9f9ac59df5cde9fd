import type { PolicyChoice, PolicyValue } from '../../cards/policy-values.ts'
import type { PayPolicy, Policy, Ratification } from './rules/policy.ts'

const points = (hundredths: number): string => String(hundredths / 100)

/** The figures of the regulation and of the year's notice, in plain words. */
export function sayValues(policy: Policy): PolicyValue[] {
  const { ratios } = policy
  return [
    { label: '三类目标比例', value: `重点${ratios.key}%、专项${ratios.special}%、常规${ratios.routine}%` },
    { label: '专项工作目标', value: `原则上不超过${policy.specialLimit}项` },
    { label: '优秀', value: `${points(policy.excellentFrom)}分及以上，按比例产生` },
    { label: '合格', value: `${points(policy.qualifiedFrom)}分及以上` },
    { label: '反馈答复', value: `${policy.appealDays}个工作日内` },
    { label: '绩效工资', value: sayPay(policy.pay) },
    {
      label: '一票否决',
      value: policy.gateAreas.map((area) => `${area.name}（${area.leadUnit}）`).join('；'),
    },
  ]
}

/** Article 26. */
function sayPay({ excellentUp, qualifiedUp, unqualifiedDown, base }: PayPolicy): string {
  const part = (name: string, ratio: number | null): string =>
    ratio === null ? `${name}待定` : `${name}${ratio / 100}%`
  const money = base === null ? '基数由办公室在表中填写' : `基数${base / 100}元`
  const parts = [part('优秀增', excellentUp), part('合格增', qualifiedUp), part('不合格减', unqualifiedDown)]
  return `${parts.join('、')}；${money}`
}

export const MISSING_TYPE = {
  redistribute: '不计该类，按其余比例折算',
  full: '该类按100分计',
  zero: '该类按0分计',
} as const
export const FORMULA = {
  weighted: '各类得分乘以比例和系数后相加',
  normalised: '相加后再除以比例与系数之积的总和',
} as const
export const BANDS = { exact: '按得分直接比较', integer: '先四舍五入为整数再比较' } as const
export const ROUNDING = { 0: '取整数', 1: '保留1位小数', 2: '保留2位小数' } as const
const AGREEMENT = { deliberated: '成员合议议定', averaged: '以平均分为基础，由成员确认' } as const
export const QUOTA_ROUNDING = { floor: '舍去小数', 'half-up': '四舍五入', ceil: '进一' } as const
export const FREED_PLACE = { next: '由下一名符合条件的单位递补', empty: '空缺，不递补' } as const

/** What the regulation leaves open (◇), what the policy chooses, and what the choice changes. */
export function sayChoices(policy: Policy): PolicyChoice[] {
  return [
    {
      label: '目标审定',
      value: sayRatification(policy.ratification),
      changes: '组长一人审定，或由成员表决：同意达到人数即审定，一人退回即退回，弃权不计。',
    },
    {
      label: '缺少某类目标',
      value: MISSING_TYPE[policy.missingType],
      changes: '影响没有重点、专项或常规目标的单位的总分。',
    },
    {
      label: '系数算法',
      value: FORMULA[policy.coefficientFormula],
      changes: '影响设权重系数的单位：前者系数大则总分高，后者系数只调整三类之间的轻重。',
    },
    {
      label: '得分上限',
      value: policy.cap === null ? '不设上限' : `${points(policy.cap)}分`,
      changes: '系数大于1时，总分可能超过100分；设上限则超出部分不计。',
    },
    {
      label: '最终得分',
      value: `四舍五入，保留${policy.rounding}位小数`,
      changes: '位数少则同分的单位多，也影响是否够90分、70分：89.96分保留1位小数为90分。',
    },
    {
      label: '等次界线',
      value: BANDS[policy.bands],
      changes: '69.82分、89.04分这类得分：直接比较不够上一档，取整后69.82分为合格。',
    },
    {
      label: '考评得分',
      value: AGREEMENT[policy.agreement],
      changes: '影响合议时提议的分数从何而来；两种方式都须成员同意。',
    },
    {
      label: '优秀名额取整',
      value: QUOTA_ROUNDING[policy.quotaRounding],
      changes: '例：比例15%、30个单位得4.5个名额，舍去为4个，四舍五入或进一为5个。',
    },
    {
      label: '否决空出的名额',
      value: FREED_PLACE[policy.freedPlace],
      changes: '名次在内但被一票否决的单位，其名额给下一名还是空缺。',
    },
  ]
}

/** Article 16: who ratifies the goals. */
function sayRatification(ratification: Ratification): string {
  if (ratification === 'chair') return '领导小组组长审定'
  const { agree } = ratification
  return `领导小组成员表决，${agree === null ? '过半数' : `${agree}人`}同意即审定`
}
