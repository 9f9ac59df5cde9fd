import * as z from 'zod'
import type { FormSpec } from '../../../cards/kit.ts'
import { formOf } from '../../kernel/view.ts'

export const objectionSpec: FormSpec = {
  title: '提出异议',
  intro: '请写明对哪项目标、哪条扣分有异议，以及理由。',
  fields: [
    {
      kind: 'text',
      name: 'words',
      label: '异议和理由',
      hint: '不同意时填写：哪项目标、应怎样改、为什么',
      required: true,
      maxLength: 900,
      rows: 3,
    },
  ],
  submit: '提出异议',
}

/** A member's objection to the proposal of a round. */
export const objectionForm = formOf({
  name: 'objection',
  params: z.object({ year: z.int(), unit: z.string(), round: z.int() }),
  command: 'deliberation.object',
  spec: async () => objectionSpec,
  payload: ({ words }, { year, unit, round }) => ({
    year,
    unit,
    round,
    words: typeof words === 'string' ? words : '',
  }),
})
