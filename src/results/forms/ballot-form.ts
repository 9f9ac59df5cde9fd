import * as z from 'zod'
import type { FormSpec } from '../../../cards/kit.ts'
import { formOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'

export const returnSpec: FormSpec = {
  title: '退回名单',
  fields: [
    {
      kind: 'line',
      name: 'words',
      label: '退回意见',
      hint: '退回时必填，写明不同意的单位和理由',
      required: true,
      maxLength: 500,
    },
  ],
  submit: '退回名单',
}

/** A member sends the naming back to the chair, with words. */
export const returnForm = formOf({
  name: 'ballot_return',
  command: 'results.answer',
  params: z.object({ year: z.int(), ballot: z.string() }),
  async spec(db, _, viewer) {
    const actor = await getActor(db, viewer)
    const member = holds(actor, 'chair') || holds(actor, 'leading-member')
    return member ? returnSpec : { refusal: { code: 'members-only' } }
  },
  payload: ({ words }, { year, ballot }) => ({
    ...{ year, ballot, answer: 'return' },
    words: String(words ?? ''),
  }),
})
