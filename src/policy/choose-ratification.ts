/** The form with which the office chooses how goals are ratified, and its command. */
import * as z from 'zod'
import type { FormSpec } from '../../cards/kit.ts'
import { command } from '../kernel/command.ts'
import { formOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import type { PolicyDone } from './commands.ts'
import { findYear } from './queries.ts'
import type { Ratification } from './rules/policy.ts'
import { chooseRatification } from './rules/ratification.ts'
import type { YearEvent, YearRefusal, YearState } from './rules/year.ts'
import { yearId, yearSubject } from './subject.ts'

const MOST_MEMBERS = 99

const payload = z.object({
  year: z.int().min(2000).max(2100),
  mode: z.enum(['chair', 'quorum']),
  agree: z.int().min(1).max(MOST_MEMBERS).nullable(),
})

export const chooseRatificationCommand = command<
  z.infer<typeof payload>,
  YearState,
  YearEvent,
  YearRefusal,
  { by: Actor },
  PolicyDone
>({
  type: 'ratification.choose',
  payload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, _, meta) => ({ by: await getActor(db, meta) }),
  decide: (state, wish, { by }) => chooseRatification(state, ratificationOf(wish), by),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'ratification-chosen' }, show: { name: 'policy', params: { year } } },
  }),
})

const ratificationOf = ({ mode, agree }: z.infer<typeof payload>): Ratification =>
  mode === 'chair' ? 'chair' : { mode, agree }

export function ratificationSpec(present: Ratification): FormSpec {
  const agree = present === 'chair' ? null : present.agree
  return {
    title: '目标审定方式',
    intro: '更改后须由领导小组组长重新确认年度政策。',
    fields: [
      {
        kind: 'choice',
        name: 'mode',
        label: '审定方式',
        required: true,
        choices: [
          { value: 'chair', text: '领导小组组长审定' },
          { value: 'quorum', text: '领导小组成员表决审定' },
        ],
        initial: present === 'chair' ? 'chair' : 'quorum',
      },
      {
        kind: 'number',
        name: 'agree',
        label: '同意人数',
        hint: '表决时几人同意即审定；不填为过半数',
        decimals: 0,
        min: 1,
        max: MOST_MEMBERS,
        ...(agree !== null && { initial: String(agree) }),
      },
    ],
    submit: '保存方式',
  }
}

export const ratificationForm = formOf({
  name: 'ratification',
  command: 'ratification.choose',
  params: z.object({ year: z.int() }),
  async spec(db, { year }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    return open ? ratificationSpec(open.policy.ratification) : { refusal: { code: 'unopened-year' } }
  },
  payload: ({ mode, agree }, { year }) => ({
    year,
    mode: String(mode ?? ''),
    agree: typeof agree === 'number' ? agree : null,
  }),
})
