/** The questions on each goal that is decided: pass or return, and a word. */
import * as z from 'zod'
import { goalName } from '../../cards/goal-words.ts'
import type { Field, FormSpec } from '../../cards/kit.ts'
import { type FormDefinition, type FormValues, formOf } from '../kernel/view.ts'
import type { Database } from '../store/database.ts'
import { COMMENT_LENGTH, type Seen, type Verdict } from './rules/verdicts.ts'

const params = z.object({ year: z.int(), unit: z.string(), seen: z.record(z.string(), z.int()) })
type Ballot = z.infer<typeof params>

/** A goal's number is part of its id: the form is read without asking the database again. */
const numberOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1)

export function verdictFields(number: number): readonly Field[] {
  return [
    {
      kind: 'choice',
      name: `verdict_${number}`,
      label: `${goalName(number)}结论`,
      hint: '不选即通过',
      choices: [
        { value: 'pass', text: '通过' },
        { value: 'return', text: '退回' },
      ],
    },
    {
      kind: 'line',
      name: `comment_${number}`,
      label: '退回意见',
      hint: '退回时必填，说明怎样修改',
      maxLength: COMMENT_LENGTH,
    },
  ]
}

const verdictSpec =
  (title: string, submit: string) =>
  async (_: Database, { seen }: Ballot): Promise<FormSpec> => ({
    title,
    intro: '没有选择的目标按通过处理，退回的须写明意见。',
    fields: Object.keys(seen).flatMap((goal) => verdictFields(Number(numberOf(goal)))),
    submit,
  })

function verdictsOf(values: FormValues, seen: Seen): Verdict[] {
  return Object.keys(seen).flatMap((goal) => {
    const chosen = values[`verdict_${numberOf(goal)}`]
    const comment = values[`comment_${numberOf(goal)}`]
    const verdict = chosen === 'pass' || chosen === 'return' ? chosen : null
    const text = typeof comment === 'string' ? comment : ''
    return verdict === null && text === '' ? [] : [{ goal, verdict, comment: text }]
  })
}

function payload(values: FormValues, { year, unit, seen }: Ballot) {
  const verdicts = verdictsOf(values, seen).map((one) => ({ ...one }))
  return { year, unit, seen, verdicts }
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
