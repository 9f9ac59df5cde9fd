import * as z from 'zod'
import { coefficientListCard } from '../../cards/coefficient-list.ts'
import { type Card, line, type Message } from '../../cards/kit.ts'
import { phaseCard } from '../../cards/phase.ts'
import { type Part, phaseNoticeCard } from '../../cards/phase-notice.ts'
import { policyCard } from '../../cards/policy-values.ts'
import { hasDeliberated } from '../assessment/queries.ts'
import type { Year } from '../kernel/ids.ts'
import { sayInstant } from '../kernel/time.ts'
import { type ViewDefinition, viewOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import { isAnnounced, isRatified } from '../results/queries.ts'
import type { Database } from '../store/database.ts'
import { agreementSpec } from './choose-agreement.ts'
import { paySpec } from './choose-pay.ts'
import { ratificationSpec } from './choose-ratification.ts'
import { gradingSpec, scoringSpec } from './choose-values.ts'
import { listCoefficientRows } from './coefficient-rows.ts'
import { policyConfirmSpec } from './forms.ts'
import { findCurrentYear, findYear, isAnyScored, type OpenYear } from './queries.ts'
import { markOfValues } from './rules/values.ts'
import { markOfPolicy, PHASES } from './rules/year.ts'
import { sayChoices, sayValues } from './say-policy.ts'
import { yearId } from './subject.ts'
import { countUnfinished } from './unfinished.ts'

/** Without a year: the one that is being managed. */
const params = z.object({ year: z.int().exactOptional() })
const about = ({ year }: z.infer<typeof params>) => (year === undefined ? null : yearId(year))
/** Words name no year: the card follows the one that is being managed. */
const completing = (name: string) => async (db: Database, params: { readonly year?: Year }) => {
  const open = await asked(db, params.year)
  return open && { name, params: { ...params, year: open.year } }
}

const asked = (db: Database, year: Year | undefined): Promise<OpenYear | undefined> =>
  year === undefined ? findCurrentYear(db) : findYear(db, year)

const shown = (card: Card): Message => ({ kind: 'card', card })

const unopened = (title: string): Message =>
  shown({
    title,
    summary: '年度还没有开启',
    elements: [line('年度还没有开启，请等候领导小组办公室通知。')],
  })

const phaseView = viewOf({
  name: 'phase',
  params,
  about,
  complete: completing('phase'),
  async render(db, { year }, viewer) {
    const open = await asked(db, year)
    const office = holds(await getActor(db, viewer), 'office')
    const shownYear = open?.year ?? year ?? Number(viewer.today.slice(0, 4))
    const [unfinished, announced] =
      open && office ? await Promise.all([countUnfinished(db, open), isAnnounced(db, open.year)]) : [0, false]
    return shown(
      phaseCard({
        year: shownYear,
        phase: open?.phase ?? null,
        phases: PHASES,
        office,
        unfinished,
        announced,
      }),
    )
  },
})

const coefficientsView = viewOf({
  name: 'coefficients',
  params,
  about,
  complete: completing('coefficients'),
  async render(db, { year }, viewer) {
    const open = await asked(db, year)
    if (!open) return unopened('权重系数')
    const office = holds(await getActor(db, viewer), 'office')
    const units = await listCoefficientRows(db, open)
    return shown(coefficientListCard({ year: open.year, units, office: office && open.phase !== 'closed' }))
  },
})

const policyView = viewOf({
  name: 'policy',
  params,
  about,
  complete: completing('policy'),
  async render(db, { year }, viewer) {
    const open = await asked(db, year)
    if (!open) return unopened('年度政策')
    const actor = await getActor(db, viewer)
    const chair = holds(actor, 'chair')
    const ratified = await isRatified(db, open.year)
    const chooses = holds(actor, 'office') && open.phase !== 'closed'
    const seen = { year: open.year, seen: markOfValues(open.policy) }
    const form = {
      spec: policyConfirmSpec,
      params: { year: open.year, seen: markOfPolicy(open) },
    }
    return shown(
      policyCard({
        year: open.year,
        values: sayValues(open.policy),
        choices: sayChoices(open.policy),
        units: await listCoefficientRows(db, open),
        confirmed: confirmation(open),
        form: chair && open.notice === null ? form : null,
        ratification: chooses
          ? { spec: ratificationSpec(open.policy.ratification), params: { year: open.year } }
          : null,
        agreement:
          chooses && !(await hasDeliberated(db, open.year))
            ? { spec: agreementSpec(open.policy.agreement), params: { year: open.year } }
            : null,
        scoring:
          chooses && !ratified && !(await isAnyScored(db, open.year))
            ? { spec: scoringSpec(open.policy), params: seen }
            : null,
        grading: chooses && !ratified ? { spec: gradingSpec(open.policy), params: seen } : null,
        pay: chooses && !ratified ? { spec: paySpec(open.policy.pay), params: { year: open.year } } : null,
      }),
    )
  },
})

function confirmation({ notice, confirmed }: OpenYear) {
  if (notice === null) return null
  return { notice, by: confirmed?.name ?? '领导小组', when: confirmed ? sayInstant(confirmed.at) : '此前' }
}

const phaseNoticeView = viewOf({
  name: 'phase-notice',
  params: z.object({
    year: z.int(),
    phase: z.enum(['setting', 'execution', 'assessment', 'results', 'closed']),
  }),
  async render(db, { year, phase }, viewer) {
    const actor = await getActor(db, viewer)
    return shown(phaseNoticeCard({ year, phase, parts: partsOf(actor) }))
  },
})

function partsOf(actor: Actor): Part[] {
  const part = (is: boolean, name: Part): Part[] => (is ? [name] : [])
  return [
    ...part(holds(actor, 'chair'), 'chair'),
    ...part(holds(actor, 'office'), 'office'),
    ...part(holds(actor, 'head'), 'head'),
    ...part(holds(actor, 'contact'), 'contact'),
    ...part(holds(actor, 'working-convenor') || holds(actor, 'working-member'), 'group'),
    ...part(holds(actor, 'assessment-convenor') || holds(actor, 'assessment-member'), 'group'),
    ...part(actor.leads.length > 0, 'leader'),
    ...part(holds(actor, 'lead-unit'), 'lead-unit'),
  ]
}

export const policyViews: readonly ViewDefinition[] = [
  phaseView,
  coefficientsView,
  policyView,
  phaseNoticeView,
]
