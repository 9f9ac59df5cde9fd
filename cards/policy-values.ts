import { type CoefficientRow, coefficientTable } from './coefficient-list.ts'
import { type Card, type Element, type FormSpec, field, heading, line, note, type Params } from './kit.ts'

export interface PolicyValue {
  readonly label: string
  readonly value: string
}

/** A point that the regulation leaves open: what is chosen, and what the choice changes. */
export interface PolicyChoice extends PolicyValue {
  readonly changes: string
}

export interface PolicyFacts {
  readonly year: number
  readonly values: readonly PolicyValue[]
  readonly choices: readonly PolicyChoice[]
  readonly units: readonly CoefficientRow[]
  readonly confirmed: { readonly notice: string; readonly by: string; readonly when: string } | null
  /** The form with which the viewer may confirm; null for who may not. */
  readonly form: { readonly spec: FormSpec; readonly params: Params } | null
  /** The form with which the office enters the ratios of performance pay; null for who may not. */
  readonly pay: { readonly spec: FormSpec; readonly params: Params } | null
  /** The form with which the office chooses where the agreed scores come from; null for who may not, and once it stands. */
  readonly agreement: { readonly spec: FormSpec; readonly params: Params } | null
  /** The form with which the office chooses how scores are worked out; null for who may not, and once one is decided. */
  readonly scoring: { readonly spec: FormSpec; readonly params: Params } | null
  /** The form with which the office chooses how grades come about; null for who may not, and once they are ratified. */
  readonly grading: { readonly spec: FormSpec; readonly params: Params } | null
  /** The form with which the office chooses how goals are ratified; null for who may not. */
  readonly ratification: { readonly spec: FormSpec; readonly params: Params } | null
}

/** The year's policy in plain words; the chair confirms it with the notice's number (rulebook, preface). */
export function policyCard(facts: PolicyFacts): Card {
  const { year, confirmed } = facts
  return {
    title: `${year}年度政策`,
    status: confirmed ? { text: '已确认', tone: 'green' } : { text: '待确认', tone: 'orange' },
    summary: confirmed
      ? `${year}年度政策已按${confirmed.notice}确认`
      : `${year}年度政策待领导小组确认，确认后才能审定结果`,
    elements: [
      ...standing(facts),
      { tag: 'fields', items: facts.values },
      choicesFold(facts.choices),
      ...coefficientPart(facts.units),
      ...confirmPart(facts),
      ...ratificationPart(facts),
      ...agreementPart(facts),
      ...valuesPart('scoring', facts.scoring, '更改计分办法？'),
      ...valuesPart('grading', facts.grading, '更改等次和名额？'),
      ...payPart(facts),
    ],
  }
}

function standing({ confirmed, form }: PolicyFacts): Element[] {
  if (confirmed) {
    return [line(`${confirmed.by} 于 ${confirmed.when} 确认，文号：${confirmed.notice}`, 'green')]
  }
  const text = '政策未确认，不能审定考核结果。'
  return [line(form ? `${text}请核对后填写文号确认。` : `${text}请等候领导小组组长确认。`, 'orange')]
}

function choicesFold(choices: readonly PolicyChoice[]): Element {
  return {
    tag: 'fold',
    title: `方案未写明、由政策选定的${choices.length}项`,
    elements: choices.flatMap(({ label, value, changes }) => [
      { tag: 'text', spans: [{ text: `${label}：`, bold: true }, { text: value }] },
      note(changes),
    ]),
  }
}

function coefficientPart(units: readonly CoefficientRow[]): Element[] {
  if (units.length === 0) return []
  const missing = units.filter((unit) => unit.coefficients === null).map((unit) => unit.name)
  return [
    heading('权重系数'),
    ...(missing.length > 0 ? [line(`还缺${missing.length}个单位：${missing.join('、')}`, 'orange')] : []),
    coefficientTable(units),
  ]
}

function confirmPart({ form }: PolicyFacts): Element[] {
  if (!form) return []
  const confirm = {
    title: '确认年度政策？',
    text: '确认后即按这些数值考核和评定；系数如再更改，须重新确认。',
  }
  return [
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

function ratificationPart({ ratification }: PolicyFacts): Element[] {
  if (!ratification) return []
  const { spec, params } = ratification
  const confirm = { title: '更改审定方式？', text: spec.intro ?? '' }
  return [
    heading(spec.title),
    {
      tag: 'form',
      name: 'ratification',
      elements: spec.fields.map(field),
      buttons: [{ text: spec.submit, action: { submit: 'ratification', with: params }, confirm }],
    },
  ]
}

function agreementPart({ agreement }: PolicyFacts): Element[] {
  if (!agreement) return []
  const { spec, params } = agreement
  const confirm = { title: '更改得分方式？', text: spec.intro ?? '' }
  return [
    heading(spec.title),
    {
      tag: 'form',
      name: 'agreement',
      elements: spec.fields.map(field),
      buttons: [{ text: spec.submit, action: { submit: 'agreement', with: params }, confirm }],
    },
  ]
}

function valuesPart(name: string, form: PolicyFacts['scoring'], title: string): Element[] {
  if (!form) return []
  const { spec, params } = form
  const confirm = { title, text: spec.intro ?? '' }
  return [
    heading(spec.title),
    {
      tag: 'form',
      name,
      elements: spec.fields.map(field),
      buttons: [{ text: spec.submit, action: { submit: name, with: params }, confirm }],
    },
  ]
}

function payPart({ pay }: PolicyFacts): Element[] {
  if (!pay) return []
  const { spec, params } = pay
  const confirm = { title: '更改绩效工资比例？', text: spec.intro ?? '' }
  return [
    heading(spec.title),
    {
      tag: 'form',
      name: 'pay',
      elements: spec.fields.map(field),
      buttons: [{ text: spec.submit, action: { submit: 'pay', with: params }, confirm }],
    },
  ]
}
