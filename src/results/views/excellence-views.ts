import * as z from 'zod'
import { excellenceDecidedCard } from '../../../cards/excellence-decided.ts'
import { excellenceNamingCard } from '../../../cards/excellence-naming.ts'
import { excellenceQuotaCard, type QuotaCohort, type RatioEffect } from '../../../cards/excellence-quota.ts'
import type { Card, Message } from '../../../cards/kit.ts'
import { resultNoteCard } from '../../../cards/result-note.ts'
import type { Year } from '../../kernel/ids.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import type { Database } from '../../store/database.ts'
import { namingSpec, quotaSpec } from '../forms/excellence-forms.ts'
import { renderGate } from '../gate-to-publication.ts'
import { type Deciding, findDeciding, namesOf } from '../proposal.ts'
import { proposeExcellence } from '../rules/excellence.ts'
import { areaNames } from '../rules/naming.ts'
import { markOfProposal, type ResultsState } from '../rules/results.ts'
import { COHORTS } from '../rules/scored.ts'
import { resultsId } from '../subjects.ts'

/** What the leading group looks at before it decides: 10 % to 50 %, in hundredths of a percent. */
const RATIOS_TO_COMPARE = [10_00, 15_00, 20_00, 25_00, 30_00, 40_00, 50_00]

const params = z.object({ year: z.int().exactOptional() })
const about = ({ year }: z.infer<typeof params>) => (year === undefined ? null : resultsId(year))
const shown = (card: Card): Message => ({ kind: 'card', card })
const noteOf = (text: string): Message => shown(resultNoteCard({ title: '评优', text }))
const said = (signed: Signed) => ({ by: signed.name, when: sayInstant(signed.at) })

/** The words 优秀比例 and 评优: the next step of the decision on excellence. */
const excellenceView = viewOf({
  name: 'excellence',
  params,
  about,
  async complete(db, { year }) {
    const open = year === undefined ? await findCurrentYear(db) : undefined
    return open && { name: 'excellence', params: { year: open.year } }
  },
  render: (db, { year }, viewer) =>
    renderFor(db, year, viewer, (open, deciding, chair) => {
      switch (deciding.state.status) {
        case 'unproposed':
          return quotaCard(open, deciding, chair)
        case 'proposed':
          return namingCard(open, deciding, deciding.state, chair)
        case 'ratified':
        case 'announced':
          return decidedCard(deciding.state)
      }
    }),
})

/** The ratios again, for a change before the ratification. */
const excellenceQuotaView = viewOf({
  name: 'excellence-quota',
  params,
  about,
  render: (db, { year }, viewer) =>
    renderFor(db, year, viewer, (open, deciding, chair) => {
      const { state } = deciding
      const decided = state.status === 'ratified' || state.status === 'announced'
      return decided ? decidedCard(state) : quotaCard(open, deciding, chair)
    }),
})

async function renderFor(
  db: Database,
  year: Year | undefined,
  viewer: Viewer,
  card: (open: OpenYear, deciding: Deciding, chair: boolean) => Card,
): Promise<Message> {
  const actor = await getActor(db, viewer)
  const chair = holds(actor, 'chair')
  if (!chair && !holds(actor, 'office') && !holds(actor, 'leading-member'))
    return noteOf('评优由领导小组研究确定，结果公布后可以发送「结果」查看。')
  const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
  if (!open) return noteOf('年度还没有开启，请等候领导小组办公室通知。')
  const deciding = await findDeciding(db, open)
  const undecided = deciding.state.status === 'unproposed' || deciding.state.status === 'proposed'
  if (undecided && deciding.standing.missing.length > 0) return shown(renderGate(open, deciding))
  if (undecided && open.phase !== 'results')
    return noteOf('进入「结果」阶段后才能确定优秀比例，请等候办公室通知。')
  return shown(card(open, deciding, chair))
}

function quotaCard(open: OpenYear, deciding: Deciding, chair: boolean): Card {
  const { year } = open
  const form = { spec: quotaSpec(deciding), params: { year } }
  return excellenceQuotaCard({ year, cohorts: quotaCohorts(open, deciding), form: chair ? form : null })
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
      effects: effects.map(
        (one): RatioEffect => ({
          ...one,
          named: namesOf(standing, one.named),
          tied: namesOf(standing, one.tied),
          barred: namesOf(
            standing,
            one.barred.map((bar) => bar.unit),
          ),
        }),
      ),
    }
  }).filter((one) => one.units > 0)
}

function namingCard(
  { year, policy }: OpenYear,
  deciding: Deciding,
  state: Extract<ResultsState, { status: 'proposed' }>,
  chair: boolean,
): Card {
  const { standing, proposal } = deciding
  const seen = markOfProposal(state.ratios, standing.scored)
  const cohorts = proposal?.cohorts ?? []
  return excellenceNamingCard({
    year,
    cohorts: cohorts
      .filter((one) => one.units > 0)
      .map((one) => ({
        ...one,
        named: namesOf(standing, one.named),
        tied: namesOf(standing, one.tied),
        barred: one.barred.map(({ unit, areas }) => ({
          name: namesOf(standing, [unit]).join(''),
          areas: areaNames(areas, policy),
        })),
      })),
    proposed: said(state.proposed),
    form: chair ? { spec: namingSpec(deciding), params: { year, seen } } : null,
  })
}

function decidedCard(state: Extract<ResultsState, { status: 'ratified' | 'announced' }>): Card {
  const { year, ratios, results } = state
  return excellenceDecidedCard({
    year,
    cohorts: COHORTS.map((cohort) => {
      const units = results.filter((one) => one.cohort === cohort)
      const excellent = units.filter((one) => one.grade === 'excellent').map((one) => one.name)
      return { cohort, ratio: ratios[cohort], units: units.length, excellent }
    }).filter((one) => one.units > 0),
    ratified: said(state.ratified),
    announced: state.status === 'announced' ? said(state.announced) : null,
  })
}

export const excellenceViews: readonly ViewDefinition[] = [excellenceView, excellenceQuotaView]
