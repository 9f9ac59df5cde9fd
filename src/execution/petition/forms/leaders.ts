/** Forms of the leading group: answering or asking back, passing on, entrusting. What is typed is kept by their commands alone. */
import * as z from 'zod'
import type { FormSpec } from '../../../../cards/kit.ts'
import type { Coded } from '../../../kernel/decision.ts'
import { type FormDefinition, formOf, type Viewer } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { type Case, loadCase } from '../case.ts'
import { MOST_WORDS } from '../commands/words.ts'
import { listPeople } from '../queries/named.ts'
import { papersOf } from '../queries.ts'
import { standingOf } from '../rules/circle.ts'
import { membersToEntrust, type Offers, offersTo } from '../rules/offers.ts'
import type { WrittenPetition } from '../rules/petition.ts'
import type { PetitionRefusal } from '../rules/refusals.ts'
import { endOf } from '../rules/write.ts'
import { textOf } from './text-of.ts'

const petition = z.string().max(20)

export const replySpec: FormSpec = {
  title: '答复来信人',
  fields: [
    {
      ...{ kind: 'text', name: 'text', label: '答复或提问', required: true, rows: 4 },
      maxLength: MOST_WORDS,
      hint: `来信人会看到；最多 ${MOST_WORDS} 字`,
    },
  ],
  submit: '答复',
}

export const replyForm: FormDefinition = formOf({
  name: 'petition-reply',
  params: z.object({ petition, step: z.enum(['petition.answered', 'petition.asked']), seen: z.int() }),
  command: 'petition.reply',
  secret: true,
  spec: (db, params, viewer) => offered(db, params.petition, viewer, 'reply', async () => replySpec),
  payload: (values, params) => ({ ...params, text: textOf(values.text) }),
})

export const passForm: FormDefinition = formOf({
  name: 'petition-pass',
  params: z.object({ petition, seen: z.int() }),
  command: 'petition.pass',
  secret: true,
  spec: (db, params, viewer) => offered(db, params.petition, viewer, 'pass', (one) => passSpec(db, one)),
  payload: (values, params) => ({ ...params, to: textOf(values.to), text: textOf(values.text) }),
})

async function passSpec(db: Database, { number }: WrittenPetition): Promise<FormSpec> {
  const first = (await papersOf(db, number, [1])).get(1)
  return {
    title: '转办来信',
    intro:
      '转给单位的由其负责人接收。接收人只看到下面的转办内容，看不到来信人和其他往来。请删去能认出来信人的文字。转办须经组长同意。',
    fields: [
      {
        ...{ kind: 'line', name: 'to', label: '转给', required: true, maxLength: 60 },
        hint: '单位全称、姓名或工号',
      },
      {
        ...{ kind: 'text', name: 'text', label: '转办内容', required: true, rows: 6, maxLength: MOST_WORDS },
        initial: first?.text ?? '',
      },
    ],
    submit: '转办',
  }
}

export const entrustForm: FormDefinition = formOf({
  name: 'petition-entrust',
  params: z.object({ petition }),
  command: 'petition.entrust',
  secret: true,
  spec: (db, params, viewer) =>
    offered(db, params.petition, viewer, 'entrust', (one, known) => entrustSpec(db, one, known)),
  payload: (values, params) => ({ ...params, to: textOf(values.to) }),
})

async function entrustSpec(db: Database, one: WrittenPetition, { circle }: Case): Promise<FormSpec> {
  const members = await listPeople(db, membersToEntrust(one, circle))
  return {
    title: '交由成员办理',
    intro: '所选成员可以答复、提议转办和办结。',
    fields: [
      {
        ...{ kind: 'choice', name: 'to', label: '成员', required: true },
        choices: members.map(({ id, name }) => ({ value: id, text: name })),
      },
    ],
    submit: '交由办理',
  }
}

/** The fields where the step is offered to the viewer; else why not, rights first. */
async function offered(
  db: Database,
  number: string,
  viewer: Viewer,
  step: keyof Offers,
  spec: (petition: WrittenPetition, known: Case) => Promise<FormSpec>,
): Promise<FormSpec | { readonly refusal: Coded }> {
  const known = await loadCase(db, number, viewer)
  const { state } = known.head
  const refuse = (refusal: PetitionRefusal) => ({ refusal })
  if (state.status === 'unwritten') return refuse({ code: 'foreign-petition' })
  const standing = standingOf(known.circle, state.entrusted)
  if (standing === 'none') return refuse({ code: 'foreign-petition' })
  if (offersTo(state, known.circle, [])[step]) return spec(state, known)
  if (state.status === 'closed') return refuse({ code: 'ended-petition', at: endOf(state.steps) })
  if (standing === 'reads' || (standing === 'entrusted' && step === 'entrust'))
    return refuse({ code: 'unentrusted-petition' })
  if (step === 'entrust') return refuse({ code: 'unfit-member' })
  return refuse({ code: known.circle.own ? 'own-petition' : 'pending-passing' })
}
