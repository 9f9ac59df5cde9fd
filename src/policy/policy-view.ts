import * as z from 'zod'
import { type PolicyConfirmation, policyCard } from '../../cards/policy.ts'
import { sayInstant } from '../kernel/time.ts'
import { viewOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import { aboutYear, askedYear, completing, shown, unopened, yearParams } from './asked.ts'
import { listCoefficientRows } from './coefficients/list.ts'
import { policyConfirmSpec } from './confirm-form.ts'
import { listLacks } from './missing.ts'
import type { OpenYear } from './queries.ts'
import { POLICY_SUBJECTS, valuesIn } from './rules/catalogue.ts'
import { markOfPolicy } from './rules/confirm.ts'
import { valuesOf } from './rules/policy.ts'
import { editionOf } from './rules/policy-events.ts'
import { sayLacks } from './say-lacks.ts'
import { SUBJECT_NAMES, sayValue, valueNamed } from './values/all.ts'

/** The whole policy of a year, to look through and to confirm. */
export const policyView = viewOf({
  name: 'policy',
  ofYear: true,
  params: z.object(yearParams),
  about: aboutYear,
  complete: completing('policy'),
  async render(db, { year }, viewer) {
    const open = await askedYear(db, year)
    if (!open) return unopened('年度政策')
    const [actor, units] = await Promise.all([getActor(db, viewer), listCoefficientRows(db, open)])
    const chair = holds(actor, 'chair')
    const works = (chair || holds(actor, 'office')) && open.phase !== 'closed'
    const params = { year: open.year, seen: markOfPolicy(open) }
    return shown(
      policyCard({
        year: open.year,
        edition: editionOf(open),
        confirmed: confirmationOf(open),
        lacks: works ? sayLacks(await listLacks(db, open, viewer.today), open.year) : [],
        subjects: subjectsOf(open),
        coefficients: {
          units: units.length,
          set: units.filter(({ coefficients }) => coefficients !== null).length,
        },
        form: chair && open.notice === null ? { spec: policyConfirmSpec, params } : null,
      }),
    )
  },
})

function subjectsOf({ policy }: OpenYear) {
  const values = valuesOf(policy)
  return POLICY_SUBJECTS.map((subject) => ({
    ...{ name: SUBJECT_NAMES[subject], subject },
    values: valuesIn(subject).map((name) => ({
      label: valueNamed(name).label,
      value: sayValue(name, values),
    })),
  }))
}

export function confirmationOf({ notice, confirmed }: OpenYear): PolicyConfirmation | null {
  if (notice === null) return null
  return { notice, by: confirmed?.name ?? '领导小组', when: confirmed ? sayInstant(confirmed.at) : '此前' }
}
