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
import { COHORT_NAMES, type Cohort, sayNames, sayRatio, sayScore } from './result-words.ts'

/** What one ratio would do in a cohort. */
export interface RatioEffect {
  /** Hundredths of a percent. */
  readonly ratio: number
  readonly places: number
  readonly named: readonly string[]
  readonly tied: readonly string[]
  readonly seats: number
  /** Lowest score inside the places, hundredths. */
  readonly border: number | null
}

export interface QuotaCohort {
  readonly cohort: Cohort
  readonly units: number
  readonly effects: readonly RatioEffect[]
  /** The ratio that is set now. */
  readonly chosen: number | null
  /** High enough, but failed in these gate areas, whatever the ratio. */
  readonly barred: readonly BarredUnit[]
}

export interface ExcellenceQuotaFacts {
  readonly year: number
  readonly cohorts: readonly QuotaCohort[]
  /** How many things are missing: what is shown then is no more than a first look. */
  readonly missing: number
  /** Null where the viewer does not decide. */
  readonly form: { readonly spec: FormSpec; readonly params: Params } | null
}

/** What each ratio would do, before the leading group sets it (Article 25). */
export function excellenceQuotaCard({ year, cohorts, missing, form }: ExcellenceQuotaFacts): Card {
  const chosen = cohorts.every((one) => one.chosen !== null)
  return {
    title: `${year}年度优秀比例`,
    status: chosen ? { text: '可调整', tone: 'blue' } : { text: '待确定', tone: 'orange' },
    summary: chosen ? '优秀比例已定，审定前可以调整' : '请领导小组确定优秀比例',
    elements: [
      ...(missing > 0 ? [line(`还缺${missing}项，以下按现有得分试算，齐全后才能确定比例。`, 'orange')] : []),
      note('名额＝比例×考核单位数。并列的名额由领导小组定，否决项不合格的单位不能评优。'),
      ...cohorts.flatMap(cohortPart),
      ...(form ? [quotaForm(form)] : [note('优秀比例由领导小组研究确定。')]),
      ...(chosen ? [buttons(toNaming(year))] : []),
    ],
  }
}

function cohortPart({ cohort, units, effects, chosen, barred }: QuotaCohort): Element[] {
  const title = heading(`${COHORT_NAMES[cohort]}（${units}个）`)
  const set = chosen === null ? [] : [line(`现定比例：${sayRatio(chosen)}`, 'blue')]
  return [
    title,
    ...set,
    {
      tag: 'table',
      columns: [
        { name: 'ratio', label: '比例', kind: 'text', width: '80px' },
        { name: 'places', label: '名额', kind: 'text', width: '80px' },
        { name: 'named', label: '入围单位', kind: 'text', width: '160px' },
        { name: 'border', label: '末位得分', kind: 'text', width: '90px' },
        { name: 'remark', label: '说明', kind: 'text', width: '200px' },
      ],
      rows: effects.map((effect) => ({
        ratio: sayRatio(effect.ratio),
        places: String(effect.places),
        border: effect.border === null ? '—' : sayScore(effect.border),
        named: effect.named.length === 0 ? '—' : sayNames(effect.named),
        remark: remarkOf(effect),
      })),
    },
    ...(barred.length > 0 ? [barredFold(barred)] : []),
  ]
}

function remarkOf({ tied, seats, named, places }: RatioEffect): string {
  const remarks = [
    ...(tied.length > 0 ? [`${sayNames(tied, 6)}并列，余${seats}个名额待定`] : []),
    ...(tied.length === 0 && named.length < places ? [`空缺${places - named.length}个`] : []),
  ]
  return remarks.length === 0 ? '—' : remarks.join('；')
}

function quotaForm({ spec, params }: NonNullable<ExcellenceQuotaFacts['form']>): Element {
  return {
    tag: 'form',
    name: 'quota',
    elements: spec.fields.map(field),
    buttons: [{ text: spec.submit, style: 'primary', action: { submit: 'quota', with: params } }],
  }
}

const toNaming = (year: number): Button => ({
  text: '去评优',
  action: { show: 'excellence', with: { year } },
})
