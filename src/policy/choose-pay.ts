/** The form with which the office enters the ratios of performance pay, and its command (Article 26). */
import * as z from 'zod'
import type { Field, FormSpec } from '../../cards/kit.ts'
import { command } from '../kernel/command.ts'
import { formOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import { isRatified } from '../results/queries.ts'
import type { PolicyDone } from './commands.ts'
import { findYear } from './queries.ts'
import { choosePay } from './rules/pay.ts'
import type { PayPolicy } from './rules/policy.ts'
import type { YearEvent, YearRefusal, YearState } from './rules/year.ts'
import { yearId, yearSubject } from './subject.ts'

/** Hundredths of a percent. */
const aRatio = z.int().min(0).max(100_00).nullable()
/** Hundredths of a yuan: to ten million. */
const MOST_BASE = 10_000_000

const payload = z.object({
  year: z.int().min(2000).max(2100),
  pay: z.object({
    excellentUp: aRatio,
    qualifiedUp: aRatio,
    unqualifiedDown: aRatio,
    base: z
      .int()
      .min(0)
      .max(MOST_BASE * 100)
      .nullable(),
  }),
})

export const choosePayCommand = command<
  z.infer<typeof payload>,
  YearState,
  YearEvent,
  YearRefusal,
  { by: Actor; ratified: boolean },
  PolicyDone
>({
  type: 'pay.choose',
  payload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year }, meta) => ({
    by: await getActor(db, meta),
    ratified: await isRatified(db, year),
  }),
  decide: (state, { pay }, { by, ratified }) => choosePay(state, pay, by, ratified),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'pay-chosen' }, show: { name: 'policy', params: { year } } },
  }),
})

export function paySpec(present: PayPolicy): FormSpec {
  return {
    title: '绩效工资比例',
    intro: '更改后须由领导小组组长重新确认年度政策。',
    fields: [
      numberField('excellentUp', '优秀增加（%）', '通知未定则不填', 100, present),
      numberField('qualifiedUp', '合格增加（%）', '通知未定则不填', 100, present),
      numberField('unqualifiedDown', '不合格减少（%）', '通知未定则不填', 100, present),
      numberField('base', '统一基数（元）', '各单位基数不同则不填，在表中填写', MOST_BASE, present),
    ],
    submit: '保存比例',
  }
}

function numberField(
  name: keyof PayPolicy,
  label: string,
  hint: string,
  max: number,
  present: PayPolicy,
): Field {
  const value = present[name]
  const initial = value === null ? undefined : String(value / 100)
  return { kind: 'number', decimals: 2, min: 0, ...{ name, label, hint, max }, ...(initial && { initial }) }
}

export const payForm = formOf({
  name: 'pay',
  command: 'pay.choose',
  params: z.object({ year: z.int() }),
  async spec(db, { year }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    return open ? paySpec(open.policy.pay) : { refusal: { code: 'unopened-year' } }
  },
  payload: (values, { year }) => {
    const of = (name: keyof PayPolicy): number | null => {
      const value = values[name]
      return typeof value === 'number' ? value : null
    }
    const [excellentUp, qualifiedUp] = [of('excellentUp'), of('qualifiedUp')]
    const [unqualifiedDown, base] = [of('unqualifiedDown'), of('base')]
    return { year, pay: { excellentUp, qualifiedUp, unqualifiedDown, base } }
  },
})
