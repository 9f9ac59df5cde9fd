import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../../cards/kit.ts'
import { COHORT_NAMES } from '../../../cards/result-words.ts'
import { type FormValues, formOf, type Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { type Deciding, findDeciding, namesOf } from '../proposal.ts'
import type { CohortProposal, Ratios } from '../rules/excellence.ts'
import type { ResultsRefusal } from '../rules/results.ts'
import { COHORTS, type Cohort } from '../rules/scored.ts'

/** The choice that leaves a tie at the last place without an excellent unit. */
const LEAVE_TIE = '-'

export const quotaForm = formOf({
  name: 'quota',
  command: 'results.propose',
  params: z.object({ year: z.int() }),
  async spec(db, { year }, viewer) {
    const deciding = await decidingFor(db, year, viewer)
    if ('refusal' in deciding) return deciding
    return quotaSpec(deciding)
  },
  payload: (values, { year }) => ({
    year,
    ratios: {
      standard: Number(values.ratio_standard ?? 0),
      graded: Number(values.ratio_graded ?? 0),
    },
  }),
})

/** A percentage for each cohort that has units. */
export function quotaSpec({ state, standing }: Deciding): FormSpec {
  const ratios = state.status === 'unproposed' ? undefined : state.ratios
  const cohorts = COHORTS.filter((cohort) => standing.units.some((unit) => unit.cohort === cohort))
  return {
    title: '优秀比例',
    fields: cohorts.map((cohort) => ratioField(cohort, ratios)),
    submit: '确定比例',
  }
}

function ratioField(cohort: Cohort, ratios: Ratios | undefined): Field {
  return {
    kind: 'number',
    name: `ratio_${cohort}`,
    label: `${COHORT_NAMES[cohort]}优秀比例（%）`,
    required: true,
    decimals: 2,
    min: 0,
    max: 100,
    hint: '如 15',
    ...(ratios && { initial: String(ratios[cohort] / 100) }),
  }
}

export const namingForm = formOf({
  name: 'naming',
  command: 'results.ratify',
  params: z.object({ year: z.int(), seen: z.string() }),
  async spec(db, { year }, viewer) {
    const deciding = await decidingFor(db, year, viewer)
    if ('refusal' in deciding) return deciding
    return namingSpec(deciding)
  },
  payload: (values, { year, seen }) => ({
    year,
    seen,
    named: COHORTS.flatMap((cohort) => ticked(values, cohort)).filter((unit) => unit !== LEAVE_TIE),
    left: COHORTS.filter((cohort) => ticked(values, cohort).includes(LEAVE_TIE)),
  }),
})

/** The eligible of each cohort as choices: those certain of a place are ticked, those in a tie are not. */
export function namingSpec({ standing, proposal }: Deciding): FormSpec {
  const cohorts = proposal?.cohorts ?? []
  return {
    title: '评优审定',
    fields: cohorts
      .filter(({ named, tied }) => named.length + tied.length > 0)
      .map((one) => namingField(one, (ids) => namesOf(standing, ids))),
    submit: '审定结果',
  }
}

function namingField(one: CohortProposal, names: (ids: readonly string[]) => string[]): Field {
  const choices = (ids: readonly string[], suffix: string): Choice[] =>
    names(ids).map((name, position) => ({ value: ids[position] ?? '', text: `${name}${suffix}` }))
  const leave: Choice[] = one.tied.length > 0 ? [{ value: LEAVE_TIE, text: '并列单位均不评优' }] : []
  return {
    kind: 'choices',
    name: `named_${one.cohort}`,
    label: `${COHORT_NAMES[one.cohort]}优秀单位`,
    hint: '可以少选，不能多选',
    choices: [...choices(one.named, ''), ...choices(one.tied, '（并列）'), ...leave],
    initial: one.named,
  }
}

function ticked(values: FormValues, cohort: Cohort): readonly string[] {
  const value = values[`named_${cohort}`]
  return Array.isArray(value) ? value : []
}

async function decidingFor(
  db: Database,
  year: number,
  viewer: Viewer,
): Promise<Deciding | { readonly refusal: ResultsRefusal }> {
  if (!holds(await getActor(db, viewer), 'chair')) return { refusal: { code: 'chair-only' } }
  const open = await findYear(db, year)
  return open ? findDeciding(db, open) : { refusal: { code: 'early-results', phase: 'setting' } }
}
