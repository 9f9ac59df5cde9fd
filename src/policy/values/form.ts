/** One form a subject: its values that may still be changed. */
import * as z from 'zod'
import type { FormSpec } from '../../../cards/kit.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import { type FieldMistake, type FormValues, formOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { reachedMilestones } from '../milestones.ts'
import { findYear } from '../queries.ts'
import {
  frozenBy,
  type Milestones,
  POLICY_SUBJECTS,
  type PolicySubject,
  VALUE_NAMES,
  valuesIn,
} from '../rules/catalogue.ts'
import { type Policy, type ValueName, valuesOf } from '../rules/policy.ts'
import { FROZEN, markOfValues } from '../rules/values.ts'
import { SUBJECT_NAMES, valueNamed } from './all.ts'
import { subjectView } from './commands.ts'

export const VALUES_FORM = 'policy_values'

/** `names`: the values that the form asks for; `seen`: mark of the subject as it stood when the form was opened. */
export type ValuesFormParams = {
  readonly year: Year
  readonly subject: PolicySubject
  readonly names: readonly ValueName[]
  readonly seen: string
}

const params = z.object({
  year: z.int(),
  subject: z.enum(POLICY_SUBJECTS),
  names: z.array(z.enum(VALUE_NAMES)),
  seen: z.string(),
})

/** Null where nothing of the subject can be changed any more, or not by this form. */
export function valuesFormParams(
  open: { readonly year: Year; readonly phase: Parameters<typeof frozenBy>[1]; readonly policy: Policy },
  subject: PolicySubject,
  reached: Milestones,
): ValuesFormParams | null {
  const names = valuesIn(subject).filter(
    (name) => name !== 'gateAreas' && frozenBy(name, open.phase, reached) === undefined,
  )
  const seen = markOfValues(open.policy, subject)
  return names.length === 0 ? null : { year: open.year, subject, names, seen }
}

export const valuesForm = formOf({
  name: VALUES_FORM,
  command: 'values.choose',
  params,
  async spec(db, { year, subject, names }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    if (!open) return { refusal: { code: 'unopened-year' } }
    const show = subjectView(year, subject)
    const reached = await reachedMilestones(db, year)
    const known = names.filter((name) => valuesIn(subject).includes(name))
    const frozen = known.map((name) => frozenBy(name, open.phase, reached)).find((by) => by !== undefined)
    if (frozen) return { refusal: { code: FROZEN[frozen] }, show }
    return specOf(open.policy, { year, subject, names: known })
  },
  check: (values, { names }) => names.flatMap((name) => mistakesOf(name, values)),
  payload: (values, { year, subject, names, seen }) => ({
    ...{ year, subject, seen },
    // What a kind reads is checked by its schema when the command comes.
    values: Object.fromEntries(
      names.map((name) => [name, valueNamed(name).kind.read(values, name)]),
    ) as JsonObject,
  }),
})

function specOf(policy: Policy, { year, subject, names }: Omit<ValuesFormParams, 'seen'>): FormSpec {
  const values = valuesOf(policy)
  return {
    title: `修改：${SUBJECT_NAMES[subject]}`,
    intro: '保存后按各项所列的时间生效，不改已经决定的事项；政策须由领导小组组长重新确认。',
    fields: names.flatMap((name) => {
      const { label, kind } = valueNamed(name)
      return kind.fields({ name, label, year }, values[name])
    }),
    submit: '保存',
    back: { show: 'policy-subject', with: { year, subject } },
  }
}

/** Beside what each field tells by itself: what the value's schema would refuse. */
function mistakesOf(name: ValueName, values: FormValues): FieldMistake[] {
  const { kind, label } = valueNamed(name)
  const read = kind.read(values, name)
  const filled = values[name] !== undefined
  return filled && !kind.schema.safeParse(read).success
    ? [{ name, text: `「${label}」填写有误，请更正` }]
    : []
}
