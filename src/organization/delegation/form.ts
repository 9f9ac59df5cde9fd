/** The form of a delegation: whose duties, to whom, from when to when, which. */
import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../../cards/kit.ts'
import { type FormDefinition, type FormValues, formOf, type Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { findActor, getActor } from '../queries.ts'
import { type Actor, holds } from '../rules/actor.ts'
import { DUTY_NAMES, loadDutyNames } from './duty-names.ts'
import { findCalled } from './queries/called.ts'
import { ANY_SCOPE, type Duty, dutiesOf, keyOf } from './rules/duty.ts'
import type { GiveRefusal } from './rules/give.ts'

/** `of`: whose duties, as typed; '' where the office is still to say; null for one's own. */
const params = z.object({ of: z.string().max(200).nullable() })

const ALL: Choice = { value: 'all', text: '全部职责' }
const NAME_HINT = '姓名全称或工号'

export const delegationForm: FormDefinition = formOf({
  name: 'delegation',
  params,
  command: 'delegation.give',
  spec: (db, { of }, viewer) => specOf(db, of, viewer),
  payload: (values, { of }) => ({
    principal: of === '' ? textOf(values.principal) : of,
    delegate: textOf(values.delegate),
    duties: Array.isArray(values.duties) ? values.duties : [],
    from: textOf(values.from),
    to: textOf(values.to),
  }),
})

const textOf = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')

async function specOf(
  db: Database,
  of: string | null,
  viewer: Viewer,
): Promise<FormSpec | { readonly refusal: GiveRefusal }> {
  const actor = await getActor(db, viewer)
  if (actor.delegate) return { refusal: { code: 'delegated-delegation' } }
  if (of === null) return ownSpec(db, actor, '委托他人代办')
  if (!holds(actor, 'office')) return { refusal: { code: 'foreign-delegation', name: of || '他人' } }
  return of === '' ? officeSpec() : otherSpec(db, of, viewer)
}

async function ownSpec(
  db: Database,
  actor: Actor,
  title: string,
): Promise<FormSpec | { readonly refusal: GiveRefusal }> {
  const duties = dutiesOf(actor)
  if (duties.length === 0) return { refusal: { code: 'empty-duties', name: actor.name } }
  const say = await loadDutyNames(db, duties)
  const choices = duties.map((duty) => ({ value: keyOf(duty), text: say(duty) }))
  return formWith(title, [], [ALL, ...choices])
}

/** The office knows whose duties they are, so they can be chosen one by one. */
async function otherSpec(
  db: Database,
  of: string,
  { today }: Viewer,
): Promise<FormSpec | { readonly refusal: GiveRefusal }> {
  const found = await findCalled(db, of, today)
  if ('none' in found) return { refusal: { code: 'unknown-person-named', words: found.none } }
  if ('several' in found) return { refusal: { code: 'ambiguous-person', people: found.several } }
  const { id, name } = found.person
  const actor = await findActor(db, { by: id, inNameOf: id, today })
  if (!actor) return { refusal: { code: 'unknown-person-named', words: of } }
  return ownSpec(db, actor, `为${name}办理委托`)
}

/** The office says whose: then by kind of duty, whatever their unit or group. */
function officeSpec(): FormSpec {
  const kinds = Object.entries(DUTY_NAMES).map(([role, text]) => ({
    value: keyOf({ role: role as Duty['role'], scope: ANY_SCOPE }),
    text,
  }))
  const principal: Field = {
    ...{ kind: 'line', name: 'principal', label: '委托人', required: true, maxLength: 60 },
    hint: `谁的职责：${NAME_HINT}`,
  }
  return formWith('为他人办理委托', [principal], [ALL, ...kinds])
}

function formWith(title: string, first: readonly Field[], duties: readonly Choice[]): FormSpec {
  return {
    title,
    intro: '受托人在期限内以委托人名义办理，到期自动结束；记录同时写明两人姓名。代办的职责不能再转委托。',
    fields: [
      ...first,
      {
        ...{ kind: 'line', name: 'delegate', label: '受托人', required: true, maxLength: 60 },
        hint: NAME_HINT,
      },
      { kind: 'date', name: 'from', label: '开始日期', required: true },
      { kind: 'date', name: 'to', label: '结束日期', required: true, hint: '含当日' },
      { kind: 'choices', name: 'duties', label: '职责', required: true, choices: duties, initial: ['all'] },
    ],
    submit: '确认委托',
  }
}
