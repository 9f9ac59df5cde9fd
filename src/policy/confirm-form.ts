import * as z from 'zod'
import type { FormSpec } from '../../cards/kit.ts'
import { formOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'

export const policyConfirmSpec: FormSpec = {
  title: '确认年度政策',
  fields: [
    {
      kind: 'line',
      name: 'notice',
      label: '当年通知文号',
      required: true,
      maxLength: 60,
      hint: '如 校发〔2026〕12号',
    },
  ],
  submit: '确认政策',
}

export const policyConfirmForm = formOf({
  name: 'policy_confirm',
  command: 'policy.confirm',
  params: z.object({ year: z.int(), seen: z.string() }),
  async spec(db, _, viewer) {
    if (!holds(await getActor(db, viewer), 'chair')) return { refusal: { code: 'chair-only' } }
    return policyConfirmSpec
  },
  payload: ({ notice }, { year, seen }) => ({ year, seen, notice: String(notice ?? '') }),
})
