/** Forms of one question: why the days are opened again, why it is taken over, with which words it is sent on or objected to. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import { type FormDefinition, type FormValues, formOf } from '../../../kernel/view.ts'

const words = (name: string, label: string, hint: string, required: boolean): Field => ({
  kind: 'text',
  name,
  label,
  hint,
  maxLength: 500,
  rows: 2,
  ...(required && { required }),
})

export const textOf = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')

export const reopenSpec: FormSpec = {
  title: '同意逾期申诉',
  fields: [words('reason', '同意逾期申诉的理由', '同意后，该单位可在规定的工作日内提出申诉', true)],
  submit: '同意申诉',
}

export const reopenForm: FormDefinition = formOf({
  name: 'feedback-reopen',
  params: z.object({ year: z.int(), unit: z.string() }),
  command: 'feedback.reopen',
  spec: async () => reopenSpec,
  payload: ({ reason }, place) => ({ ...place, reason: textOf(reason) }),
})

const anAppeal = z.object({ year: z.int(), unit: z.string(), number: z.int() })

export const takeOverSpec: FormSpec = {
  title: '由领导小组直接决定',
  fields: [words('why', '直接决定的理由', '写明为何不再由工作组处理', true)],
  submit: '由领导小组决定',
}

export const takeOverForm: FormDefinition = formOf({
  name: 'appeal-take-over',
  params: anAppeal,
  command: 'appeal.take-over',
  spec: async () => takeOverSpec,
  payload: ({ why }, appeal) => ({ ...appeal, words: textOf(why) }),
})

/** To whom; what cannot be chosen is not offered. */
export const routeSpec = (toGroup: string | null): FormSpec => ({
  title: '分办申诉',
  fields: [
    {
      kind: 'choice',
      name: 'to',
      label: '送交',
      required: true,
      choices: [
        ...(toGroup === null ? [] : [{ value: 'group', text: `${toGroup}重新合议` }]),
        { value: 'leaders', text: '领导小组决定' },
      ],
      ...(toGroup === null && { initial: 'leaders' }),
    },
    words('note', '附言', '可不填', false),
  ],
  submit: '分办',
})

export const routeForm: FormDefinition = formOf({
  name: 'appeal-route',
  params: anAppeal.extend({ group: z.string().nullable() }),
  command: 'appeal.route',
  spec: async (_, { group }) => routeSpec(group),
  payload: ({ to, note }, { group: _, ...appeal }) => ({
    ...appeal,
    to: to === 'group' ? 'group' : 'leaders',
    words: textOf(note),
  }),
})

export const objectSpec: FormSpec = {
  title: '提出异议',
  fields: [words('words', '异议和理由', '不同意时填写：哪一条、应怎样处理、为什么', true)],
  submit: '提出异议',
}

export const objectForm: FormDefinition = formOf({
  name: 'appeal-object',
  params: anAppeal.extend({ round: z.int() }),
  command: 'appeal.object',
  spec: async () => objectSpec,
  payload: ({ words: typed }, params) => ({ ...params, words: textOf(typed) }),
})
