/** The two forms with which the office chooses what the regulation leaves open, and their command (rulebook, ◇). */
import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../cards/kit.ts'
import { command } from '../kernel/command.ts'
import { type FormValues, formOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import { isRatified } from '../results/queries.ts'
import type { PolicyDone } from './commands.ts'
import { findYear, isAnyScored, type OpenYear } from './queries.ts'
import type { GradingValues, ScoringValues } from './rules/policy.ts'
import { chooseValues, type ValueFacts } from './rules/values.ts'
import type { YearEvent, YearRefusal, YearState } from './rules/year.ts'
import { BANDS, FORMULA, FREED_PLACE, MISSING_TYPE, QUOTA_ROUNDING, ROUNDING } from './say-policy.ts'
import { yearId, yearSubject } from './subject.ts'

/** In points: a lower cap would leave nobody excellent; no coefficients lead to more. */
const [LEAST_CAP, MOST_CAP] = [90, 999]

const scoring = z.object({
  missingType: z.enum(['redistribute', 'full', 'zero']),
  coefficientFormula: z.enum(['weighted', 'normalised']),
  cap: z
    .int()
    .min(LEAST_CAP * 100)
    .max(MOST_CAP * 100)
    .nullable(),
  rounding: z.int().min(0).max(2),
})
const grading = z.object({
  bands: z.enum(['exact', 'integer']),
  quotaRounding: z.enum(['floor', 'half-up', 'ceil']),
  freedPlace: z.enum(['next', 'empty']),
})
const payload = z.object({
  year: z.int().min(2000).max(2100),
  seen: z.string(),
  values: z.union([scoring, grading]),
})

export const chooseValuesCommand = command<
  z.infer<typeof payload>,
  YearState,
  YearEvent,
  YearRefusal,
  ValueFacts & { readonly by: Actor },
  PolicyDone
>({
  type: 'values.choose',
  payload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year }, meta) => ({
    by: await getActor(db, meta),
    scored: await isAnyScored(db, year),
    ratified: await isRatified(db, year),
  }),
  decide: (state, wish, { by, ...facts }) => chooseValues(state, wish, by, facts),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'values-chosen' }, show: { name: 'policy', params: { year } } },
  }),
  onRefusal: ({ code }, { year }) =>
    code === 'office-only' || code === 'unopened-year' ? undefined : { name: 'policy', params: { year } },
})

const choicesOf = (texts: { readonly [value: string]: string }): Choice[] =>
  Object.entries(texts).map(([value, text]) => ({ value, text }))

const choice = (
  name: string,
  label: string,
  texts: { readonly [value: string]: string },
  present: string | number,
): Field => ({
  kind: 'choice',
  name,
  label,
  required: true,
  choices: choicesOf(texts),
  initial: String(present),
})

export function scoringSpec({ missingType, coefficientFormula, cap, rounding }: ScoringValues): FormSpec {
  return {
    title: '计分办法',
    intro: '更改后须由领导小组组长重新确认年度政策；首个单位得分确定后不能再改。',
    fields: [
      choice('missingType', '缺少某类目标', MISSING_TYPE, missingType),
      choice('coefficientFormula', '系数算法', FORMULA, coefficientFormula),
      {
        kind: 'number',
        name: 'cap',
        label: '得分上限（分）',
        hint: '不填为不设上限',
        decimals: 2,
        min: LEAST_CAP,
        max: MOST_CAP,
        ...(cap !== null && { initial: String(cap / 100) }),
      },
      choice('rounding', '最终得分', ROUNDING, rounding),
    ],
    submit: '保存计分办法',
  }
}

export function gradingSpec({ bands, quotaRounding, freedPlace }: GradingValues): FormSpec {
  return {
    title: '等次和优秀名额',
    intro: '更改后须由领导小组组长重新确认年度政策；考核结果审定后不能再改。',
    fields: [
      choice('bands', '等次界线', BANDS, bands),
      choice('quotaRounding', '优秀名额取整', QUOTA_ROUNDING, quotaRounding),
      choice('freedPlace', '否决空出的名额', FREED_PLACE, freedPlace),
    ],
    submit: '保存等次和名额',
  }
}

/** A form on the policy's card, for the office. */
const valuesForm = (
  name: string,
  specOf: (open: OpenYear) => FormSpec,
  valuesOf: (values: FormValues) => { readonly [name: string]: string | number | null },
) =>
  formOf({
    name,
    command: 'values.choose',
    params: z.object({ year: z.int(), seen: z.string() }),
    async spec(db, { year }, viewer) {
      if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
      const open = await findYear(db, year)
      return open ? specOf(open) : { refusal: { code: 'unopened-year' } }
    },
    payload: (values, { year, seen }) => ({ year, seen, values: valuesOf(values) }),
  })

const text = (value: FormValues[string]): string => String(value ?? '')

export const scoringForm = valuesForm(
  'scoring',
  ({ policy }) => scoringSpec(policy),
  ({ missingType, coefficientFormula, cap, rounding }) => ({
    missingType: text(missingType),
    coefficientFormula: text(coefficientFormula),
    cap: typeof cap === 'number' ? cap : null,
    rounding: Number(rounding),
  }),
)

export const gradingForm = valuesForm(
  'grading',
  ({ policy }) => gradingSpec(policy),
  ({ bands, quotaRounding, freedPlace }) => ({
    bands: text(bands),
    quotaRounding: text(quotaRounding),
    freedPlace: text(freedPlace),
  }),
)
