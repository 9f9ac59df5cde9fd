/** The office's choices of a prepared reform: where goals go, page by page; where roles, people and group places go. */
import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../../../cards/kit.ts'
import { ROLE_WORDS_OF_UNITS, TEAM_WORDS } from '../../../../cards/unit-words.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { type Barred, type FormDefinition, formOf, type Viewer } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { type Examined, examineReform, type Prepared } from '../examine.ts'
import { placesOf } from '../proposal/propose.ts'
import { closedReform } from '../rules/choose.ts'
import { keyOf } from '../rules/reform.ts'
import { successorsOf, UNIT_LENGTHS } from '../rules/wish.ts'
import { sayGoal } from '../say-reform.ts'
import { reformId, reformSubject } from '../subject.ts'
import { barredFrom, textOf } from './fields.ts'

/** So many questions a form. */
export const CHOICES_A_FORM = 8

interface Open extends Examined {
  readonly state: Prepared
  readonly nameOf: (unit: string) => string
  readonly successors: readonly Choice[]
}

async function loadOpen(
  db: Database,
  reform: number,
  viewer: Viewer,
): Promise<Open | { readonly barred: Barred }> {
  const barred = await barredFrom(db, viewer)
  if (barred) return { barred }
  const head = await foldSubject(db, reformSubject, reformId(reform))
  const { state } = head
  if (state.status !== 'prepared') {
    const refusal = closedReform(state) ?? ({ code: 'unknown-reform' } as const)
    return { barred: { refusal, show: { name: 'reform', params: { reform } } } }
  }
  const examined = await examineReform(db, reform, { ...head, state }, viewer.today, state.act)
  const { nameOf } = placesOf(state.wish, examined.facts.present)
  const successors = successorsOf(state.wish).map((unit) => ({ value: unit, text: nameOf(unit) }))
  return { ...examined, state, nameOf, successors }
}

const back = (reform: number) => ({ show: 'reform', with: { reform } }) as const

const DROP: Choice = { value: '-', text: '不再执行' }

const goalParams = z.object({
  reform: z.int().positive(),
  goals: z.array(z.string().max(200)).max(CHOICES_A_FORM),
})

export const goalsForm: FormDefinition = formOf({
  name: 'reform-goals',
  params: goalParams,
  command: 'unit.assign',
  async spec(db, { reform, goals }, viewer): Promise<FormSpec | Barred> {
    const open = await loadOpen(db, reform, viewer)
    if ('barred' in open) return open.barred
    const leaving = new Map(open.proposal.leaving.map((one) => [one.goal.id, one]))
    const fields = goals.flatMap((id, at): Field[] => {
      const one = leaving.get(id)
      if (!one) return []
      const initial = one.choice && ('to' in one.choice ? one.choice.to : DROP.value)
      return [
        {
          ...{ kind: 'choice', name: `goal${at}`, label: sayGoal(one, open.nameOf), required: true },
          choices: [...open.successors, DROP],
          ...(initial && { initial }),
        },
      ]
    })
    return { title: '目标去向', fields: [...fields, REASON], submit: '保存', back: back(reform) }
  },
  check: (values) =>
    textOf(values.reason) === '' && Object.values(values).includes(DROP.value)
      ? [{ name: 'reason', text: '有目标不再执行，请写明原因' }]
      : [],
  payload: (values, { reform, goals }) => ({
    reform,
    choices: {
      goals: Object.fromEntries(
        goals.flatMap((id, at) => {
          const to = textOf(values[`goal${at}`])
          if (to === '') return []
          return [[id, to === DROP.value ? { drop: textOf(values.reason) } : { to }]]
        }),
      ),
    },
  }),
})

const REASON: Field = {
  ...{ kind: 'text', name: 'reason', label: '不再执行的原因', rows: 2, maxLength: UNIT_LENGTHS.reason },
  hint: '有「不再执行」时必填',
}

const END: Choice = { value: 'end', text: '结束' }

const placeParams = z.object({
  reform: z.int().positive(),
  /** Keys of the roles that are asked for. */
  roles: z.array(z.string().max(400)).max(CHOICES_A_FORM),
})

export const placesForm: FormDefinition = formOf({
  name: 'reform-places',
  params: placeParams,
  command: 'unit.assign',
  async spec(db, { reform, roles }, viewer): Promise<FormSpec | Barred> {
    const open = await loadOpen(db, reform, viewer)
    if ('barred' in open) return open.barred
    const fields = [...teamFields(open), ...peopleField(open), ...roleFields(open, roles)]
    return { title: '角色与小组', fields, submit: '保存', back: back(reform) }
  },
  payload: (values, { reform, roles }) => {
    const said = (name: string) => textOf(values[name])
    const teams = (['working', 'inspection', 'assessment'] as const).filter((kind) => said(kind) !== '')
    return {
      reform,
      choices: {
        teams: Object.fromEntries(teams.map((kind) => [kind, said(kind)])),
        ...(said('people') !== '' && { otherPeople: said('people') }),
        roles: Object.fromEntries(
          roles.flatMap((key, at) => (said(`role${at}`) === '' ? [] : [[key, said(`role${at}`)]])),
        ),
      },
    }
  },
})

function teamFields({ proposal }: Open): Field[] {
  return proposal.teams
    .filter(({ candidates }) => candidates.length > 1)
    .map(({ kind, candidates, chosen }) => ({
      ...{ kind: 'choice', name: kind, label: TEAM_WORDS[kind], required: true },
      choices: candidates.map(({ id, name }) => ({ value: id, text: name })),
      ...(chosen && { initial: chosen }),
    }))
}

function peopleField({ proposal, state, successors }: Open): Field[] {
  if (successors.length < 2 || proposal.people.working === 0) return []
  const initial = state.choices.otherPeople
  return [
    {
      ...{ kind: 'choice', name: 'people', label: '其余人员归入', required: true, choices: successors },
      ...(initial && { initial }),
    },
  ]
}

function roleFields({ proposal, nameOf, successors }: Open, keys: readonly string[]): Field[] {
  const roles = new Map(proposal.people.roles.map((one) => [keyOf(one), one]))
  return keys.flatMap((key, at): Field[] => {
    const one = roles.get(key)
    if (!one) return []
    return [
      {
        ...{ kind: 'choice', name: `role${at}`, required: true, choices: [...successors, END] },
        label: `${one.name}（${nameOf(one.scope)}${ROLE_WORDS_OF_UNITS[one.role] ?? ''}）`,
        ...(one.choice && { initial: one.choice }),
      },
    ]
  })
}
