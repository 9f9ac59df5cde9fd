import type { PolicyFacts } from '../../cards/policy.ts'
import type { Year } from '../kernel/ids.ts'
import { PHASE_NAMES } from './phase-names.ts'
import type { PolicyLack } from './rules/lacks.ts'
import type { PayPolicy } from './rules/policy.ts'

const PAY_PARTS: { readonly [part in keyof PayPolicy]: string } = {
  excellentUp: '优秀增加',
  qualifiedUp: '合格增加',
  unqualifiedDown: '不合格减少',
  base: '统一基数',
}

type Said = PolicyFacts['lacks'][number]

/** What is missing, in words, with the button that leads there. */
function sayLack(lack: PolicyLack, year: Year): Said {
  switch (lack.what) {
    case 'confirmation':
      return { text: '组长按通知文号确认', button: null }
    case 'coefficients':
      return {
        text: `${lack.units}个单位的权重系数${lack.suggested > 0 ? `（其中${lack.suggested}个待通知，可沿用去年）` : ''}`,
        button: { text: '权重系数', action: { show: 'coefficients', with: { year } } },
      }
    case 'pay': {
      const parts = lack.parts.map((part) => PAY_PARTS[part]).join('、')
      return { text: `绩效工资比例：${parts}`, button: toSubject('绩效工资', 'pay', year) }
    }
    case 'reporter':
      return {
        text: `${lack.area}没有报告人（${lack.leadUnit}）`,
        button: toSubject('关口', 'gates', year),
      }
    case 'dates': {
      const phases = lack.phases.map((phase) => PHASE_NAMES[phase]).join('、')
      return {
        text: `阶段起止日期：${phases}`,
        button: { text: '年度日程', action: { show: 'calendar', with: { year } } },
      }
    }
  }
}

const toSubject = (text: string, subject: string, year: Year): Said['button'] => ({
  text,
  action: { show: 'policy-subject', with: { year, subject } },
})

/** Several areas without a reporter lead to the same card. */
export function sayLacks(lacks: readonly PolicyLack[], year: Year): readonly Said[] {
  const led = new Set<string>()
  return lacks.map((lack) => {
    const { text, button } = sayLack(lack, year)
    const again = button !== null && led.has(button.text)
    if (button) led.add(button.text)
    return { text, button: again ? null : button }
  })
}
