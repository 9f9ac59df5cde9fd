import { deliberationStuckCard } from '../../../cards/deliberation-stuck.ts'
import type { Message } from '../../../cards/kit.ts'
import type { Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { reopenSpec } from '../forms/reopen.ts'
import { findOfficeHand } from '../reopener.ts'
import type { AssessmentState } from '../rules/assessment.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import type { Panel } from '../rules/panel.ts'
import { isStuck, seatedPresent, takeReopener } from '../rules/reopen.ts'
import { shown } from './said.ts'

/** Who is left of a deliberation that cannot be decided any more; null of any other. */
export function stuckFacts(state: AssessmentState, panel: Panel) {
  if (state.status !== 'deliberating' || !isStuck(state, panel)) return null
  return { seated: seatedPresent(state, panel).map((one) => one.name), quorum: state.quorum }
}

/** What the office sees of a deliberation: only that it is stuck, and the way out. */
export async function stuckForOffice(
  db: Database,
  assessing: AssessingFacts,
  state: AssessmentState,
  viewer: Viewer,
): Promise<Message | undefined> {
  const { unit: id, unitName: name, year } = assessing
  const office = await findOfficeHand(db, id, viewer)
  const taken = takeReopener({ assessing, office, by: viewer.inNameOf })
  if ('refusal' in taken) return undefined
  const stuck = stuckFacts(state, taken.panel)
  if (!stuck) return undefined
  const unit = { id, name }
  return shown(
    deliberationStuckCard({ ...stuck, year, unit, group: taken.panel.name, fields: reopenSpec.fields }),
  )
}
