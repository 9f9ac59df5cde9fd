/** Every value of the policy, as the office sees it. */
import type { PolicySubject } from '../rules/catalogue.ts'
import type { PolicyValues, ValueName } from '../rules/policy.ts'
import { EXECUTION } from './execution.ts'
import { GATES } from './gates.ts'
import { GRADING } from './grading.ts'
import { OVERSIGHT } from './oversight.ts'
import { PAY } from './pay.ts'
import { SCORING } from './scoring.ts'
import { SETTING } from './setting.ts'
import type { PolicyValue, ValuesNamed } from './value.ts'

const VALUES: ValuesNamed<ValueName> = {
  ...SETTING,
  ...EXECUTION,
  ...OVERSIGHT,
  ...SCORING,
  ...GRADING,
  ...GATES,
  ...PAY,
}

/** A value with its kind; what its kind is given is always of the same name. */
export const valueNamed = (name: ValueName): PolicyValue<PolicyValues[ValueName]> =>
  VALUES[name] as PolicyValue<PolicyValues[ValueName]>

export const sayValue = (name: ValueName, values: PolicyValues): string =>
  valueNamed(name).kind.say(values[name])

export const SUBJECT_NAMES: { readonly [subject in PolicySubject]: string } = {
  setting: '订立目标',
  execution: '执行与提醒',
  oversight: '督查与意见',
  scoring: '考评计分',
  grading: '等次与名额',
  gates: '关口',
  pay: '绩效工资',
}
