import { type BarredUnit, barredFold } from './excellence-barred.ts'
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
import { type MovedUnit, movedLines } from './result-moved.ts'
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
  readonly barred: readonly BarredUnit[]
}

export interface ExcellenceNamingFacts {
  readonly year: number
  readonly cohorts: readonly NamingCohort[]
  /** Who set the ratio; null where it stands from the ratification. */
  readonly proposed: { readonly by: string; readonly when: string } | null
  /** Whether the naming goes before the members. */
  readonly quorum: boolean
  /** What a member said when the last naming was sent back. */
  readonly sentBack: { readonly by: string; readonly when: string; readonly words: string } | null
  /** After an appeal: what moves when the naming stays as it is filled in. */
  readonly correction: { readonly moved: readonly MovedUnit[]; readonly announced: boolean } | null
  /** Null where the viewer does not decide. */
  readonly form: { readonly spec: FormSpec; readonly params: Params } | null
}

/** The leading group names the excellent among the eligible and ratifies the results (Article 25). */
export function excellenceNamingCard(facts: ExcellenceNamingFacts): Card {
  const { year, cohorts, proposed, form, correction, quorum } = facts
  const title = correction ? `${year}年度结果更正` : `${year}年度评优审定`
  const waits = quorum ? '由组长提出名单，成员表决审定。' : '由领导小组组长审定。'
  return {
    title,
    status: { text: correction ? '待更正' : '待审定', tone: 'orange' },
    summary: correction
      ? '申诉决定改变了得分，请领导小组更正考核结果'
      : '请领导小组确定优秀单位并审定考核结果',
    elements: [
      ...(correction ? correctionPart(correction) : []),
      note(proposed ? `比例由 ${proposed.by} 于 ${proposed.when} 确定。` : '优秀比例与审定时相同。'),
      ...sentBackPart(facts),
      ...cohorts.flatMap(cohortPart),
      ...(form ? decisionPart(facts, form) : [note(waits)]),
    ],
  }
}

function correctionPart({ moved, announced }: NonNullable<ExcellenceNamingFacts['correction']>): Element[] {
  const after = announced ? '更正后重新公布。' : '更正后再公布。'
  return [line(`申诉决定改变了得分。按下面已勾选的名单，变动如下；${after}`, 'orange'), ...movedLines(moved)]
}

function sentBackPart({ sentBack }: ExcellenceNamingFacts): Element[] {
  if (!sentBack) return []
  const { by, when, words } = sentBack
  return [line(`${by} 于 ${when} 退回了上一份名单：${words}`, 'orange')]
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

/** What the chair's tap does: it ratifies, corrects, or puts the naming before the members. */
function consequence({ quorum, correction }: ExcellenceNamingFacts) {
  if (quorum)
    return { title: '提交成员表决？', text: '名单将发给领导小组成员，同意达到人数即审定，一人退回即退回。' }
  if (correction)
    return { title: '更正考核结果？', text: '名次和等次按新得分更正；已公布的将重新公布并列明变动。' }
  return {
    title: '审定考核结果？',
    text: '勾选的单位评为优秀，其余按得分定等次。审定后不能更改得分和一票否决。',
  }
}

function decisionPart(
  facts: ExcellenceNamingFacts,
  { spec, params }: NonNullable<ExcellenceNamingFacts['form']>,
): Element[] {
  const { year, correction } = facts
  const confirm = consequence(facts)
  const change: Button = { text: '调整比例', action: { show: 'excellence-quota', with: { year } } }
  const changes = correction ? [] : [change]
  if (spec.fields.length === 0) {
    const nobody = { ...params, named: [], left: [] }
    const ratify: Button = {
      text: spec.submit,
      style: 'primary',
      action: { do: 'results.ratify', with: nobody },
      confirm: { ...confirm, text: `没有单位评为优秀，各单位按得分定等次。${confirm.text}` },
    }
    return [buttons(ratify, ...changes)]
  }
  return [
    {
      tag: 'form',
      name: 'naming',
      elements: spec.fields.map(field),
      buttons: [{ text: spec.submit, style: 'primary', action: { submit: 'naming', with: params }, confirm }],
    },
    ...(changes.length > 0 ? [buttons(...changes)] : []),
  ]
}
