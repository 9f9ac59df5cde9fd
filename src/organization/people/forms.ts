/** Forms `replace-person` and `leave-person`. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../cards/kit.ts'
import { type Barred, type FormDefinition, type FormValues, formOf, type Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { getActor } from '../queries.ts'
import { listRolesOf } from '../roles/queries.ts'
import type { PeopleRefusal } from './done.ts'
import { findKnown } from './queries/known.ts'
import { listOpenWork } from './queries.ts'
import { keepsPeople } from './rules/replace.ts'

const text = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')
const barred = (refusal: PeopleRefusal): Barred => ({ refusal })

const replaceParams = z.object({
  /** Numbers, or words. */
  leaver: z.string().max(200).exactOptional(),
  successor: z.string().max(200).exactOptional(),
})

export const replacePersonForm: FormDefinition = formOf({
  name: 'replace-person',
  params: replaceParams,
  command: 'person.preview-replace',
  spec: (db, params, viewer) => replaceSpec(db, params, viewer),
  payload: (values) => ({
    leaver: text(values.leaver),
    successor: text(values.successor),
    leaves: text(values.leaves) === 'leaves',
  }),
})

async function replaceSpec(
  db: Database,
  { leaver, successor }: z.infer<typeof replaceParams>,
  viewer: Viewer,
): Promise<FormSpec | Barred> {
  if (!keepsPeople(await getActor(db, viewer))) return barred({ code: 'foreign-people' })
  return {
    title: '替换人员',
    intro: '先给出移交内容的预览，逐项核对后再确认；确认之前什么都不改。',
    fields: [
      person('leaver', '移交人', leaver),
      person('successor', '接手人', successor),
      {
        ...{ kind: 'choice', name: 'leaves', label: '移交人之后', required: true, initial: 'stays' },
        choices: [
          { value: 'stays', text: '留任，只移交工作' },
          { value: 'leaves', text: '离任，移交后不再在册' },
        ],
      },
    ],
    submit: '预览',
  }
}

const person = (name: string, label: string, initial: string | undefined): Field => ({
  ...{ kind: 'line', name, label, required: true, maxLength: 60, hint: '姓名全称或工号' },
  ...(initial === undefined ? {} : { initial }),
})

const leaveParams = z.object({ person: z.string().max(200) })

export const leavePersonForm: FormDefinition = formOf({
  name: 'leave-person',
  params: leaveParams,
  command: 'person.leave',
  spec: (db, params, viewer) => leaveSpec(db, params, viewer),
  payload: (values, { person: id }) => ({ person: id, why: text(values.why) }),
})

async function leaveSpec(
  db: Database,
  { person: id }: z.infer<typeof leaveParams>,
  viewer: Viewer,
): Promise<FormSpec | Barred> {
  if (!keepsPeople(await getActor(db, viewer))) return barred({ code: 'foreign-people' })
  const [known, roles, open] = await Promise.all([
    findKnown(db, id),
    listRolesOf(db, id, viewer.today),
    listOpenWork(db, id, viewer.today),
  ])
  if (!known) return barred({ code: 'unknown-person-named', words: id })
  const { name } = known
  const show = { name: 'person', params: { person: id } }
  if (known.ended_on !== null) return { ...barred({ code: 'absent-person', name }), show }
  const count = (kind: string): number => open.filter((one) => one.kind === kind).length
  const [units, works] = [count('unit-led'), count('task')]
  if (roles.length + units + works > 0) {
    return { ...barred({ code: 'bound-person', name, roles: roles.length, units, works }), show }
  }
  return {
    title: `办理离任：${name}`,
    intro: `${name}没有角色和未完成的任务。离任后账号不能再办理，姓名和以往记录保留。`,
    fields: [{ kind: 'line', name: 'why', label: '说明', maxLength: 200, hint: '选填，如 退休、调出' }],
    submit: '确认离任',
  }
}
