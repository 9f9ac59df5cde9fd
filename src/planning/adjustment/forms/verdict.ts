/** The verdict on an adjustment: the button says which, and the one question why it goes back. */
import * as z from 'zod'
import type { Field } from '../../../../cards/kit.ts'
import { type FormDefinition, type FormValues, formOf } from '../../../kernel/view.ts'
import { COMMENT_LENGTH } from '../../rules/verdicts.ts'

const params = z.object({
  year: z.int(),
  unit: z.string(),
  number: z.int(),
  revision: z.int(),
  standard: z.string().default(''),
  verdict: z.enum(['pass', 'return', 'abstain']),
})

export const commentField: Field = {
  kind: 'line',
  name: 'comment',
  label: '退回意见',
  hint: '要退回请写明怎样修改；通过不填',
  maxLength: COMMENT_LENGTH,
}

const verdictForm = (name: string, command: string, title: string): FormDefinition =>
  formOf({
    ...{ name, command, params },
    spec: async () => ({ title, fields: [commentField], submit: '提交' }),
    payload: (values: FormValues, sight) => ({
      ...sight,
      comment: typeof values.comment === 'string' ? values.comment : '',
    }),
  })

export const adjustmentReviewForm = verdictForm('adjustment_review', 'adjustment.review', '目标调整审核')
export const adjustmentRatifyForm = verdictForm('adjustment_ratify', 'adjustment.ratify', '目标调整审定')
