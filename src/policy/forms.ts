import * as z from 'zod'
import type { Field, FormSpec } from '../../cards/kit.ts'
import { type FormDefinition, formOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import { agreementForm } from './choose-agreement.ts'
import { payForm } from './choose-pay.ts'
import { ratificationForm } from './choose-ratification.ts'
import { gradingForm, scoringForm } from './choose-values.ts'
import { listCoefficientRows } from './coefficient-rows.ts'
import { findYear } from './queries.ts'

/** A select of more units would make the card too large; those without coefficients come first. */
const MOST_CHOICES = 100

const coefficientField = (name: string, label: string, value: number | undefined): Field => ({
  kind: 'number',
  name,
  label,
  required: true,
  decimals: 4,
  min: 0.0001,
  max: 9.9999,
  hint: '如 1.0500',
  ...(value !== undefined && { initial: (value / 10_000).toFixed(4) }),
})

export const coefficientsForm = formOf({
  name: 'coefficients',
  command: 'coefficients.set',
  params: z.object({ year: z.int(), unit: z.string().exactOptional() }),
  async spec(db, { year, unit }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    if (!open) return { refusal: { code: 'unopened-year' } }
    const rows = await listCoefficientRows(db, open)
    const present = unit === undefined ? undefined : open.coefficients[unit]
    const missingFirst = [...rows].sort(
      (a, b) => Number(a.coefficients !== null) - Number(b.coefficients !== null),
    )
    const choices = missingFirst.slice(0, MOST_CHOICES).map(({ id, name }) => ({ value: id, text: name }))
    return {
      title: `${year}年度权重系数`,
      intro: '按当年学校发文通知填写，四位小数。',
      fields: [
        {
          kind: 'choice',
          name: 'unit',
          label: '单位',
          required: true,
          choices,
          ...(unit !== undefined && { initial: unit }),
        },
        coefficientField('key', '重点工作目标系数', present?.key),
        coefficientField('special', '专项工作目标系数', present?.special),
        coefficientField('routine', '常规工作目标系数', present?.routine),
      ],
      submit: '保存系数',
    }
  },
  payload: ({ unit, key, special, routine }, { year }) => ({
    year,
    unit: String(unit ?? ''),
    coefficients: { key: Number(key), special: Number(special), routine: Number(routine) },
  }),
})

export const policyConfirmSpec: FormSpec = {
  title: '确认年度政策',
  fields: [
    {
      kind: 'line',
      name: 'notice',
      label: '当年通知文号',
      required: true,
      maxLength: 60,
      hint: '如 校发〔2026〕12号',
    },
  ],
  submit: '确认政策',
}

export const policyConfirmForm = formOf({
  name: 'policy_confirm',
  command: 'policy.confirm',
  params: z.object({ year: z.int(), seen: z.string() }),
  async spec(db, _, viewer) {
    if (!holds(await getActor(db, viewer), 'chair')) return { refusal: { code: 'chair-only' } }
    return policyConfirmSpec
  },
  payload: ({ notice }, { year, seen }) => ({ year, seen, notice: String(notice ?? '') }),
})

export const policyForms: readonly FormDefinition[] = [
  coefficientsForm,
  policyConfirmForm,
  ratificationForm,
  agreementForm,
  payForm,
  scoringForm,
  gradingForm,
]
