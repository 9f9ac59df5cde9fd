/** 考评计分 (Articles 21-24). */
import * as z from 'zod'
import { aChoice, aNumber, aNumberOrNone, type Kind, together } from './kind.ts'
import type { ValuesNamed } from './value.ts'

/** In points: no coefficients lead to more. */
const MOST_POINTS = 999
const points = (label: string) => ({ label, min: 1, max: 100, unit: '分' })
const ONE_WAY = '尚未确定的得分'

const ROUNDING = { 0: '取整数', 1: '保留1位小数', 2: '保留2位小数' } as const
const words = aChoice(ROUNDING as { readonly [places: string]: string })
const rounding: Kind<number> = {
  schema: z.int().min(0).max(2),
  fields: (asked, present) => words.fields(asked, String(present)),
  read: (values, name) => (values[name] === undefined ? undefined : Number(values[name])),
  say: (value) => `四舍五入，${words.say(String(value))}`,
}

/** Whole points on the card, hundredths in the policy. */
const asked = together<{ readonly first: number; readonly second: number }>({
  parts: { first: points('一级起点'), second: points('二级起点') },
  say: ({ first, second }) => `一级${first}–100，二级${second}–${first - 1}，三级${second - 1}及以下`,
})
const levels: Kind<{ readonly first: number; readonly second: number }> = {
  schema: z.strictObject({
    first: z.int().min(1_00).max(100_00).multipleOf(100),
    second: z.int().min(1_00).max(100_00).multipleOf(100),
  }),
  fields: (at, { first, second }) => asked.fields(at, { first: first / 100, second: second / 100 }),
  read: (values, name) => ({
    first: Number(values[`${name}_first`]) * 100,
    second: Number(values[`${name}_second`]) * 100,
  }),
  say: ({ first, second }) => asked.say({ first: first / 100, second: second / 100 }),
}

export const SCORING: ValuesNamed<
  'levels' | 'agreement' | 'missingType' | 'coefficientFormula' | 'cap' | 'rounding' | 'appealDays'
> = {
  levels: {
    label: '等级分数段',
    kind: levels,
    holds: '此后的打分',
    touches: '设权重系数的单位：每项目标按等级打分',
  },
  agreement: {
    label: '考评得分',
    kind: aChoice({ deliberated: '成员合议议定', averaged: '以平均分为基础，由成员确认' }),
    changes: '影响合议时提议的分数从何而来；两种方式都须成员同意。',
    holds: '此后开启的合议',
    touches: '各单位的合议',
  },
  missingType: {
    label: '缺少某类目标',
    kind: aChoice({
      redistribute: '不计该类，按其余比例折算',
      full: '该类按100分计',
      zero: '该类按0分计',
    }),
    changes: '影响没有重点、专项或常规目标的单位的总分。',
    holds: ONE_WAY,
    touches: '缺少某类目标的单位的总分',
  },
  coefficientFormula: {
    label: '系数算法',
    kind: aChoice({
      weighted: '各类得分乘以比例和系数后相加',
      normalised: '相加后再除以比例与系数之积的总和',
    }),
    changes: '影响设权重系数的单位：前者系数大则总分高，后者系数只调整三类之间的轻重。',
    holds: ONE_WAY,
    touches: '设权重系数的单位的总分',
  },
  cap: {
    label: '得分上限',
    kind: aNumberOrNone(
      { min: 90, max: MOST_POINTS, decimals: 2, unit: '分', hint: '不填为不设上限' },
      '不设上限',
    ),
    changes: '系数大于1时，总分可能超过100分；设上限则超出部分不计。',
    holds: ONE_WAY,
    touches: '设权重系数的单位的总分',
  },
  rounding: {
    label: '最终得分',
    kind: rounding,
    changes: '位数少则同分的单位多，也影响是否够90分、70分：89.96分保留1位小数为90分。',
    holds: ONE_WAY,
    touches: '各单位的最终得分',
  },
  appealDays: {
    label: '反馈答复期限',
    kind: aNumber({ min: 1, max: 30, unit: '个工作日' }),
    changes: '过了期限没有答复，得分照常有效，注明未答复。',
    holds: '此后的反馈',
    touches: '各单位确认收到、提出申诉的期限',
  },
}
