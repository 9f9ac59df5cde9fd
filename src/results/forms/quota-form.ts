import * as z from 'zod'
import type { Field, FormSpec } from '../../../cards/kit.ts'
import { COHORT_NAMES } from '../../../cards/result-words.ts'
import { formOf, type Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear } from '../../policy/queries.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Database } from '../../store/database.ts'
import { type Deciding, findDeciding } from '../proposal.ts'
import type { Ratios } from '../rules/excellence.ts'
import type { ResultsRefusal } from '../rules/refusals.ts'
import { COHORTS, type Cohort } from '../rules/scored.ts'

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

/** For the chair alone. */
export async function decidingFor(
  db: Database,
  year: number,
  viewer: Viewer,
): Promise<(Deciding & { readonly policy: Policy }) | { readonly refusal: ResultsRefusal }> {
  if (!holds(await getActor(db, viewer), 'chair')) return { refusal: { code: 'chair-only' } }
  const open = await findYear(db, year)
  if (!open) return { refusal: { code: 'early-results', phase: 'setting' } }
  return { ...(await findDeciding(db, open)), policy: open.policy }
}
