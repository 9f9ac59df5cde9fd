import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../../cards/kit.ts'
import { COHORT_NAMES } from '../../../cards/result-words.ts'
import { type FormValues, formOf } from '../../kernel/view.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import { type Deciding, namesOf, proposalOf } from '../proposal.ts'
import type { CohortProposal } from '../rules/excellence.ts'
import type { Naming } from '../rules/naming.ts'
import { COHORTS, type Cohort } from '../rules/scored.ts'
import { decidingFor } from './quota-form.ts'

/** The choice that leaves a tie at the last place without an excellent unit. */
const LEAVE_TIE = '-'
/** A card holds 200 elements, and each choice is two of them. */
const MOST_CHOICES = 30

export const namingForm = formOf({
  name: 'naming',
  command: 'results.ratify',
  params: z.object({ year: z.int(), seen: z.string() }),
  async spec(db, { year }, viewer) {
    const deciding = await decidingFor(db, year, viewer)
    if ('refusal' in deciding) return deciding
    return namingSpec(deciding, deciding.policy)
  },
  payload: (values, { year, seen }) => {
    const words = COHORTS.filter((cohort) => values[`written_${cohort}`] !== undefined)
    return {
      ...{ year, seen },
      named: COHORTS.flatMap((cohort) => ticked(values, cohort)).filter((unit) => unit !== LEAVE_TIE),
      left: COHORTS.filter((cohort) => ticked(values, cohort).includes(LEAVE_TIE)),
      ...(words.length > 0 && { words: words.map((cohort) => wordsOf(values, cohort)) }),
    }
  },
})

/**
 * The eligible of each cohort as choices: those certain of a place are ticked, those in a tie are not. After an appeal
 * those are ticked whom the ratification's own choice names now. A cohort of more than fits is named in words.
 */
export function namingSpec({ state, standing }: Deciding, policy: Policy): FormSpec {
  if (state.status === 'unproposed') return { title: '评优审定', fields: [], submit: '审定结果' }
  const { proposal, foreseen } = proposalOf({ standing }, state, policy)
  const names = (ids: readonly string[]) => namesOf(standing, ids)
  return {
    title: '评优审定',
    fields: proposal.cohorts
      .filter(({ named, tied }) => named.length + tied.length > 0)
      .flatMap((one) => namingFields(one, names, foreseen?.naming)),
    submit: submitOf(policy, foreseen !== null),
  }
}

function submitOf({ ratification }: Policy, corrects: boolean): string {
  if (ratification !== 'chair') return '提交表决'
  return corrects ? '更正结果' : '审定结果'
}

type Names = (ids: readonly string[]) => string[]

function namingFields(one: CohortProposal, names: Names, carried: Naming | undefined): Field[] {
  return one.named.length + one.tied.length > MOST_CHOICES
    ? writtenFields(one, names, carried)
    : [tickedField(one, names, ticksOf(one, carried))]
}

function ticksOf({ cohort, named, tied }: CohortProposal, carried: Naming | undefined): readonly string[] {
  if (!carried) return named
  const own = [...named, ...tied].filter((unit) => carried.named.includes(unit))
  return carried.left.includes(cohort) ? [...own, LEAVE_TIE] : own
}

function tickedField(one: CohortProposal, names: Names, ticks: readonly string[]): Field {
  const choices = (ids: readonly string[], suffix: string): Choice[] =>
    names(ids).map((name, position) => ({ value: ids[position] ?? '', text: `${name}${suffix}` }))
  const leave: Choice[] = one.tied.length > 0 ? [{ value: LEAVE_TIE, text: '并列单位均不评优' }] : []
  return {
    kind: 'choices',
    name: `named_${one.cohort}`,
    label: `${COHORT_NAMES[one.cohort]}优秀单位`,
    hint: '可以少选，不能多选',
    choices: [...choices(one.named, ''), ...choices(one.tied, '（并列）'), ...leave],
    initial: ticks,
  }
}

/** `written`: the choice between all that are certain of a place, and all but those written below. */
function writtenFields(one: CohortProposal, names: Names, carried: Naming | undefined): Field[] {
  const { cohort, named, tied } = one
  const label = COHORT_NAMES[cohort]
  const passed = carried ? named.filter((unit) => !carried.named.includes(unit)) : []
  const chosen = carried ? tied.filter((unit) => carried.named.includes(unit)) : []
  const text = (name: string, own: string, hint: string, ids: readonly string[]): Field => ({
    ...{ kind: 'text', rows: 3, name: `${name}_${cohort}`, label: own, hint },
    ...(ids.length > 0 && { initial: names(ids).join('\n') }),
  })
  return [
    {
      ...{ kind: 'choice', name: `written_${cohort}`, label: `${label}优秀单位`, required: true },
      choices: [{ value: 'all', text: `入围的${named.length}个单位，下面写明的除外` }],
      initial: 'all',
    },
    text('except', '入围而不评优的单位', '每行一个，没有则不填', passed),
    ...(tied.length > 0 ? [text('picked', '并列中评优的单位', '每行一个，均不评优填“无”', chosen)] : []),
  ]
}

function ticked(values: FormValues, cohort: Cohort): readonly string[] {
  const value = values[`named_${cohort}`]
  return Array.isArray(value) ? value : []
}

const wordsOf = (values: FormValues, cohort: Cohort) => ({
  cohort,
  except: String(values[`except_${cohort}`] ?? ''),
  picked: String(values[`picked_${cohort}`] ?? ''),
})
