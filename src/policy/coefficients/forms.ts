import * as z from 'zod'
import type { Field } from '../../../cards/kit.ts'
import { formOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear } from '../queries.ts'
import { listCoefficientRows } from './list.ts'

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

/** With a unit: its own, or what last year's suggest, stand in the fields. */
export const coefficientsForm = formOf({
  name: 'coefficients',
  command: 'coefficients.set',
  params: z.object({ year: z.int(), unit: z.string().exactOptional() }),
  async spec(db, { year, unit }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    if (!open) return { refusal: { code: 'unopened-year' } }
    const rows = await listCoefficientRows(db, open)
    const present = unit === undefined ? undefined : (open.coefficients[unit] ?? open.suggested?.[unit])
    const asked = (id: string, set: boolean): number => (id === unit ? 0 : set ? 2 : 1)
    const inOrder = rows.toSorted(
      (a, b) => asked(a.id, a.coefficients !== null) - asked(b.id, b.coefficients !== null),
    )
    const choices = inOrder.slice(0, MOST_CHOICES).map(({ id, name }) => ({ value: id, text: name }))
    const more = rows.length > MOST_CHOICES ? '单位较多，这里没有列出的请用系数表导入。' : ''
    return {
      title: `${year}年度权重系数`,
      intro: `按当年学校发文通知填写，四位小数。${more}`,
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
      back: { show: 'coefficients', with: { year } },
    }
  },
  payload: ({ unit, key, special, routine }, { year }) => ({
    year,
    unit: String(unit ?? ''),
    coefficients: { key: Number(key), special: Number(special), routine: Number(routine) },
  }),
})

/** Last year's coefficients hold on, by this year's notice. `seen`: mark of those that the card showed. */
export const adoptCoefficientsForm = formOf({
  name: 'adopt_coefficients',
  command: 'coefficients.adopt',
  params: z.object({ year: z.int(), seen: z.string() }),
  async spec(db, { year }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    if (!(await findYear(db, year))) return { refusal: { code: 'unopened-year' } }
    return {
      title: '沿用去年权重系数',
      intro: '通知写明系数沿用去年的，填写文号后一次沿用；已经设置的单位不变。',
      fields: [
        {
          ...{ kind: 'line', name: 'notice', label: '当年通知文号', required: true, maxLength: 60 },
          hint: '如 校发〔2026〕12号',
        },
      ],
      submit: '全部沿用',
      back: { show: 'coefficients', with: { year } },
    }
  },
  payload: ({ notice }, { year, seen }) => ({ year, seen, notice: String(notice ?? '') }),
})
