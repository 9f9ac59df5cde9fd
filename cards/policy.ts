import {
  type Button,
  buttons,
  type Card,
  type Element,
  type FormSpec,
  field,
  heading,
  line,
  note,
  type Params,
} from './kit.ts'

export interface PolicyFacts {
  readonly year: number
  readonly edition: number
  readonly confirmed: PolicyConfirmation | null
  /** What is still missing, each with the button that leads there; empty for all but the office and the chair. */
  readonly lacks: readonly { readonly text: string; readonly button: Button | null }[]
  readonly subjects: readonly {
    readonly name: string
    readonly subject: string
    readonly values: readonly { readonly label: string; readonly value: string }[]
  }[]
  readonly coefficients: { readonly units: number; readonly set: number }
  /** The form with which the viewer may confirm; null for who may not. */
  readonly form: { readonly spec: FormSpec; readonly params: Params } | null
}

export interface PolicyConfirmation {
  readonly notice: string
  readonly by: string
  readonly when: string
}

/** The year's policy on one card, with a card for each subject; the chair confirms it with the notice's number (rulebook, preface). */
export function policyCard(facts: PolicyFacts): Card {
  const { year, edition, confirmed } = facts
  return {
    title: `${year}年度政策`,
    subtitle: `第${edition}版`,
    status: policyStatus(confirmed),
    summary: confirmed
      ? `${year}年度政策已按${confirmed.notice}确认`
      : `${year}年度政策待领导小组确认，确认后才能审定结果`,
    elements: [
      standing(confirmed, facts.form !== null),
      ...lacksPart(facts.lacks),
      heading('各项政策'),
      ...facts.subjects.map((one) => subjectFold(year, one)),
      coefficientFold(facts),
      ...confirmPart(facts),
      buttons({ text: '历次版本', action: { show: 'policy-editions', with: { year } } }),
    ],
  }
}

export const policyStatus = (confirmed: PolicyConfirmation | null): NonNullable<Card['status']> =>
  confirmed ? { text: '已确认', tone: 'green' } : { text: '待确认', tone: 'orange' }

/** On the policy's card, and on each of its subjects. */
export function standing(confirmed: PolicyConfirmation | null, confirms = false): Element {
  if (confirmed) {
    return line(`${confirmed.by} 于 ${confirmed.when} 确认，文号：${confirmed.notice}`, 'green')
  }
  const text = '政策未确认，不能审定考核结果。'
  return line(confirms ? `${text}请核对后填写文号确认。` : `${text}请等候领导小组组长确认。`, 'orange')
}

function lacksPart(lacks: PolicyFacts['lacks']): Element[] {
  if (lacks.length === 0) return []
  const all = lacks.flatMap(({ button }) => (button ? [button] : []))
  return [
    heading('还缺'),
    ...lacks.map(({ text }) => line(`· ${text}`, 'orange')),
    ...(all.length > 0 ? [buttons(...all)] : []),
  ]
}

function subjectFold(year: number, { name, subject, values }: PolicyFacts['subjects'][number]): Element {
  return {
    tag: 'fold',
    title: name,
    elements: [
      ...values.map(
        ({ label, value }): Element => ({
          tag: 'text',
          spans: [{ text: `${label}：`, bold: true }, { text: value }],
        }),
      ),
      buttons({ text: '查看说明', action: { show: 'policy-subject', with: { year, subject } } }),
    ],
  }
}

function coefficientFold({ year, coefficients: { units, set } }: PolicyFacts): Element {
  const missing = units - set
  return {
    tag: 'fold',
    title: '权重系数',
    elements: [
      missing === 0
        ? line(units === 0 ? '没有设权重系数的单位。' : `${units}个单位的系数已齐。`)
        : line(`${units}个单位中，还有${missing}个没有系数。`, 'orange'),
      buttons({ text: '查看系数', action: { show: 'coefficients', with: { year } } }),
    ],
  }
}

function confirmPart({ form }: PolicyFacts): Element[] {
  if (!form) return []
  const confirm = {
    title: '确认年度政策？',
    text: '确认后即按这些数值考核和评定；其中任何一项再更改，须重新确认。',
  }
  return [
    note('确认包括以上各项和全部权重系数。'),
    {
      tag: 'form',
      name: 'policy_confirm',
      elements: form.spec.fields.map(field),
      buttons: [
        {
          text: form.spec.submit,
          style: 'primary',
          action: { submit: 'policy_confirm', with: form.params },
          confirm,
        },
      ],
    },
  ]
}
