/** The cards on which the leading group chooses: ratios, names, what was decided. */
import { excellenceDecidedCard } from '../../../cards/excellence-decided.ts'
import { excellenceNamingCard } from '../../../cards/excellence-naming.ts'
import { excellenceQuotaCard, type QuotaCohort, type RatioEffect } from '../../../cards/excellence-quota.ts'
import type { Card } from '../../../cards/kit.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { OpenYear } from '../../policy/queries.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import type { PersonTable } from '../../store/schema/organization.ts'
import { namingSpec } from '../forms/naming-form.ts'
import { quotaSpec } from '../forms/quota-form.ts'
import { type Deciding, namesOf, proposalOf } from '../proposal.ts'
import { type CohortProposal, proposeExcellence } from '../rules/excellence.ts'
import { areaNames } from '../rules/naming.ts'
import { correctionsOf, type DecidedResults, markOfProposal, type ResultsState } from '../rules/results.ts'
import { COHORTS } from '../rules/scored.ts'
import type { Standing } from '../standing.ts'

/** What the leading group looks at before it decides: 10 % to 50 %, in hundredths of a percent. */
const RATIOS_TO_COMPARE = [10_00, 15_00, 20_00, 25_00, 30_00, 40_00, 50_00]

/** What is decided, who looks, and who the members are. */
export interface Deciders {
  readonly open: OpenYear
  readonly deciding: Deciding
  readonly actor: Actor
  readonly members: readonly PersonTable[]
}

export type Chosen = Exclude<ResultsState, { readonly status: 'unproposed' }>

export const said = (signed: Signed) => ({ by: signed.name, when: sayInstant(signed.at) })

export function quotaCard({ open, deciding, actor }: Deciders): Card {
  const { year } = open
  const missing = deciding.standing.missing.length
  const form = { spec: quotaSpec(deciding), params: { year } }
  const chooses = holds(actor, 'chair') && missing === 0
  return excellenceQuotaCard({
    ...{ year, missing, cohorts: quotaCohorts(open, deciding) },
    form: chooses ? form : null,
  })
}

function quotaCohorts({ policy }: OpenYear, { state, standing }: Deciding): QuotaCohort[] {
  const tries = RATIOS_TO_COMPARE.map((ratio) =>
    proposeExcellence(standing.scored, { standard: ratio, graded: ratio }, policy),
  )
  return COHORTS.map((cohort): QuotaCohort => {
    const effects = tries.flatMap(({ cohorts }) => cohorts.filter((one) => one.cohort === cohort))
    return {
      cohort,
      units: effects[0]?.units ?? 0,
      chosen: state.status === 'unproposed' ? null : state.ratios[cohort],
      effects: effects.map((one) => effectOf(one, standing)),
      barred: effects[0] ? barredOf(effects[0], standing, policy) : [],
    }
  }).filter((one) => one.units > 0)
}

const effectOf = (one: CohortProposal, standing: Standing): RatioEffect => ({
  ...one,
  named: namesOf(standing, one.named),
  tied: namesOf(standing, one.tied),
})

const barredOf = ({ barred }: CohortProposal, standing: Standing, policy: Policy) =>
  barred.map(({ unit, areas }) => ({
    name: namesOf(standing, [unit]).join(''),
    areas: areaNames(areas, policy),
  }))

export function namingCard({ open, deciding, actor }: Deciders, state: Chosen): Card {
  const { year, policy } = open
  const { standing } = deciding
  const { proposal, units, foreseen } = proposalOf(deciding, state, policy)
  const seen = markOfProposal(state.ratios, units)
  const form = { spec: namingSpec(deciding, policy), params: { year, seen } }
  return excellenceNamingCard({
    year,
    cohorts: proposal.cohorts
      .filter((one) => one.units > 0)
      .map((one) => ({
        ...one,
        named: namesOf(standing, one.named),
        tied: namesOf(standing, one.tied),
        barred: barredOf(one, standing, policy),
      })),
    proposed: state.status === 'proposed' ? said(state.proposed) : null,
    quorum: policy.ratification !== 'chair',
    sentBack: state.sentBack ? { ...said(state.sentBack.signed), words: state.sentBack.words } : null,
    correction: foreseen ? { moved: foreseen.moved, announced: state.status === 'announced' } : null,
    form: holds(actor, 'chair') ? form : null,
  })
}

export function decidedCard(state: DecidedResults): Card {
  const { year, ratios, results } = state
  return excellenceDecidedCard({
    year,
    cohorts: COHORTS.map((cohort) => {
      const units = results.filter((one) => one.cohort === cohort)
      const excellent = units.filter((one) => one.grade === 'excellent').map((one) => one.name)
      return { cohort, ratio: ratios[cohort], units: units.length, excellent }
    }).filter((one) => one.units > 0),
    ratified: said(state.ratified),
    quorum: state.quorum ?? null,
    corrections: correctionsOf(state).map(({ moved, corrected }) => ({ ...said(corrected), moved })),
    announced: state.status === 'announced' ? said(state.announced) : null,
  })
}
