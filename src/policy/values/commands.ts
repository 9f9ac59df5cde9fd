/** The office changes values of the policy (Articles 8, 10, 16-27, 32). */
import * as z from 'zod'
import { command, type View } from '../../kernel/command.ts'
import type { Year } from '../../kernel/ids.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { reachedMilestones } from '../milestones.ts'
import { type Milestones, POLICY_SUBJECTS, type PolicySubject, VALUE_NAMES } from '../rules/catalogue.ts'
import type { ChosenValues } from '../rules/policy.ts'
import { chooseValues } from '../rules/values.ts'
import type { YearEvent, YearRefusal, YearState } from '../rules/year.ts'
import { yearId, yearSubject } from '../subject.ts'
import { valueNamed } from './all.ts'
import { judgedBy } from './kind.ts'

export interface ValuesDone {
  readonly code: 'values-chosen'
}

export const subjectView = (year: Year, subject: PolicySubject): View => ({
  name: 'policy-subject',
  params: { year, subject },
})

const schemas = VALUE_NAMES.filter((name) => name !== 'gateAreas').map((name) => [
  name,
  valueNamed(name).kind.schema.exactOptional(),
])

const payload = z.object({
  year: z.int().min(2000).max(2100),
  subject: z.enum(POLICY_SUBJECTS),
  seen: z.string(),
  values: judgedBy<ChosenValues>(z.strictObject(Object.fromEntries(schemas))),
})

export const chooseValuesCommand = command<
  z.infer<typeof payload>,
  YearState,
  YearEvent,
  YearRefusal,
  { readonly by: Actor; readonly reached: Milestones },
  ValuesDone
>({
  type: 'values.choose',
  payload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year }, meta) => ({
    by: await getActor(db, meta),
    reached: await reachedMilestones(db, year),
  }),
  decide: (state, wish, { by, reached }) => chooseValues(state, wish, by, reached),
  tell: ({ payload: { year, subject } }) => ({
    answer: { done: { code: 'values-chosen' }, show: subjectView(year, subject) },
  }),
  onRefusal: ({ code }, { year, subject }) =>
    code === 'office-only' || code === 'unopened-year' || code === 'contradicting-values'
      ? undefined
      : subjectView(year, subject),
})
