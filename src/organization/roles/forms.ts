/** The forms by which the office gives and ends roles. */
import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../../cards/kit.ts'
import { sayDate } from '../../kernel/time.ts'
import { type Barred, type FormDefinition, type FormValues, formOf, type Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { DUTY_NAMES } from '../delegation/duty-names.ts'
import { findKnown } from '../people/queries/known.ts'
import { getActor } from '../queries.ts'
import { ROLE_SCOPES } from '../roster/layout.ts'
import type { RoleRefusal } from './done.ts'
import { ALL_ROLES, called, role } from './payload.ts'
import { listRolesOf } from './queries.ts'
import { isNeeded } from './rules/end-role.ts'
import { keepsRoles } from './rules/give-role.ts'
import { sayRoleOf } from './say-role.ts'
import { listScopes } from './scopes.ts'

const giveParams = z.object({
  /** A number, or the words of a name. */
  person: called.exactOptional(),
  role: role.exactOptional(),
  scope: called.exactOptional(),
})
type GiveParams = z.infer<typeof giveParams>

/** More scopes than a list can hold on a phone are typed. */
const MOST_CHOICES = 60
const PERSON_HINT = '姓名全称或工号'

const text = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')

export const giveRoleForm: FormDefinition = formOf({
  name: 'give-role',
  params: giveParams,
  command: 'role.give',
  spec: (db, params, viewer) => giveSpec(db, params, viewer),
  payload: (values, params) => ({
    person: text(values.person),
    role: params.role ?? text(values.role),
    scope: scopeIn(values, params),
    from: text(values.from),
    to: text(values.to) === '' ? null : text(values.to),
  }),
})

function scopeIn(values: FormValues, { role: fixed, scope }: GiveParams): string {
  if (fixed !== undefined && ROLE_SCOPES[fixed] === 'school') return ''
  return text(values.scope) === '' ? (scope ?? '') : text(values.scope)
}

async function giveSpec(db: Database, params: GiveParams, viewer: Viewer): Promise<FormSpec | Barred> {
  if (!keepsRoles(await getActor(db, viewer))) return barred({ code: 'foreign-roles' })
  return {
    title: '授予角色',
    intro: '从开始日期起生效；填了结束日期的，到期自动结束，并提前 7 个工作日提醒本人和办公室。',
    fields: [
      {
        ...{ kind: 'line', name: 'person', label: '人员', required: true, maxLength: 60, hint: PERSON_HINT },
        ...(params.person === undefined ? {} : { initial: params.person }),
      },
      ...(params.role === undefined ? [roleField] : []),
      ...(await scopeFields(db, params)),
      {
        kind: 'date',
        name: 'from',
        label: '开始日期',
        required: true,
        initial: viewer.today,
        from: viewer.today,
      },
      { kind: 'date', name: 'to', label: '结束日期', hint: '含当日；长期担任请留空', from: viewer.today },
    ],
    submit: params.role === undefined ? '授予' : `授予${DUTY_NAMES[params.role]}`,
  }
}

const barred = (refusal: RoleRefusal): Barred => ({ refusal })

const roleField: Field = {
  ...{ kind: 'choice', name: 'role', label: '角色', required: true },
  choices: ALL_ROLES.map((value) => ({ value, text: DUTY_NAMES[value] })),
}

async function scopeFields(db: Database, { role: fixed, scope }: GiveParams): Promise<Field[]> {
  const typed: Field = {
    ...{ kind: 'line', name: 'scope', label: '范围', maxLength: 60 },
    hint: '单位、小组或工作名称；全校留空',
    ...(scope === undefined ? {} : { initial: scope }),
  }
  if (fixed === undefined) return [typed]
  if (ROLE_SCOPES[fixed] === 'school') return []
  const scopes = await listScopes(db, ROLE_SCOPES[fixed])
  if (scopes.length === 0 || scopes.length > MOST_CHOICES) return [{ ...typed, required: true }]
  const choices = scopes.map(({ id, name }): Choice => ({ value: id, text: name }))
  const initial = choices.find(({ value, text: name }) => value === scope || name === scope)?.value
  return [
    {
      ...{ kind: 'choice', name: 'scope', label: '范围', required: true, choices },
      ...(initial === undefined ? {} : { initial }),
    },
  ]
}

const endParams = z.object({ person: z.string().max(200), role, scope: z.string().max(200) })

export const endRoleForm: FormDefinition = formOf({
  name: 'end-role',
  params: endParams,
  command: 'role.end',
  spec: (db, params, viewer) => endSpec(db, params, viewer),
  payload: (values, { person, role: of, scope }) => ({
    ...{ person, role: of, scope },
    to: text(values.to),
    successor: text(values.successor),
  }),
})

async function endSpec(
  db: Database,
  { person, role: of, scope }: z.infer<typeof endParams>,
  viewer: Viewer,
): Promise<FormSpec | Barred> {
  if (!keepsRoles(await getActor(db, viewer))) return barred({ code: 'foreign-roles' })
  const [known, held, scopes] = await Promise.all([
    findKnown(db, person),
    listRolesOf(db, person, viewer.today),
    listScopes(db, ROLE_SCOPES[of]),
  ])
  const found = held.find((one) => one.role === of && one.scope === scope)
  if (!known || !found) return barred({ code: 'unheld-role', name: known?.name ?? person })
  const place = scope === '' ? '' : (scopes.find(({ id }) => id === scope)?.name ?? scope)
  const until = found.to === null ? '' : `，现定到${sayDate(found.to)}`
  return {
    title: `结束角色：${known.name}`,
    intro: `${sayRoleOf(of, place)}${until}。最后一天过后不再有权办理；接任的人从次日起生效。`,
    fields: [
      {
        kind: 'date',
        name: 'to',
        label: '最后一天',
        required: true,
        initial: viewer.today,
        from: viewer.today,
      },
      {
        ...{ kind: 'line', name: 'successor', label: '接任的人', maxLength: 60 },
        hint: isNeeded(of) ? '姓名或工号；无人担任时必填' : `${PERSON_HINT}；没有请留空`,
      },
    ],
    submit: '结束角色',
  }
}
