/** The one question on each goal that is decided: why it goes back. A goal without an answer passes. */
import * as z from 'zod'
import { goalName } from '../../cards/goal-words.ts'
import type { Field, FormSpec } from '../../cards/kit.ts'
import { type FormDefinition, type FormValues, formOf } from '../kernel/view.ts'
import type { Database } from '../store/database.ts'
import { COMMENT_LENGTH, type Seen, type Verdict } from './rules/verdicts.ts'

const params = z.object({
  year: z.int(),
  unit: z.string(),
  seen: z.record(z.string(), z.int()),
  standards: z.string().default(''),
})
type Ballot = z.infer<typeof params>

/** A goal's number is part of its id: the form is read without asking the database again. */
const numberOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1)

export function verdictFields(number: number): readonly Field[] {
  return [
    {
      kind: 'line',
      name: `comment_${number}`,
      label: `${goalName(number)}退回意见`,
      hint: '不填即通过；要退回，请写明怎样修改',
      maxLength: COMMENT_LENGTH,
    },
  ]
}

const verdictSpec =
  (title: string, submit: string) =>
  async (_: Database, { seen }: Ballot): Promise<FormSpec> => ({
    title,
    intro: '填了退回意见的目标退回修改，其余的通过。',
    fields: Object.keys(seen).flatMap((goal) => verdictFields(Number(numberOf(goal)))),
    submit,
  })

function verdictsOf(values: FormValues, seen: Seen): Verdict[] {
  return Object.keys(seen).flatMap((goal) => {
    const comment = values[`comment_${numberOf(goal)}`]
    return typeof comment === 'string' && comment !== '' ? [{ goal, verdict: 'return', comment }] : []
  })
}

function payload(values: FormValues, { year, unit, seen, standards }: Ballot) {
  const verdicts = verdictsOf(values, seen).map((one) => ({ ...one }))
  return { year, unit, seen, standards, verdicts }
}

export const reviewForm: FormDefinition = formOf({
  name: 'plan_review',
  params,
  command: 'plan.review',
  spec: verdictSpec('目标审核', '提交审核'),
  payload,
})

export const ratifyForm: FormDefinition = formOf({
  name: 'plan_ratify',
  params,
  command: 'plan.ratify',
  spec: verdictSpec('目标审定', '提交审定'),
  payload,
})
