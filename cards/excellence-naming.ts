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
import { COHORT_NAMES, type Cohort, sayNames, sayRatio, sayScore } from './result-words.ts'

export interface NamingCohort {
  readonly cohort: Cohort
  readonly units: number
  /** Hundredths of a percent. */
  readonly ratio: number
  readonly places: number
  /** Lowest score inside the places, hundredths. */
  readonly border: number | null
  readonly named: readonly string[]
  readonly tied: readonly string[]
  readonly seats: number
  readonly barred: readonly { readonly name: string; readonly areas: readonly string[] }[]
}

export interface ExcellenceNamingFacts {
  readonly year: number
  readonly cohorts: readonly NamingCohort[]
  readonly proposed: { readonly by: string; readonly when: string }
  /** Null where the viewer does not decide. */
  readonly form: { readonly spec: FormSpec; readonly params: Params } | null
}

/** The leading group names the excellent among the eligible and ratifies the results (Article 25). */
export function excellenceNamingCard({ year, cohorts, proposed, form }: ExcellenceNamingFacts): Card {
  return {
    title: `${year}年度评优审定`,
    status: { text: '待审定', tone: 'orange' },
    summary: '请领导小组确定优秀单位并审定考核结果',
    elements: [
      note(`比例由 ${proposed.by} 于 ${proposed.when} 确定。`),
      ...cohorts.flatMap(cohortPart),
      ...(form ? decisionPart(year, form) : [note('由领导小组组长审定。')]),
    ],
  }
}

function cohortPart(facts: NamingCohort): Element[] {
  const { cohort, units, ratio, places, border } = facts
  return [
    heading(COHORT_NAMES[cohort]),
    {
      tag: 'fields',
      items: [
        { label: '考核单位', value: `${units}个` },
        { label: '比例', value: sayRatio(ratio) },
        { label: '名额', value: `${places}个` },
        { label: '末位得分', value: border === null ? '—' : sayScore(border) },
      ],
    },
    ...namesPart(facts),
  ]
}

function namesPart({ named, tied, seats, barred }: NamingCohort): Element[] {
  const nobody = named.length === 0 && tied.length === 0
  return [
    line(nobody ? '没有符合条件的单位。' : `入围：${named.length === 0 ? '（无）' : sayNames(named, 30)}`),
    ...(tied.length > 0
      ? [line(`并列：${sayNames(tied, 30)}，只余${seats}个名额，请领导小组选定。`, 'orange')]
      : []),
    ...(barred.length > 0 ? [barredFold(barred)] : []),
  ]
}

/** The longest list that a card has room for. */
const MOST_BARRED = 20

function barredFold(barred: NamingCohort['barred']): Element {
  const more = barred.length - MOST_BARRED
  const lines = barred.slice(0, MOST_BARRED).map(({ name, areas }) => `${name}：${areas.join('、')}不合格`)
  return {
    tag: 'fold',
    title: `得分达到优秀线但被一票否决的${barred.length}个单位`,
    elements: [line(lines.join('；')), ...(more > 0 ? [note(`另有${more}个，发送「一票否决」查看。`)] : [])],
  }
}

function decisionPart(year: number, { spec, params }: NonNullable<ExcellenceNamingFacts['form']>): Element[] {
  const confirm = {
    title: '审定考核结果？',
    text: '勾选的单位评为优秀，其余按得分定等次。审定后不能更改得分和一票否决。',
  }
  const change: Button = { text: '调整比例', action: { show: 'excellence-quota', with: { year } } }
  if (spec.fields.length === 0) {
    const nobody = { ...params, named: [], left: [] }
    const ratify: Button = {
      text: spec.submit,
      style: 'primary',
      action: { do: 'results.ratify', with: nobody },
      confirm: { ...confirm, text: '没有单位评为优秀，各单位按得分定等次。审定后不能更改。' },
    }
    return [buttons(ratify, change)]
  }
  return [
    {
      tag: 'form',
      name: 'naming',
      elements: spec.fields.map(field),
      buttons: [{ text: spec.submit, style: 'primary', action: { submit: 'naming', with: params }, confirm }],
    },
    buttons(change),
  ]
}
