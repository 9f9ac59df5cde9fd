/** The form with which the office chooses where the agreed scores come from, and its command. */
import * as z from 'zod'
import type { FormSpec } from '../../cards/kit.ts'
import { hasDeliberated } from '../assessment/queries.ts'
import { command } from '../kernel/command.ts'
import { formOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import type { PolicyDone } from './commands.ts'
import { findYear } from './queries.ts'
import { chooseAgreement } from './rules/agreement.ts'
import type { Policy } from './rules/policy.ts'
import type { YearEvent, YearRefusal, YearState } from './rules/year.ts'
import { yearId, yearSubject } from './subject.ts'

const payload = z.object({
  year: z.int().min(2000).max(2100),
  agreement: z.enum(['deliberated', 'averaged']),
})

export const chooseAgreementCommand = command<
  z.infer<typeof payload>,
  YearState,
  YearEvent,
  YearRefusal,
  { by: Actor; deliberated: boolean },
  PolicyDone
>({
  type: 'agreement.choose',
  payload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year }, meta) => ({
    by: await getActor(db, meta),
    deliberated: await hasDeliberated(db, year),
  }),
  decide: (state, { agreement }, { by, deliberated }) => chooseAgreement(state, agreement, by, deliberated),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'agreement-chosen' }, show: { name: 'policy', params: { year } } },
  }),
})

export function agreementSpec(present: Policy['agreement']): FormSpec {
  return {
    title: '考评得分方式',
    intro: '更改后须由领导小组组长重新确认年度政策；首个合议开启后不能再改。',
    fields: [
      {
        kind: 'choice',
        name: 'way',
        label: '得分方式',
        required: true,
        choices: [
          { value: 'deliberated', text: '成员合议议定' },
          { value: 'averaged', text: '按平均分提出，成员确认' },
        ],
        initial: present,
      },
    ],
    submit: '保存得分方式',
  }
}

export const agreementForm = formOf({
  name: 'agreement',
  command: 'agreement.choose',
  params: z.object({ year: z.int() }),
  async spec(db, { year }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    return open ? agreementSpec(open.policy.agreement) : { refusal: { code: 'unopened-year' } }
  },
  payload: ({ way }, { year }) => ({ year, agreement: String(way ?? '') }),
})
