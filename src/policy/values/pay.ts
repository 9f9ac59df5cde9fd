/** 绩效工资 (Article 26). */
import type { PayPolicy } from '../rules/policy.ts'
import { together } from './kind.ts'
import type { ValuesNamed } from './value.ts'

const ratio = (label: string) => ({
  ...{ label, min: 0, max: 100, decimals: 2, unit: '%' },
  hint: '通知未定则不填',
})

export const PAY: ValuesNamed<'pay'> = {
  pay: {
    label: '绩效工资比例',
    kind: together<PayPolicy>({
      optional: true,
      parts: {
        excellentUp: ratio('优秀增加'),
        qualifiedUp: ratio('合格增加'),
        unqualifiedDown: ratio('不合格减少'),
        base: {
          ...{ label: '统一基数', min: 0, max: 10_000_000, decimals: 2, unit: '元' },
          hint: '各单位基数不同则不填，在表中填写',
        },
      },
      say: sayPay,
    }),
    holds: '考核结果审定时',
    touches: '绩效工资表；不改得分和等次',
  },
}

function sayPay({ excellentUp, qualifiedUp, unqualifiedDown, base }: PayPolicy): string {
  const part = (name: string, value: number | null): string =>
    value === null ? `${name}待定` : `${name}${value / 100}%`
  const money = base === null ? '基数由办公室在表中填写' : `基数${base / 100}元`
  const parts = [part('优秀增', excellentUp), part('合格增', qualifiedUp), part('不合格减', unqualifiedDown)]
  return `${parts.join('、')}；${money}`
}
