import * as z from 'zod'
import { type Part, phaseNoticeCard } from '../../cards/phase-notice.ts'
import { type ViewDefinition, viewOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import { shown } from './asked.ts'
import { coefficientsView } from './coefficients/view.ts'
import { policyEditionsView } from './editions-view.ts'
import { phaseView } from './phase-view.ts'
import { policyView } from './policy-view.ts'
import { policySubjectView } from './values/view.ts'

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
  policySubjectView,
  policyEditionsView,
  phaseNoticeView,
]
