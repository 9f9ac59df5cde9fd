import * as z from 'zod'
import type { FormSpec } from '../../../cards/kit.ts'
import { formOf } from '../../kernel/view.ts'

export const reopenSpec: FormSpec = {
  title: '退回打分',
  intro: '到会成员已不足法定人数，合议不能形成得分。退回后评分表重新开放，已提交的仍然有效。',
  fields: [
    {
      kind: 'line',
      name: 'reason',
      label: '退回打分的原因',
      hint: '如：两位成员已调离工作组',
      required: true,
      maxLength: 200,
    },
  ],
  submit: '退回打分',
}

/** The convenor or the office takes a deliberation that cannot be decided back to the sheets. */
export const reopenForm = formOf({
  name: 'reopen',
  params: z.object({ year: z.int(), unit: z.string() }),
  command: 'deliberation.reopen',
  spec: async () => reopenSpec,
  payload: ({ reason }, { year, unit }) => ({ year, unit, reason: typeof reason === 'string' ? reason : '' }),
})
