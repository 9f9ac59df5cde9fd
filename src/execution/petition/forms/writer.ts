/** Forms of whoever writes, and of whoever a matter was passed on to. What is typed is kept by their commands alone. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import { asOneself } from '../../../kernel/acting.ts'
import type { Coded } from '../../../kernel/decision.ts'
import { type FormDefinition, formOf, type Viewer } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { loadCase } from '../case.ts'
import { MOST_WORDS } from '../commands/words.ts'
import { passedTo, receivesNow } from '../passed.ts'
import { countOwnPetitions, findByHandle } from '../queries/register.ts'
import { findPassed } from '../queries.ts'
import type { PetitionRefusal } from '../rules/refusals.ts'
import { reportBack } from '../rules/report.ts'
import { addWords, barToWriting } from '../rules/write.ts'
import { textOf } from './text-of.ts'

const words = (label: string, hint: string, rows: number): Field => ({
  ...{ kind: 'text', name: 'text', label, required: true, maxLength: MOST_WORDS, rows },
  hint: `${hint}最多 ${MOST_WORDS} 字`,
})

const CONCERNED: Field = {
  ...{ kind: 'line', name: 'concerned', label: '涉及人员', maxLength: 200 },
  hint: '姓名、工号；他们看不到来信',
}

const WRITE: FormSpec = {
  title: '向领导小组反映问题',
  intro:
    '直接送达领导小组，提交后立即有编号。办公室只登记编号、时间、状态和姓名，看不到内容。不应看到来信的人（包括单位负责人、领导小组成员），请写在涉及人员里。随消息写的文字、发的材料不会送达，请都写在这里。',
  fields: [
    words('反映内容', '时间、地点、经过和您的诉求；', 6),
    CONCERNED,
    {
      ...{ kind: 'line', name: 'unit', label: '涉及单位', maxLength: 60 },
      hint: '没有可不填',
    },
    {
      ...{ kind: 'choice', name: 'hidden', label: '姓名', required: true },
      choices: [
        { value: 'open', text: '公开给领导小组' },
        { value: 'hidden', text: '不公开，只在办公室登记簿上' },
      ],
    },
  ],
  submit: '提交',
}

export const writeForm: FormDefinition = formOf({
  name: 'petition-write',
  params: z.object({ opened: z.string().max(100).exactOptional() }),
  command: 'petition.write',
  secret: true,
  once: async (db, _params, { by, at }) => `${at} ${(await countOwnPetitions(db, by)).total}`,
  spec: (db, _params, viewer) => specToWrite(db, viewer),
  payload: (values, { opened }) => ({
    text: textOf(values.text),
    concerned: textOf(values.concerned),
    unit: textOf(values.unit),
    hidden: values.hidden === 'hidden',
    opened: opened ?? '',
  }),
})

async function specToWrite(
  db: Database,
  { by: person, today }: Viewer,
): Promise<FormSpec | { readonly refusal: PetitionRefusal }> {
  const [by, year] = await Promise.all([getActor(db, asOneself(person, today)), findCurrentYear(db)])
  const petitioners = year?.policy.execution.petitioners ?? 'everyone'
  const refusal = barToWriting({ by, year: year ?? null, petitioners })
  return refusal ? { refusal } : WRITE
}

export const addForm: FormDefinition = formOf({
  name: 'petition-add',
  params: z.object({ handle: z.string().max(64) }),
  command: 'petition.add',
  secret: true,
  spec: (db, { handle }, viewer) => specToAdd(db, handle, viewer),
  payload: (values, { handle }) => ({
    handle,
    text: textOf(values.text),
    concerned: textOf(values.concerned),
  }),
})

const ADD: FormSpec = {
  title: '补充反映内容',
  intro: '直接送达领导小组。',
  fields: [words('补充内容', '', 5), CONCERNED],
  submit: '提交补充',
}

async function specToAdd(
  db: Database,
  handle: string,
  viewer: Viewer,
): Promise<FormSpec | { readonly refusal: Coded }> {
  const registered = await findByHandle(db, handle)
  if (registered?.person !== viewer.by) return { refusal: { code: 'foreign-petition' } }
  const [known, year] = await Promise.all([
    loadCase(db, registered.petition, asOneself(viewer.by, viewer.today)),
    findCurrentYear(db),
  ])
  const facts = { year: year ?? null, readers: [viewer.by], isWriter: true }
  const decision = addWords(known.head.state, { place: 0, seal: '', at: viewer.at }, facts)
  return 'refusal' in decision ? decision : ADD
}

export const reportSpec: FormSpec = {
  title: '回复领导小组',
  fields: [words('办理情况', '只有领导小组看到；', 5)],
  submit: '回复',
}

export const reportForm: FormDefinition = formOf({
  name: 'petition-report',
  params: z.object({ petition: z.string().max(20), place: z.int() }),
  command: 'petition.report',
  secret: true,
  async spec(db, { petition, place }, viewer) {
    const [known, row] = await Promise.all([loadCase(db, petition, viewer), findPassed(db, petition, place)])
    const isReceiver = row !== undefined && receivesNow(passedTo(row), known)
    const stamp = { place: 0, seal: '', at: viewer.at, passing: place }
    const decision = reportBack(known.head.state, stamp, isReceiver)
    return 'refusal' in decision ? decision : reportSpec
  },
  payload: (values, { petition, place }) => ({ petition, place, text: textOf(values.text) }),
})
